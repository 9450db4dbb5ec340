/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/segment.h"

#include <string.h>

#include "base/mem.h"

void segment_free(struct segment *s)
{
	if (!s)
		return;
	mem_free(s->keys);
	mem_free(s->terms);
	mem_free(s->term_languages);
	mem_free(s->text);
	mem_free(s->docs);
	mem_free(s->codes);
	mem_free(s->lengths);
	mem_free(s->stems);
	mem_free(s);
}

size_t segment_bytes(const struct segment *s)
{
	const struct segment_term *end = &s->terms[s->n_terms];
	size_t term = sizeof *s->keys + sizeof *s->terms + 1;
	size_t posting = sizeof *s->docs + sizeof *s->codes;
	return sizeof *s + s->n_terms * term + end->text +
	       end->posting * posting + s->n_docs * sizeof *s->lengths +
	       s->n_stems * sizeof *s->stems;
}

uint64_t segment_key(struct str word)
{
	uint64_t key = 0;
	for (size_t i = 0; i < 8; i++)
		key = key << 8 | (i < word.n ? (unsigned char)word.p[i] : 0);
	return key;
}

/* Less, equal, greater than 0 as the term sorts before the word, at it (or
 * begins with it, when only its first word.n bytes count), or after it. */
static int compare(const struct segment *s, uint32_t term, struct str word,
		   uint64_t key, bool is_prefix)
{
	uint64_t mask = ~UINT64_C(0);
	if (is_prefix && word.n < 8)
		mask = word.n ? mask << (64 - 8 * word.n) : 0;
	uint64_t have = s->keys[term] & mask;
	if (have != key)
		return have < key ? -1 : 1;
	struct str text = segment_text(s, term);
	if (is_prefix && text.n > word.n)
		text.n = word.n;
	return str_cmp(text, word);
}

/* The first term that is not before the word; with `is_after` the first that
 * is after it. */
static uint32_t bound(const struct segment *s, struct str word, bool is_prefix,
		      bool is_after)
{
	uint64_t key = segment_key(word);
	uint32_t from = 0, to = s->n_terms;
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		int order = compare(s, middle, word, key, is_prefix);
		if (order < 0 || (is_after && order == 0))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

void segment_find(const struct segment *s, struct str word, bool is_prefix,
		  uint32_t *from, uint32_t *to)
{
	*from = bound(s, word, is_prefix, false);
	*to = bound(s, word, is_prefix, true);
}

void segment_find_stems(const struct segment *s, uint32_t hash, uint32_t *from,
			uint32_t *to)
{
	uint32_t low = 0, high = s->n_stems;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (s->stems[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	*from = low;
	while (low < s->n_stems && s->stems[low].hash == hash)
		low++;
	*to = low;
}

uint8_t tf_encode(uint32_t quarters)
{
	if (quarters < 32)
		return (uint8_t)quarters;
	unsigned shift = 0;
	while (quarters >> shift >= 32)
		shift++;
	if (shift > 14)
		return UINT8_MAX;
	return (uint8_t)((shift + 1) << 4 | (quarters >> shift & 15));
}

float tf_decode(uint8_t code)
{
	if (code < 32)
		return (float)code / 4;
	unsigned shift = (code >> 4) - 1u;
	return (float)((16u | (code & 15u)) << shift) / 4;
}

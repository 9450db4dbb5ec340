/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open addressing with linear probing. Most words have at most 8 bytes: they
 * are hashed with one multiplication and compared without leaving the entry.
 */
#include "config.h"

#include "search/dict.h"

#include <string.h>

#include "base/mem.h"

enum { SLOTS_MIN = 1 << 14 };

static uint64_t load_eight(const char *p)
{
	uint64_t v;
	memcpy(&v, p, sizeof v);
	return v;
}

void dict_init(struct dict *d)
{
	*d = (struct dict){.n_slots = SLOTS_MIN};
	d->slots = mem_new(d->n_slots * sizeof *d->slots);
	d->stem = stem_new();
}

void dict_release(struct dict *d)
{
	mem_free(d->entries);
	mem_free(d->slots);
	mem_free(d->pool);
	stem_free(d->stem);
	*d = (struct dict){0};
}

uint32_t dict_hash(struct str word, unsigned language)
{
	const uint64_t factor = 0x9e3779b97f4a7c15u;
	uint64_t h = (load_eight(word.p) ^ language) * factor;
	for (size_t i = 8; i < word.n; i += 8)
		h = (h ^ h >> 29 ^ load_eight(word.p + i)) * factor;
	return (uint32_t)(h >> 32 ^ h >> 11);
}

struct str dict_text(const struct dict *d, const struct dict_entry *e)
{
	return (struct str){d->pool + e->text, e->n};
}

uint32_t dict_stem_hash(struct str stem, unsigned language)
{
	return (uint32_t)(str_hash(stem) >> 7) * 31 + language;
}

static void grow_slots(struct dict *d)
{
	d->n_slots *= 2;
	mem_free(d->slots);
	d->slots = mem_new(d->n_slots * sizeof *d->slots);
	for (size_t i = 0; i < d->n; i++) {
		size_t at = d->entries[i].hash & (d->n_slots - 1);
		while (d->slots[at])
			at = (at + 1) & (d->n_slots - 1);
		d->slots[at] = (uint32_t)i + 1;
	}
}

static uint32_t add(struct dict *d, struct str word, unsigned language,
		    uint32_t hash)
{
	d->entries =
		mem_grow(d->entries, &d->cap, d->n + 1, sizeof *d->entries);
	d->pool = mem_grow(d->pool, &d->pool_cap, d->pool_n + word.n, 1);
	memcpy(d->pool + d->pool_n, word.p, word.n);
	struct str stem = stem_word(d->stem, language, word);
	d->entries[d->n] = (struct dict_entry){
		.head = load_eight(word.p),
		.hash = hash,
		.text = (uint32_t)d->pool_n,
		.stem_hash = dict_stem_hash(stem, language),
		.n = (uint8_t)word.n,
		.language = (uint8_t)language,
	};
	d->pool_n += word.n;
	return (uint32_t)d->n++;
}

static bool is_same(const struct dict *d, const struct dict_entry *e,
		    struct str word, unsigned language, uint32_t hash)
{
	return e->hash == hash && e->head == load_eight(word.p) &&
	       e->n == word.n && e->language == language &&
	       (word.n <= 8 ||
		memcmp(d->pool + e->text + 8, word.p + 8, word.n - 8) == 0);
}

uint32_t dict_put(struct dict *d, struct str word, unsigned language,
		  uint32_t hash)
{
	size_t at = hash & (d->n_slots - 1);
	for (; d->slots[at]; at = (at + 1) & (d->n_slots - 1)) {
		uint32_t i = d->slots[at] - 1;
		if (is_same(d, &d->entries[i], word, language, hash))
			return i;
	}
	uint32_t i = add(d, word, language, hash);
	d->slots[at] = i + 1;
	if (d->n * 2 > d->n_slots)
		grow_slots(d);
	return i;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A log is written article by article, of (term, weighted count); freezing
 * sorts the terms and deals the log out to them. Since the log is in the
 * order of articles, so are the postings: nothing is merged or sorted again.
 *
 *     log    art. 0: (rice 2) (harvest 1)   art. 1: (rice 1) (paper 3) ...
 *                 \        \________             |
 *     terms  harvest: 0     paper: 1     rice: 0 1
 */
#include "config.h"

#include "search/build.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "search/dict.h"
#include "search/token.h"

/* What one occurrence counts, in quarters. */
static const uint32_t weights[FIELDS] = {
	[FIELD_TITLE] = 12, [FIELD_DECK] = 6,	[FIELD_HEADING] = 6,
	[FIELD_BODY] = 4,   [FIELD_NOTE] = 2,	[FIELD_AUTHOR] = 8,
	[FIELD_TAG] = 6,    [FIELD_SERIES] = 4,
};

/* A dictionary of more words is emptied before the next segment. */
enum { DICT_MAX = 1 << 22 };

/* Tokens wait here while what they need is fetched into the cache. */
enum { WAITING = 16 };

struct waiting {
	uint32_t hash;
	uint8_t n;
	char text[TOKEN_MAX * 2 + 8];
};

struct posting {
	uint32_t term, quarters;
};

struct builder {
	struct dict dict;
	uint32_t first, n_docs;
	uint32_t doc; /* the open one */
	unsigned language;
	uint32_t *lengths; /* an article each */
	uint64_t text_bytes;
	VEC(struct posting) log;
	VEC(uint32_t) ends; /* where in the log article i ends */
	VEC(uint32_t) used; /* the terms of this segment */
	struct tokens tokens;
	struct waiting waiting[WAITING];
};

struct builder *builder_new(void)
{
	struct builder *b = mem_new(sizeof *b);
	dict_init(&b->dict);
	return b;
}

void builder_free(struct builder *b)
{
	if (!b)
		return;
	dict_release(&b->dict);
	mem_free(b->lengths);
	vec_release(&b->log);
	vec_release(&b->ends);
	vec_release(&b->used);
	mem_free(b);
}

void builder_begin(struct builder *b, uint32_t first, uint32_t n)
{
	if (b->dict.n > DICT_MAX) {
		dict_release(&b->dict);
		dict_init(&b->dict);
	}
	b->first = first;
	b->n_docs = n;
	b->doc = NO_INDEX;
	b->text_bytes = 0;
	b->log.n = b->ends.n = b->used.n = 0;
	b->lengths = mem_new(n * sizeof *b->lengths);
}

/* Notes in `ends` that the articles before `doc` have no more to log. */
static void close_before(struct builder *b, uint32_t doc)
{
	while (b->ends.n < doc)
		vec_push(&b->ends, (uint32_t)b->log.n);
}

void builder_open(struct builder *b, uint32_t id, unsigned language)
{
	b->doc = id - b->first;
	b->language = language;
	close_before(b, b->doc);
}

static void count(struct builder *b, uint32_t term, uint32_t quarters)
{
	struct dict_entry *e = &b->dict.entries[term];
	if (e->articles && e->last == b->doc) {
		b->log.at[e->at].quarters += quarters;
		return;
	}
	if (e->articles++ == 0)
		vec_push(&b->used, term);
	e->last = b->doc;
	e->at = (uint32_t)b->log.n;
	vec_push(&b->log, (struct posting){term, quarters});
}

static void settle(struct builder *b, size_t n, uint32_t quarters)
{
	for (size_t i = 0; i < n; i++)
		dict_prefetch_entry(&b->dict, b->waiting[i].hash);
	for (size_t i = 0; i < n; i++) {
		struct waiting *w = &b->waiting[i];
		count(b,
		      dict_put(&b->dict, (struct str){w->text, w->n},
			       b->language, w->hash),
		      quarters);
	}
}

void builder_text(struct builder *b, enum field field, struct str text)
{
	struct token token;
	size_t n = 0;
	uint32_t length = 0;
	/* Positions in the log have 32 bits; no real segment comes near. */
	if (b->log.n > UINT32_MAX / 2 || text.n > UINT32_MAX / 2)
		return;
	tokens_start(&b->tokens, text);
	while (tokens_next(&b->tokens, &token)) {
		struct waiting *w = &b->waiting[n++];
		length += token.kind != TOKEN_TAIL;
		w->n = (uint8_t)token.text.n;
		/* Nearly always the first: a copy of a fixed length. */
		if (token.text.n <= 8)
			memcpy(w->text, token.text.p, 16);
		else
			memcpy(w->text, token.text.p, token.text.n + 8);
		w->hash = dict_hash(token.text, b->language);
		dict_prefetch(&b->dict, w->hash);
		if (n == WAITING) {
			settle(b, n, weights[field]);
			n = 0;
		}
	}
	settle(b, n, weights[field]);
	b->lengths[b->doc] += length;
	b->text_bytes += text.n;
}

static enum field field_of(const struct block *block)
{
	return block->type == BLOCK_DECK      ? FIELD_DECK
	       : block->type == BLOCK_HEADING ? FIELD_HEADING
					      : FIELD_BODY;
}

void builder_article(struct builder *b, uint32_t id, const struct article *a)
{
	builder_open(b, id, stem_language(article_str(a, a->language)));
	builder_text(b, FIELD_TITLE, article_str(a, a->title));
	builder_text(b, FIELD_SERIES, article_str(a, a->series));
	for (uint32_t i = 0; i < a->authors.n; i++)
		builder_text(b, FIELD_AUTHOR,
			     article_str(a, article_author(a, i)->name));
	for (uint32_t i = 0; i < a->tags.n; i++)
		builder_text(b, FIELD_TAG, article_tag(a, i));
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *block = article_block(a, i);
		builder_text(b, field_of(block), article_str(a, block->text));
	}
	for (uint32_t i = 0; i < a->notes.n; i++)
		builder_text(b, FIELD_NOTE,
			     article_str(a, article_note(a, i)->text));
	/* An article without a word is one all the same. */
	if (b->lengths[b->doc] == 0)
		b->lengths[b->doc] = 1;
}

/* ---- freezing ---- */

struct sorted {
	uint64_t key;
	uint32_t term; /* of the dictionary */
};

/* Sorts by key, least significant byte first; `spare` is as long. */
static void radix_sort(struct sorted *a, struct sorted *spare, size_t n)
{
	struct sorted *from = a, *to = spare;
	for (unsigned shift = 0; shift < 64; shift += 8) {
		size_t starts[257] = {0};
		for (size_t i = 0; i < n; i++)
			starts[(from[i].key >> shift & 255) + 1]++;
		if (n && starts[(from[0].key >> shift & 255) + 1] == n)
			continue; /* all the same in this byte */
		for (size_t i = 0; i < 256; i++)
			starts[i + 1] += starts[i];
		for (size_t i = 0; i < n; i++)
			to[starts[from[i].key >> shift & 255]++] = from[i];
		struct sorted *turn = from;
		from = to;
		to = turn;
	}
	if (n && from != a)
		memcpy(a, from, n * sizeof *a);
}

static int order(const struct dict *d, uint32_t a, uint32_t b)
{
	const struct dict_entry *x = &d->entries[a], *y = &d->entries[b];
	int by_text = str_cmp(dict_text(d, x), dict_text(d, y));
	return by_text ? by_text : (int)x->language - (int)y->language;
}

/* Puts terms whose first 8 bytes are the same in order: runs are short, and
 * halves are merged so that hostile ones cost no more than n log n. */
/* NOLINTNEXTLINE(misc-no-recursion): log2(n) deep */
static void merge_sort(const struct dict *d, struct sorted *a,
		       struct sorted *spare, size_t n)
{
	if (n < 2)
		return;
	size_t half = n / 2, i = 0, j = half, k = 0;
	merge_sort(d, a, spare, half);
	merge_sort(d, a + half, spare, n - half);
	while (i < half && j < n)
		spare[k++] =
			order(d, a[j].term, a[i].term) < 0 ? a[j++] : a[i++];
	while (i < half)
		spare[k++] = a[i++];
	memcpy(a, spare, k * sizeof *a);
}

static struct sorted *sort_terms(const struct builder *b)
{
	const struct dict *d = &b->dict;
	size_t n = b->used.n;
	struct sorted *a = mem_new(n * sizeof *a);
	struct sorted *spare = mem_new(n * sizeof *spare);
	for (size_t i = 0; i < n; i++) {
		uint32_t term = b->used.at[i];
		struct str text = dict_text(d, &d->entries[term]);
		a[i] = (struct sorted){segment_key(text), term};
	}
	radix_sort(a, spare, n);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && a[end].key == a[i].key;)
			end++;
		merge_sort(d, a + i, spare, end - i);
	}
	mem_free(spare);
	return a;
}

/* Copies the terms in their order; each entry's `at` becomes the place of its
 * next posting. */
static void lay_terms(struct builder *b, struct segment *s,
		      const struct sorted *sorted)
{
	size_t bytes = 0;
	for (size_t i = 0; i < b->used.n; i++)
		bytes += b->dict.entries[sorted[i].term].n;
	s->n_terms = (uint32_t)b->used.n;
	s->keys = mem_new(s->n_terms * sizeof *s->keys);
	s->terms = mem_new((s->n_terms + 1) * sizeof *s->terms);
	s->term_languages = mem_new(s->n_terms);
	s->text = mem_new(bytes);
	s->stems = mem_new(s->n_terms * sizeof *s->stems);
	struct segment_term at = {0};
	for (uint32_t i = 0; i < s->n_terms; i++) {
		struct dict_entry *e = &b->dict.entries[sorted[i].term];
		s->keys[i] = sorted[i].key;
		s->terms[i] = at;
		s->term_languages[i] = e->language;
		memcpy(s->text + at.text, b->dict.pool + e->text, e->n);
		if (e->language) {
			s->languages |= 1u << e->language;
			s->stems[s->n_stems++] =
				(struct segment_stem){e->stem_hash, i};
		}
		e->at = at.posting;
		at.text += e->n;
		at.posting += e->articles;
	}
	s->terms[s->n_terms] = at;
}

static void deal_postings(struct builder *b, struct segment *s)
{
	s->docs = mem_new(b->log.n * sizeof *s->docs);
	s->codes = mem_new(b->log.n * sizeof *s->codes);
	close_before(b, b->n_docs);
	size_t i = 0;
	for (uint32_t doc = 0; doc < b->n_docs; doc++)
		for (; i < b->ends.at[doc]; i++) {
			const struct posting *p = &b->log.at[i];
			uint32_t at = b->dict.entries[p->term].at++;
			s->docs[at] = (uint16_t)doc;
			s->codes[at] = tf_encode(p->quarters);
		}
}

/* By hash, and within one by term: terms come sorted, and stay so. */
static void sort_stems(struct segment *s)
{
	struct sorted *a = mem_new(s->n_stems * sizeof *a);
	struct sorted *spare = mem_new(s->n_stems * sizeof *spare);
	for (uint32_t i = 0; i < s->n_stems; i++)
		a[i] = (struct sorted){s->stems[i].hash, s->stems[i].term};
	radix_sort(a, spare, s->n_stems);
	for (uint32_t i = 0; i < s->n_stems; i++)
		s->stems[i] =
			(struct segment_stem){(uint32_t)a[i].key, a[i].term};
	mem_free(a);
	mem_free(spare);
}

struct segment *builder_freeze(struct builder *b)
{
	struct segment *s = mem_new(sizeof *s);
	s->first = b->first;
	s->n_docs = b->n_docs;
	s->lengths = b->lengths;
	s->text_bytes = b->text_bytes;
	b->lengths = NULL;
	for (uint32_t i = 0; i < s->n_docs; i++) {
		s->words += s->lengths[i];
		s->n_read += s->lengths[i] > 0;
	}
	struct sorted *sorted = sort_terms(b);
	lay_terms(b, s, sorted);
	deal_postings(b, s);
	sort_stems(s);
	mem_free(sorted);
	for (size_t i = 0; i < b->used.n; i++)
		b->dict.entries[b->used.at[i]].articles = 0;
	return s;
}

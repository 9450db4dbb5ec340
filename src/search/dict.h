/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terms one thread has met, each once: a hash table from (word, language)
 * to an entry. It outlives the segments built with it, so that a word is
 * copied and stemmed once and not once a segment.
 */
#ifndef PORE_SEARCH_DICT_H
#define PORE_SEARCH_DICT_H

#include "base/str.h"
#include "text/stem.h"

struct dict_entry {
	uint64_t head; /* the first 8 bytes as in memory, zero-filled */
	uint32_t hash;
	uint32_t text;	    /* where in the pool it is */
	uint32_t stem_hash; /* of its stem, see dict_stem_hash */
	uint8_t n;	    /* bytes */
	uint8_t language;   /* text/stem.h */
	/* The segment being built: how many articles have it, the last of
	 * them, and where in its log. */
	uint32_t articles, last, at;
};

struct dict {
	struct dict_entry *entries;
	size_t n, cap;
	uint32_t *slots; /* entry + 1, 0 empty */
	size_t n_slots;	 /* a power of two */
	char *pool;
	size_t pool_n, pool_cap;
	struct stem *stem;
};

void dict_init(struct dict *d);
void dict_release(struct dict *d);

/* The hash of a word, which must be followed by 8 readable bytes of zero (a
 * token's text). */
uint32_t dict_hash(struct str word, unsigned language);
/* Starts to fetch what dict_put will read. */
static inline void dict_prefetch(const struct dict *d, uint32_t hash)
{
	__builtin_prefetch(&d->slots[hash & (d->n_slots - 1)]);
}
/* The same a step further on, when the first has had its time. */
static inline void dict_prefetch_entry(const struct dict *d, uint32_t hash)
{
	uint32_t entry = d->slots[hash & (d->n_slots - 1)];
	if (entry)
		__builtin_prefetch(&d->entries[entry - 1]);
}
/* The entry of a word (followed by zeroes, as above), made if it is new. */
uint32_t dict_put(struct dict *d, struct str word, unsigned language,
		  uint32_t hash);
struct str dict_text(const struct dict *d, const struct dict_entry *e);

/* What the stems of one language are sorted and looked up by. */
uint32_t dict_stem_hash(struct str stem, unsigned language);

#endif

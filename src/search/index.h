/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index: the segments there are so far, and the articles they speak of.
 */
#ifndef PORE_SEARCH_INDEX_H
#define PORE_SEARCH_INDEX_H

#include "article/article.h"
#include "search/segment.h"

struct index {
	const struct segment **segments; /* borrowed */
	size_t n, cap;
	uint32_t n_read; /* articles in them */
	uint64_t words;
	/* By id, borrowed; an article is NULL until it is in a segment. */
	const struct article *const *articles;
	const struct str *paths; /* folded (fold_text) */
};

/* Adds a segment; the articles it speaks of are there already. */
void index_add(struct index *index, const struct segment *s);
void index_release(struct index *index);

/* How much a word that `articles` articles have says about one. */
float index_idf(const struct index *index, uint64_t articles);
/* Articles that have the word, in whatever language. */
uint64_t index_count(const struct index *index, struct str word);

/* BM25's share of a word in an article's score, before the idf: rises with
 * its weighted frequency `tf` from 0 towards 1, slower in longer articles.
 * The mean length is that of all articles, so that it does not matter in
 * which segment one is. */
struct saturation {
	float base, slope;
};
struct saturation index_saturation(const struct index *index);
static inline float saturate(struct saturation s, float tf, uint32_t length)
{
	return tf / (tf + s.base + s.slope * (float)length);
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles about the same: the words that tell one article from all others
 * (by tf-idf), asked for as a query.
 */
#ifndef PORE_SEARCH_SIMILAR_H
#define PORE_SEARCH_SIMILAR_H

#include "base/arena.h"
#include "search/index.h"

struct similar {
	uint32_t article;
	float score;	   /* 0 to 1: how much of what tells this article the
			      other one has too */
	struct str *terms; /* shared words, strongest first, as the article
			      most often writes them (portrait.h) */
	size_t n_terms;
};

/* At most `limit` articles that are like `a`, best first, none of a score
 * too low to mean anything; not `self` (an id, or NO_INDEX). In the arena. */
size_t similar_find(const struct index *index, const struct article *a,
		    uint32_t self, size_t limit, struct arena *arena,
		    struct similar **out);

#endif

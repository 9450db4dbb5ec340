/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranking: a query and an index to the best articles.
 *
 * The score is BM25F (Robertson, Zaragoza, Taylor 2004; the fields are
 * weighted when the index is built). An article that has all the words gets
 * more than any that has not. It depends on the articles and the query alone,
 * never on how they are dealt out to segments.
 */
#ifndef PORE_SEARCH_RANK_H
#define PORE_SEARCH_RANK_H

#include "search/index.h"
#include "search/query.h"
#include "search/result.h"
#include "text/stem.h"

struct rank_options {
	size_t limit; /* at most so many hits; 0 for all */
	/* Only articles whose author, series, tag has this in it, folded; ""
	 * for any. */
	struct str author, series, tag;
	/* Phrases are verified by reading articles: at most so many bytes of
	 * text for each article there is, the most promising first; 0 reads
	 * all that it takes. */
	size_t budget;
};

/* The stemmer is borrowed; the hits are in the arena. micros is left 0. */
struct results rank(const struct index *index, const struct query *query,
		    const struct rank_options *options, struct stem *stem,
		    struct arena *arena);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one segment knows of a part of a query: the articles that have it, and
 * how often. The words of the index that a query's word stands for (itself,
 * those of the same stem, those it begins) are put together here.
 */
#ifndef PORE_SEARCH_POSTINGS_H
#define PORE_SEARCH_POSTINGS_H

#include "search/index.h"
#include "search/query.h"
#include "text/stem.h"

struct postings {
	uint32_t n;
	uint16_t *docs; /* article - segment->first, rising */
	float *tf;	/* weighted frequencies */
};

/* What evaluating one query needs; one thread. */
struct evaluation {
	const struct index *index;
	struct stem *stem;
	struct arena *arena; /* what is returned lives here */
	float *tf;	     /* as many as the largest segment has articles,
				all 0 between calls */
	uint64_t *seen;	     /* a bit each, likewise */
	size_t budget;	     /* bytes an article of the library that may be
				taken apart to verify phrases; 0: no bound */
	float decoded[256];
};

void evaluation_init(struct evaluation *e, const struct index *index,
		     struct stem *stem, struct arena *arena);

/* The articles of a segment that match one of the clause's atoms. */
struct postings evaluate(struct evaluation *e, const struct segment *s,
			 const struct query_clause *clause);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search gives: the best articles, best first.
 */
#ifndef PORE_SEARCH_RESULT_H
#define PORE_SEARCH_RESULT_H

#include "article/article.h"
#include "base/arena.h"

struct hit {
	uint32_t article; /* library id */
	float score;
	bool is_fuzzy; /* found by a corrected spelling only */
};

struct results {
	struct hit *hits; /* by (score falling, id rising) */
	size_t n;
	size_t total;     /* articles that matched, at least n */
	int64_t micros;   /* the query's own time */
};

/* A stretch of bytes of some text. */
struct range {
	uint32_t start, end;
};

/* The best passage of one article for a query. */
struct snippet {
	struct str text;      /* logical text, one line, in the arena */
	struct range *lit;    /* matches in `text`, in order, no overlap */
	size_t n_lit;
	struct position at;   /* of the first match */
	struct str *terms;    /* the query's words that the article has, as
				 the query writes them */
	size_t n_terms;
};

#endif

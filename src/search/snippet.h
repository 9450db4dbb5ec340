/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passage of an article that shows best what a query found in it.
 */
#ifndef PORE_SEARCH_SNIPPET_H
#define PORE_SEARCH_SNIPPET_H

#include "article/article.h"
#include "search/query.h"
#include "search/result.h"
#include "text/stem.h"

/* A passage of about `cells` cells: the one with most different words of the
 * query, beginning with its sentence where that fits; never half a grapheme.
 * Without any match, the beginning of the text, or the title where there is
 * no other; empty only of an article that is. In the arena. */
struct snippet snippet_make(const struct article *a, const struct query *query,
			    size_t cells, struct stem *stem,
			    struct arena *arena);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handful of articles with an index over them, for tests.
 */
#ifndef PORE_TESTS_SEARCH_SHELF_H
#define PORE_TESTS_SEARCH_SHELF_H

#include "article/build.h"
#include "search/index.h"
#include "search/rank.h"
#include "text/stem.h"

enum { SHELF_MAX = 512 };

struct shelf {
	struct article *articles[SHELF_MAX];
	struct str paths[SHELF_MAX];
	uint32_t n;
	struct index index;
	struct segment *segments[SHELF_MAX];
	struct stem *stem;
	struct arena arena;
};

/* Adds an article with that title and, parted by "\n", paragraphs; in English.
 * Returns its id. */
uint32_t shelf_add(struct shelf *s, const char *title, const char *text);
/* Adds one that was built. */
uint32_t shelf_add_article(struct shelf *s, struct article *a);
/* Indexes all, so many articles a segment. Once. */
void shelf_index(struct shelf *s, uint32_t run);
/* All results of a query. */
struct results shelf_search(struct shelf *s, const char *query);
/* The same as text: ids, best first, parted by spaces. */
const char *shelf_ids(struct shelf *s, const char *query);
void shelf_release(struct shelf *s);

#endif

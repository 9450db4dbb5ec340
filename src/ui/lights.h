/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of an article that a search has found, lit on its page.
 */
#ifndef PORE_UI_LIGHTS_H
#define PORE_UI_LIGHTS_H

#include "base/buf.h"
#include "library/library.h"

struct lights {
	struct arena arena;
	struct match *at; /* in reading order */
	size_t n;
	size_t current; /* where the reader stands, or NO_MATCH */
	bool are_hidden;
	bool is_query;	/* `pattern` is a query, else text to be found */
	unsigned flags; /* enum fold_flags, of text */
	struct buf pattern;
};

#define NO_MATCH SIZE_MAX

enum lit { LIT_NO, LIT_MATCH, LIT_CURRENT };

void lights_release(struct lights *l);
/* Forgets all, the pattern too. */
void lights_clear(struct lights *l);
/* Lights all places of a text, across links, emphasis and line ends; none is
 * current. `pattern` may be the one it has. */
void lights_find(struct lights *l, const struct article *a, struct str pattern,
		 unsigned flags);
/* Lights the words of a query to the library. */
void lights_query(struct lights *l, const struct library *lib,
		  const struct article *a, struct str query);
/* The same again, in another article or in a newer state of it. */
void lights_again(struct lights *l, const struct library *lib,
		  const struct article *a);

/* Leaves only those in the units with kept[unit + 1]. */
void lights_keep(struct lights *l, const unsigned char *kept);

struct position match_position(const struct match *m);
/* The first match at or behind a position, or l->n. */
size_t lights_from(const struct lights *l, struct position at);
/* Whether the byte at a position is lit. */
enum lit lights_lit(const struct lights *l, struct position at);

#endif

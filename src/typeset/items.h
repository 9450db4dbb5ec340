/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paragraph as Knuth and Plass see it ("Breaking Paragraphs into Lines",
 * 1981): boxes, glue and penalties. As text on a terminal has one glue at most
 * behind a box and one break at most behind a glue, an item here is all three:
 * a box, the glue behind it (which vanishes at a line's end), and the kind of
 * break that may follow.
 */
#ifndef PORE_TYPESET_ITEMS_H
#define PORE_TYPESET_ITEMS_H

#include "text/hyphen.h"
#include "typeset/runs.h"

enum item_end { /* the break behind an item */
		END_PLAIN,
		END_LETTER,  /* behind a word of one letter */
		END_HYPHEN,  /* a hyphen is put there */
		END_PART,    /* inside an address, behind one of its marks */
		END_CLUSTER, /* anywhere: where nothing else will do */
		END_HARD,    /* the line must end here */
};

struct item {
	uint32_t start;	  /* bytes: the box is [start, end), */
	uint32_t end;	  /* the glue [end, the next item's start) */
	uint32_t at;	  /* cells of all items before, with their glue */
	uint32_t cells;	  /* of the box */
	uint32_t inserts; /* one past the last insert that belongs to it or to
			     an item before it */
	uint32_t glue;	  /* cells */
	uint8_t kind;	  /* enum item_end */
	bool is_tried;	  /* to be hyphenated */
	bool is_too_wide; /* one cluster, wider than the measure: something
			     else stands in for it, and `cells` is 1 */
	bool ends_line;	  /* set by the breaker */
};

struct items {
	VEC(struct item) list; /* at least one */
	VEC(struct item) spare;
	uint32_t insert_start; /* the first insert that belongs to them */
};

struct setter;

/* Makes the items of bytes [from, to) of s->runs into s->items. */
void items_make(struct setter *s, uint32_t from, uint32_t to);
/* The cells a line of these items ends with needs for its hyphen: 0 or 1. */
static inline uint32_t item_hyphen(const struct item *item)
{
	return item->kind == END_HYPHEN;
}
/* The widest item, and the widest line if only hard breaks are taken. */
void items_extent(const struct items *items, uint32_t *min, uint32_t *max);
void items_release(struct items *items);

/* Parts every item that is wider than the measure, so that none is: at
 * hyphens, inside addresses, else between clusters. */
void items_split_wide(struct setter *s, uint32_t measure, bool hyphenate);
/* Hyphenates the words that might fill up the short lines that the breaker
 * has made: those that begin the lines behind them. False if there was nothing
 * to gain. `tolerance`: the shortfall in cells that is left alone. */
bool items_hyphenate(struct setter *s, uint32_t measure, uint32_t tolerance);

#endif

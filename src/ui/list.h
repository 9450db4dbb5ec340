/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list on the screen: items of one or more rows, one of them chosen, among
 * rows that belong to none (headings, space).
 */
#ifndef PORE_UI_LIST_H
#define PORE_UI_LIST_H

#include "base/arena.h"
#include "base/vec.h"
#include "screen/paint.h"
#include "ui/keymap.h"

struct row {
	struct str lead; /* in bold, left of the text in a column of its own */
	int lead_cells;	 /* ... so wide; 0: there is none */
	struct str text;
	struct style style;
	int indent;    /* cells */
	uint32_t item; /* NO_ITEM: of none */
	bool is_first; /* of its item: the marker stands here */
};

#define NO_ITEM UINT32_MAX

struct list {
	struct arena arena; /* of the rows' texts */
	VEC(struct row) rows;
	uint32_t items;	      /* numbered from 0 in the order of their rows */
	uint32_t chosen;      /* less than items, or 0 */
	int cols;	      /* the width its rows were made for */
	int top;	      /* the first row on the screen */
	int height;	      /* rows of the screen it stands on */
	bool is_open, is_new; /* an item is being made; has no row yet */
};

void list_release(struct list *l);
/* Empties it for rows of that width; what is chosen stays as a number. */
void list_clear(struct list *l, int cols);
/* Begins a new item: the rows that follow are its, until list_space. */
void list_item(struct list *l);
/* Adds text, broken into as many rows (at most `most`, the last one cut with
 * an ellipsis; 0: any number) as it takes, to the item begun; or, outside
 * one, as rows of their own. */
void list_text(struct list *l, int indent, struct style style, int most,
	       struct str text);
/* The same for a text with a lead in a column of `cells` at its left. */
void list_pair(struct list *l, int cells, struct style style, struct str lead,
	       struct str text);
/* Ends the item; a blank row. */
void list_space(struct list *l);
/* Ends the item without one. */
void list_end(struct list *l);

/* Fits it to so many rows of the screen: scrolls as far as it must to show
 * the chosen item. */
void list_lay(struct list *l, int height);

enum list_look { /* bits */
		 LIST_MARKED =
			 1, /* the chosen item has the marker and is bold */
		 LIST_CURSOR = 2, /* ... and the hardware cursor */
};
/* Paints it as it was laid. */
void list_draw(const struct list *l, struct grid *g, struct rect area,
	       unsigned look, struct str marker);
/* Moves in the list; false if the action is no movement. */
bool list_act(struct list *l, enum action action, uint32_t count);
/* Scrolls and takes what is chosen along. */
void list_scroll(struct list *l, int lines);
/* The item at a row of the screen, NO_ITEM if there is none. */
uint32_t list_at(const struct list *l, int row);

/* The longest beginning of `text` that fits into so many cells and ends where
 * a line may; at least one cluster. Bytes. */
size_t wrap_line(struct str text, int cells, struct arena *arena);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The screen as cells: what drawing writes and a terminal shows. A wide
 * cluster takes its cell and an empty one of width 0 to the right of it;
 * writing over either half blanks the other.
 */
#ifndef PORE_SCREEN_GRID_H
#define PORE_SCREEN_GRID_H

#include "base/buf.h"
#include "screen/style.h"

enum { CELL_BYTES = 30 };

struct cell {
	char text[CELL_BYTES]; /* UTF-8 of one cluster, NUL-terminated; longer
				  clusters are cut at a code point */
	uint8_t width;         /* 1 or 2; 0 right of a wide one */
	struct style style;
};

struct grid {
	int rows, cols;
	struct cell *cells; /* a row after the other */
	int cursor_row, cursor_col; /* -1: hidden */
};

void grid_release(struct grid *g);
/* Makes it rows x cols (at least 1 each), all blank, cursor hidden. */
void grid_reset(struct grid *g, int rows, int cols);
const struct cell *grid_at(const struct grid *g, int row, int col);

/* Puts one cluster at a cell and returns its width; 0 where it does not fit
 * (outside, or a wide one in the last column: that cell is blanked). Only
 * clean text (utf8_clean) may come in; other control characters show as
 * U+FFFD. */
int grid_put(struct grid *g, int row, int col, struct str cluster,
	     struct style style);
/* Puts the hardware cursor at a cell; outside the grid hides it. */
void grid_cursor(struct grid *g, int row, int col);
/* Changes the style of `cells` cells. */
void grid_restyle(struct grid *g, int row, int col, int cells,
		  struct style style);

/* The rows as text, for tests and expected screens: trailing blanks off, LF
 * after each row. With `styles`, a line of one letter a cell follows each row
 * that has any style ('.' none, d dim, a accent, m match, c current, e error;
 * upper case for bold, and an underscore for underline on plain text). */
void grid_text(const struct grid *g, bool styles, struct buf *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing text into a rectangle of the grid.
 */
#ifndef PORE_SCREEN_PAINT_H
#define PORE_SCREEN_PAINT_H

#include "screen/grid.h"

struct rect {
	int row, col, rows, cols;
};

/* Paints `text` (one line of clean UTF-8) as it is seen, right-to-left parts
 * from their left end, at row, col of the rectangle
 * (relative to it), clipped to it; returns the column behind it. Zero-width
 * clusters are left out. */
int paint_text(struct grid *g, struct rect area, int row, int col,
	       struct str text, struct style style);
/* The same, at most `cells` wide, with an ellipsis where it is cut. */
int paint_cut(struct grid *g, struct rect area, int row, int col, int cells,
	      struct str text, struct style style);
void paint_fill(struct grid *g, struct rect area, struct str cluster,
		struct style style);

#endif

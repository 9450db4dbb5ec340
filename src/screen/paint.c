/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen/paint.h"

#include "text/bidi.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"

/* Titles and the like that run from right to left, or partly: as they are
 * seen, from the left. Longer ones than a screen is wide are cut first. */
static void order_visually(struct buf *out, struct str text)
{
	enum { CLUSTERS = 512 };
	size_t starts[CLUSTERS] = {0}, n = 0;
	struct bidi_glyph order[CLUSTERS];
	size_t end = 0;
	while (end < text.n && n < CLUSTERS) {
		starts[n++] = end;
		end = grapheme_next(text, end);
	}
	if (n == 0)
		return;
	text = str_sub(text, 0, end);
	bidi_reorder(text, BIDI_AUTO, starts, n, order);
	for (size_t i = 0; i < n; i++) {
		size_t from = starts[order[i].cluster];
		uint32_t code;
		size_t first = utf8_next(text, from, &code);
		if (order[i].mirror) {
			buf_add_code(out, order[i].mirror);
			from += first;
		}
		buf_add(out,
			str_sub(text, from,
				grapheme_next(text, starts[order[i].cluster])));
	}
}

int paint_text(struct grid *g, struct rect area, int row, int col,
	       struct str text, struct style style)
{
	if (row < 0 || row >= area.rows)
		return col;
	struct buf visual = {0};
	if (bidi_needed(text)) {
		order_visually(&visual, text);
		text = buf_str(&visual);
	}
	for (size_t at = 0; at < text.n && col < area.cols;) {
		size_t end = grapheme_next(text, at);
		struct str cluster = str_sub(text, at, end);
		int width = width_cluster(cluster);
		if (width > 0 && col + width > area.cols) {
			col = area.cols;
			break;
		}
		if (width > 0 && col >= 0)
			grid_put(g, area.row + row, area.col + col, cluster,
				 style);
		col += width;
		at = end;
	}
	buf_release(&visual);
	return col;
}

int paint_cut(struct grid *g, struct rect area, int row, int col, int cells,
	      struct str text, struct style style)
{
	if (col + cells > area.cols)
		cells = area.cols - col;
	if (cells <= 0)
		return col;
	struct str fits = width_cut(text, (size_t)cells);
	if (fits.n == text.n)
		return paint_text(g, area, row, col, text, style);
	fits = width_cut(text, (size_t)cells - 1);
	while (fits.n && fits.p[fits.n - 1] == ' ')
		fits.n--;
	col = paint_text(g, area, row, col, fits, style);
	return paint_text(g, area, row, col, STR("…"), style);
}

void paint_fill(struct grid *g, struct rect area, struct str cluster,
		struct style style)
{
	int width = width_cluster(cluster);
	for (int row = 0; row < area.rows; row++)
		for (int col = 0; width > 0 && col + width <= area.cols;
		     col += width)
			grid_put(g, area.row + row, area.col + col, cluster,
				 style);
}

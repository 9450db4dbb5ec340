/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells in one array, a row after the other. What may stand in a cell is
 * decided here, once, so that drawing need not think of it:
 *
 *     | あ|   | b |      a wide cluster: text and width 2, then width 0
 *     | a |   | b |      written over its left half: the right one is blanked
 *     |   | x | b |      written over its right half: the left one is blanked
 */
#include "config.h"

#include "screen/grid.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

static const struct cell blank = {.text = " ", .width = 1};

void grid_release(struct grid *g)
{
	mem_free(g->cells);
	*g = (struct grid){.cursor_row = -1, .cursor_col = -1};
}

void grid_reset(struct grid *g, int rows, int cols)
{
	g->rows = rows > 0 ? rows : 1;
	g->cols = cols > 0 ? cols : 1;
	size_t n = (size_t)g->rows * (size_t)g->cols;
	g->cells = mem_resize(g->cells, n * sizeof *g->cells);
	for (size_t i = 0; i < n; i++)
		g->cells[i] = blank;
	g->cursor_row = g->cursor_col = -1;
}

static struct cell *cell_at(struct grid *g, int row, int col)
{
	if (row < 0 || row >= g->rows || col < 0 || col >= g->cols)
		return NULL;
	return &g->cells[(size_t)row * (size_t)g->cols + (size_t)col];
}

const struct cell *grid_at(const struct grid *g, int row, int col)
{
	return &g->cells[(size_t)row * (size_t)g->cols + (size_t)col];
}

/* Makes a cell free to be written, blanking the other half of a wide one. */
static void cell_free(struct grid *g, int row, int col)
{
	struct cell *c = &g->cells[(size_t)row * (size_t)g->cols + (size_t)col];
	if (c->width == 2)
		c[1] = (struct cell){
			.text = " ", .width = 1, .style = c->style};
	else if (c->width == 0)
		c[-1] = (struct cell){
			.text = " ", .width = 1, .style = c->style};
	*c = (struct cell){.text = " ", .width = 1, .style = c->style};
}

/* C0, DEL and C1 in UTF-8: what a terminal might obey. */
static bool has_control(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x20 || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < s.n &&
		    (unsigned char)s.p[i + 1] < 0xa0)
			return true;
	}
	return false;
}

/* The longest prefix of whole code points that a cell has room for. */
static size_t cell_fit(struct str s)
{
	if (s.n < CELL_BYTES)
		return s.n;
	size_t n = CELL_BYTES - 1;
	while (n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return n;
}

int grid_put(struct grid *g, int row, int col, struct str cluster,
	     struct style style)
{
	struct cell *c = cell_at(g, row, col);
	if (!c || cluster.n == 0)
		return 0;
	if (has_control(cluster))
		cluster = STR("\uFFFD");
	int width = width_cluster(cluster);
	if (width == 0)
		return 0;
	cell_free(g, row, col);
	c->style = style;
	if (width == 2 && col + 1 >= g->cols)
		return 0;
	if (width == 2) {
		cell_free(g, row, col + 1);
		c[1] = (struct cell){.width = 0, .style = style};
	}
	size_t n = cell_fit(cluster);
	memcpy(c->text, cluster.p, n);
	c->text[n] = '\0';
	c->width = (uint8_t)width;
	return width;
}

void grid_cursor(struct grid *g, int row, int col)
{
	bool is_inside = cell_at(g, row, col) != NULL;
	g->cursor_row = is_inside ? row : -1;
	g->cursor_col = is_inside ? col : -1;
}

void grid_restyle(struct grid *g, int row, int col, int cells,
		  struct style style)
{
	for (int i = 0; i < cells; i++) {
		struct cell *c = cell_at(g, row, col + i);
		if (c)
			c->style = style;
	}
}

static char style_letter(struct style s)
{
	static const char letters[ROLES] = {
		[ROLE_TEXT] = '.',  [ROLE_DIM] = 'd',	  [ROLE_ACCENT] = 'a',
		[ROLE_MATCH] = 'm', [ROLE_CURRENT] = 'c', [ROLE_ERROR] = 'e',
	};
	char c = letters[s.role];
	if (c == '.' && s.attributes & ATTR_BOLD)
		return 'B';
	if (c == '.' && s.attributes & ATTR_REVERSE)
		return 'r';
	if (c == '.' && s.attributes & ATTR_UNDERLINE)
		return '_';
	if (c == '.' && s.attributes & ATTR_ITALIC)
		return 'i';
	if (c == '.' && s.attributes & ATTR_STRIKE)
		return '-';
	return s.attributes & ATTR_BOLD ? (char)(c - ('a' - 'A')) : c;
}

/* Drops the `blank` characters at the end of what was added since `from`. */
static void trim_end(struct buf *out, size_t from, char blank_char)
{
	while (out->n > from && out->p[out->n - 1] == blank_char)
		out->n--;
}

void grid_text(const struct grid *g, bool styles, struct buf *out)
{
	for (int row = 0; row < g->rows; row++) {
		size_t from = out->n;
		for (int col = 0; col < g->cols; col++)
			buf_add(out, str_of(grid_at(g, row, col)->text));
		trim_end(out, from, ' ');
		buf_add_char(out, '\n');
		if (!styles)
			continue;
		from = out->n;
		for (int col = 0; col < g->cols; col++)
			buf_add_char(out,
				     style_letter(grid_at(g, row, col)->style));
		trim_end(out, from, '.');
		if (out->n > from)
			buf_add_char(out, '\n');
	}
}

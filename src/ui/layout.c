/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/layout.h"

#include "ui/notes.h"
#include "ui/reader.h"

enum {
	BESIDE_COLS = 100, /* from here on there is room beside the text */
	BESIDE_LEAST = 80, /* ... where that is wanted more than long lines */
	SIDE_MIN = 30,
	SIDE_MAX = 44,
	HEADER_ROWS = 5, /* lower screens have no header */
	GAP_ROWS = 12,	 /* ... no blank row under it */
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

static void lay_text(struct ui *ui, struct layout *l)
{
	int margin = l->text.cols >= 40 ? 2 : 1;
	l->measure = least(ui->measure, l->text.cols - 2 * margin);
	if (l->measure < 1)
		l->measure = 1;
	l->col = (l->text.cols - l->measure) / 2;
	if (ui->reader.article)
		reader_set(ui, l->measure);
}

bool layout_has_side(const struct ui *ui)
{
	int from =
		ui->options.sidebar == SIDEBAR_ON ? BESIDE_LEAST : BESIDE_COLS;
	return ui->cols >= from && !ui->is_alone && ui->base == PANE_READER;
}

static void lay_side(const struct ui *ui, struct layout *l)
{
	if (!layout_has_side(ui) || ui->side == PANE_NONE)
		return;
	int cols = ui->cols * 3 / 10;
	cols = cols < SIDE_MIN ? SIDE_MIN : cols > SIDE_MAX ? SIDE_MAX : cols;
	l->side = l->text;
	l->side.cols = cols;
	l->side.col = ui->cols - cols;
	l->text.cols = ui->cols - cols - 1;
}

struct layout layout_of(struct ui *ui)
{
	struct layout l = {0};
	bool has_status = ui->rows >= 2;
	l.status = (struct rect){ui->rows - 1, 0, has_status, ui->cols};
	l.over = (struct rect){0, 0, ui->rows - has_status, ui->cols};
	l.header = ui->rows >= HEADER_ROWS && !ui->is_alone;
	int gap = ui->rows >= GAP_ROWS && !ui->is_alone;
	l.text = l.over;
	l.text.row += l.header + gap;
	l.text.rows -= l.header + gap;
	lay_side(ui, &l);
	lay_text(ui, &l);
	if (ui->base == PANE_READER && ui->reader.article && !ui->is_alone)
		notes_lay(ui, &l);
	return l;
}

static bool is_inside(struct rect r, int row, int col)
{
	return row >= r.row && row < r.row + r.rows && col >= r.col &&
	       col < r.col + r.cols;
}

struct rect layout_area(const struct ui *ui, const struct layout *l,
			enum pane_id pane)
{
	switch (pane) {
	case PANE_RELATED:
	case PANE_CONTENTS:
		if (l->side.cols > 0 && ui->side == pane)
			return l->side;
		return (struct rect){l->text.row, 0, l->over.rows - l->text.row,
				     ui->cols};
	case PANE_NOTES:
		return l->notes;
	case PANE_SEARCH:
	case PANE_TITLES:
	case PANE_HELP:
		return l->over;
	case PANE_READER:
	case PANE_START:
		return l->text;
	default:
		return l->status;
	}
}

enum pane_id layout_pane(const struct ui *ui, const struct layout *l, int row,
			 int col)
{
	const enum pane_id order[] = {ui->focus,
				      l->side.cols > 0 ? ui->side : PANE_NONE,
				      PANE_NOTES, ui->base};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		struct rect area = layout_area(ui, l, order[i]);
		if (order[i] != PANE_NONE && is_inside(area, row, col))
			return order[i];
	}
	return PANE_NONE;
}

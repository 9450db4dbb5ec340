/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headings of the article; the one being read is marked.
 */
#include "config.h"

#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"

/* The position of the i-th entry: the title, then the headings. */
static struct position entry_at(const struct article *a, uint32_t i)
{
	for (uint32_t b = 0; i > 0 && b < a->blocks.n; b++)
		if (article_block(a, b)->type == BLOCK_HEADING && --i == 0)
			return (struct position){(int32_t)b, 0};
	return (struct position){-1, 0};
}

/* The entry that the top of the screen is under. */
static uint32_t entry_here(const struct ui *ui)
{
	const struct article *a = ui->reader.article;
	uint32_t i = 0;
	for (uint32_t b = 0; b < a->blocks.n; b++)
		if (article_block(a, b)->type == BLOCK_HEADING &&
		    (int32_t)b <= ui->reader.top.at.unit)
			i++;
	return i;
}

static void make_rows(struct ui *ui, int cols)
{
	const struct article *a = ui->reader.article;
	const struct style plain = {0}, dim = {.role = ROLE_DIM};
	struct list *l = &ui->contents;
	uint32_t headings = 0;
	list_clear(l, cols);
	list_text(l, -1, dim, 1, STR("CONTENTS"));
	list_item(l);
	list_text(l, 0, plain, 3, article_str(a, a->title));
	for (uint32_t b = 0; b < a->blocks.n; b++) {
		const struct block *block = article_block(a, b);
		if (block->type != BLOCK_HEADING)
			continue;
		headings++;
		list_item(l);
		list_text(l, block->level > 1 ? 2 * (block->level - 1) : 0,
			  plain, 2, article_str(a, block->text));
	}
	list_end(l);
	if (headings == 0) {
		list_space(l);
		list_text(l, 0, dim, 0, STR("This article has no headings."));
	}
	if (ui->focus != PANE_CONTENTS)
		l->chosen = entry_here(ui);
}

static struct rect list_area(const struct ui *ui, const struct layout *l)
{
	return pane_side_area(ui, l, PANE_CONTENTS);
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	bool has_focus = ui->focus == PANE_CONTENTS;
	pane_draw_side(ui, PANE_CONTENTS, g, l,
		       LIST_MARKED | (has_focus ? LIST_CURSOR : 0));
}

static struct list *list(struct ui *ui)
{
	return &ui->contents;
}

static void follow(struct ui *ui)
{
	struct position at = entry_at(ui->reader.article, ui->contents.chosen);
	history_leave(ui);
	ui_focus(ui, PANE_READER);
	reader_go_position(ui, at);
}

static void close_pane(struct ui *ui)
{
	if (ui->side == PANE_CONTENTS)
		ui->side = ui->side_before;
	ui_focus(ui, ui->base);
}

void contents_open(struct ui *ui)
{
	if (ui->side != PANE_CONTENTS)
		ui->side_before = ui->side;
	ui->side = PANE_CONTENTS;
	ui->contents.chosen = entry_here(ui);
	ui_focus(ui, PANE_CONTENTS);
}

const struct pane contents_pane = {
	.draw = draw,
	.close = close_pane,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};

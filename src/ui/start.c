/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The start page: all articles of the library, set like a page of the rest;
 * / narrows it to titles.
 */
#include "config.h"

#include "ui/history.h"
#include "ui/panes.h"

enum { MARKER_CELLS = 2 };

static void add_head(struct ui *ui, struct list *l)
{
	const struct style bold = {.attributes = ATTR_BOLD},
			   dim = {.role = ROLE_DIM};
	struct library_state state = library_state(ui->lib);
	struct str typed = prompt_text(&ui->start.prompt);
	struct str all = format_number(&ui->frame, state.read);
	list_text(l, 0, bold, 1, STR("The library"));
	if (typed.n)
		list_text(l, 0, dim, 1,
			  arena_printf(&ui->frame,
				       "%.*s of %.*s articles: “%.*s” in the "
				       "title · ESC shows all",
				       STR_ARG(format_number(&ui->frame,
							     ui->start.n)),
				       STR_ARG(all), STR_ARG(typed)));
	else if (!state.is_done)
		list_text(l, 0, dim, 0,
			  STR("Articles appear here as they are read."));
	else
		list_text(l, 0, dim, 0,
			  arena_printf(
				  &ui->frame, "%.*s %s · h helps", STR_ARG(all),
				  state.read == 1 ? "article" : "articles"));
	list_space(l);
}

static void make_rows(struct ui *ui, int cols)
{
	const struct style dim = {.role = ROLE_DIM};
	struct titles *t = &ui->start;
	if (titles_are_old(t, ui))
		titles_find(t, ui, 0);
	if (t->list.cols == cols)
		return;
	list_clear(&t->list, cols);
	add_head(ui, &t->list);
	titles_add_rows(t, ui, true);
	if (t->n == 0 && prompt_text(&t->prompt).n)
		list_text(&t->list, 0, dim, 0,
			  STR("No title has these words; s searches the "
			      "articles themselves."));
	else if (t->n == 0 && library_state(ui->lib).is_done)
		list_text(&t->list, 0, dim, 0,
			  STR("There is no article here. Start pore with the "
			      "name of a file or a folder; q leaves."));
}

/* Titles stand where the text of an article stands. */
static struct rect list_area(const struct ui *ui, const struct layout *l)
{
	struct rect area = l->text;
	(void)ui;
	area.col += l->col >= MARKER_CELLS ? l->col - MARKER_CELLS : 0;
	area.cols = l->measure + MARKER_CELLS;
	if (area.cols > l->text.cols - 1)
		area.cols = l->text.cols - 1;
	return area;
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	unsigned look = ui->focus == PANE_START	   ? LIST_MARKED | LIST_CURSOR
			: ui->focus == PANE_FILTER ? LIST_MARKED
						   : 0;
	pane_draw_list(ui, PANE_START, g, l, look);
}

static struct prompt *filter_prompt(struct ui *ui)
{
	return &ui->start.prompt;
}

static void filter_typed(struct ui *ui)
{
	ui->start.list.chosen = 0;
	titles_find(&ui->start, ui, 0);
}

/* ESC shows all again, the same article chosen. */
static void filter_close(struct ui *ui)
{
	struct titles *t = &ui->start;
	uint32_t id = t->list.chosen < t->n ? t->ids[t->list.chosen] : NO_ITEM;
	prompt_clear(&t->prompt);
	filter_typed(ui);
	for (size_t i = 0; i < t->n; i++)
		if (t->ids[i] == id)
			t->list.chosen = (uint32_t)i;
	ui_focus(ui, PANE_START);
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	(void)l;
	(void)count;
	bool narrows = action == ACTION_FIND || action == ACTION_FIND_BACK;
	bool widens =
		action == ACTION_CANCEL && prompt_text(&ui->start.prompt).n;
	if (narrows)
		ui_focus(ui, PANE_FILTER);
	else if (widens)
		filter_close(ui);
	return narrows || widens;
}

static struct list *list(struct ui *ui)
{
	return &ui->start.list;
}

static void follow(struct ui *ui)
{
	ui_focus(ui, PANE_START);
	titles_follow(&ui->start, ui);
}

void start_open(struct ui *ui)
{
	if (ui->base == PANE_START)
		return;
	history_leave(ui);
	ui->base = PANE_START;
	ui_focus(ui, PANE_START);
}

const struct pane start_pane = {
	.draw = draw,
	.act = act,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};

const struct pane filter_pane = {
	.prompt = filter_prompt,
	.typed = filter_typed,
	.close = filter_close,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};

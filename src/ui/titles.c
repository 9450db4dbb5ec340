/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an article by its title while it is typed; and the list of articles
 * that this pane and the start page share.
 */
#include "config.h"

#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"

enum { TITLES_MAX = 500, PROMPT_ROWS = 2 };

void titles_release(struct titles *t)
{
	prompt_release(&t->prompt);
	arena_release(&t->arena);
	list_release(&t->list);
}

bool titles_are_old(const struct titles *t, const struct ui *ui)
{
	struct library_state now = library_state(ui->lib);
	if (!t->is_made || t->is_done != now.is_done)
		return true;
	return now.read > 0 && now.read / 2 >= t->read;
}

void titles_find(struct titles *t, struct ui *ui, size_t limit)
{
	struct library_state state = library_state(ui->lib);
	arena_release(&t->arena);
	t->n = library_titles(ui->lib, prompt_text(&t->prompt), limit,
			      &t->arena, &t->ids);
	t->read = state.read;
	t->is_done = state.is_done;
	t->is_made = true;
	t->list.cols = 0;
}

static void add_part(struct buf *out, struct str part)
{
	if (part.n && out->n)
		buf_add(out, STR(" · "));
	buf_add(out, part);
}

/* "Series · Authors · 2018-06-13 · 12 min" */
static void describe(struct buf *out, const struct article *a)
{
	add_part(out, article_str(a, a->series));
	for (uint32_t i = 0; i < a->authors.n; i++) {
		if (i > 0)
			buf_add(out, STR(", "));
		if (i > 0)
			buf_add(out,
				article_str(a, article_author(a, i)->name));
		else
			add_part(out,
				 article_str(a, article_author(a, i)->name));
	}
	add_part(out, article_str(a, a->date));
	if (out->n)
		buf_add(out, STR(" · "));
	buf_addf(out, "%u min", reading_minutes(a, 0));
}

void titles_add_rows(struct titles *t, struct ui *ui, bool is_airy)
{
	const struct style plain = {0}, dim = {.role = ROLE_DIM};
	struct buf text = {0};
	for (size_t i = 0; i < t->n; i++) {
		const struct article *a = library_article(ui->lib, t->ids[i]);
		list_item(&t->list);
		if (!a) {
			list_text(&t->list, 0, dim, 1,
				  library_path(ui->lib, t->ids[i]));
			continue;
		}
		text.n = 0;
		describe(&text, a);
		list_text(&t->list, 0, plain, 2, article_str(a, a->title));
		list_text(&t->list, 0, dim, 1, buf_str(&text));
		if (is_airy)
			list_space(&t->list);
	}
	list_end(&t->list);
	buf_release(&text);
}

void titles_follow(struct titles *t, struct ui *ui)
{
	uint32_t chosen = t->list.chosen;
	if (chosen >= t->n)
		return;
	ui->trail.ids.n = 0;
	for (size_t i = 0; i < t->n; i++)
		vec_push(&ui->trail.ids, t->ids[i]);
	trail_set(ui, chosen);
	history_open(ui, library_path(ui->lib, t->ids[chosen]), NULL);
}

static void typed(struct ui *ui)
{
	ui->titles.list.chosen = 0;
	titles_find(&ui->titles, ui, TITLES_MAX);
}

void titles_open(struct ui *ui)
{
	prompt_clear(&ui->titles.prompt);
	typed(ui);
	ui_focus(ui, PANE_TITLES);
}

static void make_rows(struct ui *ui, int cols)
{
	const struct style dim = {.role = ROLE_DIM};
	struct titles *t = &ui->titles;
	if (titles_are_old(t, ui))
		titles_find(t, ui, TITLES_MAX);
	if (t->list.cols == cols)
		return;
	list_clear(&t->list, cols);
	titles_add_rows(t, ui, false);
	if (t->n == 0)
		list_text(&t->list, 0, dim, 0,
			  prompt_text(&t->prompt).n
				  ? STR("No title has these words. s searches "
					"the articles themselves.")
				  : STR("The library is empty."));
}

static struct rect list_area(const struct ui *ui, const struct layout *l)
{
	(void)ui;
	return (struct rect){l->over.row + PROMPT_ROWS, l->over.col,
			     l->over.rows - PROMPT_ROWS, l->over.cols - 1};
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	struct rect area = l->over;
	struct rect line = {area.row, 1, area.rows, area.cols - 1};
	int end = prompt_paint(&ui->titles.prompt, g, line, STR("Title: "));
	struct str progress = format_progress(ui);
	int cells = (int)progress.n;
	if (end + cells + 3 < area.cols)
		paint_text(g, area, 0, area.cols - cells - 1, progress,
			   (struct style){.role = ROLE_DIM});
	if (area.rows <= PROMPT_ROWS)
		return;
	line_draw_across(ui, g, area.row + 1, 0, area.cols);
	pane_draw_list(ui, PANE_TITLES, g, l, LIST_MARKED);
}

static struct list *list(struct ui *ui)
{
	return &ui->titles.list;
}

static void follow(struct ui *ui)
{
	ui_keep_line(ui, UI_PROMPT_TITLE);
	titles_follow(&ui->titles, ui);
}

static struct prompt *prompt(struct ui *ui)
{
	return &ui->titles.prompt;
}

const struct pane titles_pane = {
	.draw = draw,
	.prompt = prompt,
	.typed = typed,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};

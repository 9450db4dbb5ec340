/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header, the status line, and the thin lines between panes. The status
 * line says the first of: a prompt, a message, the number being typed, where
 * the chosen link leads, how many matches there are, what helps now.
 */
#include "config.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/panes.h"
#include "ui/reader.h"
#include "ui/target.h"

static const struct style dim = {.role = ROLE_DIM};

struct str marker(const struct ui *ui)
{
	return ui->options.ascii ? STR(">") : STR("›");
}

/* NOLINTNEXTLINE(misc-no-recursion): seven deep, for 2^64 */
struct str format_number(struct arena *arena, uint64_t number)
{
	if (number < 1000)
		return arena_printf(arena, "%u", (unsigned)number);
	return arena_printf(arena, "%.*s,%03u",
			    STR_ARG(format_number(arena, number / 1000)),
			    (unsigned)(number % 1000));
}

struct str format_progress(struct ui *ui)
{
	struct library_state s = library_state(ui->lib);
	if (s.is_done)
		return STR("");
	if (!s.is_walked)
		return arena_printf(
			&ui->frame, "%.*s files found",
			STR_ARG(format_number(&ui->frame, s.found)));
	return arena_printf(&ui->frame, "%.*s of %.*s read",
			    STR_ARG(format_number(&ui->frame, s.read)),
			    STR_ARG(format_number(&ui->frame, s.found)));
}

void line_draw_across(struct ui *ui, struct grid *g, int row, int col, int cols)
{
	paint_fill(g, (struct rect){row, col, 1, cols},
		   ui->options.ascii ? STR("-") : STR("─"), dim);
}

void line_draw_down(struct ui *ui, struct grid *g, int row, int col, int rows)
{
	paint_fill(g, (struct rect){row, col, rows, 1},
		   ui->options.ascii ? STR("|") : STR("│"), dim);
}

/* The line above the notes; the one beside the text ends in it. */
void rule_draw(struct ui *ui, struct grid *g, const struct layout *l,
	       bool has_focus)
{
	struct rect rule = {l->notes.row - 1, 0, 1, l->over.cols};
	struct style style = dim;
	line_draw_across(ui, g, rule.row, 0, rule.cols);
	if (l->side.cols > 0 && !ui->options.ascii)
		paint_text(g, rule, 0, l->side.col - 1, STR("┴"), dim);
	if (has_focus)
		style = (struct style){ROLE_ACCENT, ATTR_BOLD};
	int col = l->col > 2 ? l->col - 1 : 2;
	paint_text(g, rule, 0, col, STR(" Notes "), style);
	if (has_focus)
		paint_text(g, rule, 0, col - 1, marker(ui), style);
	int more = l->n_note_lines - ui->notes.top - l->notes.rows;
	if (more > 0)
		paint_text(g, rule, 0, col + 7,
			   arena_printf(&ui->frame, " %d more %s ", more,
					more == 1 ? "line" : "lines"),
			   dim);
}

/* The folder an article is in. */
static struct str folder(struct str path)
{
	size_t end = path.n, start;
	while (end > 0 && path.p[end - 1] != '/')
		end--;
	if (end == 0)
		return STR("");
	for (start = --end; start > 0 && path.p[start - 1] != '/'; start--)
		;
	struct str name = str_sub(path, start, end);
	return str_eq(name, STR(".")) || str_eq(name, STR("..")) ? STR("")
								 : name;
}

void header_draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	struct rect area = {0, 0, l->header, ui->cols};
	struct str left = STR("pore"), right = format_progress(ui);
	if (ui->base == PANE_READER && ui->reader.article) {
		const struct article *a = ui->reader.article;
		int percent = reader_percent(ui, l);
		struct buf clean = {0};
		utf8_clean(&clean, folder(buf_str(&ui->reader.path)));
		left = arena_str(&ui->frame, buf_str(&clean));
		buf_release(&clean);
		left = arena_printf(&ui->frame, "%.*s%s%.*s", STR_ARG(left),
				    left.n && a->series.n ? " · " : "",
				    STR_ARG(article_str(a, a->series)));
		right = arena_printf(&ui->frame, "%u min · %d%%",
				     reading_minutes(a, percent), percent);
	}
	int cells = (int)width_text(right), col = ui->cols - cells - 1;
	if (col < 1)
		col = ui->cols;
	paint_cut(g, area, 0, 1, col - 2, left, dim);
	paint_text(g, area, 0, col, right, dim);
}

/* "3 of 17" */
static struct str format_matches(struct ui *ui, const struct layout *layout)
{
	const struct lights *l = &ui->lights;
	if (l->pattern.n == 0)
		return STR("");
	if (l->n == 0)
		return STR("not found");
	if (l->current < l->n &&
	    reader_is_in_sight(ui, layout, match_position(&l->at[l->current])))
		return arena_printf(
			&ui->frame, "%.*s of %.*s",
			STR_ARG(format_number(&ui->frame, l->current + 1)),
			STR_ARG(format_number(&ui->frame, l->n)));
	return arena_printf(&ui->frame, "%.*s %s",
			    STR_ARG(format_number(&ui->frame, l->n)),
			    l->n == 1 ? "match" : "matches");
}

static void draw_right(struct grid *g, struct rect area, int from,
		       struct str text)
{
	int col = area.cols - (int)width_text(text) - 1;
	if (col > from)
		paint_text(g, area, 0, col, text, dim);
}

static void draw_find(struct ui *ui, struct grid *g, const struct layout *l)
{
	struct rect area = l->status;
	const struct find *f = &ui->find;
	struct str label = ui->focus == PANE_ONLY ? STR("&")
			   : f->is_backward	  ? STR("?")
						  : STR("/");
	struct rect line = {area.row, area.col + 1, area.rows, area.cols - 1};
	struct str right = format_matches(ui, l);
	int room = line.cols - (int)width_text(right) - 3;
	if (room >= 8)
		line.cols = room;
	int end = prompt_paint(&f->prompt, g, line, label) + 1;
	if (f->flags)
		right = arena_printf(
			&ui->frame, "%s%s%.*s",
			f->flags & FOLD_CASE ? "case counts · " : "",
			f->flags & FOLD_ACCENTS ? "accents count · " : "",
			STR_ARG(right));
	draw_right(g, area, end, right);
}

/* As many of the hints as fit, whole ones, the most useful first. */
static struct str whole_hints(struct str hints, int cells)
{
	const struct str dot = STR(" · ");
	size_t fits = 0;
	for (size_t at = 0; at < hints.n; at += dot.n) {
		at = str_find(hints, dot, at);
		if ((int)width_text(str_sub(hints, 0, at)) > cells)
			break;
		fits = at;
	}
	return str_sub(hints, 0, fits);
}

/* What helps now, when there is nothing else to say. */
static struct str hint(struct ui *ui, const struct layout *l)
{
	if (ui->focus == PANE_HELP)
		return STR("RET does it · q closes");
	if (ui->focus == PANE_START)
		return STR("RET opens · h helps · / narrows · s searches");
	if (ui->focus == PANE_RELATED || ui->focus == PANE_CONTENTS)
		return STR("RET opens · q closes");
	if (ui->focus == PANE_NOTES)
		return STR("j k scroll · ^W leaves");
	if (ui->focus == PANE_SEARCH || ui->focus == PANE_TITLES)
		return STR("RET opens · ESC leaves");
	if (ui->base != PANE_READER || !ui->reader.article)
		return STR("");
	if (ui->reader.kept)
		return STR("& RET shows all · only paragraphs that match are "
			   "here");
	if (ui->reader.shown == 1 && ui->reader.top.at.unit < 0)
		return STR("SPACE next page · h help · s search · r related");
	if (reader_is_at_end(ui, l))
		return STR("The end · r related · ~ the library");
	return STR("");
}

static struct str awaited(struct ui *ui)
{
	switch (ui->awaited) {
	case AWAIT_MARK:
		return STR("Mark this place with the letter …");
	case AWAIT_GO_MARK:
		return STR("Go to the mark …");
	case AWAIT_HINT:
		return STR("Open the link …");
	case AWAIT_HINT_BROWSE:
		return STR("Open in the web browser the link …");
	case AWAIT_NONE:
		break;
	}
	return STR("");
}

static struct str quiet_text(struct ui *ui, const struct layout *l, int room)
{
	if (ui->awaited != AWAIT_NONE)
		return awaited(ui);
	if (ui->count)
		return arena_printf(&ui->frame, "%u", ui->count);
	if (ui->focus == ui->base && ui->base == PANE_READER) {
		struct str url = target_url(ui);
		if (url.n)
			return url;
	}
	return whole_hints(hint(ui, l), room);
}

void status_draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	struct rect area = l->status;
	struct str message = buf_str(&ui->message);
	struct style style = dim;
	if (ui->focus == PANE_COMMAND)
		return;
	if (ui->focus == PANE_FIND || ui->focus == PANE_ONLY) {
		draw_find(ui, g, l);
		return;
	}
	if (ui->focus == PANE_FILTER) {
		int end = prompt_paint(&ui->start.prompt, g, area, STR(" /"));
		draw_right(g, area, end,
			   arena_printf(&ui->frame, "%u titles",
					(unsigned)ui->start.n));
		return;
	}
	struct str right = STR("");
	int room = area.cols - 2;
	if (ui->base == PANE_READER && ui->focus == PANE_READER &&
	    !ui->lights.are_hidden && message.n == 0)
		right = format_matches(ui, l);
	if (right.n)
		room -= (int)width_text(right) + 2;
	if (message.n)
		style = ui->is_error ? (struct style){ROLE_ERROR, ATTR_BOLD}
				     : (struct style){0};
	else
		message = quiet_text(ui, l, room);
	int end = paint_cut(g, area, 0, 1, room, message, style);
	draw_right(g, area, end, right);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What actions do that no pane has for itself: on the screen, on the article,
 * on the library.
 */
#include "config.h"

#include "ui/history.h"
#include "ui/notes.h"
#include "ui/panes.h"
#include "ui/reader.h"

enum { MEASURE_MIN = 20, MEASURE_MAX = 200 };

void trail_set(struct ui *ui, size_t at)
{
	ui->trail.at = at;
}

void trail_walk(struct ui *ui, int direction, uint32_t count)
{
	struct trail *t = &ui->trail;
	size_t by = count ? count : 1;
	if (t->ids.n == 0) {
		ui_say(ui, false,
		       "This article was not opened from a list; ~ shows one.");
	} else if (direction > 0 && t->at + by >= t->ids.n) {
		ui_say(ui, false, "This is the last article of the list.");
	} else if (direction < 0 && t->at < by) {
		ui_say(ui, false, "This is the first article of the list.");
	} else {
		t->at = direction > 0 ? t->at + by : t->at - by;
		history_open(ui, library_path(ui->lib, t->ids.at[t->at]), NULL);
	}
}

/* To the next pane in sight, around. */
static void next_pane(struct ui *ui, const struct layout *l)
{
	const enum pane_id order[] = {
		ui->base,
		l->side.cols > 0 ? ui->side : PANE_NONE,
		l->notes.rows > 0 ? PANE_NOTES : PANE_NONE,
	};
	const size_t n = sizeof order / sizeof *order;
	size_t at = 0;
	while (at < n && order[at] != ui->focus)
		at++;
	for (size_t i = 1; i <= n; i++) {
		enum pane_id next = order[(at + i) % n];
		if (next != PANE_NONE) {
			ui_focus(ui, next);
			return;
		}
	}
}

static void act_related(struct ui *ui)
{
	if (ui->focus == PANE_RELATED) {
		pane_close(ui, PANE_RELATED);
		return;
	}
	ui->side = PANE_RELATED;
	ui_focus(ui, PANE_RELATED);
}

static void act_notes(struct ui *ui, uint32_t count)
{
	if (ui->reader.article->notes.n == 0) {
		ui_say(ui, false, "This article has no notes.");
	} else if (count) {
		uint32_t note = notes_number(ui, count);
		if (note == NO_INDEX)
			ui_say(ui, true, "There is no note %u.", count);
		else
			notes_show(ui, note);
	} else if (ui->notes.shown != NO_INDEX && ui->notes.is_off) {
		ui->notes.shown = NO_INDEX;
	} else {
		ui->notes.is_off = !ui->notes.is_off;
		ui->notes.shown = NO_INDEX;
		ui_say(ui, false,
		       ui->notes.is_off ? "Notes are hidden; x shows them."
					: "Notes are shown below the text.");
	}
}

static void act_measure(struct ui *ui, const struct layout *l, int by)
{
	int measure = l->measure + by;
	if (measure < MEASURE_MIN || measure > MEASURE_MAX ||
	    (by > 0 && ui->measure > l->measure)) {
		ui_say(ui, false, "Lines can't be %s here.",
		       by > 0 ? "longer" : "shorter");
		return;
	}
	ui->measure = measure;
	ui_say(ui, false, "Lines are at most %d cells long.", measure);
}

static void act_where(struct ui *ui, const struct layout *l)
{
	const struct article *a = ui->reader.article;
	int percent = reader_percent(ui, l);
	ui_say(ui, false, "%.*s · %.*s words · %u min left · %d%% · %.*s",
	       STR_ARG(article_str(a, a->title)),
	       STR_ARG(format_number(&ui->frame, a->words)),
	       reading_minutes(a, percent), percent,
	       STR_ARG(buf_str(&ui->reader.path)));
}

/* Lets go of one thing after the other. */
static void act_cancel(struct ui *ui)
{
	if (ui->focus != ui->base) {
		pane_close(ui, ui->focus);
	} else if (ui->notes.shown != NO_INDEX) {
		ui->notes.shown = NO_INDEX;
	} else if (ui->reader.chosen.type != TARGET_NONE) {
		ui->reader.chosen = (struct target){0};
	} else if (ui->reader.kept) {
		reader_narrow(ui, false);
	} else if (ui->lights.n && !ui->lights.are_hidden) {
		ui->lights.are_hidden = true;
	}
}

static void reload(struct ui *ui)
{
	ui->coming = (struct coming){.is_set = true,
				     .arrival = ARRIVE_RELOAD,
				     .top = ui->reader.top};
	ui_effect(ui, EFFECT_RELOAD, buf_str(&ui->reader.path), STR(""));
	ui->effect.at = ui->reader.top.at;
	ui->effect.has_position = true;
}

/* What needs an article on the screen. */
static bool is_about_article(enum action action)
{
	switch (action) {
	case ACTION_FIND:
	case ACTION_FIND_BACK:
	case ACTION_ONLY:
	case ACTION_NEXT_MATCH:
	case ACTION_PREVIOUS_MATCH:
	case ACTION_UNLIGHT:
	case ACTION_NOTES:
	case ACTION_NOTE_PLACE:
	case ACTION_RELATED:
	case ACTION_CONTENTS:
	case ACTION_WHERE:
	case ACTION_RELOAD:
	case ACTION_MARK:
		return true;
	default:
		return false;
	}
}

static bool act_on_article(struct ui *ui, const struct layout *l,
			   enum action action, uint32_t count)
{
	bool has_article = ui->base == PANE_READER && ui->reader.article;
	if (!has_article && is_about_article(action))
		ui_say(ui, false, "That is for an article; RET opens one.");
	if (!has_article)
		return is_about_article(action);
	switch (action) {
	case ACTION_FIND:
	case ACTION_FIND_BACK:
		find_open(ui, action == ACTION_FIND_BACK);
		return true;
	case ACTION_ONLY:
		only_open(ui);
		return true;
	case ACTION_NEXT_MATCH:
		reader_walk(ui, ui->find.is_backward ? -1 : 1, count);
		return true;
	case ACTION_PREVIOUS_MATCH:
		reader_walk(ui, ui->find.is_backward ? 1 : -1, count);
		return true;
	case ACTION_UNLIGHT:
		ui->lights.are_hidden = !ui->lights.are_hidden;
		return true;
	case ACTION_NOTES:
		act_notes(ui, count);
		return true;
	case ACTION_NOTE_PLACE:
		notes_place(ui);
		return true;
	case ACTION_RELATED:
		act_related(ui);
		return true;
	case ACTION_CONTENTS:
		if (ui->focus == PANE_CONTENTS)
			pane_close(ui, PANE_CONTENTS);
		else
			contents_open(ui);
		return true;
	case ACTION_WHERE:
		act_where(ui, l);
		return true;
	case ACTION_RELOAD:
		reload(ui);
		return true;
	case ACTION_MARK:
		ui->awaited = AWAIT_MARK;
		return true;
	default:
		return false;
	}
}

static bool act_on_screen(struct ui *ui, const struct layout *l,
			  enum action action)
{
	switch (action) {
	case ACTION_NEXT_PANE:
		next_pane(ui, l);
		return true;
	case ACTION_WIDER:
		act_measure(ui, l, 2);
		return true;
	case ACTION_NARROWER:
		act_measure(ui, l, -2);
		return true;
	case ACTION_WRAP:
		ui->wraps = !ui->wraps;
		ui->reader.sideways = 0;
		ui_say(ui, false,
		       ui->wraps ? "Long lines of code and tables are broken."
				 : "Long lines of code and tables are left "
				   "whole; Left and Right move them.");
		return true;
	case ACTION_ALONE:
		ui->is_alone = !ui->is_alone;
		ui_focus(ui, ui->base);
		return true;
	case ACTION_CANCEL:
		act_cancel(ui);
		return true;
	case ACTION_CLOSE:
		if (ui->focus != ui->base)
			pane_close(ui, ui->focus);
		else
			ui_effect(ui, EFFECT_QUIT, STR(""), STR(""));
		return true;
	case ACTION_QUIT:
		ui_effect(ui, EFFECT_QUIT, STR(""), STR(""));
		return true;
	case ACTION_REPAINT:
		ui_effect(ui, EFFECT_REPAINT, STR(""), STR(""));
		return true;
	case ACTION_SUSPEND:
		ui_effect(ui, EFFECT_SUSPEND, STR(""), STR(""));
		return true;
	default:
		return false;
	}
}

static bool act_on_library(struct ui *ui, enum action action, uint32_t count)
{
	switch (action) {
	case ACTION_SEARCH:
	case ACTION_RESULTS:
		search_open(ui, action == ACTION_RESULTS);
		return true;
	case ACTION_NEXT_HIT:
		search_walk(ui, 1, count);
		return true;
	case ACTION_PREVIOUS_HIT:
		search_walk(ui, -1, count);
		return true;
	case ACTION_TITLES:
		titles_open(ui);
		return true;
	case ACTION_NEXT_ARTICLE:
		trail_walk(ui, 1, count);
		return true;
	case ACTION_PREVIOUS_ARTICLE:
		trail_walk(ui, -1, count);
		return true;
	case ACTION_START:
		start_open(ui);
		return true;
	case ACTION_BACK:
		history_back(ui);
		return true;
	case ACTION_FORWARD:
		history_forward(ui);
		return true;
	case ACTION_GO_MARK:
		ui->awaited = AWAIT_GO_MARK;
		return true;
	case ACTION_COMMAND:
		command_open(ui);
		return true;
	case ACTION_HELP:
		ui->help.chosen = 0;
		ui_focus(ui, PANE_HELP);
		return true;
	default:
		return false;
	}
}

void ui_act(struct ui *ui, enum action action, uint32_t count)
{
	struct layout l = layout_of(ui);
	enum pane_id focus = ui->focus;
	if (pane_act(ui, focus, &l, action, count))
		return;
	if (act_on_screen(ui, &l, action))
		return;
	/* The help lies over what the action is about. */
	if (ui->focus == PANE_HELP)
		ui_focus(ui, ui->base);
	if (act_on_article(ui, &l, action, count) ||
	    act_on_library(ui, action, count))
		return;
	if (ui->base != focus)
		pane_act(ui, ui->base, &l, action, count);
}

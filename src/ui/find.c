/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding text in the article while it is typed, and narrowing the article to
 * the paragraphs that have it.
 */
#include "config.h"

#include "base/mem.h"
#include "text/fold.h"
#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"

static void open_prompt(struct ui *ui, enum pane_id pane)
{
	struct find *f = &ui->find;
	f->origin = ui->reader.top;
	f->before.n = 0;
	buf_add(&f->before, buf_str(&ui->lights.pattern));
	f->was_query = ui->lights.is_query;
	prompt_clear(&f->prompt);
	ui_focus(ui, pane);
}

void find_open(struct ui *ui, bool is_backward)
{
	ui->find.is_backward = is_backward;
	open_prompt(ui, PANE_FIND);
}

void only_open(struct ui *ui)
{
	open_prompt(ui, PANE_ONLY);
	ui->find.kept = ui->reader.kept;
	ui->reader.kept = NULL;
}

/* Lights the places of a text that are on the page as it is narrowed. */
static void light(struct ui *ui, struct str text)
{
	lights_find(&ui->lights, ui->reader.article, text, ui->find.flags);
	if (ui->reader.kept)
		lights_keep(&ui->lights, ui->reader.kept);
}

static struct prompt *find_prompt(struct ui *ui)
{
	return &ui->find.prompt;
}

/* To the nearest match from where the prompt was opened. */
static void find_typed(struct ui *ui)
{
	struct find *f = &ui->find;
	struct lights *l = &ui->lights;
	light(ui, prompt_text(&f->prompt));
	ui->reader.top = f->origin;
	if (l->n == 0)
		return;
	size_t at = lights_from(l, f->origin.at);
	if (f->is_backward)
		at = at ? at - 1 : l->n - 1;
	l->current = at < l->n ? at : 0;
	reader_reveal(ui, match_position(&l->at[l->current]));
}

/* Puts back what was lit when the prompt was opened. */
static void find_restore(struct ui *ui)
{
	struct find *f = &ui->find;
	if (f->was_query)
		lights_query(&ui->lights, ui->lib, ui->reader.article,
			     buf_str(&f->before));
	else
		light(ui, buf_str(&f->before));
	ui->reader.top = f->origin;
}

static void find_close(struct ui *ui)
{
	find_restore(ui);
	ui_focus(ui, PANE_READER);
}

static void find_accept(struct ui *ui)
{
	struct find *f = &ui->find;
	ui_focus(ui, PANE_READER);
	if (prompt_text(&f->prompt).n == 0) {
		find_restore(ui);
		reader_walk(ui, f->is_backward ? -1 : 1, 1);
		return;
	}
	ui_keep_line(ui, UI_PROMPT_FIND);
	ui->reader.chosen = (struct target){0};
	struct top found = ui->reader.top;
	ui->reader.top = f->origin;
	history_jump(ui);
	ui->reader.top = found;
	if (ui->lights.n == 0)
		ui_say(ui, false, "“%.*s” is not in this article.",
		       STR_ARG(prompt_text(&f->prompt)));
}

void ui_find(struct ui *ui, struct str text)
{
	if (ui->base != PANE_READER || !ui->reader.article)
		return;
	find_open(ui, false);
	prompt_insert(&ui->find.prompt, text);
	find_typed(ui);
	find_accept(ui);
}

/* The toggles that the prompts of text have in common. */
static bool toggle(struct ui *ui, enum action action)
{
	if (action == ACTION_MATCH_CASE)
		ui->find.flags ^= FOLD_CASE;
	else if (action == ACTION_MATCH_ACCENTS)
		ui->find.flags ^= FOLD_ACCENTS;
	else
		return false;
	pane_of(ui->focus)->typed(ui);
	return true;
}

static bool find_act(struct ui *ui, const struct layout *l, enum action action,
		     uint32_t count)
{
	(void)l;
	(void)count;
	if (action == ACTION_ACCEPT)
		find_accept(ui);
	else if (action == ACTION_CHOICE_NEXT && ui->lights.n)
		reader_walk(ui, 1, 1);
	else if (action == ACTION_CHOICE_PREVIOUS && ui->lights.n)
		reader_walk(ui, -1, 1);
	else
		return toggle(ui, action);
	return true;
}

const struct pane find_pane = {
	.act = find_act,
	.prompt = find_prompt,
	.typed = find_typed,
	.close = find_close,
};

/* All is shown while nothing matches. */
static void only_typed(struct ui *ui)
{
	struct find *f = &ui->find;
	mem_free(ui->reader.kept);
	ui->reader.kept = NULL;
	light(ui, prompt_text(&f->prompt));
	reader_narrow(ui, ui->lights.n > 0);
	if (ui->lights.n)
		reader_go_position(ui, match_position(&ui->lights.at[0]));
	else
		ui->reader.top = f->origin;
}

static void only_close(struct ui *ui)
{
	mem_free(ui->reader.kept);
	ui->reader.kept = ui->find.kept;
	ui->find.kept = NULL;
	find_restore(ui);
	ui_focus(ui, PANE_READER);
}

static void only_accept(struct ui *ui)
{
	struct prompt *p = &ui->find.prompt;
	mem_free(ui->find.kept);
	ui->find.kept = NULL;
	ui_focus(ui, PANE_READER);
	ui_keep_line(ui, UI_PROMPT_FIND);
	if (prompt_text(p).n && ui->lights.n == 0)
		ui_say(ui, false, "No paragraph has “%.*s”; all are shown.",
		       STR_ARG(prompt_text(p)));
	if (prompt_text(p).n == 0) {
		reader_narrow(ui, false);
		ui->reader.top = ui->find.origin;
		ui_say(ui, false, "All paragraphs are shown.");
	}
}

static bool only_act(struct ui *ui, const struct layout *l, enum action action,
		     uint32_t count)
{
	(void)l;
	(void)count;
	if (action == ACTION_ACCEPT)
		only_accept(ui);
	else
		return toggle(ui, action);
	return true;
}

const struct pane only_pane = {
	.act = only_act,
	.prompt = find_prompt,
	.typed = only_typed,
	.close = only_close,
};

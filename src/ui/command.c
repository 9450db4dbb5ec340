/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doing an action by its name; TAB completes, and again: the next that fits.
 * less' :n, :p and :q are short for three of them.
 */
#include "config.h"

#include "ui/panes.h"

static const struct {
	const char *name;
	enum action action;
} shorts[] = {
	{"n", ACTION_NEXT_ARTICLE},
	{"p", ACTION_PREVIOUS_ARTICLE},
	{"q", ACTION_QUIT},
};

void command_open(struct ui *ui)
{
	prompt_clear(&ui->command);
	ui->stem.n = 0;
	ui_focus(ui, PANE_COMMAND);
}

static bool begins(enum action action, struct str typed)
{
	const struct action_info *info = action_info(action);
	return !info->is_typing && str_starts(str_of(info->name), typed);
}

/* The next action after `from` whose name begins so, around the end. */
static enum action next_that_begins(enum action from, struct str typed)
{
	for (int i = 1; i <= ACTIONS; i++) {
		enum action a = (enum action)(((int)from + i) % ACTIONS);
		if (a != ACTION_NONE && begins(a, typed))
			return a;
	}
	return ACTION_NONE;
}

/* What RET would do. */
static enum action meant(const struct ui *ui)
{
	struct str typed = str_trim(prompt_text(&ui->command));
	for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
		if (str_eq(str_of(shorts[i].name), typed))
			return shorts[i].action;
	enum action exact = action_by_name(typed);
	if (exact != ACTION_NONE && !action_info(exact)->is_typing)
		return exact;
	return typed.n ? next_that_begins(ACTION_NONE, typed) : ACTION_NONE;
}

static void complete(struct ui *ui)
{
	struct prompt *p = &ui->command;
	enum action from = ACTION_NONE;
	if (ui->stem.n &&
	    begins(action_by_name(prompt_text(p)), buf_str(&ui->stem))) {
		from = action_by_name(prompt_text(p));
	} else {
		ui->stem.n = 0;
		buf_add(&ui->stem, prompt_text(p));
	}
	enum action to = next_that_begins(from, buf_str(&ui->stem));
	if (to != ACTION_NONE)
		prompt_set(p, str_of(action_info(to)->name));
}

static void accept(struct ui *ui)
{
	enum action action = meant(ui);
	struct str typed = str_trim(prompt_text(&ui->command));
	ui_focus(ui, ui->base);
	ui_keep_line(ui, UI_PROMPT_COMMAND);
	if (action != ACTION_NONE)
		ui_act(ui, action, 0);
	else if (typed.n)
		ui_say(ui, true, "There is no command “%.*s”; h names them.",
		       STR_ARG(typed));
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	(void)l;
	(void)count;
	if (action == ACTION_ACCEPT)
		accept(ui);
	else if (action == ACTION_COMPLETE)
		complete(ui);
	else
		return false;
	return true;
}

static struct prompt *prompt(struct ui *ui)
{
	return &ui->command;
}

static void typed(struct ui *ui)
{
	ui->stem.n = 0;
}

/* In the status line, behind what is typed: what it would do. */
static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	const struct style dim = {.role = ROLE_DIM};
	enum action action = meant(ui);
	const struct action_info *info = action_info(action);
	bool is_whole = str_eq(prompt_text(&ui->command), str_of(info->name));
	int col = prompt_paint(&ui->command, g, l->status, STR(":"));
	if (action != ACTION_NONE)
		paint_cut(g, l->status, 0, col + 2, l->status.cols - col - 3,
			  is_whole ? str_of(info->what)
				   : arena_printf(&ui->frame, "%s: %s",
						  info->name, info->what),
			  dim);
	else
		paint_cut(g, l->status, 0, col + 2, l->status.cols - col - 3,
			  STR("the name of a command; TAB completes"), dim);
}

const struct pane command_pane = {
	.draw = draw,
	.act = act,
	.prompt = prompt,
	.typed = typed,
};

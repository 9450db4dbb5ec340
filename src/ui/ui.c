/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events go to the pane that has the focus, then to what lies below it:
 *
 *     key -> letter awaited -> prompt of the pane -> keymap, number
 *         -> action of the pane -> of the whole (act.c) -> of the base
 *
 * After each event the panes in sight are laid, so that the next one finds
 * them as they are to be seen, whether or not they have been drawn. Drawing is
 * always whole: base, what stands beside and below it, what lies over it,
 * status line.
 */
#include "config.h"

#include "ui/ui.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "ui/history.h"
#include "ui/notes.h"
#include "ui/panes.h"
#include "ui/reader.h"
#include "ui/target.h"

enum { COUNT_MAX = 100000000 };

struct ui *ui_new(struct library *lib, const struct ui_options *options)
{
	struct ui *ui = mem_new(sizeof *ui);
	ui->lib = lib;
	ui->options = *options;
	ui->measure = options->measure ? (int)options->measure : 72;
	ui->rows = 24;
	ui->cols = 80;
	ui->base = ui->focus = PANE_START;
	ui->side = options->sidebar == SIDEBAR_OFF ? PANE_NONE : PANE_RELATED;
	ui->side_before = ui->side;
	ui->notes.is_off = options->notes == NOTES_END;
	ui->notes.shown = NO_INDEX;
	ui->lights.current = ui->search.lights.current = NO_MATCH;
	keymap_init(&ui->keymap);
	return ui;
}

void ui_free(struct ui *ui)
{
	if (!ui)
		return;
	reader_release(ui);
	history_release(ui);
	lights_release(&ui->lights);
	prompt_release(&ui->find.prompt);
	buf_release(&ui->find.before);
	mem_free(ui->find.kept);
	prompt_release(&ui->command);
	buf_release(&ui->stem);
	arena_release(&ui->related.arena);
	list_release(&ui->related.list);
	list_release(&ui->contents);
	list_release(&ui->help);
	prompt_release(&ui->search.prompt);
	arena_release(&ui->search.arena);
	lights_release(&ui->search.lights);
	if (ui->search.page)
		page_free(ui->search.page);
	titles_release(&ui->titles);
	titles_release(&ui->start);
	vec_release(&ui->trail.ids);
	keymap_release(&ui->keymap);
	buf_release(&ui->message);
	buf_release(&ui->path);
	buf_release(&ui->text);
	buf_release(&ui->line);
	arena_release(&ui->frame);
	mem_free(ui);
}

void ui_focus(struct ui *ui, enum pane_id pane)
{
	ui->focus = pane;
}

static void set_buf(struct buf *b, struct str s)
{
	struct buf copy = {0};
	buf_add(&copy, s);
	buf_release(b);
	*b = copy;
}

void ui_effect(struct ui *ui, enum effect_type type, struct str path,
	       struct str text)
{
	set_buf(&ui->path, path);
	set_buf(&ui->text, text);
	ui->effect.type = type;
	ui->effect.path = buf_str(&ui->path);
	ui->effect.text = buf_str(&ui->text);
}

static struct prompt *prompt_of(struct ui *ui, enum ui_prompt which)
{
	switch (which) {
	case UI_PROMPT_SEARCH:
		return &ui->search.prompt;
	case UI_PROMPT_FIND:
		return &ui->find.prompt;
	case UI_PROMPT_TITLE:
		return &ui->titles.prompt;
	case UI_PROMPT_COMMAND:
		return &ui->command;
	case UI_PROMPT_NONE:
	case UI_PROMPTS:
		break;
	}
	BUG("there is no such prompt");
}

void ui_keep_line(struct ui *ui, enum ui_prompt which)
{
	struct prompt *p = prompt_of(ui, which);
	if (prompt_text(p).n == 0)
		return;
	prompt_remember(p);
	set_buf(&ui->line, prompt_text(p));
	ui->effect.prompt = which;
	ui->effect.line = buf_str(&ui->line);
}

void ui_recall(struct ui *ui, enum ui_prompt which, struct str line)
{
	prompt_recall(prompt_of(ui, which), line);
}

void ui_say(struct ui *ui, bool is_error, const char *format, ...)
{
	char text[512];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	/* A name in it may be anything, and cut in the middle of a letter. */
	ui->message.n = 0;
	utf8_clean(&ui->message, str_of(text));
	for (size_t i = 0; i < ui->message.n; i++)
		if (ui->message.p[i] == '\n' || ui->message.p[i] == '\t')
			ui->message.p[i] = ' ';
	ui->is_error = is_error;
}

/* --------------------------------------------------------------- laying */

static bool is_over_all(enum pane_id pane)
{
	return pane == PANE_SEARCH || pane == PANE_TITLES || pane == PANE_HELP;
}

enum { PANES_IN_SIGHT = 4 };

/* The lowest first. */
static size_t panes_in_sight(const struct ui *ui, const struct layout *l,
			     enum pane_id out[PANES_IN_SIGHT])
{
	size_t n = 0;
	bool is_there = false;
	if (!is_over_all(ui->focus)) {
		out[n++] = ui->base;
		if (l->side.cols > 0)
			out[n++] = ui->side;
		if (l->notes.rows > 0)
			out[n++] = PANE_NOTES;
	}
	for (size_t i = 0; i < n; i++)
		is_there |= out[i] == ui->focus;
	if (!is_there)
		out[n++] = ui->focus;
	return n;
}

static void lay(struct ui *ui)
{
	enum pane_id panes[PANES_IN_SIGHT];
	struct layout l = layout_of(ui);
	if (ui->focus == PANE_NOTES && l.notes.rows <= 0)
		ui_focus(ui, ui->base);
	size_t n = panes_in_sight(ui, &l, panes);
	for (size_t i = 0; i < n; i++)
		pane_lay(ui, panes[i], &l);
}

/* --------------------------------------------------- what main has to say */

void ui_show(struct ui *ui, struct article *article, struct str path,
	     struct position at)
{
	struct coming coming = ui->coming;
	bool is_reload = coming.is_set && coming.arrival == ARRIVE_RELOAD;
	if (coming.is_set)
		history_arrive(ui);
	else if (ui->reader.article)
		history_leave(ui);
	ui->base = PANE_READER;
	ui_focus(ui, PANE_READER);
	reader_narrow(ui, false);
	reader_take(ui, article, path);
	ui->notes.shown = NO_INDEX;
	ui->notes.has_origin = false;
	ui->related.list.chosen = 0;
	reader_go_position(ui, at);
	if (coming.is_set && position_cmp(coming.top.at, at) == 0)
		ui->reader.top.above = coming.top.above;
	if (is_reload) {
		lights_again(&ui->lights, ui->lib, article);
	} else if (coming.is_hit) {
		reader_go_position(ui, (struct position){-1, 0});
		hit_light(ui, at);
		reader_reveal(ui, at);
	} else {
		lights_clear(&ui->lights);
	}
	lay(ui);
	if (article->problems.n > 0)
		ui_say(ui, true, "%.*s", STR_ARG(article_problem(article, 0)));
}

void ui_start_page(struct ui *ui)
{
	start_open(ui);
	lay(ui);
}

bool ui_reading(const struct ui *ui, struct reading *out)
{
	if (!ui->reader.article)
		return false;
	out->path = buf_str(&ui->reader.path);
	out->at = ui->reader.top.at;
	struct view v = reader_view(ui);
	out->percent = page_percent(v.page, view_on_page(&v, reader_place(ui)));
	return true;
}

bool ui_bind(struct ui *ui, struct str action, struct str keys, struct err *err)
{
	return keymap_bind(&ui->keymap, action, keys, err);
}

void ui_print_keys(struct buf *out)
{
	struct keymap map;
	keymap_init(&map);
	for (enum action a = ACTION_NONE + 1; a < ACTIONS; a++) {
		buf_addf(out, "%s\t", action_info(a)->name);
		keymap_names(&map, a, out);
		buf_addf(out, "\t%s\n", action_info(a)->what);
	}
	keymap_release(&map);
}

/* --------------------------------------------------------------- events */

static void take_awaited(struct ui *ui, uint32_t key)
{
	enum awaited awaited = ui->awaited;
	ui->awaited = AWAIT_NONE;
	if (awaited == AWAIT_HINT || awaited == AWAIT_HINT_BROWSE)
		target_hint(ui, key, awaited == AWAIT_HINT_BROWSE);
	else if (key < 0x80 && ascii_is_alpha((char)key) &&
		 awaited == AWAIT_MARK)
		mark_set(ui, (char)key);
	else if (awaited == AWAIT_GO_MARK && (key == '\'' || key == '`'))
		mark_go(ui, '\'');
	else if (awaited == AWAIT_GO_MARK && key < 0x80 &&
		 ascii_is_alpha((char)key))
		mark_go(ui, (char)key);
}

static void type(struct ui *ui, const struct pane *pane, struct str text)
{
	struct prompt *p = pane->prompt(ui);
	size_t before = p->text.n;
	prompt_insert(p, text);
	if (p->text.n != before)
		pane->typed(ui);
}

static void take_typed(struct ui *ui, const struct pane *pane, uint32_t key)
{
	bool is_prefix, changed = false;
	enum action action = keymap_find(&ui->keymap, true, 0, key, &is_prefix);
	if (action == ACTION_NONE) {
		struct buf text = {0};
		if (key >= ' ' && key != 0x7f && key <= 0x10ffff &&
		    !(key >= 0xd800 && key <= 0xdfff))
			buf_add_code(&text, key);
		type(ui, pane, buf_str(&text));
		buf_release(&text);
	} else if (action == ACTION_LEAVE) {
		pane_close(ui, ui->focus);
	} else if (prompt_act(pane->prompt(ui), action, &changed)) {
		if (changed)
			pane->typed(ui);
	} else {
		struct layout l = layout_of(ui);
		pane_act(ui, ui->focus, &l, action, 0);
	}
}

static bool take_digit(struct ui *ui, uint32_t key)
{
	if (key < '0' || key > '9' || (key == '0' && ui->count == 0))
		return false;
	if (ui->count < COUNT_MAX)
		ui->count = ui->count * 10 + (key - '0');
	return true;
}

static void take_key(struct ui *ui, uint32_t key)
{
	const struct pane *pane = pane_of(ui->focus);
	ui->message.n = 0;
	if (ui->awaited != AWAIT_NONE) {
		take_awaited(ui, key);
		return;
	}
	if (pane->prompt) {
		take_typed(ui, pane, key);
		return;
	}
	bool is_prefix;
	enum action action =
		keymap_find(&ui->keymap, false, ui->prefix, key, &is_prefix);
	ui->prefix = is_prefix && action == ACTION_NONE ? key : 0;
	if (ui->prefix || (action == ACTION_NONE && take_digit(ui, key)))
		return;
	uint32_t count = ui->count;
	ui->count = 0;
	if (action != ACTION_NONE)
		ui_act(ui, action, count);
}

static void take_mouse(struct ui *ui, const struct event *event)
{
	struct layout l = layout_of(ui);
	enum pane_id id = layout_pane(ui, &l, event->row, event->col);
	ui->message.n = 0;
	if (event->type == EVENT_WHEEL)
		pane_wheel(ui, id, &l, event->lines);
	else
		pane_click(ui, id, &l, event->row, event->col);
}

static void resize(struct ui *ui, int rows, int cols)
{
	ui->rows = rows > 0 ? rows : 1;
	ui->cols = cols > 0 ? cols : 1;
}

static void take_event(struct ui *ui, const struct event *event)
{
	const struct pane *pane = pane_of(ui->focus);
	switch (event->type) {
	case EVENT_KEY:
		take_key(ui, event->key);
		break;
	case EVENT_PASTE:
		if (pane->prompt)
			type(ui, pane, event->text);
		break;
	case EVENT_CLICK:
	case EVENT_WHEEL:
		take_mouse(ui, event);
		break;
	case EVENT_RESIZE:
		resize(ui, event->rows, event->cols);
		break;
	case EVENT_NEWS:
		if (pane->news)
			pane->news(ui);
		break;
	case EVENT_END:
		ui_effect(ui, EFFECT_QUIT, STR(""), STR(""));
		break;
	case EVENT_NONE:
		break;
	}
}

struct effect ui_update(struct ui *ui, const struct event *event)
{
	struct position before = ui->reader.top.at;
	unsigned shown = ui->reader.shown;
	arena_release(&ui->frame);
	/* What main could not open does not come any more. */
	ui->coming.is_set = false;
	ui->effect = (struct effect){0};
	take_event(ui, event);
	lay(ui);
	if (ui->effect.type == EFFECT_NONE && ui->reader.article &&
	    shown == ui->reader.shown &&
	    position_cmp(before, ui->reader.top.at) != 0)
		ui->effect.type = EFFECT_REMEMBER;
	return ui->effect;
}

/* -------------------------------------------------------------- drawing */

static void draw_lines(struct ui *ui, struct grid *g, const struct layout *l)
{
	if (l->header)
		header_draw(ui, g, l);
	if (l->side.cols > 0)
		line_draw_down(ui, g, l->header, l->side.col - 1,
			       l->text.row + l->side.rows - l->header);
}

void ui_draw(struct ui *ui, struct grid *g)
{
	enum pane_id panes[PANES_IN_SIGHT];
	arena_release(&ui->frame);
	if (g->rows != ui->rows || g->cols != ui->cols) {
		resize(ui, g->rows, g->cols);
		lay(ui);
	}
	grid_reset(g, g->rows, g->cols);
	struct layout l = layout_of(ui);
	size_t n = panes_in_sight(ui, &l, panes);
	if (panes[0] == ui->base)
		draw_lines(ui, g, &l);
	for (size_t i = 0; i < n; i++)
		if (pane_of(panes[i])->draw)
			pane_of(panes[i])->draw(ui, g, &l);
	status_draw(ui, g, &l);
}

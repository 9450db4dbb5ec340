/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/script.h"

#include <stdio.h>

#include "text/utf8.h"

/* ----------------------------------------------------------- the notation */

static struct str next_word(struct str *rest)
{
	struct str word;
	*rest = str_trim(*rest);
	if (!str_next_part(rest, ' ', &word))
		return STR("");
	return word;
}

static bool parse_number(struct str word, int *out)
{
	bool is_negative = word.n > 1 && word.p[0] == '-';
	int value = 0;
	if (is_negative)
		word = str_from_at(word, 1);
	for (size_t i = 0; i < word.n; i++) {
		if (!ascii_is_digit(word.p[i]) || i > 5)
			return false;
		value = value * 10 + (word.p[i] - '0');
	}
	*out = is_negative ? -value : value;
	return word.n > 0;
}

static bool parse_size(struct str rest, struct step *step)
{
	size_t x = str_find_char(rest, 'x', 0);
	return x < rest.n && parse_number(str_sub(rest, 0, x), &step->cols) &&
	       parse_number(str_from_at(rest, x + 1), &step->rows);
}

/* "ROW COL", from 1. */
static bool parse_cell(struct str *rest, struct step *step)
{
	if (!parse_number(next_word(rest), &step->row) ||
	    !parse_number(next_word(rest), &step->col))
		return false;
	step->row--;
	step->col--;
	return true;
}

/* The rows that follow, as they stand. */
static struct str take_rows(struct script *script)
{
	struct str rows = {script->rest.p, 0}, line, rest = script->rest;
	while (rest.n && rest.p[0] == '|' && str_next_line(&rest, &line)) {
		rows.n = (size_t)(rest.p - rows.p);
		script->line++;
	}
	script->rest = rest;
	return rows;
}

static bool parse_step(struct script *script, struct str name, struct str rest,
		       struct step *step)
{
	step->text = rest;
	if (str_eq(name, STR("open"))) {
		step->type = STEP_OPEN;
	} else if (str_eq(name, STR("wait"))) {
		step->type = STEP_WAIT;
	} else if (str_eq(name, STR("type"))) {
		step->type = STEP_TYPE;
	} else if (str_eq(name, STR("paste"))) {
		step->type = STEP_PASTE;
	} else if (str_eq(name, STR("size"))) {
		step->type = STEP_SIZE;
		return parse_size(rest, step);
	} else if (str_eq(name, STR("click"))) {
		step->type = STEP_CLICK;
		return parse_cell(&rest, step);
	} else if (str_eq(name, STR("wheel"))) {
		step->type = STEP_WHEEL;
		return parse_cell(&rest, step) &&
		       parse_number(next_word(&rest), &step->lines);
	} else if (str_eq(name, STR("effect"))) {
		step->type = STEP_EFFECT;
		step->text = next_word(&rest);
		step->what = str_trim(rest);
	} else if (str_eq(name, STR("expect"))) {
		step->type = STEP_EXPECT;
		step->text = take_rows(script);
	} else if (str_eq(name, STR("expect-styles"))) {
		step->type = STEP_EXPECT_STYLES;
		step->text = take_rows(script);
	} else {
		return false;
	}
	return true;
}

static bool next_key(struct script *script, struct step *step, struct err *err)
{
	struct str name = next_word(&script->keys);
	*step = (struct step){.type = STEP_KEY, .line = script->line};
	step->key = key_parse(name);
	if (!step->key)
		err_set(err, "line %u: there is no key “%.*s”", script->line,
			STR_ARG(name));
	return step->key != 0;
}

bool script_next(struct script *script, struct step *step, struct err *err)
{
	struct str line;
	if (str_trim(script->keys).n)
		return next_key(script, step, err);
	while (str_next_line(&script->rest, &line)) {
		script->line++;
		if (str_trim(line).n == 0 || line.p[0] == '#')
			continue;
		struct str rest = line, name = next_word(&rest);
		*step = (struct step){.line = script->line};
		script->keys = rest;
		if (str_eq(name, STR("key")))
			return next_key(script, step, err);
		script->keys = STR("");
		if (parse_step(script, name, rest, step))
			return true;
		err_set(err, "line %u: “%.*s” is no step of a script",
			script->line, STR_ARG(line));
		return false;
	}
	return false;
}

/* --------------------------------------------------------------- running */

struct run {
	struct ui *ui;
	struct library *lib;
	const struct script_host *host;
	struct grid grid;
	struct effect last;
	struct err *err;
};

static bool send(struct run *r, struct event event)
{
	r->last = ui_update(r->ui, &event);
	if (r->last.type != EFFECT_OPEN && r->last.type != EFFECT_RELOAD)
		return true;
	return r->host->open(r->host->arg, r->ui, &r->last, false, r->err);
}

static bool send_text(struct run *r, struct str text)
{
	for (size_t at = 0; at < text.n;) {
		uint32_t code;
		at += utf8_next(text, at, &code);
		if (!send(r, (struct event){.type = EVENT_KEY, .key = code}))
			return false;
	}
	return true;
}

static bool resize(struct run *r, int rows, int cols)
{
	grid_reset(&r->grid, rows, cols);
	return send(r, (struct event){.type = EVENT_RESIZE,
				      .rows = rows,
				      .cols = cols});
}

static bool wait_for_library(struct run *r)
{
	library_wait(r->lib);
	library_poll(r->lib);
	return send(r, (struct event){.type = EVENT_NEWS});
}

static const char *effect_name(enum effect_type type)
{
	static const char *const names[] = {
		[EFFECT_NONE] = "none",	      [EFFECT_QUIT] = "quit",
		[EFFECT_OPEN] = "open",	      [EFFECT_RELOAD] = "reload",
		[EFFECT_SUSPEND] = "suspend", [EFFECT_REPAINT] = "repaint",
		[EFFECT_COPY] = "copy",	      [EFFECT_BROWSE] = "browse",
		[EFFECT_REMEMBER] = "none",
	};
	return names[type];
}

static bool check_effect(struct run *r, const struct step *step)
{
	struct str name = str_of(effect_name(r->last.type));
	if (str_eq(name, step->text) &&
	    (step->what.n == 0 || str_eq(str_trim(r->last.text), step->what)))
		return true;
	err_set(r->err, "line %u: the effect is %.*s “%.*s”", step->line,
		STR_ARG(name), STR_ARG(r->last.text));
	return false;
}

/* The screen as rows of a script. It is drawn only here, where it is looked
 * at: what keys do must not depend on what has been drawn. */
static void write_rows(struct run *r, bool styles, struct buf *out)
{
	struct buf text = {0};
	ui_draw(r->ui, &r->grid);
	grid_text(&r->grid, styles, &text);
	struct str rest = buf_str(&text), line;
	while (str_next_part(&rest, '\n', &line)) {
		buf_add_char(out, '|');
		buf_add(out, line);
		buf_add_char(out, '\n');
	}
	buf_release(&text);
}

static bool check_screen(struct run *r, const struct step *step,
			 struct buf *got)
{
	struct buf rows = {0};
	write_rows(r, step->type == STEP_EXPECT_STYLES, &rows);
	bool ok = str_eq(buf_str(&rows), step->text);
	if (!ok)
		err_set(r->err, "line %u: the screen is another one",
			step->line);
	if (!ok && got)
		buf_add(got, buf_str(&rows));
	buf_release(&rows);
	return ok;
}

static bool do_step(struct run *r, const struct step *step)
{
	struct event event = {.type = EVENT_KEY,
			      .key = step->key,
			      .row = step->row,
			      .col = step->col,
			      .lines = step->lines,
			      .text = step->text};
	switch (step->type) {
	case STEP_SIZE:
		return resize(r, step->rows, step->cols);
	case STEP_OPEN: {
		const struct effect effect = {
			.type = EFFECT_OPEN, .path = step->text, .at = {-1, 0}};
		return r->host->open(r->host->arg, r->ui, &effect, true,
				     r->err);
	}
	case STEP_WAIT:
		return wait_for_library(r);
	case STEP_TYPE:
		return send_text(r, step->text);
	case STEP_PASTE:
		event.type = EVENT_PASTE;
		break;
	case STEP_CLICK:
		event.type = EVENT_CLICK;
		break;
	case STEP_WHEEL:
		event.type = EVENT_WHEEL;
		break;
	case STEP_EFFECT:
		return check_effect(r, step);
	case STEP_KEY:
	case STEP_EXPECT:
	case STEP_EXPECT_STYLES:
		break;
	}
	return send(r, event);
}

static bool is_screen(const struct step *step)
{
	return step->type == STEP_EXPECT || step->type == STEP_EXPECT_STYLES;
}

bool script_run(struct str text, struct ui *ui, struct library *lib,
		const struct script_host *host, struct buf *got,
		struct err *err)
{
	struct script script = {.rest = text};
	struct run r = {ui, lib, host, {0}, {0}, err};
	struct step step;
	bool ok = resize(&r, 24, 80);
	err->text[0] = '\0';
	while (ok && script_next(&script, &step, err))
		ok = is_screen(&step) ? check_screen(&r, &step, got)
				      : do_step(&r, &step);
	grid_release(&r.grid);
	return ok && err->text[0] == '\0';
}

bool script_update(struct str text, struct ui *ui, struct library *lib,
		   const struct script_host *host, struct buf *out,
		   struct err *err)
{
	struct script script = {.rest = text};
	struct run r = {ui, lib, host, {0}, {0}, err};
	struct step step;
	const char *copied = text.p;
	bool ok = resize(&r, 24, 80);
	err->text[0] = '\0';
	while (ok && script_next(&script, &step, err)) {
		const char *until =
			is_screen(&step) ? step.text.p : script.rest.p;
		buf_add(out, str_from(copied, (size_t)(until - copied)));
		copied = script.rest.p;
		if (is_screen(&step))
			write_rows(&r, step.type == STEP_EXPECT_STYLES, out);
		else
			ok = do_step(&r, &step);
	}
	buf_add(out, str_from(copied, (size_t)(script.rest.p - copied)));
	grid_release(&r.grid);
	return ok && err->text[0] == '\0';
}

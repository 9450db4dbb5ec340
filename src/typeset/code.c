/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/code.h"

#include "text/grapheme.h"
#include "text/width.h"

enum { TAB_STOP = 8, INDENT = 2 };

/* A line being set. */
struct cursor {
	struct setter *s;
	const struct lead *lead;
	uint32_t room;	 /* cells for the text of a line */
	uint32_t column; /* cells used of them */
};

static void begin_line(struct cursor *c, uint32_t at)
{
	struct galley *g = &c->s->galley;
	struct position position = runs_position(&c->s->runs, at);
	galley_line(g, c->lead->indent, position)->is_code = true;
	galley_put(g, c->lead->text, c->lead->cells, RUN_DIM, position);
	c->column = 0;
}

/* The white space is the author's, but not byte for byte: source 0. */
static void add_tab(struct cursor *c, uint32_t at)
{
	const struct str blanks = STR("        ");
	uint32_t cells = TAB_STOP - c->column % TAB_STOP;
	if (cells > c->room - c->column)
		cells = c->room - c->column;
	galley_put(&c->s->galley, str_sub(blanks, 0, cells), cells, RUN_CODE,
		   runs_position(&c->s->runs, at));
	c->column += cells;
}

/* Adds [from, to), without a tab in it, on as many lines as it takes. */
static void add_text(struct cursor *c, uint32_t from, uint32_t to)
{
	struct runs *runs = &c->s->runs;
	while (from < to) {
		struct str rest = str_sub(runs->text, from, to);
		struct str cut = width_cut(rest, c->room - c->column);
		struct slug slug = {.start = from,
				    .end = from + (uint32_t)cut.n};
		if (cut.n == 0 && c->column == 0) {
			/* A cluster wider than the measure. */
			slug.end = from + (uint32_t)grapheme_next(rest, 0);
			slug.is_too_wide = true;
		}
		if (slug.end > from) {
			runs_emit(runs, &slug, RUN_CODE, &c->s->galley);
			c->column += slug.is_too_wide
					     ? 1
					     : (uint32_t)width_text(cut);
			from = slug.end;
		}
		if (from < to)
			begin_line(c, from);
	}
}

static void set_line(struct cursor *c, uint32_t from, uint32_t to)
{
	begin_line(c, from);
	struct str text = str_sub(c->s->runs.text, 0, to);
	while (from < to) {
		uint32_t tab = (uint32_t)str_find_char(text, '\t', from);
		add_text(c, from, tab);
		if (tab < to)
			add_tab(c, tab++);
		from = tab;
	}
}

void code_set(struct setter *s, struct frame *frame)
{
	if (frame->measure >= 20)
		frame_indent(frame, INDENT);
	struct cursor c = {.s = s, .lead = &frame->first, .room = UINT32_MAX};
	if (s->options->wrap)
		c.room = frame->measure - c.lead->indent - c.lead->cells;
	struct str text = s->runs.text;
	for (size_t from = 0; from <= text.n;) {
		size_t to = str_find_char(text, '\n', from);
		set_line(&c, (uint32_t)from, (uint32_t)to);
		c.lead = &frame->rest;
		from = to + 1;
	}
}

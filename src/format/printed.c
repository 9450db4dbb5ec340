/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is a row of cells, each one character with a style; a backspace
 * moves back by one cell, and what is then written there is struck over what
 * is already there. SGR state goes on across lines, as in a terminal.
 */
#include "config.h"

#include "format/printed.h"

#include <string.h>

#include "text/utf8.h"
#include "text/width.h"

struct cell {
	struct str text; /* one code point, of the source */
	unsigned style;
};

struct line {
	VEC(struct cell) cells;
	size_t at; /* where the next character goes */
};

/* The bytes of the SGR sequence at `at`, 0 if there is none. */
static size_t sgr_at(struct str s, size_t at)
{
	if (s.n - at < 3 || s.p[at] != '\033' || s.p[at + 1] != '[')
		return 0;
	size_t end = at + 2;
	while (end < s.n &&
	       (ascii_is_digit(s.p[end]) || s.p[end] == ';' || s.p[end] == ':'))
		end++;
	return end < s.n && s.p[end] == 'm' ? end + 1 - at : 0;
}

bool printed_is(struct str text)
{
	for (size_t at = 0; at < text.n; at++) {
		at = str_find_char(text, '\033', at);
		if (at < text.n && sgr_at(text, at))
			return true;
	}
	for (size_t at = 1; at + 1 < text.n; at++) {
		at = str_find_char(text, '\b', at);
		if (at + 1 < text.n && text.p[at - 1] != '\n' &&
		    text.p[at + 1] != '\n' && text.p[at + 1] != '\b')
			return true;
	}
	return false;
}

static unsigned parameter(struct str s)
{
	unsigned n = 0;
	for (size_t i = 0; i < s.n && ascii_is_digit(s.p[i]) && n < 1000; i++)
		n = n * 10 + (unsigned)(s.p[i] - '0');
	return n;
}

/* The style after an SGR sequence whose parameters are `s`. Colours, and all
 * else that is no emphasis of a text, are dropped. */
static unsigned apply_sgr(unsigned style, struct str s)
{
	struct str part;
	if (s.n == 0)
		return 0;
	while (str_next_part(&s, ';', &part)) {
		switch (parameter(part)) {
		case 0:
			style = 0;
			break;
		case 1:
			style |= PRINT_STRONG;
			break;
		case 3:
		case 4:
			style |= PRINT_EMPHASIS;
			break;
		case 22:
			style &= ~(unsigned)PRINT_STRONG;
			break;
		case 23:
		case 24:
			style &= ~(unsigned)PRINT_EMPHASIS;
			break;
		case 38:
		case 48:
		case 58:
			/* "38;5;N" and "38;2;R;G;B": the numbers of a colour
			 * are no styles. Colons hold them in one part. */
			if (!str_has(part, STR(":")) &&
			    str_next_part(&s, ';', &part)) {
				unsigned skip = parameter(part) == 2 ? 3 : 1;
				while (skip-- && str_next_part(&s, ';', &part))
					;
			}
			break;
		default:
			break;
		}
	}
	return style;
}

static void strike(struct line *line, struct str text, unsigned style)
{
	if (line->at == line->cells.n) {
		vec_push(&line->cells, (struct cell){text, style});
		line->at++;
		return;
	}
	struct cell *under = &line->cells.at[line->at++];
	under->style |= style;
	if (str_eq(under->text, text))
		under->style |= PRINT_STRONG;
	else if (str_eq(text, STR("_")))
		under->style |= PRINT_EMPHASIS;
	else {
		if (str_eq(under->text, STR("_")))
			under->style |= PRINT_EMPHASIS;
		under->text = text; /* the last one struck is seen */
	}
}

/* Moves back by the backspaces at `at`; returns how many bytes they are. For
 * a wide character grotty writes two. */
static size_t move_back(struct line *line, struct str s, size_t at)
{
	size_t n = 0;
	while (at + n < s.n && s.p[at + n] == '\b' && line->at > 0) {
		line->at--;
		n++;
		if (width_cluster(line->cells.at[line->at].text) == 2 &&
		    at + n < s.n && s.p[at + n] == '\b')
			n++;
	}
	return n;
}

static unsigned read_line(struct line *line, struct str s, unsigned style)
{
	line->cells.n = line->at = 0;
	for (size_t at = 0; at < s.n;) {
		size_t n = sgr_at(s, at);
		if (n) {
			style = apply_sgr(style,
					  str_sub(s, at + 2, at + n - 1));
			at += n;
			continue;
		}
		if (s.p[at] == '\b' && (n = move_back(line, s, at))) {
			at += n;
			continue;
		}
		uint32_t code;
		n = utf8_next(s, at, &code);
		strike(line, str_sub(s, at, at + n), style);
		at += n;
	}
	return style;
}

static void add_run(struct printed *p, size_t start, unsigned style)
{
	struct printed_run *last = p->runs.n ? vec_last(&p->runs) : NULL;
	if (!style || start == p->text.n)
		return;
	if (last && last->end == start && last->style == style)
		last->end = p->text.n;
	else
		vec_push(&p->runs,
			 (struct printed_run){start, p->text.n, style});
}

static void add_line(struct printed *p, const struct line *line)
{
	for (size_t i = 0; i < line->cells.n; i++) {
		size_t start = p->text.n;
		buf_add(&p->text, line->cells.at[i].text);
		add_run(p, start, line->cells.at[i].style);
	}
	buf_add_char(&p->text, '\n');
}

void printed_read(struct printed *p, struct str text)
{
	struct line line = {0};
	struct str rest = text, s;
	unsigned style = 0;
	while (str_next_line(&rest, &s)) {
		style = read_line(&line, s, style);
		add_line(p, &line);
	}
	vec_release(&line.cells);
}

void printed_release(struct printed *p)
{
	buf_release(&p->text);
	vec_release(&p->runs);
}

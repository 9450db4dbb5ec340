/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/prompt.h"

#include <string.h>

#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"

void prompt_release(struct prompt *p)
{
	for (size_t i = 0; i < p->past.n; i++)
		buf_release(&p->past.at[i]);
	vec_release(&p->past);
	buf_release(&p->text);
	buf_release(&p->draft);
	*p = (struct prompt){0};
}

struct str prompt_text(const struct prompt *p)
{
	return buf_str(&p->text);
}

static void set_text(struct prompt *p, struct str text)
{
	p->text.n = 0;
	buf_add(&p->text, text);
	p->cursor = p->text.n;
}

void prompt_set(struct prompt *p, struct str text)
{
	set_text(p, text);
	p->past_at = p->past.n;
}

void prompt_clear(struct prompt *p)
{
	prompt_set(p, STR(""));
}

/* Replaces the bytes [from, to) of the text, the cursor going behind it. */
static void splice(struct prompt *p, size_t from, size_t to, struct str with)
{
	size_t tail = p->text.n - to;
	buf_reserve(&p->text, with.n + 1);
	memmove(p->text.p + from + with.n, p->text.p + to, tail);
	if (with.n)
		memcpy(p->text.p + from, with.p, with.n);
	p->text.n = from + with.n + tail;
	p->cursor = from + with.n;
}

void prompt_insert(struct prompt *p, struct str text)
{
	struct buf clean = {0}, line = {0};
	utf8_clean(&clean, text);
	struct str s = buf_str(&clean);
	for (size_t at = 0; at < s.n;) {
		uint32_t code;
		size_t n = utf8_next(s, at, &code);
		/* Control pictures stand for what was pasted by mistake. */
		bool is_control = code >= 0x2400 && code <= 0x2421;
		if (p->text.n + line.n + n > PROMPT_MAX)
			break;
		if (code == '\n' || code == '\t')
			buf_add_char(&line, ' ');
		else if (!is_control)
			buf_add(&line, str_sub(s, at, at + n));
		at += n;
	}
	splice(p, p->cursor, p->cursor, buf_str(&line));
	/* A mark joins what stands before it; one that now joins what stands
	 * behind must not leave the cursor inside a cluster. */
	size_t at = 0;
	while (at < p->cursor)
		at = grapheme_next(prompt_text(p), at);
	p->cursor = at;
	buf_release(&clean);
	buf_release(&line);
}

/* Where the word before the cursor begins, white space behind it included. */
static size_t word_start(const struct prompt *p)
{
	size_t at = p->cursor;
	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

static size_t left_of(const struct prompt *p)
{
	return p->cursor ? grapheme_prev(prompt_text(p), p->cursor) : 0;
}

static size_t right_of(const struct prompt *p)
{
	return p->cursor < p->text.n ? grapheme_next(prompt_text(p), p->cursor)
				     : p->text.n;
}

static void look_at(struct prompt *p, size_t which)
{
	if (p->past_at == p->past.n) {
		p->draft.n = 0;
		buf_add(&p->draft, prompt_text(p));
	}
	p->past_at = which;
	set_text(p,
		 buf_str(which == p->past.n ? &p->draft : &p->past.at[which]));
}

bool prompt_act(struct prompt *p, enum action action, bool *changed)
{
	size_t before = p->text.n;
	bool is_other = false;
	switch (action) {
	case ACTION_TO_START:
		p->cursor = 0;
		break;
	case ACTION_TO_END:
		p->cursor = p->text.n;
		break;
	case ACTION_CHAR_LEFT:
		p->cursor = left_of(p);
		break;
	case ACTION_CHAR_RIGHT:
		p->cursor = right_of(p);
		break;
	case ACTION_RUB_OUT:
		splice(p, left_of(p), p->cursor, STR(""));
		break;
	case ACTION_DELETE:
		splice(p, p->cursor, right_of(p), STR(""));
		break;
	case ACTION_KILL_WORD:
		splice(p, word_start(p), p->cursor, STR(""));
		break;
	case ACTION_KILL_START:
		splice(p, 0, p->cursor, STR(""));
		break;
	case ACTION_KILL_END:
		splice(p, p->cursor, p->text.n, STR(""));
		break;
	case ACTION_OLDER:
		if ((is_other = p->past_at > 0))
			look_at(p, p->past_at - 1);
		break;
	case ACTION_NEWER:
		if ((is_other = p->past_at < p->past.n))
			look_at(p, p->past_at + 1);
		break;
	default:
		return false;
	}
	*changed = is_other || p->text.n != before;
	return true;
}

/* Which of the past lines it is, or past.n. */
static size_t find_past(const struct prompt *p, struct str line)
{
	size_t i = 0;
	while (i < p->past.n && !str_eq(buf_str(&p->past.at[i]), line))
		i++;
	return i;
}

void prompt_remember(struct prompt *p)
{
	struct str text = prompt_text(p);
	if (text.n == 0)
		return;
	size_t same = find_past(p, text);
	struct buf line = {0};
	buf_add(&line, text);
	if (same < p->past.n) {
		buf_release(&p->past.at[same]);
		memmove(&p->past.at[same], &p->past.at[same + 1],
			(p->past.n - same - 1) * sizeof *p->past.at);
		p->past.n--;
	}
	vec_push(&p->past, line);
	p->past_at = p->past.n;
}

void prompt_recall(struct prompt *p, struct str line)
{
	if (line.n == 0 || find_past(p, line) < p->past.n)
		return;
	struct buf copy = {0};
	buf_add(&copy, line);
	vec_push(&p->past, copy);
	memmove(&p->past.at[1], &p->past.at[0],
		(p->past.n - 1) * sizeof *p->past.at);
	p->past.at[0] = copy;
	p->past_at++;
}

int prompt_paint(const struct prompt *p, struct grid *g, struct rect area,
		 struct str label)
{
	const struct style plain = {0}, bold = {.attributes = ATTR_BOLD};
	int col = paint_text(g, area, 0, 0, label, bold);
	struct str text = prompt_text(p);
	/* Cut off whole clusters at the left until the cursor has its cell. */
	size_t from = 0;
	int room = area.cols - col - 1;
	while (from < p->cursor &&
	       (int)width_text(str_sub(text, from, p->cursor)) > room)
		from = grapheme_next(text, from);
	int at = col + (int)width_text(str_sub(text, from, p->cursor));
	int end = paint_text(g, area, 0, col, str_from_at(text, from), plain);
	if (area.rows > 0 && area.cols > 0)
		grid_cursor(g, area.row,
			    area.col + (at < area.cols ? at : area.cols - 1));
	return end;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes. A mark in the text and the same mark in front of a later line belong
 * together; a mark alone is only brackets:
 *
 *     ... of the debtor's finances.”(*1) Late in 2017 ...
 *     (*1) ^ Accessed June 2, 2018.
 *
 * Both are read by one function, parse_mark. Lines numbered "1." are notes
 * only below a heading that says so; marks of any notation call them.
 */
#include "config.h"

#include <string.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum { LABEL_BYTES = 12, LABEL_DIGITS = 3 };

enum notation {
	MARK_STAR,    /* (*1) (※1) ※1 */
	MARK_BRACKET, /* [1] [*] [注1] */
	MARK_PAREN,   /* (1) （1） （注1） */
	MARK_SUPER,   /* ¹ */
	MARK_SIGN,    /* † ‡ § ¶ * ** */
	MARK_NUMBER,  /* 1. below "Notes" */
};

struct mark {
	char label[LABEL_BYTES];
	size_t n; /* bytes of the label */
	enum notation notation;
};

static uint32_t code_at(struct str s, size_t at, size_t *n)
{
	uint32_t c = 0;
	*n = at < s.n ? utf8_next(s, at, &c) : 0;
	return c;
}

static int super_digit(uint32_t c)
{
	if (c == 0xb9)
		return 1;
	if (c == 0xb2 || c == 0xb3)
		return (int)c - 0xb0;
	return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)c - 0x2070
							   : -1;
}

static bool is_sign(uint32_t c)
{
	return c == 0x2020 || c == 0x2021 || c == 0xa7 || c == 0xb6 || c == '*';
}

/* ASCII digits, full-width ones too; returns the bytes read. */
static size_t parse_digits(struct str s, size_t at, struct mark *m)
{
	size_t i = at, n;
	for (;;) {
		uint32_t c = code_at(s, i, &n);
		bool wide = c >= 0xff10 && c <= 0xff19;
		if (!wide && !(c >= '0' && c <= '9'))
			break;
		if (m->n >= LABEL_DIGITS)
			return 0;
		m->label[m->n++] = (char)('0' + (wide ? c - 0xff10 : c - '0'));
		i += n;
	}
	return i - at;
}

static size_t parse_super(struct str s, size_t at, struct mark *m)
{
	size_t i = at, n;
	int digit;
	while ((digit = super_digit(code_at(s, i, &n))) >= 0) {
		if (m->n >= LABEL_DIGITS)
			return 0;
		m->label[m->n++] = (char)('0' + digit);
		i += n;
	}
	m->notation = MARK_SUPER;
	return i - at;
}

/* One sign up to three times: "†", "**". */
static size_t parse_sign(struct str s, size_t at, struct mark *m)
{
	size_t i = at, n;
	uint32_t first = code_at(s, at, &n);
	if (!is_sign(first))
		return 0;
	while (code_at(s, i, &n) == first) {
		if (m->n + n > LABEL_BYTES || i - at >= 3 * n)
			return 0;
		memcpy(m->label + m->n, s.p + i, n);
		m->n += n;
		i += n;
	}
	m->notation = MARK_SIGN;
	return i - at;
}

/* "(", "[" or their wide forms, something of a note's number, the end. */
static size_t parse_bracketed(struct str s, size_t at, struct mark *m)
{
	size_t i = at, n;
	uint32_t open = code_at(s, i, &n), close, c;
	bool round = open == '(' || open == 0xff08;
	if (round)
		close = open == '(' ? ')' : 0xff09;
	else if (open == '[' || open == 0xff3b)
		close = open == '[' ? ']' : 0xff3d;
	else
		return 0;
	i += n;
	m->notation = round ? MARK_PAREN : MARK_BRACKET;
	c = code_at(s, i, &n);
	if (c == '*' || c == 0xff0a || c == 0x203b || c == 0x6ce8 ||
	    c == 0x8a3b) {
		size_t after;
		uint32_t next = code_at(s, i + n, &after);
		if (next != close) {
			i += n;
			if (round && c != 0x6ce8 && c != 0x8a3b)
				m->notation = MARK_STAR;
		}
	}
	size_t body = parse_digits(s, i, m);
	if (body == 0 && m->n == 0 && !round) {
		body = parse_sign(s, i, m);
		m->notation = MARK_BRACKET;
	}
	i += body;
	if (body == 0 || code_at(s, i, &n) != close)
		return 0;
	return i + n - at;
}

/* The mark that begins at `at`: its bytes, 0 if there is none. */
static size_t parse_mark(struct str s, size_t at, struct mark *m)
{
	size_t n, digits;
	*m = (struct mark){.n = 0};
	uint32_t c = code_at(s, at, &n);
	if (c == '(' || c == '[' || c == 0xff08 || c == 0xff3b)
		return parse_bracketed(s, at, m);
	if (super_digit(c) >= 0)
		return parse_super(s, at, m);
	if (c == 0x203b || c == 0x6ce8) {
		m->notation = MARK_STAR;
		digits = parse_digits(s, at + n, m);
		return digits > 0 ? n + digits : 0;
	}
	return parse_sign(s, at, m);
}

/* Behind a note's mark: spaces, a way back, the text. */
static struct str behind_mark(struct str s, size_t at)
{
	struct str rest = str_trim(str_from_at(s, at));
	if (str_starts(rest, STR("^")))
		rest = str_from_at(rest, 1);
	else if (str_starts(rest, STR("\u2191")))
		rest = str_from_at(rest, 3);
	else if (str_starts(rest, STR(":")) || str_starts(rest, STR(".")))
		rest = str_from_at(rest, 1);
	return str_trim(rest);
}

/* Whether the line is written as a note, and its parts. */
static bool parse_note(const struct line *l, bool below_heading, struct mark *m,
		       struct str *text)
{
	size_t n = parse_mark(l->text, 0, m);
	if (n == 0 && below_heading) {
		*m = (struct mark){.notation = MARK_NUMBER};
		n = parse_digits(l->text, 0, m);
		struct str dot = str_from_at(l->text, n);
		if (n > 0 && !str_starts(dot, STR(".")) &&
		    !str_starts(dot, STR(")")))
			n = 0;
		if (n > 0 && str_starts(dot, STR(")")))
			n++;
	}
	*text = behind_mark(l->text, n);
	return n > 0 && text->n > 0;
}

/* A note's key among page->labels: its notation and its label. */
static struct str key_of(struct arena *arena, const struct mark *m)
{
	return arena_printf(arena, "%d%.*s", (int)m->notation, (int)m->n,
			    m->label);
}

static void add_note(struct page *page, size_t line, const struct mark *m,
		     struct str text)
{
	struct page_note note = {
		.label = arena_str(&page->arena, (struct str){m->label, m->n}),
		.text = text,
		.line = line,
		.below_heading = m->notation == MARK_NUMBER,
	};
	map_put(&page->labels, key_of(&page->arena, m),
		(uint32_t)page->notes.n);
	vec_push(&page->notes, note);
}

/* All lines that are written as notes, called or not. */
static void collect(struct page *page)
{
	bool below_heading = false;
	for (size_t i = page->from; i < page->lines.n; i++) {
		struct line *l = &page->lines.at[i];
		struct mark m;
		struct str text;
		if (l->role != ROLE_NONE)
			continue;
		if (l->kinds & KIND_NOTES) {
			below_heading = true;
			l->role = ROLE_NOTES_HEADING;
			continue;
		}
		if (l->kinds & (KIND_END | KIND_RELATED | KIND_COMMENTS))
			below_heading = false;
		if (!parse_note(l, below_heading, &m, &text))
			continue;
		add_note(page, i, &m, text);
		vec_last(&page->notes)->below_heading |= below_heading;
	}
}

/* The digit of a mark without any sign, behind the end of a sentence:
 * “... the debt.1 Late in 2017 ...” */
static size_t parse_bare(struct str s, size_t at, struct mark *m)
{
	if (at < 2 || !ascii_is_digit(s.p[at]))
		return 0;
	char before = s.p[at - 1], earlier = s.p[at - 2];
	bool closed = (before == '.' || before == ',' || before == ')' ||
		       before == '"') &&
		      !ascii_is_digit(earlier) && !ascii_is_upper(earlier);
	bool quoted =
		at >= 3 && (str_starts(str_from_at(s, at - 3), STR("\u201d")) ||
			    str_starts(str_from_at(s, at - 3), STR("\u2019")));
	*m = (struct mark){.notation = MARK_NUMBER};
	size_t n = closed || quoted ? parse_digits(s, at, m) : 0;
	return n > 0 && (at + n == s.n || s.p[at + n] == ' ') ? n : 0;
}

static const uint32_t *find_note(const struct page *page, const struct mark *m)
{
	char key[LABEL_BYTES + 2];
	key[0] = (char)('0' + (int)m->notation);
	memcpy(key + 1, m->label, m->n);
	const uint32_t *found =
		map_get(&page->labels, (struct str){key, m->n + 1});
	if (found != NULL || m->notation == MARK_SIGN)
		return found;
	key[0] = '0' + MARK_NUMBER;
	return map_get(&page->labels, (struct str){key, m->n + 1});
}

/* The mark that begins at byte `at`: its length, 0 if there is none. */
static size_t mark_at(const struct page *page, struct str text, size_t at,
		      size_t *note)
{
	struct mark m;
	size_t n = parse_mark(text, at, &m);
	if (n == 0)
		n = parse_bare(text, at, &m);
	const uint32_t *found = n > 0 ? find_note(page, &m) : NULL;
	if (found == NULL)
		return 0;
	*note = *found;
	return n;
}

/* What a mark may begin with: most text is something else. */
static bool may_be_mark(char c)
{
	return c == '(' || c == '[' || c == '*' || ascii_is_digit(c) ||
	       (unsigned char)c >= 0x80;
}

size_t notes_next(const struct page *page, struct str text, size_t *at,
		  size_t *note)
{
	if (page->notes.n == 0)
		return 0;
	for (; *at < text.n; (*at)++) {
		size_t n = may_be_mark(text.p[*at])
				   ? mark_at(page, text, *at, note)
				   : 0;
		if (n > 0)
			return n;
	}
	return 0;
}

/* Notes that a line above them calls. */
static void find_calls(struct page *page)
{
	for (size_t i = page->from; i < page->lines.n; i++) {
		struct line *l = &page->lines.at[i];
		size_t note, n;
		for (size_t at = 1;
		     (n = notes_next(page, l->text, &at, &note)) > 0; at += n)
			if (page->notes.at[note].line > i)
				page->notes.at[note].is_called = true;
	}
}

/* Keeps what is called or stands below a heading for notes, and gives the
 * lines their role; a line below, in one block with it, belongs to the note.
 */
static void settle(struct page *page)
{
	struct map labels = {0};
	size_t kept = 0;
	for (size_t i = 0; i < page->notes.n; i++) {
		struct page_note note = page->notes.at[i];
		if (note.is_called || note.below_heading) {
			page->lines.at[note.line].role = ROLE_NOTE;
			page->notes.at[kept++] = note;
		}
	}
	page->notes.n = kept;
	for (size_t i = 0; i < kept; i++) {
		struct line *l = &page->lines.at[page->notes.at[i].line];
		struct mark m;
		struct str text;
		if (parse_note(l, page->notes.at[i].below_heading, &m, &text))
			map_put(&labels, key_of(&page->arena, &m), (uint32_t)i);
	}
	map_release(&page->labels);
	page->labels = labels;
}

/* A heading for notes that has none below is a heading of the text. */
static void drop_empty_headings(struct page *page)
{
	for (size_t i = 0; i < page->lines.n; i++) {
		struct line *l = &page->lines.at[i];
		if (l->role == ROLE_NOTES_HEADING &&
		    (i + 1 == page->lines.n ||
		     page->lines.at[i + 1].role != ROLE_NOTE))
			l->role = ROLE_NONE;
	}
}

void notes_find(struct page *page)
{
	collect(page);
	find_calls(page);
	settle(page);
	drop_empty_headings(page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a shortcode becomes:
 *
 *     {{< ref "post.md" >}}                      post.md
 *     {{< img src="a" alt="A map" >}}            ![A map](<a>)
 *     {{< button href="u" text="Get it" >}}      [Get it](<u>)
 *     {{< video title="The talk" >}}             The talk
 *     {{< note >}} ... {{< /note >}}             the text between
 *
 * An address that is not one word is given up, its text kept.
 */
#include "config.h"

#include "format/shortcode.h"

static const struct {
	struct str open, close;
} brackets[] = {
	{{"{{<", 3}, {">}}", 3}},
	{{"{{%", 3}, {"%}}", 3}},
	{{"{%", 2}, {"%}", 2}},
};

enum { LIMIT_BYTES = 2000 };

bool shortcode_is_in(struct str text)
{
	return str_has(text, STR("{{<")) || str_has(text, STR("{{%")) ||
	       str_has(text, STR("{%"));
}

/* The next word of s at *at: a quoted string, or up to a space or '='. */
static bool next_word(struct str s, size_t *at, struct str *word)
{
	while (*at < s.n && (ascii_is_space(s.p[*at]) || s.p[*at] == ','))
		(*at)++;
	if (*at >= s.n)
		return false;
	char c = s.p[*at];
	if (c == '"' || c == '`' || c == '\'') {
		size_t end = str_find_char(s, c, *at + 1);
		*word = str_sub(s, *at + 1, end);
		*at = end < s.n ? end + 1 : end;
		return true;
	}
	size_t start = *at;
	do
		(*at)++;
	while (*at < s.n && !ascii_is_space(s.p[*at]) && s.p[*at - 1] != '=' &&
	       s.p[*at] != '=');
	*word = str_sub(s, start, *at);
	return true;
}

struct parts {
	struct str name, first, href, src, alt, text;
};

static void take(struct parts *p, struct str key, struct str value)
{
	if (str_eq_nocase(key, STR("href")) || str_eq_nocase(key, STR("url")) ||
	    str_eq_nocase(key, STR("link")))
		p->href = value;
	else if (str_eq_nocase(key, STR("src")))
		p->src = value;
	else if (str_eq_nocase(key, STR("alt")))
		p->alt = value;
	else if (str_eq_nocase(key, STR("text")) ||
		 str_eq_nocase(key, STR("title")) ||
		 str_eq_nocase(key, STR("caption")))
		p->text = value;
}

static struct parts read_parts(struct str inner)
{
	struct parts p = {.name = {NULL, 0}};
	struct str word, key;
	size_t at = 0;
	if (!next_word(inner, &at, &p.name))
		return p;
	while (next_word(inner, &at, &word)) {
		key = word;
		if (at < inner.n && inner.p[at] == '=') {
			at++;
			if (next_word(inner, &at, &word))
				take(&p, key, word);
		} else if (p.first.n == 0) {
			p.first = word;
		}
	}
	return p;
}

static bool is_address(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_space(s.p[i]) || s.p[i] == '<' || s.p[i] == '>')
			return false;
	return s.n > 0;
}

/* Text for between square brackets. */
static void add_label(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '[' || s.p[i] == ']' || s.p[i] == '\\')
			buf_add_char(out, '\\');
		buf_add_char(out, s.p[i] == '\n' ? ' ' : s.p[i]);
	}
}

static void add_link(struct buf *out, const char *open, struct str label,
		     struct str url)
{
	buf_add(out, str_of(open));
	add_label(out, label);
	buf_add(out, STR("](<"));
	buf_add(out, url);
	buf_add(out, STR(">)"));
}

static void replace_one(struct buf *out, struct str inner)
{
	struct parts p = read_parts(inner);
	if (p.name.n == 0 || p.name.p[0] == '/')
		return;
	if (str_eq(p.name, STR("ref")) || str_eq(p.name, STR("relref")) ||
	    str_eq(p.name, STR("link")) || str_eq(p.name, STR("post_url")))
		buf_add(out, p.first);
	else if (p.alt.n && is_address(p.src))
		add_link(out, "![", p.alt, p.src);
	else if (p.text.n && is_address(p.href))
		add_link(out, "[", p.text, p.href);
	else if (p.text.n)
		add_label(out, p.text);
}

/* Where the next closing bracket of each kind is, so that a thousand opening
 * ones do not look for it each. */
struct closing {
	size_t at[sizeof brackets / sizeof *brackets];
};

/* The shortcode that begins at `at`: its end, and what it holds. 0 if there
 * is none. */
static size_t read_at(struct str s, size_t at, struct closing *closing,
		      struct str *inner)
{
	for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
		if (!str_starts(str_from_at(s, at), brackets[i].open))
			continue;
		size_t start = at + brackets[i].open.n;
		if (closing->at[i] < start)
			closing->at[i] = str_find(s, brackets[i].close, start);
		size_t end = closing->at[i];
		if (end == s.n || end - start > LIMIT_BYTES)
			return 0;
		*inner = str_sub(s, start, end);
		return end + brackets[i].close.n;
	}
	return 0;
}

/* A line that begins or ends a fenced code block. */
static bool is_fence(struct str line, char *sign)
{
	line = str_trim(line);
	if (!str_starts(line, STR("```")) && !str_starts(line, STR("~~~")))
		return false;
	if (*sign && line.p[0] != *sign)
		return false;
	*sign = *sign ? '\0' : line.p[0];
	return true;
}

/* The end of a line of code (a fenced one, its fence, or an indented one)
 * that begins at `at`; `at` if it is none. */
static size_t code_line_end(struct str text, size_t at, char *fence)
{
	size_t end = str_find_char(text, '\n', at);
	struct str line = str_sub(text, at, end);
	if (is_fence(line, fence) || *fence || str_starts(line, STR("    ")))
		return end + (end < text.n);
	return at;
}

/* The end of the bytes from `at` on that mean nothing here. */
static size_t plain_end(struct str text, size_t at)
{
	while (at < text.n && text.p[at] != '`' && text.p[at] != '\n' &&
	       text.p[at] != '{')
		at++;
	return at;
}

void shortcode_replace(struct buf *out, struct str text)
{
	char fence = '\0';
	bool is_line_start = true, is_code = false;
	struct closing closing = {{0}};
	for (size_t at = 0; at < text.n;) {
		struct str inner;
		size_t end =
			is_line_start ? code_line_end(text, at, &fence) : at;
		if (end > at) {
			buf_add(out, str_sub(text, at, end));
			at = end;
			continue;
		}
		char c = text.p[at];
		/* A code span that is never closed ends with its line. */
		is_code = (!is_line_start && is_code) != (c == '`');
		is_line_start = c == '\n';
		if (c == '{' && !is_code &&
		    (end = read_at(text, at, &closing, &inner))) {
			replace_one(out, inner);
			at = end;
		} else {
			end = is_line_start ? at + 1 : plain_end(text, at + 1);
			buf_add(out, str_sub(text, at, end));
			at = end;
		}
	}
}

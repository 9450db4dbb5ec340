/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TOML (toml.io, 1.0), as far as front matter goes; Debian has no C library
 * for it. Read: comments; bare and quoted keys; [table] and [[table]] of one
 * name (dotted ones are left out); basic and literal strings, one line or
 * many, with all escapes; arrays over lines; inline tables. Numbers, dates and
 * booleans are taken as the text they are written with. Not checked: keys
 * given twice, mixed arrays, the form of numbers.
 */
#include "config.h"

#include "base/buf.h"
#include "base/mem.h"
#include "format/value.h"

struct reading {
	struct str s;
	size_t at;
	size_t line;
	struct arena *arena;
	struct err *err;
};

static bool fail(struct reading *r, const char *what)
{
	err_set(r->err, "line %zu: %s", r->line, what);
	return false;
}

static char peek(const struct reading *r)
{
	return r->at < r->s.n ? r->s.p[r->at] : '\0';
}

static bool looking_at(const struct reading *r, struct str what)
{
	return str_starts(str_from_at(r->s, r->at), what);
}

static void skip_blanks(struct reading *r)
{
	while (peek(r) == ' ' || peek(r) == '\t')
		r->at++;
}

/* White space, line ends and comments. */
static void skip_lines(struct reading *r)
{
	for (;;) {
		skip_blanks(r);
		if (peek(r) == '#')
			r->at = str_find_char(r->s, '\n', r->at);
		if (r->at == r->s.n || r->s.p[r->at] != '\n')
			return;
		r->at++;
		r->line++;
	}
}

static bool read_hex(struct reading *r, size_t digits, struct buf *out)
{
	uint32_t code = 0;
	for (size_t i = 0; i < digits; i++) {
		char c = ascii_lower(peek(r));
		if (ascii_is_digit(c))
			code = code << 4 | (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			code = code << 4 | (uint32_t)(c - 'a' + 10);
		else
			return fail(r, "an escape lacks its digits");
		r->at++;
	}
	if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return fail(r, "an escape is no character");
	buf_add_code(out, code);
	return true;
}

/* Behind a backslash. */
static bool read_escape(struct reading *r, struct buf *out)
{
	static const char from[] = "btnfre\"\\", to[] = "\b\t\n\f\r\033\"\\";
	char c = peek(r);
	if (c == 'u' || c == 'U') {
		r->at++;
		return read_hex(r, c == 'u' ? 4 : 8, out);
	}
	if (c == '\n' || c == ' ' || c == '\t') {
		/* A line that goes on in the next. */
		while (ascii_is_space(peek(r))) {
			r->line += peek(r) == '\n';
			r->at++;
		}
		return true;
	}
	for (size_t i = 0; i < sizeof from - 1; i++)
		if (c == from[i]) {
			buf_add_char(out, to[i]);
			r->at++;
			return true;
		}
	return fail(r, "an escape is not known");
}

static bool read_string(struct reading *r, struct str *out)
{
	char quote = peek(r);
	const char three[] = {quote, quote, quote};
	struct str end = str_from(three, 3);
	bool is_long = looking_at(r, end);
	struct buf text = {0};
	bool is_ok = true;
	end.n = is_long ? 3 : 1;
	r->at += end.n;
	if (is_long && peek(r) == '\n') {
		r->at++;
		r->line++;
	}
	while (is_ok && !looking_at(r, end)) {
		char c = peek(r);
		if (r->at >= r->s.n || (c == '\n' && !is_long)) {
			is_ok = fail(r, "a string has no end");
			break;
		}
		r->at++;
		r->line += c == '\n';
		if (c == '\\' && quote == '"')
			is_ok = read_escape(r, &text);
		else
			buf_add_char(&text, c);
	}
	if (is_ok)
		r->at += end.n;
	*out = arena_str(r->arena, buf_str(&text));
	buf_release(&text);
	return is_ok;
}

/* Numbers, dates, booleans: up to what ends a value. */
static struct str read_bare(struct reading *r)
{
	size_t start = r->at;
	while (r->at < r->s.n && peek(r) != '\n' && peek(r) != ',' &&
	       peek(r) != ']' && peek(r) != '}' && peek(r) != '#')
		r->at++;
	return str_trim(str_sub(r->s, start, r->at));
}

static bool read_key(struct reading *r, struct str *key)
{
	if (peek(r) == '"' || peek(r) == '\'') {
		if (!read_string(r, key))
			return false;
	} else {
		size_t start = r->at;
		while (ascii_is_alpha(peek(r)) || ascii_is_digit(peek(r)) ||
		       peek(r) == '_' || peek(r) == '-' || peek(r) == '.')
			r->at++;
		*key = str_sub(r->s, start, r->at);
	}
	skip_blanks(r);
	return key->n > 0 || fail(r, "a key is missing");
}

static bool read_key_and_equals(struct reading *r, struct str *key)
{
	if (!read_key(r, key))
		return false;
	if (peek(r) != '=')
		return fail(r, "'=' is missing behind a key");
	r->at++;
	skip_blanks(r);
	return true;
}

/* One value into `parent`; arrays and inline tables by a stack of their own,
 * so that brackets cannot exhaust ours. */
static bool read_value(struct reading *r, struct value *parent, struct str key)
{
	struct value *stack[VALUE_DEPTH + 1] = {parent};
	size_t depth = 0;
	do {
		if (depth)
			skip_lines(r);
		char c = peek(r);
		if (depth && c == ',') {
			r->at++;
			continue;
		}
		if (depth && (c == ']' || c == '}')) {
			r->at++;
			depth--;
			continue;
		}
		if (r->at >= r->s.n)
			return fail(r, "a value has no end");
		if (depth && stack[depth]->type == VALUE_MAP &&
		    !read_key_and_equals(r, &key))
			return false;
		c = peek(r);
		if (c == '[' || c == '{') {
			if (depth == VALUE_DEPTH)
				return fail(r, "values stand too deep");
			enum value_type type =
				c == '[' ? VALUE_LIST : VALUE_MAP;
			struct value *v =
				value_add(r->arena, stack[depth], key, type);
			stack[++depth] = v;
			r->at++;
			continue;
		}
		struct value *v =
			value_add(r->arena, stack[depth], key, VALUE_TEXT);
		size_t before = r->at;
		if (c == '"' || c == '\'') {
			if (!read_string(r, &v->text))
				return false;
		} else {
			v->text = arena_str(r->arena, read_bare(r));
		}
		if (r->at == before)
			return fail(r, "a value is missing");
	} while (depth);
	return true;
}

/* "[name]" and "[[name]]": returns where the keys below it go. */
static struct value *read_table(struct reading *r, struct value *root)
{
	bool is_array = looking_at(r, STR("[["));
	struct str key;
	r->at += is_array ? 2 : 1;
	skip_blanks(r);
	if (!read_key(r, &key))
		return NULL;
	struct str end = is_array ? STR("]]") : STR("]");
	if (!looking_at(r, end)) {
		fail(r, "a table's name has no end");
		return NULL;
	}
	r->at += end.n;
	if (!is_array)
		return value_add(r->arena, root, key, VALUE_MAP);
	struct value *list = NULL;
	for (struct value *v = root->first; v; v = v->next)
		if (v->type == VALUE_LIST && str_eq(v->key, key))
			list = v;
	if (!list)
		list = value_add(r->arena, root, key, VALUE_LIST);
	return value_add(r->arena, list, STR(""), VALUE_MAP);
}

bool toml_read(struct str text, struct arena *a, struct value *map,
	       struct err *err)
{
	struct reading r = {.s = text, .line = 1, .arena = a, .err = err};
	struct value *table = map;
	for (skip_lines(&r); r.at < r.s.n; skip_lines(&r)) {
		struct str key;
		if (peek(&r) == '[') {
			table = read_table(&r, map);
			if (!table)
				return false;
		} else if (!read_key_and_equals(&r, &key) ||
			   !read_value(&r, table, key)) {
			return false;
		}
		skip_blanks(&r);
		if (peek(&r) != '\n' && peek(&r) != '#' && r.at < r.s.n)
			return fail(&r, "something stands behind a value");
	}
	return true;
}

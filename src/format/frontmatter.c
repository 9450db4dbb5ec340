/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that site generators and note-takers use (Hugo, Jekyll, Pandoc,
 * Obsidian, ...) for the same few things.
 */
#include "config.h"

#include "format/frontmatter.h"

#include "format/date.h"
#include "format/rawhtml.h"
#include "format/value.h"

/* More than this is no metadata. */
enum { LIMIT_BYTES = 65536 };

/* A line that "key:" or "key =" begins. */
static bool has_key(struct str line, char sign)
{
	size_t end = str_find_char(line, sign, 0);
	if (end == line.n || end == 0 || ascii_is_space(line.p[0]))
		return false;
	if (sign == ':' && end + 1 < line.n && !ascii_is_space(line.p[end + 1]))
		return false;
	return line.p[0] != '-' && line.p[0] != '*' && line.p[0] != '<' &&
	       line.p[0] != '[' && end <= 60;
}

size_t frontmatter_find(struct str text)
{
	struct str rest = text, line;
	bool has_keys = false, is_first = true;
	if (!str_next_line(&rest, &line))
		return 0;
	struct str fence = str_trim(line);
	bool is_toml = str_eq(fence, STR("+++"));
	if (!is_toml && !str_eq(fence, STR("---")))
		return 0;
	while (str_next_line(&rest, &line)) {
		size_t end = (size_t)(line.p - text.p) + line.n;
		if (end > LIMIT_BYTES)
			return 0;
		struct str s = str_trim(line);
		if (str_eq(s, fence) || (!is_toml && str_eq(s, STR("..."))))
			return has_keys ? text.n - rest.n : 0;
		if (s.n == 0 || s.p[0] == '#')
			continue;
		/* The text between two rules is no metadata. */
		has_keys = has_keys || has_key(line, is_toml ? '=' : ':') ||
			   (is_toml && s.p[0] == '[');
		if (is_first && !has_keys)
			return 0;
		is_first = false;
	}
	return 0;
}

static struct str text_of(const struct value *v)
{
	if (v && v->type == VALUE_LIST)
		v = v->first;
	return v && v->type == VALUE_TEXT ? str_trim(v->text) : STR("");
}

/* The first of the names (parted by spaces) that has a text. */
static struct str find_text(const struct value *map, const char *names)
{
	struct str rest = str_of(names), name;
	while (str_next_part(&rest, ' ', &name)) {
		struct str s = text_of(value_get(map, name));
		if (s.n)
			return s;
	}
	return STR("");
}

static void add_author(const struct value *v, struct build *b)
{
	if (v->type == VALUE_TEXT)
		build_author(b, v->text, STR(""));
	else if (v->type == VALUE_MAP)
		build_author(b, find_text(v, "name display_name title"),
			     find_text(v, "bio about description "
					  "affiliation position role"));
}

static void add_authors(const struct value *map, struct build *b)
{
	static const struct str names[] = {
		{"author", 6}, {"authors", 7}, {"by", 2}, {"byline", 6}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct value *v = value_get(map, names[i]);
		if (!v)
			continue;
		if (v->type != VALUE_LIST)
			add_author(v, b);
		for (v = v->type == VALUE_LIST ? v->first : NULL; v;
		     v = v->next)
			add_author(v, b);
	}
}

static void add_tag(struct str tag, struct build *b)
{
	tag = str_trim(tag);
	if (tag.n > 1 && tag.p[0] == '#')
		tag = str_from_at(tag, 1);
	build_tag(b, tag);
}

static void add_tags(const struct value *map, struct build *b)
{
	static const struct str names[] = {{"tags", 4},	       {"tag", 3},
					   {"keywords", 8},    {"topics", 6},
					   {"categories", 10}, {"category", 8}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct value *v = value_get(map, names[i]);
		if (v && v->type == VALUE_TEXT) {
			struct str rest = v->text, tag;
			while (str_next_part(&rest, ',', &tag))
				add_tag(tag, b);
		}
		for (v = v ? v->first : NULL; v; v = v->next)
			if (v->type == VALUE_TEXT)
				add_tag(v->text, b);
	}
}

static bool is_address(struct str s)
{
	if (str_has(s, STR("://")) || str_starts(s, STR("/")) ||
	    str_starts(s, STR("./")) || str_starts(s, STR("../")))
		return true;
	if (str_find_char(s, ' ', 0) < s.n)
		return false;
	return str_find_char(s, '/', 0) < s.n || str_ends(s, STR(".md")) ||
	       str_ends(s, STR(".txt")) || str_ends(s, STR(".html"));
}

static void add_related(const struct value *v, struct build *b)
{
	struct str group = STR("Related");
	if (v->type == VALUE_MAP) {
		build_related(b, group, find_text(v, "title name text"),
			      find_text(v, "teaser description summary"),
			      find_text(v, "url link href path file"));
	} else if (v->type == VALUE_TEXT) {
		struct str s = str_trim(v->text);
		if (str_starts(s, STR("[[")) && str_ends(s, STR("]]")))
			s = str_sub(s, 2, s.n - 2);
		if (is_address(s))
			build_related(b, group, STR(""), STR(""), s);
		else
			build_related(b, group, s, STR(""), STR(""));
	}
}

static void add_all_related(const struct value *map, struct build *b)
{
	const struct value *v = value_get(map, STR("related"));
	if (!v)
		return;
	if (v->type != VALUE_LIST)
		add_related(v, b);
	for (v = v->type == VALUE_LIST ? v->first : NULL; v; v = v->next)
		add_related(v, b);
}

static const char title_keys[] = "title display_name";

static void use(const struct value *map, struct build *b)
{
	static const char *const names[META_COUNT] = {
		[META_TITLE] = title_keys,
		[META_SERIES] = "series",
		[META_LANGUAGE] = "lang language locale",
		[META_URL] = "canonical canonical_url url permalink "
			     "original_url source_url",
	};
	for (enum meta m = 0; m < META_COUNT; m++) {
		if (!names[m])
			continue;
		/* Authors write for a page: "R&amp;D". */
		struct buf plain = {0};
		rawhtml_unescape(find_text(map, names[m]), &plain);
		build_meta(b, m, buf_str(&plain));
		buf_release(&plain);
	}
	struct str date = find_text(map, "date published publishdate pubdate "
					 "published_at created");
	char day[11];
	if (date_read(date, day))
		build_meta(b, META_DATE, str_of(day));
	else if (date.n)
		build_problem(b,
			      "the date \"%.*s\" in the front matter is "
			      "not understood",
			      (int)(date.n < 40 ? date.n : 40), date.p);
	add_authors(map, b);
	add_tags(map, b);
	add_all_related(map, b);
}

/* Where the text of that key goes. */
static struct value *find_or_add(struct arena *a, struct value *map,
				 struct str key)
{
	for (struct value *v = map->first; v; v = v->next)
		if (str_eq_nocase(v->key, key))
			return v;
	return value_add(a, map, key, VALUE_TEXT);
}

/* The lines "key: text" of broken YAML: most often one text with a colon in
 * it broke it, and libyaml has given its beginning. */
static void read_lines(struct str text, struct arena *a, struct value *map)
{
	struct str line;
	while (str_next_line(&text, &line)) {
		if (!has_key(line, ':'))
			continue;
		size_t colon = str_find_char(line, ':', 0);
		struct str s = str_trim(str_from_at(line, colon + 1));
		if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') &&
		    s.p[s.n - 1] == s.p[0])
			s = str_sub(s, 1, s.n - 1);
		struct value *v =
			find_or_add(a, map, str_trim(str_sub(line, 0, colon)));
		if (v->type == VALUE_TEXT && str_starts(s, v->text))
			v->text = arena_str(a, s);
	}
}

void frontmatter_read(struct str matter, struct build *b, struct buf *title,
		      struct buf *description)
{
	struct arena a = {0};
	struct value *map = value_new_map(&a);
	struct str text = matter, line, last;
	struct err err;
	str_next_line(&text, &line);
	bool is_toml = str_starts(line, STR("+++"));
	/* The closing fence is the last line, with or without its end. */
	last = str_trim(text);
	text.n = (size_t)(last.p + last.n - 3 - text.p);
	bool is_ok = is_toml ? toml_read(text, &a, map, &err)
			     : yaml_read(text, &a, map, &err);
	if (!is_ok) {
		build_problem(b, "the front matter is broken at its %s",
			      err.text);
		if (!is_toml)
			read_lines(text, &a, map);
	}
	rawhtml_unescape(find_text(map, title_keys), title);
	buf_add(description,
		find_text(map, "description summary deck subtitle excerpt "
			       "abstract"));
	use(map, b);
	arena_release(&a);
}

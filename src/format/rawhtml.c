/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule: comments, declarations, processing instructions, and what stands
 * in <script>, <style> and the like are dropped; tags are dropped, but those
 * of the tables below do what they say; all other text is kept.
 *
 * Each step moves forward in the text, and nothing is looked for twice: the
 * time is linear for any bytes.
 */
#include "config.h"

#include "format/rawhtml.h"

#include <cmark-gfm.h>
#include <stdlib.h>

struct tag {
	struct str name; /* of the source, any case; "" for a comment etc. */
	struct str attributes;
	bool is_end;
	size_t end; /* behind its '>' */
};

/* Tags that mark a part of a line. */
static const struct {
	struct str name;
	enum span_type span;
} spans[] = {
	{{"b", 1}, SPAN_STRONG},      {{"strong", 6}, SPAN_STRONG},
	{{"i", 1}, SPAN_EMPHASIS},    {{"em", 2}, SPAN_EMPHASIS},
	{{"cite", 4}, SPAN_EMPHASIS}, {{"dfn", 3}, SPAN_EMPHASIS},
	{{"var", 3}, SPAN_EMPHASIS},  {{"code", 4}, SPAN_CODE},
	{{"kbd", 3}, SPAN_CODE},      {{"samp", 4}, SPAN_CODE},
	{{"tt", 2}, SPAN_CODE},	      {{"del", 3}, SPAN_STRIKE},
	{{"s", 1}, SPAN_STRIKE},      {{"strike", 6}, SPAN_STRIKE},
	{{"sup", 3}, SPAN_SUPER},     {{"sub", 3}, SPAN_SUB},
};

/* Tags whose content is no text. */
static const struct str silent[] = {
	{"script", 6},	 {"style", 5},	{"template", 8}, {"noscript", 8},
	{"svg", 3},	 {"math", 4},	{"iframe", 6},	 {"object", 6},
	{"textarea", 8}, {"select", 6},
};

/* Tags that end a line of text; those of lists and headings besides. */
static const struct str blocks[] = {
	{"p", 1},	    {"div", 3},	    {"section", 7},  {"article", 7},
	{"table", 5},	    {"tr", 2},	    {"caption", 7},  {"figure", 6},
	{"figcaption", 10}, {"center", 6},  {"header", 6},   {"footer", 6},
	{"details", 7},	    {"summary", 7}, {"dl", 2},	     {"dt", 2},
	{"dd", 2},	    {"address", 7}, {"aside", 5},    {"nav", 3},
	{"main", 4},	    {"form", 4},    {"fieldset", 8}, {"thead", 5},
	{"tbody", 5},	    {"hgroup", 6},
};

static bool is_named(struct str name, const struct str *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq_nocase(name, names[i]))
			return true;
	return false;
}

#define IS_NAMED(name, names)                                                  \
	is_named(name, names, sizeof(names) / sizeof *(names))

static size_t behind(struct str s, struct str end, size_t from)
{
	size_t at = str_find(s, end, from);
	return at < s.n ? at + end.n : s.n;
}

#define SECTION STR("<![CDATA[")

static bool is_section(struct str s)
{
	return str_starts(s, SECTION);
}

/* Where the '>' is that ends a tag, quoted ones passed over. A quote that
 * never ends counts as none: it would swallow the rest of the text. (It is
 * then the last of its kind in the text: few tags are looked through twice.) */
static size_t attributes_end(struct str s, size_t from)
{
	char quote = 0;
	size_t i = from;
	for (; i < s.n && (quote || s.p[i] != '>'); i++)
		if (quote ? s.p[i] == quote : s.p[i] == '"' || s.p[i] == '\'')
			quote = quote ? 0 : s.p[i];
	return quote ? str_find_char(s, '>', from) : i;
}

/* Reads what the '<' at `at` begins; false if that is text. */
static bool read_tag(struct str s, size_t at, struct tag *tag)
{
	struct str t = str_from_at(s, at);
	*tag = (struct tag){.name = {NULL, 0}};
	if (str_starts(t, STR("<!--"))) {
		tag->end = at + behind(t, STR("-->"), 4);
		return true;
	}
	if (is_section(t)) {
		tag->end = at + SECTION.n; /* its text is text */
		return true;
	}
	if (str_starts(t, STR("<!")) || str_starts(t, STR("<?"))) {
		tag->end = at + behind(t, STR(">"), 2);
		return true;
	}
	size_t i = 1, start;
	tag->is_end = t.n > 1 && t.p[1] == '/';
	i += tag->is_end;
	start = i;
	while (i < t.n &&
	       (ascii_is_alpha(t.p[i]) ||
		(i > start && (ascii_is_digit(t.p[i]) || t.p[i] == '-'))))
		i++;
	if (i == start)
		return false;
	tag->name = str_sub(t, start, i);
	start = i;
	i = attributes_end(t, start);
	tag->attributes = str_sub(t, start, i);
	tag->end = at + (i < t.n ? i + 1 : i);
	return true;
}

/* The value of an attribute, its references not resolved; "" if absent. */
static struct str attribute(const struct tag *tag, struct str name)
{
	struct str s = tag->attributes;
	for (size_t i = 0; i < s.n;) {
		while (i < s.n && (ascii_is_space(s.p[i]) || s.p[i] == '/'))
			i++;
		size_t start = i;
		while (i < s.n && !ascii_is_space(s.p[i]) && s.p[i] != '=')
			i++;
		struct str key = str_sub(s, start, i);
		while (i < s.n && ascii_is_space(s.p[i]))
			i++;
		if (i >= s.n || s.p[i] != '=')
			continue;
		i++;
		while (i < s.n && ascii_is_space(s.p[i]))
			i++;
		char quote = i < s.n && (s.p[i] == '"' || s.p[i] == '\'')
				     ? s.p[i++]
				     : '\0';
		start = i;
		while (i < s.n &&
		       (quote ? s.p[i] != quote : !ascii_is_space(s.p[i])))
			i++;
		if (str_eq_nocase(key, name))
			return str_sub(s, start, i);
		i += quote && i < s.n;
	}
	return STR("");
}

/* One named reference, "&copy;", as cmark knows all of HTML's. */
static bool resolve_named(struct str reference, struct buf *out)
{
	cmark_node *root = cmark_parse_document(reference.p, reference.n,
						CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
	struct str s = str_of(text ? cmark_node_get_literal(text) : "");
	bool is_known = s.n > 0 && s.p[0] != '&';
	if (is_known || str_eq(reference, STR("&amp;")))
		buf_add(out, s);
	cmark_node_free(root);
	return is_known || str_eq(reference, STR("&amp;"));
}

void rawhtml_unescape(struct str text, struct buf *out)
{
	for (size_t at = 0; at < text.n;) {
		size_t amp = str_find_char(text, '&', at), end = amp + 1;
		buf_add(out, str_sub(text, at, amp));
		while (end < text.n && end - amp < 34 &&
		       (ascii_is_alpha(text.p[end]) ||
			ascii_is_digit(text.p[end]) || text.p[end] == '#'))
			end++;
		at = amp;
		if (end < text.n && text.p[end] == ';' &&
		    resolve_named(str_sub(text, amp, end + 1), out))
			at = end + 1;
		else if (amp < text.n)
			buf_add_char(out, text.p[at++]);
	}
}

static void add_text(struct str text, struct build *b)
{
	if (str_find_char(text, '&', 0) == text.n) {
		build_text(b, text);
		return;
	}
	struct buf plain = {0};
	rawhtml_unescape(text, &plain);
	build_text(b, buf_str(&plain));
	buf_release(&plain);
}

/* What a tag does inside a line of text. */
static void apply_inline(const struct tag *tag, struct build *b)
{
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		if (!str_eq_nocase(tag->name, spans[i].name))
			continue;
		if (tag->is_end)
			build_stop(b, spans[i].span);
		else
			build_start(b, spans[i].span);
		return;
	}
	if (str_eq_nocase(tag->name, STR("br"))) {
		build_break(b);
	} else if (str_eq_nocase(tag->name, STR("img"))) {
		add_text(attribute(tag, STR("alt")), b);
	} else if (str_eq_nocase(tag->name, STR("a")) && tag->is_end) {
		build_link_stop(b);
	} else if (str_eq_nocase(tag->name, STR("a"))) {
		struct buf url = {0};
		rawhtml_unescape(attribute(tag, STR("href")), &url);
		if (url.n)
			build_link_start(b, buf_str(&url));
		buf_release(&url);
	}
}

void rawhtml_inline(struct str html, struct build *b)
{
	struct tag tag;
	if (is_section(html))
		build_text(b, str_sub(html, SECTION.n, html.n - 3));
	else if (html.n && read_tag(html, 0, &tag))
		apply_inline(&tag, b);
	else
		add_text(html, b);
}

/* What a tag does between lines; false if it is one for inside a line. */
static bool apply_block(const struct tag *tag, struct build *b)
{
	struct str name = tag->name;
	bool is_list = str_eq_nocase(name, STR("ul"));
	if (is_list || str_eq_nocase(name, STR("ol"))) {
		enum container c = is_list ? IN_LIST : IN_ORDERED;
		if (tag->is_end)
			build_leave(b, c);
		else
			build_enter(b, c);
	} else if (str_eq_nocase(name, STR("li"))) {
		if (tag->is_end)
			build_leave(b, IN_ITEM);
		else
			build_enter(b, IN_ITEM);
	} else if (str_eq_nocase(name, STR("blockquote"))) {
		if (tag->is_end)
			build_leave(b, IN_QUOTE);
		else
			build_enter(b, IN_QUOTE);
	} else if (name.n == 2 && ascii_lower(name.p[0]) == 'h' &&
		   name.p[1] >= '1' && name.p[1] <= '6') {
		if (tag->is_end)
			build_close(b);
		else
			build_heading(b, (unsigned)(name.p[1] - '0'));
	} else if (str_eq_nocase(name, STR("pre"))) {
		if (tag->is_end)
			build_close(b);
		else
			build_open(b, BLOCK_CODE);
	} else if (str_eq_nocase(name, STR("hr"))) {
		build_open(b, BLOCK_RULE);
		build_close(b);
	} else if (str_eq_nocase(name, STR("td")) ||
		   str_eq_nocase(name, STR("th"))) {
		build_text(b, STR(" "));
	} else if (IS_NAMED(name, blocks)) {
		build_close(b);
	} else {
		return false;
	}
	return true;
}

/* Where the end tag of a silent element begins, or `from` if there is none:
 * the element is then taken for a stray tag, its text is kept. `missing` has
 * a bit for each that was looked for in vain, so as to do it once. */
static size_t skip_silent(struct str s, struct str name, size_t from,
			  unsigned *missing)
{
	unsigned bit = 1;
	for (size_t i = 0; !str_eq_nocase(name, silent[i]); i++)
		bit <<= 1;
	size_t at = from;
	while (!(*missing & bit) && at < s.n) {
		at = str_find(s, STR("</"), at);
		if (str_starts_nocase(str_from_at(s, at < s.n ? at + 2 : at),
				      name))
			return at;
		at += at < s.n;
	}
	*missing |= bit;
	return from;
}

/* The text of a CDATA section that begins at `at`; returns its end. */
static size_t add_section(struct str html, size_t at, struct build *b)
{
	size_t end = str_find(html, STR("]]>"), at);
	build_text(b, str_sub(html, at, end));
	return end < html.n ? end + 3 : end;
}

void rawhtml_block(struct str html, struct build *b)
{
	struct tag tag;
	unsigned missing = 0;
	for (size_t at = 0; at < html.n;) {
		size_t next = str_find_char(html, '<', at);
		add_text(str_sub(html, at, next), b);
		if (next == html.n)
			return;
		if (!read_tag(html, next, &tag)) {
			build_text(b, STR("<"));
			at = next + 1;
			continue;
		}
		at = tag.end;
		if (is_section(str_from_at(html, next)))
			at = add_section(html, at, b);
		else if (!tag.is_end && IS_NAMED(tag.name, silent))
			at = skip_silent(html, tag.name, at, &missing);
		else if (!apply_block(&tag, b))
			apply_inline(&tag, b);
	}
}

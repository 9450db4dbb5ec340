/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "visible.h"

#include "format/rawhtml.h"
#include "text/utf8.h"

/* Tags that do not part words. */
static const char *const inline_tags[] = {"a",	    "b",
					  "i",	    "em",
					  "strong", "code",
					  "del",    "span",
					  "sup",    "sub",
					  "bab",    "c2c",
					  "bar",    "foo",
					  "img",    "input",
					  "s",	    "u",
					  "x",	    "tt",
					  "m",	    "responsive-image"};

struct tag {
	struct str name, all;
	bool is_end;
};

static bool is_name(struct tag tag, const char *name)
{
	return str_eq_nocase(tag.name, str_of(name));
}

static struct tag tag_at(struct str html, size_t at)
{
	struct tag tag = {.all = {NULL, 0}};
	size_t i = at + 1, start;
	tag.is_end = i < html.n && html.p[i] == '/';
	i += tag.is_end;
	start = i;
	while (i < html.n &&
	       (ascii_is_alpha(html.p[i]) ||
		(i > start && (ascii_is_digit(html.p[i]) || html.p[i] == '-'))))
		i++;
	tag.name = str_sub(html, start, i);
	char quote = 0;
	for (; i < html.n && (quote || html.p[i] != '>'); i++)
		if (quote ? html.p[i] == quote
			  : html.p[i] == '"' || html.p[i] == '\'')
			quote = quote ? 0 : html.p[i];
	tag.all = str_sub(html, at, i + 1);
	return tag;
}

static void add_text(struct visible *v, struct str text)
{
	rawhtml_unescape(text, &v->text);
}

static void add_alt(struct visible *v, struct str tag)
{
	size_t at = str_find(tag, STR("alt=\""), 0);
	if (at < tag.n)
		add_text(v,
			 str_sub(tag, at + 5, str_find_char(tag, '"', at + 5)));
}

static bool parts_words(struct tag tag)
{
	for (size_t i = 0; i < sizeof inline_tags / sizeof *inline_tags; i++)
		if (is_name(tag, inline_tags[i]))
			return false;
	return true;
}

/* Whether an item's content begins with what an ITEM block is made of. */
static bool is_item(struct str rest)
{
	for (;;) {
		rest = str_trim(rest);
		if (rest.n == 0)
			return false;
		if (rest.p[0] != '<')
			return true;
		struct tag tag = tag_at(rest, 0);
		if (is_name(tag, "ul") || is_name(tag, "ol") ||
		    is_name(tag, "li") || is_name(tag, "hr"))
			return is_name(tag, "hr");
		if (tag.name.n == 2 && tag.name.p[0] == 'h')
			return false;
		if (is_name(tag, "img"))
			return true;
		rest = str_from_at(rest, tag.all.n);
	}
}

static size_t behind(struct str s, struct str what, size_t from)
{
	size_t at = str_find(s, what, from);
	return at < s.n ? at + what.n : s.n;
}

/* What is passed over as a whole: the end of it, or `at`. */
static size_t skip_unseen(struct str html, size_t at, struct tag tag)
{
	struct str rest = str_from_at(html, at);
	if (str_starts(rest, STR("<!--")))
		return behind(html, STR("-->"), at + 4);
	if (!str_starts(rest, STR("<![CDATA[")) &&
	    (str_starts(rest, STR("<!")) || str_starts(rest, STR("<?"))))
		return behind(html, STR(">"), at);
	if (str_has(tag.all, STR("class=\"footnote-ref\"")))
		return behind(html, STR("</sup>"), at);
	if (str_has(tag.all, STR("class=\"footnote-backref\"")))
		return behind(html, STR("</a>"), at);
	static const struct {
		const char *name, *end;
	} silent[] = {{"script", "</script>"},
		      {"style", "</style>"},
		      {"textarea", "</textarea>"}};
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (is_name(tag, silent[i].name) && !tag.is_end &&
		    str_find(html, str_of(silent[i].end), at) < html.n)
			return behind(html, str_of(silent[i].end), at);
	return at;
}

/* Text up to the end tag, to see whether an element holds any. */
static bool holds_text(struct str html, size_t from, const char *end)
{
	struct str inner =
		str_sub(html, from, str_find(html, str_of(end), from));
	for (size_t at = 0; at < inner.n; at++) {
		if (inner.p[at] == '<') {
			struct tag tag = tag_at(inner, at);
			if (is_name(tag, "hr") || is_name(tag, "img"))
				return true;
			at += tag.all.n - 1;
		} else if (!ascii_is_space(inner.p[at])) {
			return true;
		}
	}
	return false;
}

static void count(struct visible *v, struct str html, size_t at, struct tag tag)
{
	size_t behind_tag = at + tag.all.n;
	if (tag.is_end)
		return;
	if (tag.name.n == 2 && ascii_lower(tag.name.p[0]) == 'h' &&
	    ascii_is_digit(tag.name.p[1]))
		v->headings += holds_text(html, behind_tag, "</h");
	else if (is_name(tag, "li") &&
		 !str_has(tag.all, STR("fn"))) /* a footnote's */
		v->items += is_item(str_from_at(html, behind_tag));
	else if (is_name(tag, "pre"))
		v->codes += holds_text(html, behind_tag, "</pre>");
	else if (is_name(tag, "blockquote") &&
		 !str_ends(str_trim(str_sub(html, 0, at)),
			   STR("</blockquote>")))
		v->quotes += holds_text(html, behind_tag, "</blockquote>");
}

/* Folds white space, and leaves out the brackets of wiki links. */
static void fold(struct buf *text)
{
	struct buf clean = {0};
	utf8_clean(&clean, buf_str(text));
	struct str s = buf_str(&clean);
	text->n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (str_starts(str_from_at(s, i), STR("![["))) {
			i += 2;
		} else if (str_starts(str_from_at(s, i), STR("[[")) ||
			   str_starts(str_from_at(s, i), STR("]]"))) {
			i++;
		} else if (!ascii_is_space(s.p[i])) {
			buf_add_char(text, s.p[i]);
		} else if (text->n && text->p[text->n - 1] != ' ') {
			buf_add_char(text, ' ');
		}
	}
	while (text->n && text->p[text->n - 1] == ' ')
		text->n--;
	buf_release(&clean);
}

void visible_html(struct visible *v, struct str html)
{
	for (size_t at = 0; at < html.n;) {
		size_t next = str_find_char(html, '<', at);
		add_text(v, str_sub(html, at, next));
		at = next;
		if (at == html.n)
			break;
		struct tag tag = tag_at(html, at);
		if (str_starts(str_from_at(html, at), STR("<![CDATA["))) {
			size_t close = str_find(html, STR("]]>"), at);
			buf_add(&v->text, str_sub(html, at + 9, close));
			at = close + 3;
			continue;
		}
		size_t end = skip_unseen(html, at, tag);
		if (end == at) {
			count(v, html, at, tag);
			if (is_name(tag, "img"))
				add_alt(v, tag.all);
			if (parts_words(tag))
				buf_add_char(&v->text, ' ');
			end = at + tag.all.n;
		}
		at = end;
	}
	fold(&v->text);
}

void visible_article(struct visible *v, const struct article *a)
{
	uint8_t depth = 0;
	for (uint32_t i = 0; i < article_units(a); i++) {
		buf_add(&v->text, article_unit_text(a, i));
		buf_add_char(&v->text, '\n');
		if (i >= a->blocks.n)
			continue;
		const struct block *b = article_block(a, i);
		v->headings += b->type == BLOCK_HEADING;
		v->codes += b->type == BLOCK_CODE &&
			    str_trim(article_unit_text(a, i)).n > 0;
		v->items += b->type != BLOCK_HEADING && b->level > 0 &&
			    !(b->flags & BLOCK_CONTINUED);
		/* One more for each quotation that begins here. */
		if (b->quote > depth)
			v->quotes += (size_t)(b->quote - depth);
		depth = b->quote;
	}
	fold(&v->text);
}

void visible_release(struct visible *v)
{
	buf_release(&v->text);
}

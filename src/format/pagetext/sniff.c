/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text is a saved page. What a page leaves around its article
 * speaks for it, syntax of another kind against it. Plain text that shows
 * neither is left to others.
 */
#include "config.h"

#include "format/pagetext/page.h"
#include "format/reader.h"

enum {
	HEAD_BYTES = 24576,
	TAIL_BYTES = 8192,
	SCORE_MAX = 90,
	MARKDOWN_MAX = 60, /* of what is named as Markdown */
};

struct signs {
	size_t lines, paragraphs;
	size_t code, markdown, mail;
	size_t furniture, names, dates, groups, notes, menus, titles;
	size_t licences;
	bool is_control;
};

static bool is_markdown_line(struct str s)
{
	size_t hashes = 0;
	while (hashes < s.n && s.p[hashes] == '#')
		hashes++;
	if (hashes >= 1 && hashes <= 6 && hashes < s.n && s.p[hashes] == ' ')
		return true;
	if (str_starts(s, STR("```")) || str_starts(s, STR("~~~")) ||
	    str_starts(s, STR("|--")) || str_starts(s, STR("| --")) ||
	    str_starts(s, STR("- [ ] ")) || str_starts(s, STR("[^")))
		return true;
	if (s.n >= 4 && (str_starts(s, STR("====")) || str_eq(s, STR("---")) ||
			 str_starts(s, STR("----"))))
		return true;
	size_t link = str_find(s, STR("]("), 0);
	return link < s.n && str_find_char(s, ')', link) < s.n;
}

static bool is_code_line(struct str s)
{
	char last = s.n > 0 ? s.p[s.n - 1] : 0;
	bool ends =
		last == ';' && (str_has(s, STR("(")) || str_has(s, STR("=")));
	return ends || last == '{' || last == '}' || last == '\\' ||
	       str_starts(s, STR("#include")) || str_starts(s, STR("//")) ||
	       str_starts(s, STR("/*")) || str_starts(s, STR("import ")) ||
	       str_starts(s, STR("def ")) || str_starts(s, STR("$ ")) ||
	       str_starts(s, STR("#!")) || str_has(s, STR("();")) ||
	       str_has(s, STR("[Page ")) || str_has(s, STR(" == ")) ||
	       str_has(s, STR("Request for Comments:"));
}

static bool is_mail_line(struct str s)
{
	return str_starts(s, STR("From: ")) || str_starts(s, STR("To: ")) ||
	       str_starts(s, STR("Subject: ")) ||
	       str_starts(s, STR("Message-ID: ")) ||
	       str_starts_nocase(s, STR("Received: ")) ||
	       str_starts(s, STR("Newsgroups: "));
}

/* Licences have these as pages do. */
static bool is_licence_line(struct str key)
{
	return str_starts(key, STR("copyright")) ||
	       str_starts(key, STR("\u00a9")) ||
	       str_starts(key, STR("disclaimer")) ||
	       str_starts(key, STR("terms")) || str_starts(key, STR("print")) ||
	       str_starts(key, STR("email")) ||
	       str_starts(key, STR("e mail")) ||
	       str_starts(key, STR("contact")) ||
	       str_starts(key, STR("license"));
}

static void look_at(struct signs *signs, struct page *page,
		    const struct line *l)
{
	struct str names[PAGE_NAMES];
	size_t start, end;
	signs->lines++;
	signs->markdown += is_markdown_line(l->text);
	signs->code += is_code_line(l->text);
	signs->mail += is_mail_line(l->text);
	signs->paragraphs += l->ends_sentence && l->words >= 25;
	if (l->kinds & (KIND_END | KIND_SHARE | KIND_COMMENTS) &&
	    !is_licence_line(l->key))
		signs->furniture++;
	if (l->kinds & KIND_RELATED)
		signs->groups++;
	if (l->group_lines >= 5 && l->words <= 4 && !l->ends_sentence &&
	    !l->ends_clause && l->lead == 0 && l->indent == 0)
		signs->menus++;
	signs->licences += str_has(l->key, STR("copyright")) ||
			   str_has(l->key, STR("license")) ||
			   str_has(l->key, STR("warrant"));
	if (str_starts(l->text, STR("(*1)")) || l->kinds & KIND_SERIES)
		signs->notes++;
	if (l->words > 12 || l->ends_sentence)
		return;
	if (l->kinds & KIND_BYLINE || str_has(l->text, STR(" [")))
		signs->names += name_read(&page->arena, l->text, names) > 0;
	if (l->has_digit && dateline_find(l->text, &start, &end).year > 0)
		signs->dates++;
}

static void look_through(struct signs *signs, struct str text)
{
	struct page page = {0};
	if (str_find_char(text, '\b', 0) < text.n ||
	    str_find_char(text, 0x1b, 0) < text.n)
		signs->is_control = true;
	page_read(&page, text);
	span_find(&page);
	signs->titles += page.title != NO_LINE;
	for (size_t i = 0; i < page.lines.n; i++)
		look_at(signs, &page, &page.lines.at[i]);
	page_release(&page);
}

static size_t at_most(size_t n, size_t max)
{
	return n < max ? n : max;
}

/* What rules a saved page out. */
static bool is_other(const struct signs *s, bool named_markdown)
{
	return s->is_control || s->paragraphs + s->titles == 0 ||
	       s->mail >= 2 || s->code * 8 > s->lines ||
	       s->markdown * 25 > s->lines ||
	       (s->licences >= 5 && s->licences * 20 > s->lines) ||
	       (named_markdown && s->markdown > 0);
}

int pagetext_sniff(const struct source *source, int beat)
{
	struct signs s = {0};
	struct str text = source->text;
	bool named_markdown = str_ends(source->path, STR(".md")) ||
			      str_ends(source->path, STR(".markdown"));
	if (beat >= (named_markdown ? MARKDOWN_MAX : SCORE_MAX))
		return 0;
	look_through(&s, str_sub(text, 0, HEAD_BYTES));
	if (text.n > HEAD_BYTES + TAIL_BYTES)
		look_through(&s, str_from_at(text, text.n - TAIL_BYTES));
	if (is_other(&s, named_markdown))
		return 0;
	/* The title twice, first as the window's and then as the article's, is
	 * what converters of pages leave. */
	bool titled = s.titles > 0 && s.paragraphs >= 3;
	size_t kinds = (s.furniture > 0) + (s.names > 0) + (s.dates > 0) +
		       (s.groups > 0) + (s.notes > 0) + 2u * titled +
		       (s.menus >= 5 && s.furniture > 0);
	if (kinds < 2)
		return 0;
	size_t score = 10 * kinds + 5 * at_most(s.furniture, 5) +
		       5 * at_most(s.paragraphs, 3);
	return (int)at_most(named_markdown ? score / 2 : score, SCORE_MAX);
}

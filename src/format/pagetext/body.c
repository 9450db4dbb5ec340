/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text itself: what among it is furniture, and what the rest is.
 *
 *     A short line by itself, no stop behind it,        heading
 *     above a paragraph.
 *
 *     • one   1. two                                    items
 *         indented                                      quotation
 *         with   columns                                code
 *     Three short                                       verse: lines kept
 *     lines
 *     together
 */
#include "config.h"

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum {
	BUTTON_WORDS = 8,
	NAMED_PICTURE = 8, /* a longer credit is a caption */
	HEADING_WORDS = 16,
	QUESTION_WORDS = 8, /* a heading that asks */
	VERSE_WORDS = 14,
	LEGAL_WORDS = 30, /* in a line; a sentence may say so for itself */
	LEGAL_SENTENCE = 20,
	INDENT = 3,	  /* cells by which a quotation stands in */
	ESSAY_WORDS = 45, /* the mean paragraph of a text with asking heads */
};

struct style {
	uint16_t indent; /* of most paragraphs */
	bool is_essay;	 /* long paragraphs */
};

static struct line *line_at(struct page *page, size_t i)
{
	return &page->lines.at[i];
}

/* Whether the line stands as a heading does: alone, a paragraph below. */
static bool heads_paragraph(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	return l->group_lines == 1 && i + 1 < page->to && l[1].ends_sentence &&
	       l[1].words >= 12 && l[1].kinds == 0;
}

/* Furniture among the text. What only may be some stays: "Previous Attempts"
 * above a paragraph is a heading. */
static bool is_furniture(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	unsigned k = l->kinds;
	if (k & KIND_AD)
		return true;
	if (l->ends_sentence)
		return k & KIND_LEGAL && l->words <= LEGAL_SENTENCE;
	if (k & KIND_LEGAL && l->words <= LEGAL_WORDS)
		return true;
	bool heads = l->words >= 2 && heads_paragraph(page, i);
	if (k & KIND_SHARE && l->words <= BUTTON_WORDS && !heads)
		return true;
	if (k & (KIND_COMMENTS | KIND_END) && l->words <= 5 && !heads)
		return true;
	if (k & KIND_DATED && l->has_digit && l->words <= 12)
		return true;
	if (k & KIND_CREDIT && l->words <= NAMED_PICTURE)
		return true;
	return l->is_repeated && l->words < 25 && i > page->from &&
	       l->blank_before == 0 && str_eq(l->key, l[-1].key);
}

/* The indent of most paragraphs, and whether they are long. */
static struct style find_style(const struct page *page)
{
	size_t counts[41] = {0}, words = 0, n = 0;
	struct style style = {0};
	for (size_t i = page->from; i < page->to; i++) {
		const struct line *l = &page->lines.at[i];
		if (!l->ends_sentence || l->words < 12 || l->lead > 0)
			continue;
		words += l->words;
		n++;
		counts[l->indent < 40 ? l->indent : 40]++;
	}
	for (uint16_t c = 1; c <= 40; c++)
		if (counts[c] > counts[style.indent])
			style.indent = c;
	style.is_essay = n > 0 && words >= n * ESSAY_WORDS;
	return style;
}

/* The next line of the text behind i, or page->to. */
static size_t next_text(const struct page *page, size_t i)
{
	do
		i++;
	while (i < page->to && page->lines.at[i].role != ROLE_TEXT);
	return i;
}

static bool is_heading(const struct page *page, size_t i,
		       const struct style *style)
{
	const struct line *l = &page->lines.at[i];
	char last = l->text.p[l->text.n - 1];
	size_t next = next_text(page, i);
	if (l->words > HEADING_WORDS || l->group_lines > 1 ||
	    next >= page->to || l->kinds & KIND_CREDIT)
		return false;
	if (l->ends_clause && last != ':')
		return false;
	if (l->ends_sentence && !(last == '?' && l->words <= QUESTION_WORDS &&
				  l->commas == 0 && style->is_essay))
		return false;
	if (last == ':' && l->words > 6)
		return false;
	const struct line *below = &page->lines.at[next];
	return below->words >= 10 || below->lead > 0 || below->ends_sentence ||
	       below->ends_clause || below->indent > l->indent;
}

/* A rule: one mark three times or more, spaces between. */
static bool is_rule(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ' ')
			continue;
		if (s.p[i] != s.p[0])
			return false;
		n++;
	}
	return n >= 3 && s.n > 0 &&
	       (s.p[0] == '*' || s.p[0] == '-' || s.p[0] == '_' ||
		s.p[0] == '=' || s.p[0] == '~');
}

/* Whether the lines are marked alike and may be of one list. */
static bool is_alike(const struct line *a, const struct line *b)
{
	if (a->lead == 0 || b->lead == 0)
		return false;
	if (a->number > 0 || b->number > 0)
		return a->number > 0 && b->number > 0;
	return a->text.p[0] == b->text.p[0];
}

/* A dot or bullet always marks an item; a hyphen, star or number does when
 * another such line stands next to it in the block or list. */
static bool is_item(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	if (l->lead == 0)
		return false;
	unsigned char first = (unsigned char)l->text.p[0];
	if (first >= 0x80 && !str_starts(l->text, STR("\u2013")))
		return true;
	bool above = i > page->from && is_alike(l - 1, l);
	bool below = i + 1 < page->to && is_alike(l, l + 1);
	if (!above && !below)
		return false;
	if (l->number == 0)
		return true;
	return (below && l[1].number == l->number + 1) ||
	       (above && l[-1].number + 1 == l->number);
}

/* Short lines of one block: an address, verse, entries. */
static bool is_verse(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	if (l->group_lines < 2 || l->words > VERSE_WORDS)
		return false;
	bool above = i > page->from && l[-1].group == l->group &&
		     l[-1].words <= VERSE_WORDS && l[-1].role == ROLE_TEXT;
	bool below = i + 1 < page->to && l[1].group == l->group &&
		     l[1].words <= VERSE_WORDS;
	return above || below;
}

static enum shape find_shape(const struct page *page, size_t i,
			     const struct style *style)
{
	const struct line *l = &page->lines.at[i];
	bool stands_in = l->indent >= style->indent + INDENT;
	if (line_is_empty(l))
		return SHAPE_RULE;
	if (is_item(page, i))
		return l->number > 0 ? SHAPE_NUMBERED : SHAPE_ITEM;
	if (stands_in && l->has_columns)
		return SHAPE_CODE;
	if (stands_in || str_starts(l->text, STR("> ")))
		return SHAPE_QUOTE;
	if (l->kinds & KIND_CREDIT)
		return SHAPE_CAPTION;
	if (is_heading(page, i, style))
		return SHAPE_HEADING;
	if (is_verse(page, i))
		return SHAPE_VERSE;
	return SHAPE_PARAGRAPH;
}

/* One line with columns makes its block code. */
static void spread_code(struct page *page)
{
	for (size_t i = page->from; i < page->to; i++) {
		struct line *l = line_at(page, i);
		if (l->shape != SHAPE_QUOTE)
			continue;
		bool above = i > page->from && l[-1].group == l->group &&
			     l[-1].shape == SHAPE_CODE;
		bool below = i + 1 < page->to && l[1].group == l->group &&
			     l[1].shape == SHAPE_CODE;
		if (above || below)
			l->shape = SHAPE_CODE;
	}
}

void body_find(struct page *page)
{
	for (size_t i = page->from; i < page->to; i++) {
		struct line *l = line_at(page, i);
		if (l->role != ROLE_NONE || is_furniture(page, i))
			continue;
		if (!line_is_empty(l) || is_rule(l->text))
			l->role = ROLE_TEXT;
	}
	struct style style = find_style(page);
	for (size_t i = page->from; i < page->to; i++)
		if (line_at(page, i)->role == ROLE_TEXT)
			line_at(page, i)->shape =
				(uint8_t)find_shape(page, i, &style);
	spread_code(page);
}

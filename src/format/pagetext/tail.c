/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows the text, and what other pieces the page names:
 *
 *     • [2018.06.13]                     a date, if the head had none
 *     Born in Tokyo in 1968. ...         the author's life: behind the notes
 *                                        or the date, or begins with the name
 *     Related articles                   groups: the heading, and right below
 *     Other articles in this report      it titles with their teasers; a
 *       • Will Tactics Work?The drive    heading with none is no group
 *
 * Pages without bullets and with blank lines everywhere (converters leave
 * them so) are believed only under a heading that says "related".
 */
#include "config.h"

#include <unictype.h>

#include "format/pagetext/page.h"
#include "text/utf8.h"

enum {
	GROUP_LINES = 40, /* of one group of related pieces */
	GROUP_LOOSE = 12, /* titles on a page without bullets ... */
	LOOSE_LINES = 24, /* ... among so many lines */
	TITLE_WORDS = 30,
	TEASER_WORDS = 6,
	LIFE_WORDS = 8,
	DATE_WORDS = 6,
	LIVES = 3, /* paragraphs */
};

static struct line *line_at(struct page *page, size_t i)
{
	return &page->lines.at[i];
}

static size_t next_line(const struct page *page, size_t i)
{
	do
		i++;
	while (i < page->lines.n && line_is_empty(&page->lines.at[i]));
	return i;
}

/* A paragraph that stands by itself, not below a bullet or a heading. */
static bool is_plain_paragraph(const struct line *l)
{
	return l->ends_sentence && l->words >= 12 && l->lead == 0 &&
	       l->blank_before > 0;
}

/* A list of related pieces may have been counted as text: the text ends at
 * the first such heading that no paragraph follows. */
static void cut_text(struct page *page)
{
	size_t to = page->to;
	for (size_t i = page->to; i-- > page->from;) {
		struct line *l = line_at(page, i);
		if (is_plain_paragraph(l) && l->role == ROLE_NONE)
			break;
		if (l->kinds & (KIND_RELATED | KIND_COMMENTS) && l->words <= 9)
			to = i;
	}
	page->to = to;
}

static bool is_date_alone(const struct line *l)
{
	size_t start, end;
	return l->role == ROLE_NONE && l->words <= DATE_WORDS && l->has_digit &&
	       dateline_find(l->text, &start, &end).year > 0;
}

/* The line from which on lives and dates may stand: the notes or the date
 * that only a few paragraphs follow, else the end of the text. */
static size_t find_tail(struct page *page)
{
	size_t tail = page->to, paragraphs = 0;
	for (size_t i = page->to; i-- > page->from;) {
		struct line *l = line_at(page, i);
		if (l->role == ROLE_NOTE || l->role == ROLE_NOTES_HEADING ||
		    is_date_alone(l))
			tail = i;
		else if (is_plain_paragraph(l) && ++paragraphs > LIVES)
			break;
	}
	return tail;
}

/* Related pieces. */

static bool is_capital(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lu);
}

/* Whether what stands from `at` on reads as a sentence: words enough, the
 * second not capitalised as in a title. */
static bool is_teaser(struct str text, size_t at)
{
	struct str rest = str_from_at(text, at), word;
	size_t words = 0, small = 0;
	uint32_t c;
	while (words < 12 && str_next_part(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		utf8_next(word, 0, &c);
		small += uc_is_general_category_withtable(c,
							  UC_CATEGORY_MASK_Ll);
		words++;
	}
	return words >= TEASER_WORDS && small * 2 >= words;
}

static bool ends_sentence(struct str text)
{
	struct line line = {.text = text};
	line_measure(&line);
	return line.ends_sentence;
}

/* Beginnings of names with a capital inside. */
static bool is_name_start(struct str s)
{
	return s.n < 2 || str_eq(s, STR("Mc")) || str_eq(s, STR("Mac")) ||
	       str_eq(s, STR("De")) || str_eq(s, STR("La")) ||
	       str_eq(s, STR("Le")) || str_eq(s, STR("Di"));
}

/* Common words of that kind that whole words make up. */
static bool is_one_word(struct str text, size_t word)
{
	static const struct str table[] = {
		S("YouTube"),	 S("WhatsApp"),	     S("LinkedIn"),
		S("GitHub"),	 S("JavaScript"),    S("TikTok"),
		S("PayPal"),	 S("WordPress"),     S("OpenAI"),
		S("FaceTime"),	 S("HarperCollins"), S("LaTeX"),
		S("PowerPoint"), S("PostScript"),    S("TypeScript"),
	};
	struct str rest = str_from_at(text, word);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (str_starts(rest, table[i]) &&
		    (rest.n == table[i].n ||
		     !ascii_is_alpha(rest.p[table[i].n])))
			return true;
	return false;
}

size_t tail_split(struct str text)
{
	uint32_t before = 0, c = 0;
	size_t spaces = 0, word = 0;
	if (!ends_sentence(text))
		return text.n;
	for (size_t i = 0; i < text.n; before = c) {
		size_t n = utf8_next(text, i, &c);
		bool lower = uc_is_general_category_withtable(
			before, UC_CATEGORY_MASK_Ll);
		bool ended = before == '?' || before == '!' || before == '.' ||
			     before == 0x201d || before == 0x2019 ||
			     before == ')' || before == '"' ||
			     (before < 0x80 && ascii_is_digit((char)before));
		bool opens = is_capital(c) || c == 0x201c || c == 0x2018;
		/* "iPhone" and "McDonald" are one word. */
		bool in_word =
			!ended && (is_name_start(str_sub(text, word, i)) ||
				   is_one_word(text, word));
		if (opens && spaces >= 1 && (lower || ended) && !in_word &&
		    is_teaser(text, i))
			return i;
		if (c == ' ') {
			spaces++;
			word = i + n;
		}
		i += n;
	}
	return text.n;
}

static bool may_be_related(const struct line *l)
{
	return l->words >= 1 && l->words <= 150 &&
	       !(l->kinds & (KIND_END | KIND_COMMENTS | KIND_AD | KIND_SHARE |
			     KIND_LEGAL));
}

/* The lines below a heading, from `i` on, that name pieces: bullets, or lines
 * right below it. Returns the line behind them. */
static size_t take_list(struct page *page, size_t i)
{
	size_t first = i;
	bool bulleted = i < page->lines.n && line_at(page, i)->lead > 0;
	for (; i < page->lines.n && i - first < GROUP_LINES; i++) {
		struct line *l = line_at(page, i);
		struct line *above = i > first ? l - 1 : NULL;
		if (line_is_empty(l))
			continue;
		if (i > first && l->blank_before > 0 && l->lead == 0)
			break;
		if (!may_be_related(l) && l->lead == 0)
			break;
		bool below_title = above != NULL && l->lead == 0 &&
				   above->role == ROLE_RELATED && bulleted;
		if (below_title)
			l->role = ROLE_TEASER;
		else if (bulleted && l->lead == 0)
			break;
		else
			l->role = ROLE_RELATED;
	}
	return i;
}

/* The same without bullets, every line by itself: titles and teasers until
 * other furniture comes. */
static size_t take_loose(struct page *page, size_t i)
{
	size_t first = i, titles = 0;
	struct line *title = NULL;
	for (; i < page->lines.n && i - first < LOOSE_LINES; i++) {
		struct line *l = line_at(page, i);
		if (l->kinds & (KIND_END | KIND_COMMENTS | KIND_LEGAL) ||
		    titles >= GROUP_LOOSE)
			break;
		if (l->words < 4 || l->kinds != 0 || l->words > 60)
			continue;
		if (title != NULL && l->ends_sentence && l->words >= 8) {
			l->role = ROLE_TEASER;
			title = NULL;
		} else if (l->words <= TITLE_WORDS) {
			l->role = ROLE_RELATED;
			title = l;
			titles++;
		}
	}
	return i;
}

/* Related pieces below the heading at `i`; returns the line behind them. */
static size_t take_group(struct page *page, size_t i, bool is_flat)
{
	size_t first = next_line(page, i), end = i + 1;
	if (first >= page->lines.n)
		return end;
	struct line *l = line_at(page, first);
	bool direct = l->blank_before == 0 && first == i + 1;
	bool names = line_at(page, i)->kinds & KIND_RELATED;
	if ((direct || names) && l->lead > 0 && l->words >= 3)
		end = take_list(page, first);
	else if (direct && names && may_be_related(l) && l->words >= 3)
		end = take_list(page, first);
	else if (names && is_flat)
		end = take_loose(page, first);
	for (size_t k = first; k < end; k++)
		if (line_at(page, k)->role == ROLE_RELATED)
			line_at(page, i)->role = ROLE_GROUP;
	return end;
}

/* Whether the line heads a group by its words, or by the bullets right below
 * it: the latter only behind the text. */
static bool heads_group(const struct page *page, size_t i)
{
	const struct line *l = &page->lines.at[i];
	if (l->role != ROLE_NONE || l->lead > 0 || l->words > 9 ||
	    line_is_empty(l) || l->ends_sentence)
		return false;
	if (l->kinds & KIND_RELATED)
		return true;
	return i >= page->to && i + 1 < page->lines.n && l[1].lead > 0 &&
	       l[1].number == 0 && l[1].blank_before == 0 && l[1].words >= 3;
}

/* The author's life. */

static bool begins_with_author(const struct page *page, struct str text)
{
	for (size_t i = 0; i < page->n_names; i++)
		if (str_starts(text, page->names[i]))
			return true;
	return false;
}

static bool may_be_life(struct page *page, const struct line *l,
			bool is_expected)
{
	if (l->role != ROLE_NONE || l->words < LIFE_WORDS || l->lead > 0 ||
	    !l->ends_sentence || page->n_names == 0 ||
	    l->kinds & (KIND_END | KIND_LEGAL | KIND_COMMENTS))
		return false;
	if (begins_with_author(page, l->text))
		return lexicon_find(page, l->text) & KIND_LIFE;
	return is_expected && page->n_names == 1;
}

/* Dates, lives and groups from the end of the text on. */
static void walk_tail(struct page *page, bool is_flat)
{
	bool expects_life = false, has_groups = false, has_ended = false;
	size_t start, end;
	for (size_t i = find_tail(page); i < page->lines.n;) {
		struct line *l = line_at(page, i);
		if (l->role == ROLE_NOTE || l->kinds & KIND_ABOUT)
			expects_life = true;
		if (!has_ended && is_date_alone(l)) {
			if (page->date.year == 0)
				page->date =
					dateline_find(l->text, &start, &end);
			l->role = ROLE_DATE;
			expects_life = true;
		} else if (!has_groups && !has_ended &&
			   may_be_life(page, l, expects_life)) {
			l->role = ROLE_ABOUT;
		} else if (heads_group(page, i)) {
			has_groups = true;
			i = take_group(page, i, is_flat);
			continue;
		} else if (l->kinds & (KIND_END | KIND_COMMENTS) &&
			   !(l->kinds & KIND_ABOUT)) {
			has_ended = true;
			if (l->kinds & KIND_COMMENTS)
				break;
		}
		i++;
	}
}

/* The last paragraphs of the text may be a life as well: behind the notes, or
 * when they begin with the author's name. */
static void find_life_in_text(struct page *page)
{
	size_t last = page->to;
	while (last > page->from && line_is_empty(line_at(page, last - 1)))
		last--;
	if (last < page->from + 4)
		return;
	struct line *l = line_at(page, last - 1);
	if (may_be_life(page, l, false))
		l->role = ROLE_ABOUT;
}

/* Boxes among the text: a heading and a few titles, or "Read more: Title". */
static void find_boxes(struct page *page)
{
	for (size_t i = page->from; i < page->to; i++) {
		struct line *l = line_at(page, i);
		if (l->role != ROLE_NONE)
			continue;
		if (l->kinds & KIND_INLINE && !l->ends_clause &&
		    l->words <= TITLE_WORDS) {
			l->role = ROLE_RELATED;
			continue;
		}
		if (!(l->kinds & KIND_RELATED) || !heads_group(page, i))
			continue;
		size_t k = next_line(page, i);
		for (; k < page->to && k <= i + 6; k++) {
			struct line *in = line_at(page, k);
			if (in->ends_sentence || in->words < 3 ||
			    in->words > TITLE_WORDS || in->kinds != 0)
				break;
			in->role = ROLE_RELATED;
			l->role = ROLE_GROUP;
		}
	}
}

void tail_find(struct page *page, bool is_flat)
{
	cut_text(page);
	find_boxes(page);
	walk_tail(page, is_flat);
	find_life_in_text(page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the article, around the place where its text begins:
 *
 *     In-depth Setting the Line           series: right above the title
 *     Where Words May Break               title: right above the next three
 *     How it came about that ...          deck: a sentence before the byline,
 *     By Judith Kessel                    byline      ... or a short paragraph
 *     November 5, 2019                    date        before long ones
 *     A hyphen is ...
 *
 * The title that the page itself repeats (span.c) is the surest; else byline
 * and date are found first, being easy to tell, and the title from them.
 */
#include "config.h"

#include <stdlib.h>

#include "format/pagetext/page.h"

enum {
	ABOVE = 30, /* lines above the text in which its head may be */
	BELOW = 8,  /* ... and below, for a deck that counts as text */
	BYLINE_WORDS = 20,
	DATE_WORDS = 20,
	TITLE_WORDS = 40,
	SERIES_WORDS = 12,
	DECK_WORDS = 70,
	DECK_SAMPLE = 6,  /* paragraphs that a deck is compared with */
	ESSAY_WORDS = 48, /* the mean of those, where a deck is likely */
	REACH = 4,	  /* lines by which the text may begin earlier */
	NEAR = 4, /* lines between title and a byline that only looks so */
};

struct head {
	size_t first, last;	    /* lines [first, last) are looked at */
	size_t byline, date, title; /* NO_LINE if not found */
};

static struct line *line_at(struct page *page, size_t i)
{
	return &page->lines.at[i];
}

static bool is_paragraph(const struct line *l)
{
	return (l->ends_sentence && l->words >= 12) || l->words >= 30;
}

/* The lines among which the head stands: from the title (or ABOVE) to the
 * second paragraph of the text. */
static struct head find_bounds(const struct page *page)
{
	struct head h = {.byline = NO_LINE, .date = NO_LINE, .title = NO_LINE};
	size_t paragraphs = 0, n = page->lines.n;
	h.title = page->title;
	if (page->title != NO_LINE)
		h.first = page->title + 1;
	else
		h.first = page->from > ABOVE ? page->from - ABOVE : 0;
	h.last = page->from;
	while (h.last < n && h.last < page->from + BELOW && paragraphs < 2)
		paragraphs += is_paragraph(&page->lines.at[h.last++]);
	return h;
}

/* Dates: a line that says when, and little else. */
static bool is_date_line(const struct line *l, struct page_date *date)
{
	size_t start, end;
	if (l->words > DATE_WORDS || !l->has_digit)
		return false;
	*date = dateline_find(l->text, &start, &end);
	if (date->year == 0)
		return false;
	struct str rest = str_trim(str_from_at(l->text, end));
	bool sentence = l->ends_sentence && rest.n > 12;
	return !sentence || l->kinds & KIND_DATED;
}

static void find_date(struct page *page, struct head *h)
{
	struct page_date date;
	size_t nearest = 0;
	for (size_t i = h->first; i < h->last; i++) {
		const struct line *l = line_at(page, i);
		if (!is_date_line(l, &date))
			continue;
		/* Below the title the first date counts, above the text the
		 * nearest; one that says "published" more than another. */
		bool better = h->date == NO_LINE ||
			      (h->title == NO_LINE && i <= page->from);
		if (!better && !(l->kinds & KIND_DATED && nearest == 0))
			continue;
		h->date = i;
		page->date = date;
		nearest = l->kinds & KIND_DATED;
		if (h->title != NO_LINE && nearest)
			break;
	}
}

/* A byline without "By" is believed beside the date or below the title. */
static bool may_be_byline(struct page *page, const struct head *h, size_t i)
{
	const struct line *l = line_at(page, i);
	bool bracketed = l->text.n > 0 && l->text.p[l->text.n - 1] == ']';
	if (l->words > BYLINE_WORDS || l->ends_sentence ||
	    l->kinds & (KIND_END | KIND_SHARE | KIND_AD | KIND_LEGAL |
			KIND_CREDIT | KIND_COMMENTS | KIND_SERIES))
		return false;
	if (l->kinds & KIND_BYLINE || bracketed)
		return true;
	if (l->words > 6 || l->group_lines > 4)
		return false;
	if (h->title != NO_LINE && i > h->title && i <= h->title + NEAR)
		return true;
	return h->date != NO_LINE &&
	       (i + 1 == h->date || i == h->date + 1 || i == h->date);
}

static void find_byline(struct page *page, struct head *h)
{
	struct str names[PAGE_NAMES];
	bool is_sure = false;
	for (size_t i = h->first; i < h->last; i++) {
		const struct line *l = line_at(page, i);
		bool sure = l->kinds & KIND_BYLINE;
		if (is_sure || (h->byline != NO_LINE && !sure) ||
		    !may_be_byline(page, h, i))
			continue;
		size_t n = name_read(&page->arena, l->text, names);
		if (n == 0)
			continue;
		h->byline = i;
		is_sure = sure;
		page->n_names = n;
		for (size_t k = 0; k < n; k++)
			page->names[k] = names[k];
	}
}

static bool is_menu(struct page *page, const struct line *l)
{
	if (l->group_lines < 3)
		return false;
	for (uint32_t k = 0; k < l->group_lines && k < 6; k++) {
		const struct line *in = line_at(page, l->group + k);
		if (in->kinds & (KIND_END | KIND_SHARE | KIND_COMMENTS))
			return true;
	}
	return l->group_lines >= 6;
}

static bool may_be_title(struct page *page, const struct head *h, size_t i)
{
	const struct line *l = line_at(page, i);
	size_t start, end;
	if (line_is_empty(l) || i == h->byline || i == h->date ||
	    l->words > TITLE_WORDS || is_menu(page, l))
		return false;
	if (l->kinds & (KIND_END | KIND_SHARE | KIND_AD | KIND_LEGAL |
			KIND_COMMENTS | KIND_CREDIT | KIND_DATED | KIND_SERIES))
		return false;
	if (l->words <= 6 && dateline_find(l->text, &start, &end).year > 0)
		return false;
	/* A sentence is rather the deck. */
	char last = l->text.p[l->text.n - 1];
	return !(l->ends_sentence && l->words >= 8 && last != '?' &&
		 last != '!');
}

/* The title is the nearest line above byline, date and text that can be it. */
static void find_title(struct page *page, struct head *h)
{
	size_t below = page->from;
	if (h->byline < below)
		below = h->byline;
	if (h->date < below)
		below = h->date;
	if (h->byline != NO_LINE && h->byline >= page->from)
		below = h->byline;
	else if (h->date != NO_LINE && h->date >= page->from &&
		 h->byline == NO_LINE)
		below = h->date;
	for (size_t i = below; i-- > h->first;) {
		if (!may_be_title(page, h, i))
			continue;
		h->title = i;
		return;
	}
	/* A text may begin with its title and nothing above it. */
	if (page->from < page->lines.n && page->from == below &&
	    may_be_title(page, h, page->from) &&
	    line_at(page, page->from)->words <= 20 && page->from + 1 < page->to)
		h->title = page->from;
}

static bool may_be_series(struct page *page, const struct line *l)
{
	return l->words <= SERIES_WORDS && !l->ends_sentence &&
	       !line_is_empty(l) && !is_menu(page, l) &&
	       !(l->kinds & ~(unsigned)(KIND_SERIES | KIND_LIFE | KIND_ANSWER));
}

static bool is_breadcrumb(struct str text)
{
	return str_has(text, STR("\u00bb")) || str_has(text, STR(" > ")) ||
	       str_has(text, STR(" | ")) || str_has(text, STR(" / ")) ||
	       str_has(text, STR("\u203a"));
}

/* A kicker right above the title. Where the page repeats its title, what
 * stands above is mostly a section of the site ("Business"): there only a
 * line that says it is a series is one. */
static void find_series(struct page *page, const struct head *h)
{
	if (h->title == NO_LINE || h->title == 0)
		return;
	size_t i = h->title - 1;
	struct line *l = line_at(page, i), *title = line_at(page, h->title);
	if (!may_be_series(page, l))
		return;
	size_t lead = lexicon_series(l->text);
	struct str s = str_from_at(l->text, lead);
	bool colon = s.n > 1 && s.p[s.n - 1] == ':';
	if (lead == 0 && !colon) {
		bool alone = l->group_lines == 1 ||
			     (l->group == title->group && i == l->group);
		if (page->title != NO_LINE || l->words < 2 || !alone ||
		    is_breadcrumb(s))
			return;
	}
	if (colon)
		s.n--;
	page->series = str_trim(s);
	l->role = ROLE_SERIES;
}

/* Sentences between the title and the byline: the first is the deck. */
static bool find_deck_above(struct page *page, const struct head *h)
{
	size_t last = h->byline != NO_LINE ? h->byline : h->date;
	bool found = false;
	if (h->title == NO_LINE || last == NO_LINE)
		return false;
	for (size_t i = h->title + 1; i < last; i++) {
		struct line *l = line_at(page, i);
		bool prose = l->ends_sentence ? l->words >= 5 : l->words >= 9;
		if (!prose || l->role != ROLE_NONE || i == h->date ||
		    l->kinds & ~(unsigned)(KIND_LIFE | KIND_ANSWER) ||
		    is_menu(page, l))
			continue;
		l->role =
			found || l->words > DECK_WORDS ? ROLE_TEXT : ROLE_DECK;
		found = true;
	}
	return found;
}

/* The mean length of the first paragraphs from `i` on, in words, 0 if there
 * are too few or no heading among the text. */
static size_t mean_words(struct page *page, size_t i)
{
	size_t words = 0, n = 0, headings = 0;
	for (; i < page->to; i++) {
		const struct line *l = line_at(page, i);
		if (n < DECK_SAMPLE && is_paragraph(l) && l->lead == 0) {
			words += l->words;
			n++;
		}
		headings += !l->ends_sentence && l->words <= 14 &&
			    l->group_lines == 1 && l->kinds == 0;
	}
	return n >= 3 && headings > 0 ? words / n : 0;
}

/* The first paragraph of the text is a deck where it is short and the rest,
 * with headings, is long: an essay's, not a news item's. */
static void find_deck_below(struct page *page)
{
	size_t deck = page->from, next = deck + 1;
	if (next >= page->to || !is_paragraph(line_at(page, deck)))
		return;
	size_t mean = mean_words(page, next);
	while (next < page->to && !is_paragraph(line_at(page, next)))
		next++;
	size_t words = line_at(page, deck)->words;
	if (words <= DECK_WORDS && mean >= ESSAY_WORDS &&
	    words * 4 <= mean * 3 && next < page->to &&
	    (size_t)line_at(page, next)->words * 5 >= words * 6)
		line_at(page, deck)->role = ROLE_DECK;
}

/* Whether the line may be of the text that was not counted as such. */
static bool is_prose(const struct line *l)
{
	return l->role == ROLE_NONE && l->kinds == 0 && !l->is_repeated &&
	       ((l->ends_sentence && l->words >= 6) || l->words >= 12);
}

/* Moves the beginning up over lines below the head that are no furniture, to
 * the first sentence among them. */
static size_t reach_up(struct page *page, size_t head_end, size_t from)
{
	const unsigned furniture = KIND_END | KIND_SHARE | KIND_LEGAL |
				   KIND_COMMENTS | KIND_DATED | KIND_BYLINE |
				   KIND_INLINE;
	size_t up = from;
	while (up > head_end && from - up < REACH &&
	       line_at(page, up - 1)->role == ROLE_NONE &&
	       !(line_at(page, up - 1)->kinds & furniture))
		up--;
	while (up < from && !is_prose(line_at(page, up)))
		up++;
	return up;
}

/* The text begins below its head; what among the head is prose stays. */
static void set_from(struct page *page, const struct head *h)
{
	size_t from = page->from, end = 0;
	if (h->title != NO_LINE)
		end = h->title + 1;
	if (h->byline != NO_LINE && h->byline >= end)
		end = h->byline + 1;
	if (h->date != NO_LINE && h->date >= end && h->date < end + NEAR)
		end = h->date + 1;
	for (size_t i = from; i < end; i++)
		if (is_prose(line_at(page, i)))
			line_at(page, i)->role = ROLE_TEXT;
	if (end > 0)
		from = end > from ? end : reach_up(page, end, from);
	page->from = from;
	if (page->to < from)
		page->to = from;
}

void front_find(struct page *page)
{
	struct head h = find_bounds(page);
	if (h.last <= h.first)
		return;
	find_date(page, &h);
	find_byline(page, &h);
	if (h.title == NO_LINE)
		find_title(page, &h);
	if (h.byline == NO_LINE)
		find_byline(page, &h);
	find_series(page, &h);
	if (h.title != NO_LINE)
		line_at(page, h.title)->role = ROLE_TITLE;
	if (h.byline != NO_LINE)
		line_at(page, h.byline)->role = ROLE_BYLINE;
	if (h.date != NO_LINE && h.date != h.byline)
		line_at(page, h.date)->role = ROLE_DATE;
	bool has_deck = find_deck_above(page, &h);
	set_from(page, &h);
	if (!has_deck)
		find_deck_below(page);
	page->title = h.title;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the page the article is.
 *
 * Every line gets a score: a paragraph counts its words, what looks like
 * furniture counts against it; the article is the run of lines with the
 * greatest sum (J. Pasternack and D. Roth, "Extracting article text from the
 * web with maximum subsequence segmentation", WWW 2009, there with scores
 * learned from markup). Two things move the scores:
 *
 *     Home / News / Sport              before the title: text counts less
 *     The title of the page            what the page's first line repeats
 *     Text. Text. Text.                full
 *     Most read                        behind it: text counts little,
 *     Another title. Its teaser.          unless whole paragraphs go on
 *     3 comments                       behind it, when answers are seen
 *     I say so too. Reply                 below: nothing counts
 */
#include "config.h"

#include <stdlib.h>

#include "format/pagetext/page.h"

enum {
	/* tenths of a word */
	SCORE_REPEATED = -80,
	SCORE_LEGAL = -120,
	SCORE_COMMENTS = -4000,
	SCORE_LIKE_COMMENTS = -300,
	SCORE_END = -220,
	SCORE_LONG_END = -80,
	SCORE_BUTTON = -50,
	SCORE_CREDIT = -30,
	SCORE_SHORT = -40,
	SCORE_MENU = -60,
	SCORE_TITLE = -300,
	PARAGRAPH_MAX = 700, /* one paragraph weighs no more */
	TEXT_SEEN = 300,     /* so much text before furniture may end it */
	ANSWERS_NEAR = 40,   /* lines below in which comments show themselves */
	ANSWERS = 3,
	TITLE_BYTES = 12,
	BELOW_TITLE = 40, /* lines in which the text of a title begins */
	ANSWERS_ABOVE = 8,
	RESUME = 3, /* as many paragraphs show that the text goes on */
};

static bool is_paragraph(const struct line *l)
{
	return l->ends_sentence && l->words >= 12 && l->group_lines <= 3;
}

/* A line that ends a sentence, or a long one that does not. */
static int score_text(const struct line *l)
{
	int words = (int)l->words;
	if (l->ends_sentence) {
		if (words >= 12)
			return words * 10 < PARAGRAPH_MAX ? words * 10
							  : PARAGRAPH_MAX;
		if (words >= 4)
			return words * (l->group_lines <= 2 ? 6 : 3);
		return -10;
	}
	if (words >= 25)
		return words * 8 < PARAGRAPH_MAX * 8 / 10
			       ? words * 8
			       : PARAGRAPH_MAX * 8 / 10;
	if (l->commas > 0 && words >= 12)
		return l->group_lines <= 3 ? words * 2 : -10;
	if (l->ends_clause && words >= 4)
		return 0;
	return l->group_lines >= 4 && words <= 6 ? SCORE_MENU : SCORE_SHORT;
}

static int score_line(const struct line *l)
{
	unsigned k = l->kinds;
	if (line_is_empty(l))
		return 0;
	if (k & KIND_AD)
		return SCORE_CREDIT;
	if (l->is_repeated)
		return SCORE_REPEATED;
	if (k & (KIND_LEGAL | KIND_SERVICE))
		return SCORE_LEGAL;
	if (k & KIND_COMMENTS)
		return l->words <= 6 || l->has_digit ? SCORE_COMMENTS
						     : SCORE_LIKE_COMMENTS;
	if (k & KIND_END)
		return l->words <= 5 ? SCORE_END : SCORE_LONG_END;
	if (l->words <= 20 &&
	    k & (KIND_SHARE | KIND_INLINE | KIND_BYLINE | KIND_DATED))
		return l->ends_sentence ? -10 : SCORE_BUTTON;
	if (k & KIND_CREDIT)
		return SCORE_CREDIT;
	return score_text(l);
}

/* The run of lines with the greatest sum (Kadane). */
static void find_best(struct page *page)
{
	int64_t best = 0, sum = 0;
	size_t start = 0;
	page->from = page->to = 0;
	for (size_t i = 0; i < page->lines.n; i++) {
		if (sum <= 0) {
			sum = 0;
			start = i;
		}
		sum += page->lines.at[i].score;
		if (sum > best) {
			best = sum;
			page->from = start;
			page->to = i + 1;
		}
	}
}

static bool has_word_prefix(struct str s, struct str prefix)
{
	return str_starts(s, prefix) &&
	       (s.n == prefix.n || s.p[prefix.n] == ' ');
}

/* Whether the keys are one title: "Lines Break" and "Lines Break | A Site". */
static bool is_same_title(struct str page_title, struct str line)
{
	if (line.n < TITLE_BYTES)
		return false;
	if (has_word_prefix(page_title, line) ||
	    has_word_prefix(line, page_title))
		return true;
	return line.n * 2 > page_title.n && str_has(page_title, line);
}

/* sums[i]: the scores of all paragraphs before line i. */
static int64_t *sum_paragraphs(struct page *page)
{
	size_t n = page->lines.n;
	int64_t *sums = arena_array(&page->arena, int64_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct line *l = &page->lines.at[i];
		bool counts = l->score > 0 && is_paragraph(l);
		sums[i + 1] = sums[i] + (counts ? l->score : 0);
	}
	return sums;
}

/* A page's first line is often its title, with the site's name behind. The
 * article begins where it comes again and most text follows; in breadcrumbs
 * and lists of other pieces little does. */
static size_t find_title(struct page *page)
{
	const int64_t *sums = sum_paragraphs(page);
	size_t title = NO_LINE, first = 0, n = page->lines.n;
	int64_t most = 0;
	while (first < n && line_is_empty(&page->lines.at[first]))
		first++;
	if (first >= n || page->lines.at[first].key.n < TITLE_BYTES)
		return NO_LINE;
	struct str key = page->lines.at[first].key;
	for (size_t i = first + 1; i < n; i++) {
		const struct line *l = &page->lines.at[i];
		size_t end = i + BELOW_TITLE < n ? i + BELOW_TITLE : n;
		int64_t text = sums[end] - sums[i];
		if (l->words < 3 || text <= 0 || text < most ||
		    !is_same_title(key, l->key))
			continue;
		most = text;
		title = i;
	}
	return title;
}

/* answers[i]: how many lines before i are of the kind around comments. */
static uint32_t *count_answers(struct page *page)
{
	size_t n = page->lines.n;
	uint32_t *answers = arena_array(&page->arena, uint32_t, n + 1);
	for (size_t i = 0; i < n; i++)
		answers[i + 1] =
			answers[i] +
			(page->lines.at[i].kinds & KIND_ANSWER ? 1 : 0);
	return answers;
}

/* runs[i]: how many paragraphs follow each other from line i on, pictures and
 * advertisements passed over. */
static uint32_t *count_runs(struct page *page)
{
	size_t n = page->lines.n;
	uint32_t *runs = arena_array(&page->arena, uint32_t, n + 1);
	for (size_t i = n; i-- > 0;) {
		const struct line *l = &page->lines.at[i];
		if (is_paragraph(l))
			runs[i] = runs[i + 1] + 1;
		else if (l->kinds & (KIND_CREDIT | KIND_AD) ||
			 line_is_empty(l) ||
			 (l->ends_sentence && l->words >= 4))
			runs[i] = runs[i + 1];
	}
	return runs;
}

/* What furniture was seen while going down the page. */
struct state {
	bool has_ended, is_final, is_dead;
	int64_t seen, all; /* text above, and on the whole page */
};

static int weigh(struct state *s, const struct line *l, bool has_title,
		 bool has_answers)
{
	int score = l->score;
	if (s->is_dead)
		return score < -10 ? score : -10;
	if (score <= SCORE_COMMENTS) {
		if (s->seen > TEXT_SEEN && has_answers)
			s->is_dead = true;
		else
			score = SCORE_END;
		if (s->seen * 4 > s->all)
			s->is_final = true;
	}
	/* One that comes twice ends it too, though it weighs less. */
	bool ends = l->kinds & KIND_END && l->words <= 5 &&
		    !(l->kinds & KIND_RELATED && l->is_repeated);
	if (score <= SCORE_END || ends) {
		if (s->seen > TEXT_SEEN)
			s->has_ended = true;
		else if (has_title) /* a byline's "Share", "0 comments" */
			score = -30;
	} else if (!s->has_ended) {
		if (score < 0 && score >= SCORE_REPEATED && has_title)
			score = score * 7 / 10;
	} else if (score > 0) {
		score = score * 3 / 10;
	}
	s->seen += score > 0 ? score : 0;
	if (score > SCORE_REPEATED)
		s->seen += (int64_t)l->words * 3;
	return score;
}

/* A dated or numbered line of a list: a date of a tour, an address. */
static bool is_entry(const struct line *l)
{
	return l->score < 0 && l->score >= SCORE_MENU && l->group_lines >= 4 &&
	       l->kinds == 0 && l->words >= 3 && l->words <= 20 && l->has_digit;
}

static void weigh_lines(struct page *page)
{
	const uint32_t *answers = count_answers(page);
	const uint32_t *runs = count_runs(page);
	bool has_title = page->title != NO_LINE;
	struct state state = {0};
	size_t n = page->lines.n;
	for (size_t i = has_title ? page->title : 0; i < n; i++)
		if (page->lines.at[i].score > 0)
			state.all += page->lines.at[i].score;
	for (size_t i = 0; i < n; i++) {
		struct line *l = &page->lines.at[i];
		if (has_title && i == page->title) {
			l->score = SCORE_TITLE;
		} else if (has_title && i < page->title) {
			if (l->score > 0)
				l->score = l->score * 3 / 10;
		} else {
			size_t near =
				i + ANSWERS_NEAR < n ? i + ANSWERS_NEAR : n;
			size_t above =
				i > ANSWERS_ABOVE ? i - ANSWERS_ABOVE : 0;
			if (runs[i] >= RESUME && !state.is_final &&
			    answers[i + 1] == answers[above])
				state.has_ended = false;
			if (has_title && !state.has_ended && is_entry(l))
				l->score = 10;
			l->score = weigh(&state, l, has_title,
					 answers[near] - answers[i] >= ANSWERS);
		}
	}
}

void span_find(struct page *page)
{
	for (size_t i = 0; i < page->lines.n; i++)
		page->lines.at[i].score = score_line(&page->lines.at[i]);
	page->title = find_title(page);
	weigh_lines(page);
	find_best(page);
}

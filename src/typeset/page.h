/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article set at a measure. Units are set when they are first asked for,
 * so that a page costs what is looked at: the first screen of a very long
 * article never waits for its end.
 *
 *     unit -1        the front matter: series, title, byline and date
 *     unit 0..       the blocks
 *     units after    the notes; the first has the heading "Notes" above it
 *
 * The blank lines before a unit are lines of the unit.
 */
#ifndef PORE_TYPESET_PAGE_H
#define PORE_TYPESET_PAGE_H

#include "article/article.h"
#include "text/hyphen.h"

enum run_style { /* bits */
		 RUN_EMPHASIS = 1 << 0,
		 RUN_STRONG = 1 << 1,
		 RUN_CODE = 1 << 2,
		 RUN_STRIKE = 1 << 3,
		 RUN_LINK = 1 << 4,
		 RUN_NOTE_MARK = 1 << 5, /* `target` is the note */
		 RUN_HEADING = 1 << 6,
		 RUN_TITLE = 1 << 7,
		 RUN_DECK = 1 << 8,
		 RUN_DIM =
			 1
			 << 9, /* series, byline, rules, bars of quotes, URLs */
		 RUN_QUOTE = 1 << 10,
};

struct run {
	struct str text;    /* what is printed: whole grapheme clusters */
	uint32_t cells;	    /* its width */
	uint32_t style;	    /* enum run_style */
	uint32_t target;    /* an index into links or notes, or NO_INDEX */
	struct position at; /* of its first byte of logical text */
	uint32_t source;    /* how many bytes of logical text from `at` it
			       shows, each byte as it is; 0 for what the
			       typesetter put in (hyphens, bullets, marks) */
};

struct line {
	struct run *runs;
	uint32_t n;
	uint32_t indent;    /* cells left of the first run */
	uint32_t cells;	    /* indent and runs together */
	bool is_code;	    /* may be wider than the measure, if not wrapped:
			       scrolls sideways (code, tables) */
	bool is_rtl;	    /* its paragraph runs from right to left: the
			       line ends at the measure, the runs are in
			       logical order all the same */
	struct position at; /* the first logical byte on it; of an empty line
			       that of the unit */
};

struct setting { /* a unit, set */
	struct line *lines;
	uint32_t n;
};

struct page_options {
	unsigned measure; /* cells, at least 1; text is never wider */
	bool hyphenate;
	bool wrap;	 /* code and tables too are broken at the measure */
	bool ascii;	 /* bullets, rules, marks in ASCII */
	bool hide_notes; /* no notes at the end */
};

struct page;

/* Both `article` and `hyphens` (may be NULL) are borrowed until page_free. */
struct page *page_new(const struct article *article,
		      const struct page_options *options,
		      struct hyphens *hyphens);
void page_free(struct page *page);
const struct article *page_article(const struct page *page);
const struct page_options *page_options(const struct page *page);

/* One past the last unit that is shown. */
int32_t page_end(const struct page *page);
/* The lines of a unit, from -1 to page_end - 1; valid until page_free or
 * page_forget. Never empty. */
const struct setting *page_unit(struct page *page, int32_t unit);
/* Gives back the room that all units set so far take; they are set anew when
 * asked for again. For going through a long article once. */
void page_forget(struct page *page);

/* A line of the page. */
struct place {
	int32_t unit;
	uint32_t line;
};

const struct line *page_line(struct page *page, struct place place);
/* To the next or previous line; false at the end or the top, unmoved. */
bool page_next(struct page *page, struct place *place);
bool page_prev(struct page *page, struct place *place);
/* Moves by `lines` (negative: up) as far as there are lines; returns how far
 * it went. */
long page_move(struct page *page, struct place *place, long lines);
/* The line that shows a position, or the nearest. */
struct place page_place(struct page *page, struct position at);
struct position page_position(struct page *page, struct place place);
int place_cmp(struct place a, struct place b);

/* How far the place is through the article, 0..100, by bytes of text. */
int page_percent(struct page *page, struct place place);

/* Where a position is on its line: the column in cells from the left end of
 * the measure, on the screen: text that runs to the left is counted so. */
uint32_t page_column(struct page *page, struct position at);

#endif

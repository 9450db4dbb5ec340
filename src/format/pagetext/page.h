/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A saved page as lines, and what each line is found to be. For the files of
 * this folder, which work on it one after the other:
 *
 *     line.c      text -> lines, measured; hard-wrapped ones joined
 *     lexicon.c   words that pages use around articles -> kinds of lines
 *     span.c      which lines are the article: from and to
 *     dateline.c  dates in many notations
 *     name.c      the names in a byline
 *     front.c     series, title, byline, date, deck
 *     note.c      notes, wherever they stand, and the marks that call them
 *     tail.c      what follows the text: related pieces, the author's life
 *     body.c      headings, lists, quotations, captions among the text
 *     write.c     lines -> article
 *
 * A line without a role is furniture. Everything is linear in the text.
 */
#ifndef PORE_FORMAT_PAGETEXT_PAGE_H
#define PORE_FORMAT_PAGETEXT_PAGE_H

#include "article/build.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

/* What the words of a line say it is (a set of bits); a hint, weighed against
 * where it stands and how it is written. */
enum line_kind {
	KIND_END = 1 << 0,	/* what follows an article: "Most read" */
	KIND_RELATED = 1 << 1,	/* heads a list of related pieces */
	KIND_COMMENTS = 1 << 2, /* heads or counts comments */
	KIND_ANSWER = 1 << 3,	/* around a comment: "Reply", "3 hours ago" */
	KIND_SHARE = 1 << 4,	/* buttons and boxes: "Share", "Print" */
	KIND_AD = 1 << 5,	/* "Advertisement" */
	KIND_LEGAL = 1 << 6,	/* terms, invitations to newsletters */
	KIND_CREDIT = 1 << 7,	/* ends in whose picture it is */
	KIND_NOTES = 1 << 8,	/* heads the notes */
	KIND_ABOUT = 1 << 9,	/* heads the author's life */
	KIND_BYLINE = 1 << 10,	/* begins with "By", "Text by", ... */
	KIND_SERIES = 1 << 11,	/* begins with "In-depth", "Series", ... */
	KIND_INLINE = 1 << 12,	/* "Read more: Title" among the text */
	KIND_DATED = 1 << 13,	/* begins with "Published", "Updated", ... */
	KIND_SERVICE = 1 << 15, /* has words of KIND_LEGAL that a text about
				   cookies or newsletters has as well */
	KIND_LIFE = 1 << 14, /* has words of a life: "born in", "author of" */
};

enum role {
	ROLE_NONE, /* furniture */
	ROLE_SERIES,
	ROLE_TITLE,
	ROLE_BYLINE,
	ROLE_DATE,
	ROLE_DECK,
	ROLE_TEXT, /* of the article; body.c says what, see enum shape */
	ROLE_NOTES_HEADING,
	ROLE_NOTE,
	ROLE_ABOUT,
	ROLE_GROUP, /* the heading of related pieces */
	ROLE_RELATED,
	ROLE_TEASER,
};

enum shape {
	SHAPE_PARAGRAPH,
	SHAPE_HEADING,
	SHAPE_ITEM,
	SHAPE_NUMBERED,
	SHAPE_QUOTE,
	SHAPE_VERSE, /* one of several short lines: kept apart */
	SHAPE_CODE,
	SHAPE_CAPTION,
	SHAPE_RULE,
};

struct line {
	struct str text;       /* without white space at both ends */
	struct str key;	       /* see lexicon_key; "" for long lines */
	uint32_t words;	       /* two characters of Han or Kana are one */
	uint32_t cells;	       /* about; of the text alone */
	uint32_t group;	       /* lines with no blank line between them */
	uint32_t group_lines;  /* how many there are in the group */
	uint32_t commas;       /* and other punctuation inside sentences */
	uint32_t number;       /* after which a numbered item stands, or 0 */
	uint16_t indent;       /* cells */
	uint16_t blank_before; /* blank lines */
	uint16_t lead;	       /* bytes of bullet or number and the space
				  behind, 0 if there is none */
	uint16_t kinds;	       /* enum line_kind */
	bool ends_sentence;    /* its last character but quotes is . ! ? */
	bool ends_clause;      /* ... is : ; or , */
	bool has_digit;
	bool has_time;	  /* of day, as 12:30 */
	bool has_columns; /* runs of spaces inside */
	bool is_repeated; /* short, and on the page more than once */
	uint8_t role;	  /* enum role */
	uint8_t shape;	  /* enum shape, for ROLE_TEXT */
	int score;	  /* see span.c; tenths of a word */
};

struct page_note {
	struct str label; /* as it is shown: "1", "†" */
	struct str text;
	size_t line;
	bool is_called;	    /* from a line above it */
	bool below_heading; /* that says "Notes" */
};

struct page_date {
	int year, month, day; /* year 0: none */
};

#define PAGE_NAMES 8 /* authors of one article that are told apart */

/* A struct str where an initialiser must be constant. */
#define S(text)                                                                \
	{                                                                      \
		text, sizeof(text) - 1                                         \
	}

struct lexicon;

struct page {
	struct arena arena;
	struct lexicon *lexicon;
	VEC(struct line) lines;
	size_t from, to;   /* the article's text: lines [from, to) */
	size_t title;	   /* a line, or NO_LINE */
	struct str series; /* or "" */
	struct page_date date;
	struct str names[PAGE_NAMES];
	size_t n_names;
	VEC(struct page_note) notes;
	struct map labels; /* notation and label -> an index into notes */
};

#define NO_LINE SIZE_MAX

/* The end of the ASCII letters from byte `at` on; most text is runs of them. */
static inline size_t skip_letters(struct str s, size_t at)
{
	while (at < s.n && (unsigned)((s.p[at] | 0x20) - 'a') < 26)
		at++;
	return at;
}

/* line.c: fills page->lines from UTF-8 text with LF line ends. */
void page_read(struct page *page, struct str text);
void page_release(struct page *page);
/* Sets what can be seen in the line's text, character by character. */
void line_measure(struct line *line);
/* The line's text behind its bullet or number. */
struct str line_body(const struct line *line);
/* Whether the line has no word: a rule, dots, a picture. */
bool line_is_empty(const struct line *line);

/* lexicon.c: the words that pages have around articles. */
struct lexicon *lexicon_new(struct arena *arena);
/* Lower case, words parted by one space, no punctuation, no apostrophes. */
struct str lexicon_key(struct arena *arena, struct str text);
/* What the line's words say it is; needs its key. */
unsigned lexicon_kinds(struct page *page, const struct line *line);
/* The kinds of all phrases in a text of any length. */
unsigned lexicon_find(struct page *page, struct str text);
/* The bytes of `text` that introduce authors ("Text by "), or 0. */
size_t lexicon_by(struct str text);
/* The bytes of `text` that say "series" ("In-depth: "), or 0. */
size_t lexicon_series(struct str text);
/* Whether `word`, in lower case, joins two names ("and"). */
bool lexicon_is_and(struct str word);

/* dateline.c: the first date in `text`, at bytes [*start, *end) with the
 * weekday before it; both text.n, and the year 0, if there is none. */
struct page_date dateline_find(struct str text, size_t *start, size_t *end);

/* name.c: the names in a byline into names[PAGE_NAMES]; how many, 0 if the
 * text is no byline. They live in the arena or in the text. */
size_t name_read(struct arena *arena, struct str text, struct str *names);

/* span.c: sets page->from, ->to and lines' scores. */
void span_find(struct page *page);

/* front.c */
void front_find(struct page *page);

/* note.c: finds notes and gives their lines roles. */
void notes_find(struct page *page);
/* The next mark in `text`, from byte *at on, that calls a note of the page: its
 * length in bytes, its place in *at, and the note; 0 if there is none. */
size_t notes_next(const struct page *page, struct str text, size_t *at,
		  size_t *note);

/* tail.c */
void tail_find(struct page *page, bool is_flat);
/* Where a title ends whose teaser follows without a space ("Work?The
 * drive"), or title.n. */
size_t tail_split(struct str text);

/* body.c: roles and shapes of the lines between from and to. */
void body_find(struct page *page);

/* write.c */
void page_write(const struct page *page, struct build *b);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes an article while a format reads its source: enter and leave
 * containers, open and close a block or a note, add text and marks.
 *
 *     struct build *b = build_new(STR("markdown"));
 *     build_meta(b, META_TITLE, STR("On Lines"));
 *     build_enter(b, IN_QUOTE);
 *     build_open(b, BLOCK_PARAGRAPH);
 *     build_text(b, STR("Lines "));
 *     build_start(b, SPAN_EMPHASIS);
 *     build_text(b, STR("break"));
 *     build_stop(b, SPAN_EMPHASIS);
 *     build_note_call(b, STR("1"));
 *     build_close(b);
 *     build_leave(b, IN_QUOTE);
 *     build_note_open(b, STR("1"));
 *     build_text(b, STR("See page 4."));
 *     build_note_close(b);
 *     struct article *a = build_finish(b);
 *
 * Content cannot make it fail: bytes that are not UTF-8 become U+FFFD,
 * control characters become visible, white space folds, calls and notes are
 * matched by label, unclosed things are closed, limits (build.c) are kept
 * with a problem noted. Calls in the wrong order are bugs of the format and
 * are repaired in the way that loses no text.
 */
#ifndef PORE_ARTICLE_BUILD_H
#define PORE_ARTICLE_BUILD_H

#include "article/article.h"

struct build;

enum meta {
	META_URL,
	META_TITLE,
	META_SERIES,
	META_DATE, /* only "YYYY-MM-DD" is kept */
	META_LANGUAGE,
	META_DESCRIPTION,
	META_COUNT
};

enum container {
	IN_QUOTE,
	IN_LIST,    /* bullets */
	IN_ORDERED, /* numbers, from 1 or build_number */
	IN_ITEM,    /* inside a list: the first block gets the bullet */
};

/* Starts an article of that format (a name of interface.md's JSON). */
struct build *build_new(struct str format);

/* Sets metadata; the first non-empty value given stays. */
void build_meta(struct build *b, enum meta meta, struct str value);
bool build_has_meta(const struct build *b, enum meta meta);
/* Adds an author, or the life of one already there; white space folded. */
void build_author(struct build *b, struct str name, struct str about);
void build_tag(struct build *b, struct str tag);
void build_related(struct build *b, struct str group, struct str title,
		   struct str teaser, struct str url);
/* Notes a sentence on what was broken in the source; repeated ones once. */
void build_problem(struct build *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void build_enter(struct build *b, enum container c);
void build_leave(struct build *b, enum container c);
/* The number of the next item of the innermost ordered list. */
void build_number(struct build *b, uint32_t number);
/* Flags for the next block (BLOCK_TASK, BLOCK_DONE). */
void build_flags(struct build *b, unsigned flags);

/* Opens a block; one still open is closed first. PARAGRAPH becomes ITEM or
 * QUOTE by the containers around it. A block that ends with no text (and is
 * neither RULE nor FIGURE) vanishes. A RULE is closed at once. */
void build_open(struct build *b, enum block_type type);
void build_heading(struct build *b, unsigned level); /* opens one, 1..6 */
void build_info(struct build *b, struct str info);   /* of the open block */
void build_close(struct build *b);

/* Text of the open block or note (of a new paragraph if none is open). In
 * CODE and TABLE blocks LF and TAB are kept; elsewhere white space folds to
 * one space, and build_break makes a hard line break. */
void build_text(struct build *b, struct str utf8);
void build_break(struct build *b);

/* Starts and stops inline markup around the text between; they nest. */
void build_start(struct build *b, enum span_type type);
void build_stop(struct build *b, enum span_type type);
void build_link_start(struct build *b, struct str url);
void build_link_stop(struct build *b);

/* A mark here that calls the note with that label. Calls whose note never
 * comes leave the label in brackets in the text ("[1]"). */
void build_note_call(struct build *b, struct str label);
/* Text until build_note_close is the note's; build_open inside begins a new
 * paragraph of it. A second note of the same label is kept as well, uncalled.
 */
void build_note_open(struct build *b, struct str label);
void build_note_close(struct build *b);

/* Ends the build, freeing it, and returns the article: the caller frees it
 * with article_free. */
struct article *build_finish(struct build *b);

#endif

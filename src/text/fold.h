/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding: what is the same to a searching reader. Case, accents, width,
 * compatibility forms, curly and straight quotes, the kinds of hyphen and of
 * space fold; soft hyphens and other invisible characters vanish. "Naïve",
 * "naive" and "ＮＡＩＶＥ" become the same bytes; so do "ß" and "ss".
 *
 * Marks that are letters rather than accents stay (Indic and Thai vowels, the
 * voiced mark of Kana, й). The tables are made by mkfold.awk.
 */
#ifndef PORE_TEXT_FOLD_H
#define PORE_TEXT_FOLD_H

#include "base/arena.h"
#include "base/buf.h"

/* What a code point is to a word. */
enum fold_class {
	FOLD_OTHER,  /* punctuation, symbols, unassigned */
	FOLD_LETTER, /* letters, digits, marks that stay */
	FOLD_CJK,    /* letters of scripts written without spaces */
	FOLD_SPACE,
	FOLD_APOSTROPHE, /* of any form */
	FOLD_DROP,	 /* nothing: an accent, a soft hyphen */
};

enum fold_class fold_class(uint32_t code);

/* The most bytes one code point folds to. */
enum { FOLD_MAX = 64 };

/* One step through a text: what stands at byte `at` (less than s.n), folded.
 * White space of any kind gives one ' ', FOLD_DROP nothing. s may be any
 * bytes; ill-formed ones count as U+FFFD. */
struct fold_step {
	enum fold_class class;
	uint32_t code;
	size_t length; /* bytes of s it covers, at least 1 */
	size_t n;      /* bytes of text */
	char text[FOLD_MAX];
};
void fold_next(struct str s, size_t at, struct fold_step *step);

/* Appends s folded, white space at its ends left out and every run of it
 * inside as one space. */
void fold_text(struct buf *out, struct str s);
/* The same into an arena. */
struct str fold_copy(struct arena *arena, struct str s);
/* A key under which titles are the same: folded letters and digits, with one
 * space wherever there is anything else between. */
void fold_title(struct buf *out, struct str s);

enum fold_flags {
	FOLD_CASE = 1,	     /* case counts */
	FOLD_ACCENTS = 2,    /* accents and compatibility forms count */
	FOLD_SMART_CASE = 4, /* case counts if `needle` has an upper-case
				letter */
};

/* A place: bytes [start, end) of the text. */
struct fold_range {
	uint32_t start, end;
};

/* All places in `text` (at most UINT32_MAX bytes) where `needle` occurs when
 * both are folded, from left to right without overlap; an accent that
 * follows belongs to the match. White space in the needle matches any run of
 * white space, at its ends too. Returns their number; *out is in the arena.
 * Knuth, Morris, Pratt: linear in text and needle. */
size_t fold_find(struct str text, struct str needle, unsigned flags,
		 struct arena *arena, struct fold_range **out);

#endif

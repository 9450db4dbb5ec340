/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens: the words of the index, of queries and of what is lit, the same for
 * all three.
 *
 * A token is a run of letters and digits, folded (text/fold.h). An inner
 * apostrophe ends it, and a single letter after one is no token ("reader's"
 * gives "reader", "l'eau" gives "l", "eau"). Scripts written without spaces
 * (Han, Kana, Thai, Lao, Burmese, Khmer) give overlapping pairs of letters,
 * and the last letter of a run once more alone, so that every letter begins a
 * token and a single one is found as a prefix.
 *
 *     "Don't 東京都"  ->  don  東京  京都  都(tail)
 */
#ifndef PORE_SEARCH_TOKEN_H
#define PORE_SEARCH_TOKEN_H

#include "base/str.h"

/* Longer tokens are cut, at a code point. */
enum { TOKEN_MAX = 64 };

enum token_kind {
	TOKEN_WORD,
	TOKEN_PAIR,   /* two letters of a script without spaces */
	TOKEN_SINGLE, /* a run of one such letter */
	TOKEN_TAIL,   /* the last letter of a longer run */
};

struct token {
	struct str text;     /* folded; valid until the next call */
	uint32_t start, end; /* bytes of the source */
	enum token_kind kind;
};

struct tokens {
	struct str source;
	size_t at;
	/* Of a run without spaces: the letter before, where it starts, and
	 * whether it has begun a pair. */
	uint32_t start;
	uint8_t letter_n; /* 0: not inside one */
	bool is_paired;
	char letter[TOKEN_MAX];
	/* The token, followed by at least 8 bytes of zero, so that it can be
	 * loaded in words of 8 bytes. */
	char text[TOKEN_MAX * 2 + 16];
};

/* The tokens of s (at most UINT32_MAX bytes, any bytes) from its start. */
void tokens_start(struct tokens *t, struct str s);
/* The next one; false when none is left. */
bool tokens_next(struct tokens *t, struct token *token);

#endif

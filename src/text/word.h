/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of running text, as the word count and hyphenation see them. (The
 * index has tokens of its own, search/token.h.)
 */
#ifndef PORE_TEXT_WORD_H
#define PORE_TEXT_WORD_H

#include "base/str.h"

/* The next word of s at or after *at: a maximal run of letters, marks,
 * digits, with inner apostrophes and hyphen-free (UAX #29 WB6-7 for ASCII and
 * U+2019 apostrophes). Han, Kana, Thai: each character a word. Sets *word and
 * moves *at behind it; false when none is left. */
bool word_next(struct str s, size_t *at, struct str *word);
/* How many there are. */
size_t word_count(struct str s);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hyphenation patterns after Liang ("Word Hy-phen-a-tion by Com-put-er",
 * 1983), from dictionaries as LibreOffice and TeX's converters write them.
 */
#ifndef PORE_TEXT_PATTERNS_H
#define PORE_TEXT_PATTERNS_H

#include "base/str.h"

enum { PATTERNS_MOST_LETTERS = 100 }; /* of a word; longer ones are none */

struct patterns;

/* Reads a dictionary; NULL where there is none or its character set is not
 * known. */
struct patterns *patterns_load(const char *path);
void patterns_free(struct patterns *p);

/* Sets can_break[i] to whether the word of n letters (lower-case code points,
 * at most PATTERNS_MOST_LETTERS) may be hyphenated before letter i without a
 * change of spelling, no closer to its ends than the dictionary says. */
void patterns_match(const struct patterns *p, const uint32_t *letters, size_t n,
		    bool *can_break);

#endif

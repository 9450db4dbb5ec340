/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that join other words and say little themselves: "what", "of the".
 * They are indexed and found like all others; in a query that has better
 * words they count for little.
 */
#ifndef PORE_SEARCH_STOP_H
#define PORE_SEARCH_STOP_H

#include "base/str.h"

/* Whether the folded word is one in that language (a number of text/stem.h;
 * there are lists for the first four). */
bool stop_has(unsigned language, struct str word);
/* Whether it is one, or one of those that any article may use whatever it is
 * about ("during", "seems", "himself"): no reason to call two alike. */
bool stop_is_weak(unsigned language, struct str word);
/* The language whose joining words these use most; 0 if they use none. */
unsigned stop_language(const struct str *words, size_t n);

#endif

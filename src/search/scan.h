/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text can have a word at all, without taking the text apart: most
 * texts have not, and are passed over many times faster than their tokens are
 * read.
 */
#ifndef PORE_SEARCH_SCAN_H
#define PORE_SEARCH_SCAN_H

#include "base/str.h"

/* What is looked for: folded ASCII letters and digits, borrowed. */
struct scan {
	struct str needle; /* "": nothing is known of the word */
	size_t rare;	   /* the byte of it that texts have least of */
};

/* Looks for `word`, folded; for nothing if that is not all ASCII. */
struct scan scan_of(struct str word);

/* Whether folding the text (any bytes) makes ASCII letters and digits of none
 * but those it has: it is ASCII but for dashes and quotation marks. */
bool scan_is_plain(struct str text);
/* Whether a plain text has the needle in it, in whatever case. */
bool scan_has(const struct scan *s, struct str text);

#endif

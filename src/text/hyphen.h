/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hyphenation with the dictionaries that LibreOffice uses, found at run time.
 */
#ifndef PORE_TEXT_HYPHEN_H
#define PORE_TEXT_HYPHEN_H

#include "base/str.h"

struct hyphens;

/* A set of dictionaries, each loaded at its first use, from `dir` (NULL: the
 * system's). One thread at a time. */
struct hyphens *hyphens_new(const char *dir);
void hyphens_free(struct hyphens *h);

/* Marks in out[i] (word.n bytes, zeroed here) the bytes before which `word`
 * may be hyphenated in `language` (BCP 47; "" none), with at least 2
 * characters before and 3 after. Only plain breaks: ones that would change
 * the spelling are left out. Words are left whole that have soft hyphens (the
 * author has said where), digits, or capitals behind their first letter.
 * Returns how many; 0 with no dictionary. The first word of a language takes
 * the time to load one: 3 ms for English, 30 ms for German. */
size_t hyphens_find(struct hyphens *h, struct str language, struct str word,
		    unsigned char *out);

#endif

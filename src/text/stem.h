/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stems of words, by Snowball's algorithms (libstemmer).
 */
#ifndef PORE_TEXT_STEM_H
#define PORE_TEXT_STEM_H

#include "base/str.h"

/* The languages there are stems for are numbered from 1; 0 is any other. */
enum { STEM_LANGUAGES = 17 };

/* The number of a BCP 47 language tag ("en", "de-AT"). */
unsigned stem_language(struct str tag);

/* Stemmers of all languages, each made when first needed. One thread. */
struct stem;
struct stem *stem_new(void);
void stem_free(struct stem *s);

/* The stem of a folded word; the word itself in language 0. Valid until the
 * next call, or as long as `word`. */
struct str stem_word(struct stem *s, unsigned language, struct str word);

#endif

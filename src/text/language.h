/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of a text that does not say it.
 */
#ifndef PORE_TEXT_LANGUAGE_H
#define PORE_TEXT_LANGUAGE_H

#include "base/str.h"

/* A guess from script and common words of the first some KB: "en", "de",
 * "fr", "es", "it", "nl", "pt", "ru", "ja", "zh", "ko", "ar", "he", "th",
 * "hi", "el" and the like; "" when there is too little to go by. */
struct str language_guess(struct str text);
/* The primary subtag in lower case of a BCP 47 or POSIX name ("de_AT.UTF-8"
 * gives "de"), or "" if it is not one. out has room for 4 bytes. */
struct str language_primary(struct str tag, char out[4]);

#endif

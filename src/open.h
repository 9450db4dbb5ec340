/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles by path, for the screen.
 */
#ifndef PORE_OPEN_H
#define PORE_OPEN_H

#include "article/article.h"
#include "base/err.h"

/* Reads the article at `path`, "-" being standard input, as `format` ("":
 * detect it). NULL with a sentence that begins with the path. */
struct article *open_article(struct str path, struct str format,
			     struct err *err);
bool open_is_directory(struct str path);

/* Where line `number` (from 1) of the article is when set at `measure`. */
struct position open_line(const struct article *a, unsigned measure,
			  unsigned number);
/* Whether the article has at most `rows` lines when set at `measure`. */
bool open_fits(const struct article *a, unsigned measure, int rows);

#endif

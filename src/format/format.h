/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes to an article: the one narrow door to all formats. What a file is
 * follows from its content; its name only breaks a tie.
 */
#ifndef PORE_FORMAT_FORMAT_H
#define PORE_FORMAT_FORMAT_H

#include "article/article.h"

/* Makes the libraries behind the formats ready. Called once, by main (and by
 * tests), before any thread is started and before any other of these. */
void format_init(void);

/* What reading one file may cost. */
struct format_budget {
	size_t bytes; /* more of the file than this is not read: a problem is
			 noted in the article and the rest left out */
};

extern const struct format_budget format_budget_default;

/* Reads the file behind `fd` (from where it stands to its end; the caller
 * closes it) as `format` ("" detects it). `path` names it in messages and
 * gives a title where the content has none. Returns an article that the
 * caller frees with article_free; NULL and a sentence that begins with the
 * path where there is nothing to read: a directory or device, no permission,
 * a binary file, an empty one, an unknown format. */
struct article *format_read(int fd, struct str path, struct str format,
			    const struct format_budget *budget,
			    struct err *err);
/* The same for bytes at hand; never blocks. */
struct article *format_parse(struct str bytes, struct str path,
			     struct str format, struct err *err);

/* The names of all formats, for --help and completion: i from 0 up, "" at
 * the end. */
struct str format_name(size_t i);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Divides the text of a unit that is too long for one. For files of this
 * folder.
 */
#ifndef PORE_ARTICLE_DIVIDE_H
#define PORE_ARTICLE_DIVIDE_H

#include "base/str.h"

struct part { /* bytes of a text */
	size_t start, end;
};

/* The piece of clean text that begins at `from`: at most `most` bytes (8 at
 * least), up to a line end, else a tab, else a blank, else between two code
 * points. *next is where the following piece begins, past what parts them;
 * text.n behind the last. */
struct part divide_next(struct str text, size_t from, size_t most,
			size_t *next);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Front matter: metadata in YAML ("---") or TOML ("+++") above a text.
 */
#ifndef PORE_FORMAT_FRONTMATTER_H
#define PORE_FORMAT_FRONTMATTER_H

#include "article/build.h"
#include "base/buf.h"

/* The bytes of the front matter that `text` begins with, its fences and the
 * line end behind them counted; 0 if there is none. */
size_t frontmatter_find(struct str text);
/* Writes what it says (the whole of it, fences too) into the article's
 * metadata; appends the title to *title and, as Markdown, the description to
 * *description. If it is broken, what can be read line by line counts, and a
 * problem is noted. */
void frontmatter_read(struct str matter, struct build *b, struct buf *title,
		      struct buf *description);

#endif

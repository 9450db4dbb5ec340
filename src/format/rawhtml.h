/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML inside Markdown: its text, and the little of its markup that matters
 * to a reader. No parser of pages.
 */
#ifndef PORE_FORMAT_RAWHTML_H
#define PORE_FORMAT_RAWHTML_H

#include "article/build.h"
#include "base/buf.h"

/* One tag, comment or the like, as it stands in a line of text. */
void rawhtml_inline(struct str html, struct build *b);
/* A run of lines: tags, and the text between them, which is no Markdown. */
void rawhtml_block(struct str html, struct build *b);

/* Appends text with its character references resolved. */
void rawhtml_unescape(struct str text, struct buf *out);

#endif

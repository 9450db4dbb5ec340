/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader sees of the HTML that a Markdown specification expects, to be
 * held against an article.
 */
#ifndef PORE_TESTS_FORMAT_VISIBLE_H
#define PORE_TESTS_FORMAT_VISIBLE_H

#include "article/article.h"
#include "base/buf.h"

struct visible {
	struct buf text; /* white space folded, [[ ]] left out */
	size_t headings, items, codes, quotes; /* that hold any text */
};

/* The rule for HTML, raw HTML in the Markdown included: comments,
 * declarations and what stands in a <script>, <style> or <textarea> that
 * is closed are not seen;
 * an image is its alternative text; footnote marks and the arrows back are
 * furniture; all other tags are dropped, their text and that of CDATA kept.
 * An item counts if its first content is neither a heading nor another list;
 * quotations that follow each other at once count as one. */
void visible_html(struct visible *v, struct str html);
/* The same of an article: its blocks, then its notes. */
void visible_article(struct visible *v, const struct article *a);
void visible_release(struct visible *v);

#endif

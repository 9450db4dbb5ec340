/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of saved pages: text in, article out.
 */
#ifndef PORE_TESTS_FORMAT_PAGETEXT_PAGE_H
#define PORE_TESTS_FORMAT_PAGETEXT_PAGE_H

#include "article/article.h"
#include "format/format.h"

/* The article of a page; checked; the caller frees it. */
struct article *page_article(struct str text);
/* How many blocks of a type there are, and the text of the i-th of them. */
size_t page_count(const struct article *a, enum block_type type);
struct str page_block(const struct article *a, enum block_type type, size_t i);
/* Whether any block or note has the text in it. */
bool page_has(const struct article *a, struct str text);

#endif

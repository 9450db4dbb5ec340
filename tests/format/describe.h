/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as a few lines of text, for tests to compare.
 */
#ifndef PORE_TESTS_FORMAT_DESCRIBE_H
#define PORE_TESTS_FORMAT_DESCRIBE_H

#include "article/article.h"
#include "base/buf.h"

/* One line a block ("item 2 ordered 3: text"), then one a note ("note 1:
 * text"), one a related piece and one a problem. A hard break or a line of
 * code shows as " / ", a TAB as " | ", spans as <b>..</b>, <i>, <code>, <s>,
 * <sup>, <sub>, <a URL>..</a>, note calls as [^label]. */
void describe(const struct article *a, struct buf *out);

/* Parses `source` as `format` ("" to detect), named `path`, and fails the
 * test unless the article is valid and described as `want`. */
void assert_article(const char *source, const char *path, const char *format,
		    const char *want);

#endif

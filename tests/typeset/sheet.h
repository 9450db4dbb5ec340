/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as plain text, for tests that look at it.
 */
#ifndef PORE_TESTS_TYPESET_SHEET_H
#define PORE_TESTS_TYPESET_SHEET_H

#include "article/build.h"
#include "typeset/page.h"

/* The lines of units [first, end), each ended by LF; where `marked`, runs with
 * a look are in brackets named by it: "{em text}". Frees the article; the
 * caller frees the text. */
char *sheet(struct article *article, const struct page_options *options,
	    int32_t first, bool marked);
/* The same of one paragraph at a measure, hyphenated in English, without the
 * blank line above it. */
char *sheet_paragraph(const char *text, unsigned measure);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hostile Markdown made harmless before cmark-gfm sees it. For mdparse.c.
 */
#ifndef PORE_FORMAT_MDGUARD_H
#define PORE_FORMAT_MDGUARD_H

#include "base/buf.h"

/* Whether tables in the text would cost more than they may. */
bool mdguard_has_huge_table(struct str text);
/* If openers of raw HTML or reference definitions in the text would, appends
 * it to *out with those escaped, and returns true. */
bool mdguard_escape(struct str text, struct buf *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many cells a grapheme cluster takes: the one answer for typesetting,
 * grid and terminal.
 */
#ifndef PORE_TEXT_WIDTH_H
#define PORE_TEXT_WIDTH_H

#include "base/str.h"

/* Cells of one cluster: 0 (nothing to see), 1 or 2. East Asian Width W and F
 * give 2, emoji presentation (VS16, ZWJ families, flags) 2, marks alone 1 (on
 * a dotted circle), ambiguous 1; LF and TAB 0. */
int width_cluster(struct str cluster);
/* Cells of a whole text: the sum over its clusters. */
size_t width_text(struct str s);
/* The longest prefix of s, at a cluster boundary, of at most `cells` cells. */
struct str width_cut(struct str s, size_t cells);

#endif

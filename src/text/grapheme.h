/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grapheme clusters (UAX #29, extended), what a reader calls a letter.
 */
#ifndef PORE_TEXT_GRAPHEME_H
#define PORE_TEXT_GRAPHEME_H

#include "base/str.h"

/* The end of the cluster that begins at byte `at` (less than s.n). s is valid
 * UTF-8 and `at` a cluster boundary. */
size_t grapheme_next(struct str s, size_t at);
/* The start of the cluster that ends at byte `at` (more than 0). Looks back
 * only as far as it must: linear in the cluster's (bounded) context. */
size_t grapheme_prev(struct str s, size_t at);

#endif

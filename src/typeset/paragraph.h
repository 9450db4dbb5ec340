/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks a text into lines, all at once, so that the whole looks best (Knuth
 * and Plass, "Breaking Paragraphs into Lines", 1981), and sets them.
 */
#ifndef PORE_TYPESET_PARAGRAPH_H
#define PORE_TYPESET_PARAGRAPH_H

#include "typeset/frame.h"

/* Appends to s->slugs the lines of bytes [from, to) of s->runs, each at most
 * `measure` cells. At least one. Linear in the bytes. */
void paragraph_break(struct setter *s, uint32_t from, uint32_t to,
		     uint32_t measure, bool hyphenate);

/* Breaks bytes [from, to) of s->runs and adds the lines to the galley. */
void paragraph_set(struct setter *s, uint32_t from, uint32_t to,
		   const struct frame *frame, uint32_t style, bool hyphenate);

#endif

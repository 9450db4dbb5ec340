/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bidirectional text (UAX #9): in what order a line's clusters stand on the
 * screen. Lines are ordered one by one, so that no control in one can reach
 * into the next; the direction is the paragraph's.
 */
#ifndef PORE_TEXT_BIDI_H
#define PORE_TEXT_BIDI_H

#include "base/str.h"

enum bidi_direction { BIDI_AUTO, BIDI_LTR, BIDI_RTL };

/* Where there is nothing to reorder in a text that runs from left to right:
 * no right-to-left letter, no embedding, override or isolate. Fast. */
bool bidi_needed(struct str s);

/* The direction of a paragraph: that of its first strong letter outside
 * isolates, BIDI_LTR without any (rules P2 and P3). */
enum bidi_direction bidi_direction(struct str paragraph);

struct bidi_glyph {
	size_t cluster;	 /* its number in the text */
	uint32_t mirror; /* stands for its first code point, or 0: as it is */
	bool is_rtl;	 /* part of a right-to-left run */
};

/* Orders one line for the screen. `line` is valid UTF-8 without line feeds; its
 * n clusters begin at starts[0] = 0, starts[1]... (bytes, rising). Sets
 * glyphs[0..n), from left to right, each cluster once; those without width
 * (controls) as well. Returns the direction that was taken for BIDI_AUTO. */
enum bidi_direction bidi_reorder(struct str line, enum bidi_direction base,
				 const size_t *starts, size_t n,
				 struct bidi_glyph *glyphs);

#endif

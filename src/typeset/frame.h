/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside and above the text of a block: indents, the bars of
 * quotes, bullets and numbers, blank lines.
 */
#ifndef PORE_TYPESET_FRAME_H
#define PORE_TYPESET_FRAME_H

#include "text/bidi.h"
#include "typeset/setter.h"

/* What stands left of the text of a line: blanks, then a bar or a bullet. */
struct lead {
	uint32_t indent; /* cells */
	struct str text; /* "" for none */
	uint32_t cells;	 /* of the text */
};

struct frame {
	struct lead first, rest; /* of the first line and of all others, as
				    wide as each other */
	uint32_t measure;	 /* cells, the leads included; at least 1 more
				    than them */
	enum bidi_direction direction; /* BIDI_AUTO: as the text runs */
};

/* No lead at all. */
struct frame frame_plain(uint32_t measure);
/* Moves everything `cells` to the right, as far as a third of the measure. */
void frame_indent(struct frame *frame, uint32_t cells);
struct frame frame_of_block(struct setter *s, uint32_t block);
/* Adds the blank lines before a block; the bar of a quotation goes on in
 * them. */
void frame_gap(struct setter *s, uint32_t block);

/* A thin rule that long. */
struct str frame_rule(struct setter *s, uint32_t cells);

/* For each block the width of the widest number of its list, so that the
 * numbers of a list end in one column; 0 for other blocks. One walk. */
void frame_number_cells(const struct article *article, uint8_t *out);

#endif

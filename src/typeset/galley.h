/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A galley: the lines of one unit while they are being set. Lines are added
 * one after another, each run by run, and become a struct setting at the end.
 */
#ifndef PORE_TYPESET_GALLEY_H
#define PORE_TYPESET_GALLEY_H

#include "base/arena.h"
#include "base/vec.h"
#include "typeset/page.h"

struct galley {
	VEC(struct run) runs;	/* of all lines, one behind the other */
	VEC(struct line) lines; /* `runs` is set by galley_finish alone */
};

/* Begins a line at `at`, `indent` cells from the left. */
struct line *galley_line(struct galley *g, uint32_t indent, struct position at);
/* Adds a run to the last line; one that only goes on with the run before it
 * (same look, next bytes of the same string) is joined to it. */
void galley_run(struct galley *g, struct run run);
/* Adds text that is not the author's to the last line: source 0. */
void galley_put(struct galley *g, struct str text, uint32_t cells,
		uint32_t style, struct position at);
/* An empty line. */
void galley_blank(struct galley *g, struct position at);

/* Copies all to the arena and empties the galley for the next unit. */
struct setting *galley_finish(struct galley *g, struct arena *arena);
void galley_release(struct galley *g);

#endif

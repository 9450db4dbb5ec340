/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of a page as the clusters that stand side by side on the screen:
 * what painting, clicks and the hardware cursor have in common.
 */
#ifndef PORE_UI_GLYPH_H
#define PORE_UI_GLYPH_H

#include "screen/paint.h"
#include "typeset/page.h"
#include "ui/lights.h"

struct glyph {
	struct str text;
	const struct run *run;
	uint32_t start; /* bytes into the run's text */
	int col, width; /* cells from the left end of the measure */
};

/* The clusters of a line that stand in the columns [from, to), from left to
 * right as they are seen. In the arena. */
size_t line_glyphs(const struct line *line, int from, int to,
		   struct arena *arena, struct glyph **out);
/* The position in the logical text that a glyph shows; false if it was put in
 * by the typesetter. */
bool glyph_position(const struct glyph *glyph, struct position *out);

/* A link or a note mark. */
enum target_type { TARGET_NONE, TARGET_LINK, TARGET_NOTE };
struct target {
	enum target_type type;
	uint32_t index;		  /* into the article's links or notes */
	struct position from, to; /* what it covers; a mark: from = to */
};

/* Whether a run shows it. */
bool run_shows(const struct run *run, const struct target *target);

struct look {			     /* how a page is shown */
	const struct lights *lights; /* may be NULL */
	struct target chosen;
	int sideways; /* how far code and tables are moved */
	bool ascii;   /* the signs that there is more at the sides */
};

/* Paints a line in row `row` of the area, its measure beginning at `col` and
 * `measure` cells wide. The hardware cursor goes to what is chosen, or else to
 * the current match, if it begins on this line. */
void line_paint(struct grid *g, struct rect area, int row, int col, int measure,
		const struct line *line, const struct look *look,
		struct arena *arena);

#endif

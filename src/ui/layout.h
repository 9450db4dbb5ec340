/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything stands on the screen now.
 *
 *     +--------------------------------------+
 *     | header                               |
 *     | text                    | side       |
 *     |                         |            |
 *     |--- rule -------------------------------
 *     | notes                                |
 *     | status                               |
 *     +--------------------------------------+
 */
#ifndef PORE_UI_LAYOUT_H
#define PORE_UI_LAYOUT_H

#include "ui/state.h"

struct layout {
	int header;	   /* rows of it, 0 or 1 */
	struct rect text;  /* what the article or the start page has */
	struct rect side;  /* no columns: nothing stands beside */
	struct rect notes; /* no rows: no pane; the rule is above it */
	struct rect over;  /* for what covers all but the status line */
	struct rect status;
	int measure;			/* of the article */
	int col;			/* where the measure begins in `text` */
	const struct line **note_lines; /* of the notes on the screen, in the */
	int n_note_lines;		/* frame's arena */
};

/* Whether a pane can stand beside the text. */
bool layout_has_side(const struct ui *ui);
/* Computes it, the page of the article being set for its measure. */
struct layout layout_of(struct ui *ui);
/* The pane at a cell. */
enum pane_id layout_pane(const struct ui *ui, const struct layout *l, int row,
			 int col);
/* The rectangle of the pane that has the focus. */
struct rect layout_area(const struct ui *ui, const struct layout *l,
			enum pane_id pane);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a page that are to be seen: all of them, or those of the units
 * a reader has narrowed it to; and what stands at the top of the screen.
 *
 * Between units that are no neighbours on the page there is always a blank
 * line: where they bring none, one is put in. Its place is behind the last
 * line of the upper unit, so the page knows nothing of it.
 */
#ifndef PORE_UI_VIEW_H
#define PORE_UI_VIEW_H

#include "typeset/page.h"

struct view {
	struct page *page;
	const unsigned char *kept; /* kept[unit + 1]: is it seen? NULL: all */
};

/* The first line of a screen, such that it survives any new measure: a
 * position, and how many lines above that position's line it is (blank ones,
 * a series above its title; less than 0: below). */
struct top {
	struct position at;
	int above;
};

/* The line at a place. */
const struct line *view_line(const struct view *v, struct place place);
/* The same place, or the line above a blank one that was put in. */
struct place view_on_page(const struct view *v, struct place place);
struct place view_first(const struct view *v);
struct place view_last(const struct view *v);
/* To the next line (direction 1) or the previous one (-1); false at an end. */
bool view_step(const struct view *v, struct place *place, int direction);
/* By so many lines as there are; returns how far it went. */
long view_move(const struct view *v, struct place *place, long lines);
/* The line of a position, or the nearest that is seen. */
struct place view_find(const struct view *v, struct position at);
struct place view_place(const struct view *v, struct top top);
struct top view_top(const struct view *v, struct place place);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/view.h"

/* How many lines a top may be away from the line of its position: the blank
 * lines and headings of a unit are few. */
enum { ABOVE_MAX = 64 };

static bool is_seen(const struct view *v, int32_t unit)
{
	return !v->kept || v->kept[unit + 1];
}

/* To the first line of the next unit seen, or the last of the previous one. */
static bool step_unit(const struct view *v, struct place *place, int direction)
{
	int32_t unit = place->unit + direction, end = page_end(v->page);
	while (unit >= -1 && unit < end && !is_seen(v, unit))
		unit += direction;
	if (unit < -1 || unit >= end)
		return false;
	place->unit = unit;
	place->line = direction > 0 ? 0 : page_unit(v->page, unit)->n - 1;
	return true;
}

/* Whether a blank line is put in below a unit. */
static bool has_gap(const struct view *v, int32_t unit)
{
	struct place next = {unit, 0};
	return v->kept && step_unit(v, &next, 1) && next.unit > unit + 1 &&
	       page_unit(v->page, next.unit)->lines->n > 0;
}

static bool is_gap(const struct view *v, struct place place)
{
	return place.line >= page_unit(v->page, place.unit)->n;
}

struct place view_on_page(const struct view *v, struct place place)
{
	if (is_gap(v, place))
		place.line = page_unit(v->page, place.unit)->n - 1;
	return place;
}

const struct line *view_line(const struct view *v, struct place place)
{
	static const struct line blank;
	return is_gap(v, place) ? &blank : page_line(v->page, place);
}

struct place view_first(const struct view *v)
{
	struct place place = {-1, 0};
	if (!is_seen(v, -1))
		step_unit(v, &place, 1);
	return place;
}

struct place view_last(const struct view *v)
{
	struct place place = {page_end(v->page) - 1, 0};
	place.line = page_unit(v->page, place.unit)->n - 1;
	if (!is_seen(v, place.unit))
		step_unit(v, &place, -1);
	return place;
}

bool view_step(const struct view *v, struct place *place, int direction)
{
	if (!v->kept)
		return direction > 0 ? page_next(v->page, place)
				     : page_prev(v->page, place);
	uint32_t lines = page_unit(v->page, place->unit)->n;
	if (direction < 0 && place->line > 0) {
		place->line--;
		return true;
	}
	if (direction > 0 &&
	    (place->line + 1 < lines ||
	     (place->line + 1 == lines && has_gap(v, place->unit)))) {
		place->line++;
		return true;
	}
	if (!step_unit(v, place, direction))
		return false;
	place->line += direction < 0 && has_gap(v, place->unit);
	return true;
}

long view_move(const struct view *v, struct place *place, long lines)
{
	if (!v->kept)
		return page_move(v->page, place, lines);
	long moved = 0;
	while (moved < lines && view_step(v, place, 1))
		moved++;
	while (moved > lines && view_step(v, place, -1))
		moved--;
	return moved;
}

struct place view_find(const struct view *v, struct position at)
{
	struct place place = page_place(v->page, at);
	if (is_seen(v, place.unit))
		return place;
	if (!step_unit(v, &place, 1))
		step_unit(v, &place, -1);
	return place;
}

struct place view_place(const struct view *v, struct top top)
{
	struct place place = view_find(v, top.at);
	view_move(v, &place, -top.above);
	return place;
}

struct top view_top(const struct view *v, struct place place)
{
	struct top top = {page_position(v->page, view_on_page(v, place)), 0};
	struct place at = view_find(v, top.at);
	int direction = place_cmp(at, place) > 0 ? -1 : 1;
	while (place_cmp(at, place) != 0 && top.above < ABOVE_MAX &&
	       top.above > -ABOVE_MAX && view_step(v, &at, direction))
		top.above -= direction;
	return top;
}

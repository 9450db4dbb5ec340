/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list.h"

#include "text/grapheme.h"
#include "text/linebreak.h"
#include "text/width.h"

enum { MARKER_CELLS = 2 };

void list_release(struct list *l)
{
	vec_release(&l->rows);
	arena_release(&l->arena);
	*l = (struct list){0};
}

void list_clear(struct list *l, int cols)
{
	arena_release(&l->arena);
	l->rows.n = 0;
	l->items = 0;
	l->cols = cols;
	list_end(l);
}

void list_item(struct list *l)
{
	l->items++;
	l->is_open = l->is_new = true;
}

void list_end(struct list *l)
{
	l->is_open = l->is_new = false;
}

static void add_row(struct list *l, int indent, struct style style,
		    struct str text)
{
	vec_push(&l->rows, (struct row){
				   .lead = STR(""),
				   .text = text,
				   .style = style,
				   .indent = indent,
				   .item = l->is_open ? l->items - 1 : NO_ITEM,
				   .is_first = l->is_new,
			   });
	l->is_new = false;
}

void list_space(struct list *l)
{
	list_end(l);
	if (l->rows.n)
		add_row(l, 0, (struct style){0}, STR(""));
}

size_t wrap_line(struct str text, int cells, struct arena *arena)
{
	struct str fits = width_cut(text, cells > 0 ? (size_t)cells : 0);
	if (fits.n == text.n || text.n == 0)
		return text.n;
	/* Opportunities depend on what follows a little, not on all of it. */
	struct str near = str_sub(text, 0, fits.n + 64);
	while (near.n < text.n && (near.p[near.n] & 0xc0) == 0x80)
		near.n++;
	unsigned char *may = arena_new(arena, near.n);
	linebreak_find(near, may);
	for (size_t at = near.n - 1; at > 0; at--) {
		size_t end = at;
		while (end > 0 && text.p[end - 1] == ' ')
			end--;
		if (may[at] != BREAK_NO && end <= fits.n && end > 0)
			return at;
	}
	return fits.n ? fits.n : grapheme_next(text, 0);
}

static void add_text(struct list *l, int indent, struct style style, int most,
		     struct str text, struct str lead, int lead_cells)
{
	int cells = l->cols - indent - MARKER_CELLS - lead_cells;
	struct str rest = arena_str(&l->arena, str_trim(text));
	for (int row = 1; rest.n; row++) {
		/* The last row allowed takes all; painting cuts it. */
		size_t n = row == most ? rest.n
				       : wrap_line(rest, cells, &l->arena);
		add_row(l, indent, style, str_trim(str_sub(rest, 0, n)));
		vec_last(&l->rows)->lead_cells = lead_cells;
		if (row == 1)
			vec_last(&l->rows)->lead = arena_str(&l->arena, lead);
		rest = str_from_at(rest, n);
	}
}

void list_text(struct list *l, int indent, struct style style, int most,
	       struct str text)
{
	add_text(l, indent, style, most, text, STR(""), 0);
}

void list_pair(struct list *l, int cells, struct style style, struct str lead,
	       struct str text)
{
	add_text(l, 0, style, 0, text, lead, cells);
}

/* The rows [*from, *to) of the chosen item. */
static bool chosen_rows(const struct list *l, int *from, int *to)
{
	int n = (int)l->rows.n;
	*from = 0;
	while (*from < n && l->rows.at[*from].item != l->chosen)
		(*from)++;
	*to = *from;
	while (*to < n && l->rows.at[*to].item == l->chosen)
		(*to)++;
	return *from < *to;
}

/* Scrolls so that what is chosen is on the screen, with the headings above
 * the first item. */
static void keep_in_sight(struct list *l, int height)
{
	int from, to, n = (int)l->rows.n;
	if (chosen_rows(l, &from, &to)) {
		if (l->chosen == 0)
			from = 0;
		if (l->top + height < to)
			l->top = to - height;
		if (l->top > from)
			l->top = from;
		if (l->chosen == 0 && to > height)
			l->top = to - height;
	}
	if (l->top > n - height)
		l->top = n - height;
	if (l->top < 0)
		l->top = 0;
}

void list_lay(struct list *l, int height)
{
	if (l->chosen >= l->items)
		l->chosen = l->items ? l->items - 1 : 0;
	l->height = height > 0 ? height : 0;
	keep_in_sight(l, l->height);
}

static void draw_row(const struct row *row, struct grid *g, struct rect area,
		     int at, unsigned look, struct str marker)
{
	struct style style = row->style;
	bool is_marked = look & LIST_MARKED;
	int col = row->indent + MARKER_CELLS;
	if (is_marked && style.role != ROLE_DIM)
		style = (struct style){ROLE_ACCENT,
				       style.attributes | ATTR_BOLD};
	if (is_marked && row->is_first) {
		paint_text(g, area, at, row->indent, marker,
			   (struct style){ROLE_ACCENT, ATTR_BOLD});
		if (look & LIST_CURSOR)
			grid_cursor(g, area.row + at, area.col + row->indent);
	}
	paint_cut(g, area, at, col, row->lead_cells - 1, row->lead,
		  (struct style){style.role, style.attributes | ATTR_BOLD});
	col += row->lead_cells;
	paint_cut(g, area, at, col, area.cols - col, row->text, style);
}

void list_draw(const struct list *l, struct grid *g, struct rect area,
	       unsigned look, struct str marker)
{
	for (int at = 0; at < area.rows; at++) {
		int i = l->top + at;
		if (i >= (int)l->rows.n)
			break;
		const struct row *row = &l->rows.at[i];
		draw_row(row, g, area, at,
			 l->items && row->item == l->chosen ? look : 0, marker);
	}
}

static void choose(struct list *l, int64_t item)
{
	int64_t last = l->items ? (int64_t)l->items - 1 : 0;
	l->chosen = (uint32_t)(item < 0 ? 0 : item > last ? last : item);
}

/* Chooses the item about so many rows away; at least the next one. */
static void choose_away(struct list *l, int rows)
{
	int from, to, n = (int)l->rows.n, step = rows < 0 ? -1 : 1;
	if (!chosen_rows(l, &from, &to))
		return;
	uint32_t before = l->chosen;
	for (int i = from; i >= 0 && i < n; i += step) {
		uint32_t item = l->rows.at[i].item;
		bool is_far = (i - from) * step >= rows * step;
		if (item != NO_ITEM && item != before) {
			l->chosen = item;
			if (is_far)
				break;
		} else if (is_far && l->chosen != before) {
			break;
		}
	}
}

bool list_act(struct list *l, enum action action, uint32_t count)
{
	int page = l->height > 1 ? l->height - 1 : 1;
	int64_t by = count ? count : 1;
	switch (action) {
	case ACTION_LINE_FORWARD:
	case ACTION_CHOOSE_NEXT:
	case ACTION_CHOICE_NEXT:
		choose(l, l->chosen + by);
		return true;
	case ACTION_LINE_BACK:
	case ACTION_CHOOSE_PREVIOUS:
	case ACTION_CHOICE_PREVIOUS:
		choose(l, l->chosen - by);
		return true;
	case ACTION_PAGE_FORWARD:
	case ACTION_CHOICES_FORWARD:
		choose_away(l, page);
		return true;
	case ACTION_PAGE_BACK:
	case ACTION_CHOICES_BACK:
		choose_away(l, -page);
		return true;
	case ACTION_HALF_FORWARD:
		choose_away(l, (page + 1) / 2);
		return true;
	case ACTION_HALF_BACK:
		choose_away(l, -(page + 1) / 2);
		return true;
	case ACTION_TOP:
		choose(l, count ? count - 1 : 0);
		return true;
	case ACTION_END:
		choose(l, count ? count - 1 : (int64_t)l->items - 1);
		return true;
	case ACTION_PERCENT:
		choose(l,
		       (int64_t)l->items * (count > 100 ? 100 : count) / 100);
		return true;
	default:
		return false;
	}
}

void list_scroll(struct list *l, int lines)
{
	int from, to, n = (int)l->rows.n;
	l->top += lines;
	if (l->top > n - l->height)
		l->top = n - l->height;
	if (l->top < 0)
		l->top = 0;
	/* The first or last item that is wholly on the screen. */
	for (int i = 0; i < l->height && chosen_rows(l, &from, &to); i++) {
		if (from < l->top && l->chosen + 1 < l->items)
			l->chosen++;
		else if (to > l->top + l->height && l->chosen > 0)
			l->chosen--;
		else
			break;
	}
}

uint32_t list_at(const struct list *l, int row)
{
	int i = l->top + row;
	bool is_in_sight = row >= 0 && row < l->height;
	return is_in_sight && i < (int)l->rows.n ? l->rows.at[i].item : NO_ITEM;
}

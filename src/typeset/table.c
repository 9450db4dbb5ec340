/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Column widths as browsers find them: every column has a least width (its
 * longest word) and a most (its longest cell on one line). If the most fit,
 * they are taken; if the least fit, what remains is shared in proportion to
 * what each still wants; if not even those, columns that want more than an
 * even share are cut to it, as long as that is enough for a word in most
 * languages.
 */
#include "config.h"

#include "typeset/table.h"

#include "text/width.h"
#include "typeset/paragraph.h"

enum {
	GUTTER = 2,	 /* cells between columns */
	COLUMN_MIN = 12, /* the least a cut column is given */
};

struct cell {
	uint32_t from, to; /* bytes */
};

struct column {
	uint32_t least, most, width; /* cells */
	size_t slug, slug_end;	     /* of its cell in the row being set */
};

struct table {
	struct setter *s;
	const struct frame *frame;
	struct str align;
	VEC(struct cell) cells; /* row after row */
	VEC(size_t) rows;	/* the first cell of each, and the end */
	VEC(struct column) columns;
};

static void parse(struct table *t)
{
	struct str text = t->s->runs.text;
	size_t at = 0, widest = 0;
	while (at <= text.n) {
		size_t end = str_find_char(text, '\n', at), first = t->cells.n;
		vec_push(&t->rows, first);
		while (at <= end) {
			size_t tab =
				str_find_char(str_sub(text, 0, end), '\t', at);
			vec_push(&t->cells,
				 (struct cell){(uint32_t)at, (uint32_t)tab});
			at = tab + 1;
		}
		if (t->cells.n - first > widest)
			widest = t->cells.n - first;
	}
	vec_push(&t->rows, t->cells.n);
	vec_reserve(&t->columns, widest);
	for (size_t i = 0; i < widest; i++)
		vec_push(&t->columns, (struct column){.least = 1, .most = 1});
}

static void find_extents(struct table *t)
{
	for (size_t row = 0; row + 1 < t->rows.n; row++)
		for (size_t i = t->rows.at[row]; i < t->rows.at[row + 1]; i++) {
			struct column *column =
				&t->columns.at[i - t->rows.at[row]];
			uint32_t least, most;
			items_make(t->s, t->cells.at[i].from,
				   t->cells.at[i].to);
			items_extent(&t->s->items, &least, &most);
			if (least > column->least)
				column->least = least;
			if (most > column->most)
				column->most = most;
		}
}

/* Columns that want no more than an even share get it, the others share what
 * is left, anew each time one more is content. */
static void cut_to_share(struct table *t, uint64_t room)
{
	uint64_t wanting = t->columns.n;
	for (size_t i = 0; i < t->columns.n; i++)
		t->columns.at[i].width = 0;
	for (bool any = true; any && wanting;) {
		any = false;
		uint64_t share = room / wanting;
		for (size_t i = 0; i < t->columns.n; i++) {
			struct column *c = &t->columns.at[i];
			if (c->width || c->least > share)
				continue;
			c->width = c->least;
			room -= c->width;
			wanting--;
			any = true;
		}
	}
	for (size_t i = 0; wanting && i < t->columns.n; i++)
		if (t->columns.at[i].width == 0)
			t->columns.at[i].width = (uint32_t)(room / wanting);
}

/* Sets the widths; false if there is no room for columns. */
static bool find_widths(struct table *t, uint32_t measure)
{
	uint64_t n = t->columns.n, least = 0, most = 0;
	if ((n - 1) * GUTTER + n > measure)
		return false;
	uint64_t room = measure - (n - 1) * GUTTER;
	for (size_t i = 0; i < n; i++) {
		least += t->columns.at[i].least;
		most += t->columns.at[i].most;
	}
	if (least > room && room / n < COLUMN_MIN)
		return false;
	if (least > room) {
		cut_to_share(t, room);
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		struct column *c = &t->columns.at[i];
		c->width =
			most <= room
				? c->most
				: c->least + (uint32_t)((c->most - c->least) *
							(room - least) /
							(most - least));
	}
	return true;
}

/* As wide as it likes to be, but no column wider than the measure unless a
 * word in it is. */
static void let_overflow(struct table *t, uint32_t measure)
{
	for (size_t i = 0; i < t->columns.n; i++) {
		struct column *c = &t->columns.at[i];
		c->width = c->most < measure ? c->most : measure;
		if (c->width < c->least)
			c->width = c->least;
	}
}

static struct line *begin_line(struct table *t, struct position at)
{
	const struct lead *lead = &t->frame->rest;
	struct line *line = galley_line(&t->s->galley, lead->indent, at);
	line->is_code = true;
	galley_put(&t->s->galley, lead->text, lead->cells, RUN_DIM, at);
	return line;
}

static void put_blanks(struct galley *g, uint32_t n, struct position at)
{
	const struct str blanks = STR("                                ");
	while (n > 0) {
		uint32_t part = n < blanks.n ? n : (uint32_t)blanks.n;
		galley_put(g, str_sub(blanks, 0, part), part, 0, at);
		n -= part;
	}
}

/* Blanks left of a text in its column. */
static uint32_t shift(const struct table *t, size_t column, uint32_t cells)
{
	uint32_t spare = t->columns.at[column].width - cells;
	char how = column < t->align.n ? t->align.p[column] : '-';
	return how == 'r' ? spare : how == 'c' ? spare / 2 : 0;
}

/* Line k of the row whose cells have been broken. */
static void set_row_line(struct table *t, size_t k, uint32_t style,
			 struct position at)
{
	struct setter *s = t->s;
	begin_line(t, at);
	uint32_t owed = 0; /* blanks, put only when text follows */
	for (size_t i = 0; i < t->columns.n; i++) {
		const struct column *c = &t->columns.at[i];
		uint32_t left = 0, cells = 0;
		if (c->slug + k < c->slug_end) {
			const struct slug *slug = &s->slugs.at[c->slug + k];
			cells = slug->cells;
			left = shift(t, i, cells);
			if (cells)
				put_blanks(&s->galley, owed + left, at);
			runs_emit(&s->runs, slug, style, &s->galley);
		}
		owed = cells ? 0 : owed + left;
		owed += c->width - cells - left + GUTTER;
	}
}

static void break_row(struct table *t, size_t row)
{
	struct setter *s = t->s;
	size_t first = t->rows.at[row], n = t->rows.at[row + 1] - first;
	s->slugs.n = 0;
	for (size_t i = 0; i < t->columns.n; i++) {
		struct column *c = &t->columns.at[i];
		c->slug = c->slug_end = s->slugs.n;
		if (i >= n)
			continue;
		struct cell cell = t->cells.at[first + i];
		paragraph_break(s, cell.from, cell.to, c->width, true);
		c->slug_end = s->slugs.n;
	}
}

static void set_row(struct table *t, size_t row, uint32_t style)
{
	break_row(t, row);
	size_t lines = 1;
	for (size_t i = 0; i < t->columns.n; i++) {
		const struct column *c = &t->columns.at[i];
		if (c->slug_end - c->slug > lines)
			lines = c->slug_end - c->slug;
	}
	uint32_t start = t->cells.at[t->rows.at[row]].from;
	for (size_t k = 0; k < lines; k++) {
		for (size_t i = 0; k && i < t->columns.n; i++) {
			const struct column *c = &t->columns.at[i];
			if (c->slug + k < c->slug_end) {
				start = t->s->slugs.at[c->slug + k].start;
				break;
			}
		}
		set_row_line(t, k, style, runs_position(&t->s->runs, start));
	}
}

/* The line under the header; it stands at what comes behind it. */
static void set_rule(struct table *t, uint32_t row)
{
	struct setter *s = t->s;
	struct str text = s->runs.text;
	uint32_t off = row + 1 < t->rows.n ? t->cells.at[t->rows.at[row]].from
					   : (uint32_t)text.n;
	struct position at = runs_position(&s->runs, off);
	begin_line(t, at);
	for (size_t i = 0; i < t->columns.n; i++) {
		if (i)
			put_blanks(&s->galley, GUTTER, at);
		uint32_t cells = t->columns.at[i].width;
		galley_put(&s->galley, frame_rule(s, cells), cells, RUN_DIM,
			   at);
	}
}

static void set_columns(struct table *t)
{
	for (size_t row = 0; row + 1 < t->rows.n; row++) {
		set_row(t, row, row == 0 ? RUN_STRONG : 0);
		if (row == 0)
			set_rule(t, 1);
	}
}

/* Puts "header: " before every cell of the rows below. */
static void label_cells(struct table *t, uint32_t measure)
{
	VEC(struct insert) labels = {0};
	struct setter *s = t->s;
	size_t header = t->rows.at[1];
	for (size_t row = 1; row + 1 < t->rows.n; row++)
		for (size_t i = t->rows.at[row]; i < t->rows.at[row + 1]; i++) {
			size_t column = i - t->rows.at[row];
			struct cell cell = t->cells.at[i];
			if (column >= header || cell.from == cell.to)
				continue;
			struct cell head = t->cells.at[column];
			struct str label = width_cut(
				str_sub(s->runs.text, head.from, head.to),
				measure / 2);
			if (label.n == 0)
				continue;
			vec_push(&labels,
				 (struct insert){.at = cell.from,
						 .text = arena_printf(
							 s->arena, "%.*s: ",
							 STR_ARG(label)),
						 .style = RUN_DIM,
						 .target = NO_INDEX});
		}
	runs_merge(&s->runs, labels.at, labels.n);
	vec_release(&labels);
}

static void set_records(struct table *t)
{
	struct setter *s = t->s;
	struct frame frame = *t->frame;
	frame.first = frame.rest;
	label_cells(t, frame.measure - frame.rest.indent - frame.rest.cells);
	for (size_t row = 0; row + 1 < t->rows.n; row++) {
		struct cell first = t->cells.at[t->rows.at[row]];
		if (row)
			galley_blank(&s->galley,
				     runs_position(&s->runs, first.from));
		for (size_t i = t->rows.at[row]; i < t->rows.at[row + 1]; i++) {
			struct cell cell = t->cells.at[i];
			if (cell.from < cell.to)
				paragraph_set(s, cell.from, cell.to, &frame,
					      row ? 0 : RUN_STRONG, true);
		}
	}
}

void table_set(struct setter *s, struct str align, const struct frame *frame)
{
	struct table t = {.s = s, .frame = frame, .align = align};
	uint32_t measure =
		frame->measure - frame->rest.indent - frame->rest.cells;
	parse(&t);
	find_extents(&t);
	if (find_widths(&t, measure)) {
		set_columns(&t);
	} else if (!s->options->wrap) {
		let_overflow(&t, measure);
		set_columns(&t);
	} else {
		set_records(&t);
	}
	vec_release(&t.cells);
	vec_release(&t.rows);
	vec_release(&t.columns);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/glyph.h"

#include "text/bidi.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"

/* Lines with right-to-left text are collected whole, but no longer than this:
 * only code is, and nobody scrolls that far. */
enum { BIDI_CELLS = 2000 };

/* The clusters of a line in logical order, those in [from, to) alone. */
static size_t collect(const struct line *line, int from, int to,
		      struct arena *arena, struct glyph **out)
{
	size_t n = 0, room = 0, most = to > from ? (size_t)(to - from) : 0;
	int64_t col = line->indent;
	for (uint32_t i = 0; i < line->n && room < most; i++)
		room += line->runs[i].text.n;
	room = room < most ? room : most;
	*out = arena_array(arena, struct glyph, room);
	for (uint32_t i = 0; i < line->n && col < to; i++) {
		const struct run *run = &line->runs[i];
		for (size_t at = 0; at < run->text.n && col < to;) {
			size_t end = grapheme_next(run->text, at);
			struct str text = str_sub(run->text, at, end);
			int width = width_cluster(text);
			if (width > 0 && col >= from && n < room)
				(*out)[n++] =
					(struct glyph){text, run, (uint32_t)at,
						       (int)col, width};
			col += width;
			at = end;
		}
	}
	return n;
}

/* The same cluster, its first code point being `mirror`. */
static struct str mirrored(struct str text, uint32_t mirror,
			   struct arena *arena)
{
	struct buf b = {0};
	uint32_t code;
	buf_add_code(&b, mirror);
	buf_add(&b, str_from_at(text, utf8_next(text, 0, &code)));
	struct str copy = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return copy;
}

/* Puts the clusters of a whole line in the order they are seen in. */
static size_t reorder(const struct line *line, struct arena *arena,
		      struct glyph **out)
{
	struct glyph *logical;
	struct buf text = {0};
	size_t n = collect(line, 0, (int)line->indent + BIDI_CELLS, arena,
			   &logical);
	size_t *starts = arena_array(arena, size_t, n);
	struct bidi_glyph *order = arena_array(arena, struct bidi_glyph, n);
	*out = arena_array(arena, struct glyph, n);
	for (size_t i = 0; i < n; i++) {
		starts[i] = text.n;
		buf_add(&text, logical[i].text);
	}
	bidi_reorder(buf_str(&text), line->is_rtl ? BIDI_RTL : BIDI_LTR, starts,
		     n, order);
	buf_release(&text);
	int col = (int)line->indent;
	for (size_t i = 0; i < n; i++) {
		struct glyph *glyph = &(*out)[i];
		*glyph = logical[order[i].cluster];
		if (order[i].mirror)
			glyph->text =
				mirrored(glyph->text, order[i].mirror, arena);
		glyph->col = col;
		col += glyph->width;
	}
	return n;
}

static bool needs_order(const struct line *line)
{
	for (uint32_t i = 0; i < line->n; i++)
		if (bidi_needed(line->runs[i].text))
			return true;
	return line->is_rtl;
}

size_t line_glyphs(const struct line *line, int from, int to,
		   struct arena *arena, struct glyph **out)
{
	if (!needs_order(line))
		return collect(line, from, to, arena, out);
	size_t n = reorder(line, arena, out), kept = 0;
	for (size_t i = 0; i < n; i++)
		if ((*out)[i].col >= from && (*out)[i].col < to)
			(*out)[kept++] = (*out)[i];
	return kept;
}

bool glyph_position(const struct glyph *glyph, struct position *out)
{
	if (glyph->start >= glyph->run->source)
		return false;
	*out = glyph->run->at;
	out->off += glyph->start;
	return true;
}

bool run_shows(const struct run *run, const struct target *target)
{
	switch (target->type) {
	case TARGET_LINK:
		return run->style & RUN_LINK && run->target == target->index;
	case TARGET_NOTE:
		return run->style & RUN_NOTE_MARK &&
		       run->target == target->index &&
		       position_cmp(run->at, target->from) == 0;
	case TARGET_NONE:
		break;
	}
	return false;
}

static struct style run_style(const struct run *run)
{
	struct style s = {0};
	if (run->style & RUN_DIM)
		s.role = ROLE_DIM;
	if (run->style & (RUN_LINK | RUN_NOTE_MARK))
		s.role = ROLE_ACCENT;
	if (run->style & (RUN_TITLE | RUN_HEADING | RUN_STRONG))
		s.attributes |= ATTR_BOLD;
	if (run->style & (RUN_EMPHASIS | RUN_DECK))
		s.attributes |= ATTR_ITALIC;
	if (run->style & RUN_LINK)
		s.attributes |= ATTR_UNDERLINE;
	if (run->style & RUN_STRIKE)
		s.attributes |= ATTR_STRIKE;
	return s;
}

static struct style glyph_style(const struct glyph *glyph,
				const struct look *look, enum lit *lit)
{
	struct position at;
	*lit = LIT_NO;
	if (look->lights && glyph_position(glyph, &at))
		*lit = lights_lit(look->lights, at);
	if (*lit == LIT_CURRENT)
		return (struct style){ROLE_CURRENT, ATTR_BOLD};
	if (*lit == LIT_MATCH)
		return (struct style){ROLE_MATCH, ATTR_UNDERLINE};
	struct style s = run_style(glyph->run);
	if (run_shows(glyph->run, &look->chosen)) {
		s.role = ROLE_ACCENT;
		s.attributes |= ATTR_BOLD | ATTR_REVERSE;
	}
	return s;
}

void line_paint(struct grid *g, struct rect area, int row, int col, int measure,
		const struct line *line, const struct look *look,
		struct arena *arena)
{
	if (row < 0 || row >= area.rows)
		return;
	int left = line->is_code ? look->sideways : 0;
	struct glyph *glyphs;
	size_t n = line_glyphs(line, left, left + measure, arena, &glyphs);
	for (size_t i = 0; i < n; i++) {
		const struct glyph *glyph = &glyphs[i];
		enum lit lit;
		struct style style = glyph_style(glyph, look, &lit);
		int at = col + glyph->col - left;
		paint_text(g, area, row, at, glyph->text, style);
		bool is_here = look->chosen.type == TARGET_NONE
				       ? lit == LIT_CURRENT
				       : run_shows(glyph->run, &look->chosen);
		if (is_here && g->cursor_row < 0)
			grid_cursor(g, area.row + row, area.col + at);
	}
	const struct style dim = {.role = ROLE_DIM};
	if (left > 0 && line->cells > 0)
		paint_text(g, area, row, col - 1,
			   look->ascii ? STR("<") : STR("‹"), dim);
	if (line->is_code && line->cells > (uint32_t)(left + measure))
		paint_text(g, area, row, col + measure,
			   look->ascii ? STR(">") : STR("›"), dim);
}

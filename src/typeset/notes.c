/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/notes.h"

#include "text/grapheme.h"
#include "text/width.h"
#include "typeset/paragraph.h"

/* Longer labels stand in the text of their note. */
enum { LABEL_CELLS_MAX = 4 };

static bool is_number(struct str label)
{
	for (size_t i = 0; i < label.n; i++)
		if (!ascii_is_digit(label.p[i]))
			return false;
	return label.n > 0;
}

static bool is_sign(struct str label, bool ascii)
{
	if (label.n == 0 || ascii_is_alpha(label.p[0]) ||
	    (ascii && (unsigned char)label.p[0] >= 0x80))
		return false;
	return grapheme_next(label, 0) == label.n || str_eq(label, STR("**")) ||
	       str_eq(label, STR("***"));
}

struct str note_mark(struct str label, bool ascii, struct arena *arena)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴",
					     "⁵", "⁶", "⁷", "⁸", "⁹"};
	if (is_number(label) && !ascii) {
		struct buf b = {0};
		for (size_t i = 0; i < label.n; i++)
			buf_add(&b, str_of(raised[label.p[i] - '0']));
		struct str mark = arena_str(arena, buf_str(&b));
		buf_release(&b);
		return mark;
	}
	if (!is_number(label) && is_sign(label, ascii))
		return label;
	return arena_printf(arena, "[%.*s]", STR_ARG(label));
}

uint32_t notes_label_cells(const struct article *article)
{
	uint32_t widest = 0;
	for (uint32_t i = 0; i < article->notes.n; i++) {
		struct str label =
			article_str(article, article_note(article, i)->label);
		/* No label so long is narrow. */
		size_t cells = label.n > 64 ? 64 : width_text(label);
		if (cells <= LABEL_CELLS_MAX && cells > widest)
			widest = (uint32_t)cells;
	}
	return widest;
}

static void set_heading(struct setter *s, int32_t unit)
{
	struct position at = {unit, 0};
	struct frame frame = frame_plain(s->options->measure);
	galley_blank(&s->galley, at);
	galley_blank(&s->galley, at);
	runs_take_text(&s->runs, STR("Notes"), unit, 0);
	paragraph_set(s, 0, (uint32_t)s->runs.text.n, &frame, RUN_HEADING,
		      false);
	galley_blank(&s->galley, at);
}

void notes_set(struct setter *s, uint32_t note)
{
	const struct article *article = s->article;
	uint32_t unit = article->blocks.n + note;
	if (note == 0)
		set_heading(s, (int32_t)unit);
	runs_take_unit(&s->runs, article, unit, s->options->ascii, s->arena);
	struct frame frame = frame_plain(s->options->measure);
	struct str label =
		article_str(article, article_note(article, note)->label);
	uint32_t cells = (uint32_t)width_text(label);
	uint32_t field = s->label_cells + 2;
	if (cells <= s->label_cells && field <= frame.measure / 3) {
		frame.first.indent = s->label_cells - cells;
		frame.first.text =
			arena_printf(s->arena, "%.*s  ", STR_ARG(label));
		frame.first.cells = cells + 2;
		frame.rest.indent = field;
	} else {
		runs_surround(&s->runs,
			      arena_printf(s->arena, "%.*s  ", STR_ARG(label)),
			      STR(""), RUN_DIM);
	}
	paragraph_set(s, 0, (uint32_t)s->runs.text.n, &frame, 0, true);
}

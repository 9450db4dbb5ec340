/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/column.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/bidi.h"
#include "text/grapheme.h"
#include "text/width.h"

/* In the order of the text; *offset is where in the text of the whole line
 * the byte is, or is nearest. */
static uint32_t logical_column(const struct line *line, uint32_t off,
			       size_t *offset)
{
	uint32_t column = line->indent;
	uint32_t nearest = column;
	size_t bytes = 0;
	*offset = 0;
	for (uint32_t i = 0; i < line->n; i++) {
		const struct run *run = &line->runs[i];
		if (run->source && off >= run->at.off) {
			uint32_t in = off - run->at.off;
			if (in < run->source) {
				*offset = bytes + in;
				return column + (uint32_t)width_text(str_sub(
							run->text, 0, in));
			}
			nearest = column + run->cells;
			*offset = bytes + run->text.n;
		}
		column += run->cells;
		bytes += run->text.n;
	}
	return nearest;
}

static uint32_t visual_column(const struct line *line, struct str text,
			      size_t offset)
{
	VEC(size_t) starts = {0};
	size_t cluster = 0;
	for (size_t at = 0; at < text.n; at = grapheme_next(text, at)) {
		if (at <= offset)
			cluster = starts.n;
		vec_push(&starts, at);
	}
	size_t n = starts.n;
	vec_push(&starts, text.n);
	struct bidi_glyph *glyphs = mem_new(n * sizeof *glyphs);
	bidi_reorder(text, line->is_rtl ? BIDI_RTL : BIDI_LTR, starts.at, n,
		     glyphs);
	uint32_t column = line->indent;
	for (size_t i = 0; i < n && glyphs[i].cluster != cluster; i++) {
		size_t k = glyphs[i].cluster;
		column += (uint32_t)width_cluster(
			str_sub(text, starts.at[k], starts.at[k + 1]));
	}
	mem_free(glyphs);
	vec_release(&starts);
	return column;
}

uint32_t column_of(const struct line *line, uint32_t off)
{
	size_t offset;
	uint32_t column = logical_column(line, off, &offset);
	bool needed = line->is_rtl;
	for (uint32_t i = 0; i < line->n && !needed; i++)
		needed = bidi_needed(line->runs[i].text);
	if (!needed)
		return column;
	struct buf text = {0};
	for (uint32_t i = 0; i < line->n; i++)
		buf_add(&text, line->runs[i].text);
	if (offset < text.n)
		column = visual_column(line, buf_str(&text), offset);
	buf_release(&text);
	return column;
}

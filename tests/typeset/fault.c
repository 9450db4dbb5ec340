/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/fault.h"

#include "base/mem.h"
#include "text/bidi.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"

/* What need not be shown: white space that breaks, soft hyphens. */
static bool may_vanish(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == 0xad || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a && c != 0x2007) || c == 0x2028 ||
	       c == 0x2029 || c == 0x205f || c == 0x3000;
}

static const char *fault_of_run(const struct run *run, int32_t unit,
				struct str text, uint8_t *shown)
{
	if (run->cells != width_text(run->text))
		return "a run has not the width of its text";
	if (run->at.unit != unit || run->at.off > text.n)
		return "a run is outside of its unit";
	if (run->source == 0)
		return NULL;
	if (run->source != run->text.n ||
	    !str_eq(run->text,
		    str_sub(text, run->at.off, run->at.off + run->source)))
		return "a run shows other bytes than it says";
	for (uint32_t i = 0; i < run->source; i++)
		if (shown[run->at.off + i]++)
			return "a byte is shown twice";
	return NULL;
}

static const char *fault_of_line(struct page *page, struct place place,
				 struct str text, uint8_t *shown)
{
	const struct line *line = page_line(page, place);
	const struct page_options *o = page_options(page);
	uint32_t cells = line->indent;
	bool is_bidi = line->is_rtl;
	for (uint32_t i = 0; i < line->n; i++)
		is_bidi = is_bidi || bidi_needed(line->runs[i].text);
	if (line->at.unit != place.unit || line->at.off > text.n)
		return "a line is outside of its unit";
	for (uint32_t i = 0; i < line->n; i++) {
		const struct run *run = &line->runs[i];
		const char *fault = fault_of_run(run, place.unit, text, shown);
		if (fault)
			return fault;
		if (run->source) {
			struct position last = run->at;
			last.off += run->source - 1;
			if (place_cmp(page_place(page, run->at), place) != 0 ||
			    place_cmp(page_place(page, last), place) != 0)
				return "a position is on another line than "
				       "says page_place";
			uint32_t column = page_column(page, run->at);
			if (is_bidi ? column > line->cells : column != cells)
				return "a position is in another column than "
				       "says page_column";
		}
		cells += run->cells;
	}
	if (line->n && !line->is_rtl && cells != line->cells)
		return "a line is not as wide as its runs";
	if (cells > o->measure && (o->wrap || !line->is_code))
		return "a line is wider than the measure";
	return NULL;
}

static const char *fault_of_coverage(struct str text, const uint8_t *shown,
				     unsigned measure)
{
	for (size_t at = 0, end; at < text.n; at = end) {
		end = grapheme_next(text, at);
		struct str cluster = str_sub(text, at, end);
		if (measure < 2 && width_cluster(cluster) > 1)
			continue; /* something else stands in for it */
		for (size_t i = at, next; i < end; i = next) {
			uint32_t code;
			next = i + utf8_next(text, i, &code);
			if (!may_vanish(code) && !shown[i])
				return "text is not shown";
			if (code == 0xad && shown[i])
				return "a soft hyphen is shown";
		}
	}
	return NULL;
}

static const char *fault_of_unit(struct page *page, struct place *at)
{
	struct str text = article_position_text(page_article(page), at->unit);
	uint32_t n = page_unit(page, at->unit)->n;
	uint8_t *shown = mem_new(text.n + 1);
	const char *fault = n ? NULL : "a unit has no line";
	for (at->line = 0; !fault && at->line < n; at->line++) {
		fault = fault_of_line(page, *at, text, shown);
		if (fault)
			break;
	}
	if (!fault)
		fault = fault_of_coverage(text, shown,
					  page_options(page)->measure);
	mem_free(shown);
	return fault;
}

const char *page_fault(struct page *page, struct place *at)
{
	long lines = 0;
	for (at->unit = -1; at->unit < page_end(page); at->unit++) {
		const char *fault = fault_of_unit(page, at);
		if (fault)
			return fault;
		lines += page_unit(page, at->unit)->n;
	}
	struct place place = {-1, 0};
	for (long i = 1; i < lines; i++)
		if (!page_next(page, &place))
			return "page_next stops before the end";
	if (page_next(page, &place) || page_percent(page, place) != 100)
		return "the last line is not the end";
	if (page_move(page, &place, -lines) != -(lines - 1) ||
	    page_prev(page, &place))
		return "page_move does not come back to the top";
	return NULL;
}

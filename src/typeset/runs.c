/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans overlap and nest; a line wants stretches that do not. So the starts
 * and the ends of spans are walked together in order of their offsets, with a
 * count for each type of how many are open, and a stretch begins wherever the
 * counts change:
 *
 *     spans      |----- emphasis -----|
 *                      |-- link --|
 *     stretches  |-----|----------|---|-----
 */
#include "config.h"

#include "typeset/runs.h"

#include <stdlib.h>
#include <string.h>

#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"
#include "typeset/notes.h"

static const uint32_t styles[SPAN_TYPES] = {
	[SPAN_EMPHASIS] = RUN_EMPHASIS, [SPAN_STRONG] = RUN_STRONG,
	[SPAN_CODE] = RUN_CODE,		[SPAN_STRIKE] = RUN_STRIKE,
	[SPAN_LINK] = RUN_LINK,
};

struct open_spans {
	uint32_t count[SPAN_TYPES];
	uint32_t link; /* the innermost */
};

static void stretch_from(struct runs *r, uint32_t start,
			 const struct open_spans *open)
{
	struct stretch next = {start, 0, NO_INDEX};
	for (unsigned t = 0; t < SPAN_TYPES; t++)
		if (open->count[t])
			next.style |= styles[t];
	if (next.style & RUN_LINK)
		next.target = open->link;
	struct stretch *last = vec_last(&r->stretches);
	if (last->start == start)
		*last = next;
	else if (last->style != next.style || last->target != next.target)
		vec_push(&r->stretches, next);
}

static int compare_ends(const void *a, const void *b)
{
	const struct span *const *x = a, *const *y = b;
	return ((*x)->end > (*y)->end) - ((*x)->end < (*y)->end);
}

/* 10^6 would be read as 106: terminals have no raised digits for all that may
 * stand there, so a raised number behind a letter or digit gets a caret. */
static bool needs_caret(const struct runs *r, const struct span *span)
{
	if (span->type != SPAN_SUPER || span->start == 0 ||
	    span->start >= span->end)
		return false;
	char before = r->text.p[span->start - 1];
	char first = r->text.p[span->start];
	return (ascii_is_digit(before) || ascii_is_alpha(before)) &&
	       (ascii_is_digit(first) || first == '-' || first == '+');
}

static void insert_at(struct runs *r, uint32_t at, struct str text,
		      uint32_t style, uint32_t target)
{
	vec_push(&r->inserts, (struct insert){at, (uint32_t)width_text(text),
					      text, style, target});
}

static void flatten(struct runs *r, const struct span *spans, uint32_t n,
		    const struct span **ends)
{
	struct open_spans open = {.link = NO_INDEX};
	for (uint32_t i = 0; i < n; i++)
		ends[i] = &spans[i];
	qsort(ends, n, sizeof(const struct span *), compare_ends);
	uint32_t s = 0, e = 0;
	while (e < n) {
		uint32_t at = ends[e]->end;
		if (s < n && spans[s].start < at)
			at = spans[s].start;
		/* An empty span has its start and its end here. */
		for (; s < n && spans[s].start <= at; s++) {
			open.count[spans[s].type]++;
			if (spans[s].type == SPAN_LINK)
				open.link = spans[s].target;
		}
		for (; e < n && ends[e]->end <= at; e++)
			open.count[ends[e]->type]--;
		stretch_from(r, at, &open);
	}
}

/* A terminal shows clusters, so a stretch or an insert that would begin
 * inside one begins behind it. */
static void snap_to_clusters(struct runs *r)
{
	if (utf8_is_ascii(r->text) ||
	    (r->stretches.n == 1 && r->inserts.n == 0))
		return;
	size_t stretch = 0, insert = 0;
	for (size_t at = 0, next; at < r->text.n; at = next) {
		next = grapheme_next(r->text, at);
		if (next == at + 1)
			continue;
		for (; stretch < r->stretches.n &&
		       r->stretches.at[stretch].start < next;
		     stretch++)
			if (r->stretches.at[stretch].start > at)
				r->stretches.at[stretch].start = (uint32_t)next;
		for (; insert < r->inserts.n && r->inserts.at[insert].at < next;
		     insert++)
			if (r->inserts.at[insert].at > at)
				r->inserts.at[insert].at = (uint32_t)next;
	}
}

void runs_take_text(struct runs *r, struct str text, int32_t unit,
		    uint32_t anchor)
{
	r->text = text;
	r->unit = unit;
	r->anchor = anchor;
	r->has_soft = str_has(text, STR("\u00ad"));
	r->stretches.n = r->inserts.n = 0;
	vec_push(&r->stretches, (struct stretch){0, 0, NO_INDEX});
}

void runs_take_unit(struct runs *r, const struct article *article,
		    uint32_t unit, bool ascii, struct arena *arena)
{
	runs_take_text(r, article_unit_text(article, unit), (int32_t)unit,
		       NO_INDEX);
	uint32_t n;
	const struct span *spans = article_unit_spans(article, unit, &n);
	if (n == 0)
		return;
	const struct span **ends = mem_new(n * sizeof(const struct span *));
	flatten(r, spans, n, ends);
	mem_free(ends);
	for (uint32_t i = 0; i < n; i++) {
		const struct span *span = &spans[i];
		if (span->type == SPAN_NOTE)
			insert_at(
				r, span->start,
				note_mark(article_str(article,
						      article_note(article,
								   span->target)
							      ->label),
					  ascii, arena),
				RUN_NOTE_MARK, span->target);
		else if (needs_caret(r, span))
			insert_at(r, span->start, STR("^"), 0, NO_INDEX);
	}
	snap_to_clusters(r);
}

void runs_merge(struct runs *r, const struct insert *inserts, size_t n)
{
	size_t old = r->inserts.n;
	vec_reserve(&r->inserts, n);
	r->inserts.n += n;
	/* From the end, so that what is there moves behind itself. */
	for (size_t to = r->inserts.n; n > 0; to--) {
		struct insert *at = &r->inserts.at[to - 1];
		if (old > 0 && r->inserts.at[old - 1].at >= inserts[n - 1].at) {
			*at = r->inserts.at[--old];
			continue;
		}
		*at = inserts[--n];
		at->cells = (uint32_t)width_text(at->text);
	}
}

void runs_surround(struct runs *r, struct str before, struct str after,
		   uint32_t style)
{
	const struct insert both[] = {
		{0, 0, before, style, NO_INDEX},
		{(uint32_t)r->text.n, 0, after, style, NO_INDEX},
	};
	runs_merge(r, both, 2);
}

/* The index of the stretch that holds a byte. */
static size_t stretch_of(const struct runs *r, uint32_t at)
{
	size_t low = 0, high = r->stretches.n;
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;
		if (r->stretches.at[mid].start <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

uint32_t runs_style(const struct runs *r, uint32_t at)
{
	return r->stretches.at[stretch_of(r, at)].style;
}

struct position runs_position(const struct runs *r, uint32_t at)
{
	return (struct position){r->unit,
				 r->anchor == NO_INDEX ? at : r->anchor};
}

/* Adds text[from, to) of one look; soft hyphens are left out. */
static void emit_plain(const struct runs *r, uint32_t from, uint32_t to,
		       uint32_t style, uint32_t target, struct galley *g)
{
	const struct str soft = STR("\u00ad");
	while (from < to) {
		uint32_t end = to;
		if (r->has_soft)
			end = (uint32_t)str_find(str_sub(r->text, 0, to), soft,
						 from);
		struct str text = str_sub(r->text, from, end);
		if (text.n)
			galley_run(g,
				   (struct run){
					   .text = text,
					   .cells = (uint32_t)width_text(text),
					   .style = style,
					   .target = target,
					   .at = runs_position(r, from),
					   .source = r->anchor == NO_INDEX
							     ? end - from
							     : 0});
		from = end < to ? end + (uint32_t)soft.n : to;
	}
}

/* A line one cell wide, with a cluster of two on it (and perhaps some of
 * none): the terminal has no half of it to show. */
static void emit_stand_in(const struct runs *r, const struct slug *slug,
			  uint32_t style, struct galley *g)
{
	struct str text = str_sub(r->text, 0, slug->end);
	for (uint32_t at = slug->start, next; at < slug->end; at = next) {
		next = (uint32_t)grapheme_next(text, at);
		if (width_cluster(str_sub(text, at, next)) > 1)
			galley_put(g, STR("?"), 1, style, runs_position(r, at));
		else
			emit_plain(r, at, next, style, NO_INDEX, g);
	}
}

static void emit_insert(const struct runs *r, const struct insert *insert,
			uint32_t at, uint32_t style, struct galley *g)
{
	galley_run(g, (struct run){.text = insert->text,
				   .cells = insert->cells,
				   .style = style | insert->style,
				   .target = insert->target,
				   .at = runs_position(r, at)});
}

/* Where the text of one look ends, in this stretch and before this insert. */
static uint32_t end_of_look(const struct runs *r, const struct slug *slug,
			    size_t stretch, uint32_t insert)
{
	uint32_t to = slug->end;
	if (stretch + 1 < r->stretches.n &&
	    r->stretches.at[stretch + 1].start < to)
		to = r->stretches.at[stretch + 1].start;
	if (insert < slug->insert_end && r->inserts.at[insert].at < to)
		to = r->inserts.at[insert].at;
	return to;
}

void runs_emit(const struct runs *r, const struct slug *slug, uint32_t style,
	       struct galley *g)
{
	if (slug->is_too_wide) {
		emit_stand_in(r, slug, style, g);
		return;
	}
	size_t stretch = stretch_of(r, slug->start);
	uint32_t insert = slug->insert_start;
	uint32_t at = slug->start, last_style = style;
	for (;;) {
		for (; insert < slug->insert_end &&
		       r->inserts.at[insert].at <= at;
		     insert++)
			emit_insert(r, &r->inserts.at[insert], at, style, g);
		if (at >= slug->end)
			break;
		while (stretch + 1 < r->stretches.n &&
		       r->stretches.at[stretch + 1].start <= at)
			stretch++;
		const struct stretch *look = &r->stretches.at[stretch];
		uint32_t to = end_of_look(r, slug, stretch, insert);
		last_style = style | look->style;
		emit_plain(r, at, to, last_style, look->target, g);
		at = to;
	}
	if (slug->has_hyphen)
		galley_put(g, STR("-"), 1, last_style & ~(uint32_t)RUN_LINK,
			   runs_position(r, slug->end));
}

void runs_release(struct runs *r)
{
	vec_release(&r->stretches);
	vec_release(&r->inserts);
}

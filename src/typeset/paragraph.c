/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way to break a paragraph has a cost, and the cheapest is found by
 * dynamic programming over the breaks, from the first to the last: the best
 * way to end a line at a break is the best way to begin one, plus the line
 * between. Text is set ragged right, so that nothing stretches and a line
 * costs the cube of what it falls short; the last line costs nothing for that.
 * To this come penalties for breaks that hurt (hyphens, a one-letter word left
 * behind, a word cut where words are not cut), for two hyphens one under the
 * other and for a last line that is only a crumb.
 *
 *     items     a | b | c | d | e | f | g          measure: three or four
 *     nodes   0   1   2   3   4   5   6   7
 *             '-----------^-------^-------^        the cheapest path
 *
 * For each break only those line beginnings count from which the line still
 * fits; they form a window that moves to the right with the break. In it the
 * fullest lines come first, and the search stops at lines less than half full
 * as soon as it has one at all, which bounds the work by the measure.
 *
 * Hyphens come in rounds: the paragraph is broken without, then the words that
 * could have filled its short lines are hyphenated, and it is broken again.
 * This finds nearly all that hyphenating every word would find, at a fraction
 * of the time, and leaves well-filled paragraphs without any.
 */
#include "config.h"

#include "typeset/paragraph.h"

enum {
	WINDOW = 512,	    /* line beginnings weighed for one break */
	ROUNDS = 3,	    /* of hyphenation */
	COST_MEASURE = 4096 /* from here on shortfalls cost no more, so that the
			       sum of a million lines fits 64 bits */
};

static uint64_t cube(uint64_t cells)
{
	if (cells > COST_MEASURE)
		cells = COST_MEASURE;
	return cells * cells * cells;
}

/* Penalties are said as the shortfall in cells that hurts as much, in parts of
 * a measure of 72, and hold for others in proportion. */
struct costs {
	uint64_t end[END_HARD + 1]; /* by enum item_end */
	uint64_t hyphens;	    /* two in a row */
	uint64_t crumb;		    /* one word on the last line, ... */
	uint32_t crumb_cells;	    /* ... this short */
	uint64_t cut_crumb;	    /* the last line begins within a word */
};

static uint64_t parts(uint32_t measure, uint64_t of_72)
{
	uint64_t m = measure < COST_MEASURE ? measure : COST_MEASURE;
	return m * m * m * of_72 * of_72 * of_72 / (72 * 72 * 72);
}

static struct costs costs_at(uint32_t measure)
{
	return (struct costs){
		.end = {[END_LETTER] = parts(measure, 5),
			[END_HYPHEN] = parts(measure, 7),
			[END_PART] = parts(measure, 20),
			[END_CLUSTER] = parts(measure, 60)},
		.hyphens = parts(measure, 12),
		.crumb = parts(measure, 8),
		.crumb_cells = measure / 7,
		.cut_crumb = parts(measure, 14),
	};
}

/* The item that a line ending with items[j] should begin with; *best is the
 * cost of all down to there. */
static uint32_t best_start(struct setter *s, const struct costs *costs,
			   size_t low, size_t j, uint32_t measure,
			   uint64_t *best)
{
	const struct item *items = s->items.list.at;
	const struct node *nodes = s->nodes.at;
	const bool is_last = items[j].kind == END_HARD;
	const bool is_hyphen = items[j].kind == END_HYPHEN;
	const uint32_t end =
		items[j].at + items[j].cells + item_hyphen(&items[j]);
	uint32_t from = (uint32_t)j;
	*best = UINT64_MAX;
	for (size_t i = low; i <= j; i++) {
		uint32_t cells = end - items[i].at;
		uint32_t shortfall = measure - cells;
		if (*best != UINT64_MAX && !is_last &&
		    (shortfall > measure / 2 || i - low >= WINDOW))
			break;
		bool after_hyphen = i > 0 && items[i - 1].kind == END_HYPHEN;
		uint64_t cost = nodes[i].cost;
		if (!is_last)
			cost += cube(shortfall) + costs->end[items[j].kind];
		else if (i > 0 && items[i - 1].kind != END_HARD) {
			if (i == j && cells <= costs->crumb_cells)
				cost += costs->crumb;
			if (after_hyphen)
				cost += costs->cut_crumb;
		}
		if (is_hyphen && after_hyphen)
			cost += costs->hyphens;
		s->work++;
		if (cost < *best) {
			*best = cost;
			from = (uint32_t)i;
		}
	}
	return from;
}

/* Breaks the items into lines: sets ends_line. None is wider than measure. */
static void fit(struct setter *s, uint32_t measure)
{
	struct item *items = s->items.list.at;
	const size_t n = s->items.list.n;
	const struct costs costs = costs_at(measure);
	s->nodes.n = 0;
	vec_reserve(&s->nodes, n + 1);
	s->nodes.at[0] = (struct node){0, 0};
	size_t low = 0;
	for (size_t j = 0; j < n; j++) {
		uint32_t end =
			items[j].at + items[j].cells + item_hyphen(&items[j]);
		while (end - items[low].at > measure)
			low++;
		struct node *node = &s->nodes.at[j + 1];
		node->from =
			best_start(s, &costs, low, j, measure, &node->cost);
		items[j].ends_line = false;
		/* What stands before a hard break is settled. */
		if (items[j].kind == END_HARD) {
			node->cost = 0;
			low = j + 1;
		}
	}
	for (size_t k = n; k > 0; k = s->nodes.at[k].from)
		items[k - 1].ends_line = true;
}

static void push_slugs(struct setter *s)
{
	const struct items *items = &s->items;
	const struct item *first = items->list.at;
	uint32_t inserts = items->insert_start;
	bool is_too_wide = false;
	for (size_t i = 0; i < items->list.n; i++) {
		const struct item *item = &items->list.at[i];
		is_too_wide = is_too_wide || item->is_too_wide;
		if (!item->ends_line)
			continue;
		uint32_t hyphen = item_hyphen(item);
		vec_push(&s->slugs, (struct slug){
					    .start = first->start,
					    .end = item->end,
					    .insert_start = inserts,
					    .insert_end = item->inserts,
					    .cells = item->at + item->cells +
						     hyphen - first->at,
					    .has_hyphen = hyphen != 0,
					    .is_too_wide = is_too_wide,
				    });
		is_too_wide = false;
		inserts = item->inserts;
		first = item + 1;
	}
}

void paragraph_break(struct setter *s, uint32_t from, uint32_t to,
		     uint32_t measure, bool hyphenate)
{
	/* The shortfall from which a hyphen may be the lesser evil. */
	uint32_t tolerance = measure / 11;
	items_make(s, from, to);
	hyphenate = hyphenate && s->hyphens && s->options->hyphenate;
	items_split_wide(s, measure, hyphenate);
	fit(s, measure);
	for (int round = 0; hyphenate && round < ROUNDS &&
			    items_hyphenate(s, measure, tolerance);
	     round++)
		fit(s, measure);
	push_slugs(s);
}

static void set_line(struct setter *s, const struct frame *frame,
		     const struct lead *lead, const struct slug *slug,
		     uint32_t style, bool is_rtl)
{
	struct galley *g = &s->galley;
	struct position at = runs_position(&s->runs, slug->start);
	galley_line(g, lead->indent, at);
	galley_put(g, lead->text, lead->cells, RUN_DIM, at);
	runs_emit(&s->runs, slug, style, g);
	struct line *line = vec_last(&g->lines);
	if (is_rtl) {
		/* The lead stands right; the painter takes it there. */
		line->is_rtl = true;
		line->indent = frame->measure - line->cells;
		line->cells = frame->measure - lead->indent;
	}
}

void paragraph_set(struct setter *s, uint32_t from, uint32_t to,
		   const struct frame *frame, uint32_t style, bool hyphenate)
{
	const struct lead *lead = &frame->first;
	s->slugs.n = 0;
	paragraph_break(s, from, to,
			frame->measure - lead->indent - lead->cells, hyphenate);
	struct str text = str_sub(s->runs.text, from, to);
	enum bidi_direction direction = frame->direction == BIDI_AUTO
						? bidi_direction(text)
						: frame->direction;
	for (size_t i = 0; i < s->slugs.n; i++) {
		set_line(s, frame, lead, &s->slugs.at[i], style,
			 direction == BIDI_RTL);
		lead = &frame->rest;
	}
}

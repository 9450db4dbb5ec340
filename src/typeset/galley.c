/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/galley.h"

#include <string.h>

struct line *galley_line(struct galley *g, uint32_t indent, struct position at)
{
	vec_push(&g->lines,
		 (struct line){.indent = indent, .cells = indent, .at = at});
	return vec_last(&g->lines);
}

/* Whether b continues a so that a reader of runs could not tell. */
static bool goes_on(const struct run *a, const struct run *b)
{
	return a->style == b->style && a->target == b->target && a->source &&
	       b->source && a->text.p + a->text.n == b->text.p &&
	       a->at.off + a->source == b->at.off;
}

void galley_run(struct galley *g, struct run run)
{
	struct line *line = vec_last(&g->lines);
	line->cells += run.cells;
	struct run *last = line->n ? vec_last(&g->runs) : NULL;
	if (last && goes_on(last, &run)) {
		last->text.n += run.text.n;
		last->cells += run.cells;
		last->source += run.source;
		return;
	}
	vec_push(&g->runs, run);
	line->n++;
}

void galley_put(struct galley *g, struct str text, uint32_t cells,
		uint32_t style, struct position at)
{
	if (text.n)
		galley_run(g, (struct run){.text = text,
					   .cells = cells,
					   .style = style,
					   .target = NO_INDEX,
					   .at = at});
}

void galley_blank(struct galley *g, struct position at)
{
	galley_line(g, 0, at);
}

struct setting *galley_finish(struct galley *g, struct arena *arena)
{
	struct setting *set = arena_new(arena, sizeof *set);
	struct run *runs = arena_array(arena, struct run, g->runs.n);
	set->lines = arena_array(arena, struct line, g->lines.n);
	set->n = (uint32_t)g->lines.n;
	if (g->runs.n)
		memcpy(runs, g->runs.at, g->runs.n * sizeof *runs);
	for (size_t i = 0; i < g->lines.n; i++) {
		set->lines[i] = g->lines.at[i];
		set->lines[i].runs = runs;
		runs += set->lines[i].n;
		/* Nothing is not indented. */
		if (set->lines[i].n == 0)
			set->lines[i].indent = set->lines[i].cells = 0;
	}
	g->runs.n = g->lines.n = 0;
	return set;
}

void galley_release(struct galley *g)
{
	vec_release(&g->runs);
	vec_release(&g->lines);
}

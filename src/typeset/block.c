/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/block.h"

#include "typeset/code.h"
#include "typeset/frame.h"
#include "typeset/paragraph.h"
#include "typeset/table.h"

/* A dim line of `cells` cells; it stands at the end of what is above it. */
static void set_rule(struct setter *s, const struct lead *lead, uint32_t blanks,
		     uint32_t cells, uint32_t off)
{
	struct galley *g = &s->galley;
	struct position at = {s->runs.unit, off};
	bool is_bare = lead->text.n == 0;
	galley_line(g, lead->indent + (is_bare ? blanks : 0), at);
	galley_put(g, lead->text, lead->cells, RUN_DIM, at);
	galley_put(g, frame_rule(s, cells), cells, RUN_DIM, at);
}

/* A pause in the text: a short rule in the middle. */
static void set_pause(struct setter *s, const struct frame *frame)
{
	uint32_t room = frame->measure - frame->rest.indent - frame->rest.cells;
	uint32_t cells = room < 3 ? room : room / 3;
	set_rule(s, &frame->rest, (room - cells) / 2, cells, 0);
}

/* Levels differ without colour: the first has a rule under it, the second is
 * bold alone, those below are slanted. */
static void set_heading(struct setter *s, const struct block *b,
			const struct frame *frame)
{
	uint32_t n = (uint32_t)s->runs.text.n;
	uint32_t style = RUN_HEADING | (b->level > 2 ? RUN_EMPHASIS : 0u);
	size_t above = s->galley.lines.n;
	paragraph_set(s, 0, n, frame, style, false);
	if (b->level != 1)
		return;
	uint32_t width = 0, lead = frame->rest.indent + frame->rest.cells;
	for (size_t i = above; i < s->galley.lines.n; i++)
		if (s->galley.lines.at[i].cells - lead > width)
			width = s->galley.lines.at[i].cells - lead;
	set_rule(s, &frame->rest, 0, width, n);
}

static void set_figure(struct setter *s, const struct frame *frame)
{
	if (s->runs.text.n)
		runs_surround(&s->runs, STR("[picture: "), STR("]"), RUN_DIM);
	else
		runs_surround(&s->runs, STR("[picture"), STR("]"), RUN_DIM);
	paragraph_set(s, 0, (uint32_t)s->runs.text.n, frame, RUN_DIM, true);
}

void block_set(struct setter *s, uint32_t block)
{
	enum { DEFINITION_INDENT = 4 };
	static const uint32_t styles[BLOCK_TYPES] = {
		[BLOCK_DECK] = RUN_DECK,
		[BLOCK_QUOTE] = RUN_QUOTE,
		[BLOCK_CAPTION] = RUN_EMPHASIS,
		[BLOCK_TERM] = RUN_STRONG,
	};
	const struct block *b = article_block(s->article, block);
	frame_gap(s, block);
	runs_take_unit(&s->runs, s->article, block, s->options->ascii,
		       s->arena);
	struct frame frame = frame_of_block(s, block);
	if (b->type == BLOCK_DEFINITION)
		frame_indent(&frame, DEFINITION_INDENT);
	switch ((enum block_type)b->type) {
	case BLOCK_HEADING:
		set_heading(s, b, &frame);
		break;
	case BLOCK_CODE:
		code_set(s, &frame);
		break;
	case BLOCK_TABLE:
		table_set(s, article_str(s->article, b->info), &frame);
		break;
	case BLOCK_RULE:
		set_pause(s, &frame);
		break;
	case BLOCK_FIGURE:
		set_figure(s, &frame);
		break;
	default:
		paragraph_set(s, 0, (uint32_t)s->runs.text.n, &frame,
			      styles[b->type] | (b->quote ? RUN_QUOTE : 0u),
			      b->type != BLOCK_TERM);
	}
}

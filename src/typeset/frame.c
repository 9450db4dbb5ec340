/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lead is built from left to right; what would leave the text too little
 * room is left out: bars beyond a quarter of the measure, list indents beyond
 * a third, markers beyond half of it.
 *
 *     | A quotation, and in it
 *     |   1. an item of a list, its
 *     |      second line
 */
#include "config.h"

#include "typeset/frame.h"

#include <string.h>

#include "text/width.h"

enum { LEVELS = 256 };

struct frame frame_plain(uint32_t measure)
{
	return (struct frame){.first = {.text = STR("")},
			      .rest = {.text = STR("")},
			      .measure = measure};
}

void frame_indent(struct frame *frame, uint32_t cells)
{
	uint32_t most = frame->measure / 3;
	if (frame->rest.indent + frame->rest.cells + cells > most)
		return;
	frame->first.indent += cells;
	frame->rest.indent += cells;
}

static uint8_t digits(uint32_t number)
{
	uint8_t n = 1;
	for (; number >= 10; number /= 10)
		n++;
	return n;
}

static bool is_numbered(const struct block *b)
{
	return b->type == BLOCK_ITEM && (b->flags & BLOCK_ORDERED);
}

void frame_number_cells(const struct article *article, uint8_t *out)
{
	enum { STARTS = 0x80 }; /* the first of its list */
	struct {
		uint32_t number;
		bool is_open;
	} lists[LEVELS] = {0};
	uint32_t deepest = 0; /* of the open lists */
	for (uint32_t i = 0; i < article->blocks.n; i++) {
		const struct block *b = article_block(article, i);
		for (; deepest > b->level; deepest--)
			lists[deepest].is_open = false;
		out[i] = 0;
		if (b->type != BLOCK_ITEM)
			continue;
		if (b->flags & BLOCK_CONTINUED) {
			if (lists[b->level].is_open)
				out[i] = digits(lists[b->level].number);
			continue;
		}
		if (!is_numbered(b)) {
			lists[b->level].is_open = false;
			continue;
		}
		bool goes_on = b->number > lists[b->level].number;
		out[i] = digits(b->number);
		if (!lists[b->level].is_open || !goes_on)
			out[i] |= STARTS;
		lists[b->level].is_open = true;
		lists[b->level].number = b->number;
		deepest = b->level;
	}
	uint8_t widest[LEVELS] = {0};
	for (uint32_t i = article->blocks.n; i-- > 0;) {
		if (!out[i])
			continue;
		uint8_t *w = &widest[article_block(article, i)->level];
		uint8_t own = (uint8_t)(out[i] & ~STARTS);
		bool starts = out[i] & STARTS;
		if (own > *w)
			*w = own;
		out[i] = *w;
		if (starts)
			*w = 0;
	}
}

/* "1.", a bullet by depth, or the box of a task. */
static struct str marker(struct setter *s, const struct block *b)
{
	static const char *const bullets[] = {"•", "◦", "▪"};
	static const char *const plain[] = {"*", "-", "+"};
	bool ascii = s->options->ascii;
	struct str mark = STR("");
	if (b->flags & BLOCK_TASK) {
		bool done = b->flags & BLOCK_DONE;
		mark = ascii  ? done ? STR("[x]") : STR("[ ]")
			: done ? STR("☑")
			      : STR("☐");
	}
	if (b->flags & BLOCK_ORDERED)
		return arena_printf(s->arena, "%u.%s%.*s", b->number,
				    mark.n ? " " : "", STR_ARG(mark));
	if (mark.n)
		return mark;
	unsigned level = b->level ? b->level - 1u : 0;
	return str_of((ascii ? plain : bullets)[level % 3]);
}

/* Cells that a level of a list takes. */
static uint32_t step_at(uint32_t measure)
{
	return measure >= 40 ? 4 : measure >= 20 ? 3 : measure >= 8 ? 2 : 0;
}

/* A lead as it is written. */
struct draft {
	struct buf text;
	uint32_t cells;
};

static void add(struct draft *d, struct str text, uint32_t cells)
{
	buf_add(&d->text, text);
	d->cells += cells;
}

static void add_blanks(struct draft *d, uint32_t cells)
{
	for (uint32_t i = 0; i < cells; i++)
		add(d, STR(" "), 1);
}

static void add_bars(struct draft *d, const struct setter *s, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		add(d, s->options->ascii ? STR("| ") : STR("│ "), 2);
}

/* Blanks at the front become the indent. */
static struct lead finish(struct draft *d, struct setter *s)
{
	struct str text = buf_str(&d->text);
	uint32_t indent = 0;
	while (indent < text.n && text.p[indent] == ' ')
		indent++;
	struct lead lead = {
		.indent = indent,
		.text = arena_str(s->arena, str_from_at(text, indent)),
		.cells = d->cells - indent,
	};
	buf_release(&d->text);
	return lead;
}

static uint32_t bars_of(const struct setter *s, const struct block *b)
{
	uint32_t most = s->options->measure / 8;
	return b->quote < most ? b->quote : most;
}

/* Which stands outside, the list or the quotation? A block has the type of
 * the innermost. */
static bool is_quote_inside(const struct block *b)
{
	return b->type == BLOCK_QUOTE && b->level > 0;
}

/* The marker at the right end of a field that is as wide as a level of lists,
 * or as the widest number of the list. */
static void add_marker(struct draft *d, struct setter *s, uint32_t block,
		       uint32_t step)
{
	if (step == 0)
		return;
	const struct block *b = article_block(s->article, block);
	struct str mark = b->flags & BLOCK_CONTINUED ? STR("") : marker(s, b);
	uint32_t cells = (uint32_t)width_text(mark), field = cells + 1;
	uint32_t numbers = s->number_cells[block];
	if (numbers && mark.n == 0)
		field = numbers + 2;
	else if (numbers)
		field += numbers - digits(b->number);
	if (field < step)
		field = step;
	if (field + d->cells > s->options->measure / 2) {
		add_blanks(d, d->cells ? 0 : step);
		return;
	}
	add_blanks(d, field - cells - (mark.n ? 1 : 0));
	add(d, mark, cells);
	add_blanks(d, mark.n ? 1 : 0);
}

struct frame frame_of_block(struct setter *s, uint32_t block)
{
	const struct block *b = article_block(s->article, block);
	struct frame frame = frame_plain(s->options->measure);
	if (b->level == 0 && b->quote == 0)
		return frame;
	bool is_heading = b->type == BLOCK_HEADING;
	uint32_t step = step_at(frame.measure), bars = bars_of(s, b);
	uint32_t outer = is_heading			     ? 0
			 : b->type == BLOCK_ITEM && b->level ? b->level - 1u
							     : b->level;
	uint32_t blanks = outer * step;
	if (blanks > frame.measure / 3)
		blanks = frame.measure / 3;
	struct draft first = {0}, rest = {0};
	if (is_quote_inside(b)) {
		add_blanks(&first, blanks);
		add_bars(&first, s, bars);
	} else {
		add_bars(&first, s, bars);
		add_blanks(&first, blanks);
	}
	add(&rest, buf_str(&first.text), first.cells);
	if (b->type == BLOCK_ITEM)
		add_marker(&first, s, block, step);
	add_blanks(&rest, first.cells - rest.cells);
	frame.first = finish(&first, s);
	frame.rest = finish(&rest, s);
	return frame;
}

/* Items of one list stand close, as long as they are one paragraph each. */
static bool is_tight(const struct block *before, const struct block *b)
{
	if (before->type != BLOCK_ITEM || b->type != BLOCK_ITEM ||
	    before->quote != b->quote ||
	    ((before->flags | b->flags) & BLOCK_CONTINUED))
		return false;
	if (before->level != b->level)
		return true;
	if ((before->flags ^ b->flags) & BLOCK_ORDERED)
		return false;
	return !(b->flags & BLOCK_ORDERED) || b->number > before->number;
}

static unsigned blanks_between(const struct block *before,
			       const struct block *b)
{
	if (b->type == BLOCK_HEADING)
		return before && before->type == BLOCK_HEADING ? 1 : 2;
	if (!before)
		return 1;
	if (b->type == BLOCK_CAPTION &&
	    (before->type == BLOCK_FIGURE || before->type == BLOCK_TABLE ||
	     before->type == BLOCK_CODE))
		return 0;
	if (b->type == BLOCK_DEFINITION &&
	    (before->type == BLOCK_TERM || before->type == BLOCK_DEFINITION))
		return 0;
	if (b->type == BLOCK_TERM && before->type == BLOCK_TERM)
		return 0;
	return is_tight(before, b) ? 0 : 1;
}

void frame_gap(struct setter *s, uint32_t block)
{
	const struct block *b = article_block(s->article, block);
	const struct block *before =
		block ? article_block(s->article, block - 1) : NULL;
	struct position at = {(int32_t)block, 0};
	unsigned n = blanks_between(before, b);
	uint32_t bars = 0;
	if (before && !is_quote_inside(before) && !is_quote_inside(b)) {
		uint32_t above = bars_of(s, before), below = bars_of(s, b);
		bars = above < below ? above : below;
	}
	struct lead lead = {.text = STR("")};
	if (n && bars) {
		struct draft d = {0};
		add_bars(&d, s, bars);
		lead = finish(&d, s);
		lead.text.n--; /* the blank behind the last bar */
		lead.cells--;
	}
	for (unsigned i = 0; i < n; i++) {
		galley_blank(&s->galley, at);
		galley_put(&s->galley, lead.text, lead.cells, RUN_DIM, at);
	}
}

struct str frame_rule(struct setter *s, uint32_t cells)
{
	struct str dash = s->options->ascii ? STR("-") : STR("─");
	char *rule = arena_new(s->arena, cells * dash.n);
	for (uint32_t i = 0; i < cells; i++)
		memcpy(rule + i * dash.n, dash.p, dash.n);
	return str_from(rule, cells * dash.n);
}

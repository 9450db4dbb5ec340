/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units are set when asked for and then kept; places are pairs of numbers, so
 * that walking from one to the next sets no more than what is walked over.
 */
#include "config.h"

#include "typeset/page.h"

#include "typeset/block.h"
#include "typeset/column.h"
#include "typeset/frame.h"
#include "typeset/front.h"
#include "typeset/notes.h"

struct page {
	struct arena arena; /* as long as the page */
	struct arena lines; /* of the units set */
	struct page_options options;
	struct setter setter;
	struct setting **units; /* [unit + 1], NULL if not yet set */
	uint64_t *before;	/* [unit]: bytes of text in the units before;
				   one more for the end */
	int32_t end;
	int32_t first, last; /* the units set are among these */
};

struct page *page_new(const struct article *article,
		      const struct page_options *options,
		      struct hyphens *hyphens)
{
	struct page *page = mem_new(sizeof *page);
	uint32_t n = options->hide_notes ? article->blocks.n
					 : article_units(article);
	page->options = *options;
	if (page->options.measure == 0)
		page->options.measure = 1;
	page->end = (int32_t)n;
	page->last = -1;
	page->units = arena_array(&page->arena, struct setting *, n + 1);
	page->before = arena_array(&page->arena, uint64_t, n + 1);
	for (uint32_t i = 0; i < n; i++)
		page->before[i + 1] =
			page->before[i] + article_unit_text(article, i).n;
	page->setter = (struct setter){
		.article = article,
		.options = &page->options,
		.hyphens = hyphens,
		.language = article_str(article, article->language),
		.arena = &page->lines,
		.number_cells =
			arena_array(&page->arena, uint8_t, article->blocks.n),
		.label_cells = notes_label_cells(article),
	};
	frame_number_cells(article, page->setter.number_cells);
	return page;
}

void page_free(struct page *page)
{
	if (!page)
		return;
	setter_release(&page->setter);
	arena_release(&page->lines);
	arena_release(&page->arena);
	mem_free(page);
}

const struct article *page_article(const struct page *page)
{
	return page->setter.article;
}

const struct page_options *page_options(const struct page *page)
{
	return &page->options;
}

int32_t page_end(const struct page *page)
{
	return page->end;
}

static struct setting *set_unit(struct setter *s, int32_t unit)
{
	uint32_t blocks = s->article->blocks.n;
	if (unit < 0)
		front_set(s);
	else if ((uint32_t)unit < blocks)
		block_set(s, (uint32_t)unit);
	else
		notes_set(s, (uint32_t)unit - blocks);
	return galley_finish(&s->galley, s->arena);
}

const struct setting *page_unit(struct page *page, int32_t unit)
{
	struct setting **set = &page->units[unit + 1];
	const struct setting *known = *set;
	if (known)
		return known;
	bool is_first = page->last < page->first;
	if (is_first || unit < page->first)
		page->first = unit;
	if (is_first || unit > page->last)
		page->last = unit;
	return *set = set_unit(&page->setter, unit);
}

void page_forget(struct page *page)
{
	for (int32_t unit = page->first; unit <= page->last; unit++)
		page->units[unit + 1] = NULL;
	page->last = page->first - 1;
	arena_release(&page->lines);
}

const struct line *page_line(struct page *page, struct place place)
{
	return &page_unit(page, place.unit)->lines[place.line];
}

bool page_next(struct page *page, struct place *place)
{
	return page_move(page, place, 1) == 1;
}

bool page_prev(struct page *page, struct place *place)
{
	return page_move(page, place, -1) == -1;
}

long page_move(struct page *page, struct place *place, long lines)
{
	long left = lines;
	while (left > 0) {
		long below = (long)page_unit(page, place->unit)->n - 1 -
			     (long)place->line;
		if (left <= below) {
			place->line += (uint32_t)left;
			return lines;
		}
		place->line += (uint32_t)below;
		left -= below;
		if (place->unit + 1 >= page->end)
			return lines - left;
		place->unit++;
		place->line = 0;
		left--;
	}
	while (left < 0) {
		if (-left <= (long)place->line) {
			place->line -= (uint32_t)-left;
			return lines;
		}
		left += (long)place->line;
		place->line = 0;
		if (place->unit < 0)
			return lines - left;
		place->unit--;
		place->line = page_unit(page, place->unit)->n - 1;
		left++;
	}
	return lines;
}

int place_cmp(struct place a, struct place b)
{
	if (a.unit != b.unit)
		return a.unit < b.unit ? -1 : 1;
	return (a.line > b.line) - (a.line < b.line);
}

static bool shows(const struct line *line, uint32_t off)
{
	for (uint32_t i = 0; i < line->n; i++) {
		const struct run *run = &line->runs[i];
		if (run->source && off >= run->at.off &&
		    off - run->at.off < run->source)
			return true;
	}
	return false;
}

static bool has_text(const struct line *line)
{
	for (uint32_t i = 0; i < line->n; i++)
		if (line->runs[i].source)
			return true;
	return false;
}

/* The last line that begins at `off` or before it. */
static uint32_t last_line_at(const struct setting *set, uint32_t off)
{
	uint32_t low = 0, high = set->n;
	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;
		if (set->lines[mid].at.off <= off)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* The lines of a table's row hold its cells side by side, so the one that
 * shows a byte is to be looked for among them all: they begin within the row
 * [from, to). */
static uint32_t line_in_row(const struct setting *set, uint32_t near,
			    uint32_t from, uint32_t to, uint32_t off)
{
	uint32_t first = near;
	while (first > 0 && set->lines[first - 1].at.off >= from)
		first--;
	for (uint32_t i = first; i < set->n && set->lines[i].at.off <= to; i++)
		if (shows(&set->lines[i], off))
			return i;
	return near;
}

struct place page_place(struct page *page, struct position at)
{
	if (at.unit >= page->end) /* of a note that is not shown */
		return (struct place){page->end - 1,
				      page_unit(page, page->end - 1)->n - 1};
	if (at.unit < 0)
		at.unit = -1;
	const struct setting *set = page_unit(page, at.unit);
	uint32_t line = last_line_at(set, at.off);
	const struct article *article = page->setter.article;
	if (at.unit >= 0 && (uint32_t)at.unit < article->blocks.n &&
	    article_block(article, (uint32_t)at.unit)->type == BLOCK_TABLE) {
		struct str text = article_unit_text(article, (uint32_t)at.unit);
		uint32_t off = at.off < text.n ? at.off : (uint32_t)text.n;
		uint32_t from = off;
		while (from > 0 && text.p[from - 1] != '\n')
			from--;
		uint32_t to = (uint32_t)str_find_char(text, '\n', off);
		line = line_in_row(set, line, from, to, off);
	}
	/* Not on what only decorates, if there is text above it. */
	uint32_t above = line;
	while (above > 0 && !has_text(&set->lines[above]) &&
	       set->lines[above].at.off > 0 && set->lines[above].n)
		above--;
	return (struct place){at.unit,
			      has_text(&set->lines[above]) ? above : line};
}

struct position page_position(struct page *page, struct place place)
{
	return page_line(page, place)->at;
}

int page_percent(struct page *page, struct place place)
{
	uint64_t all = page->before[page->end];
	if (place.unit == page->end - 1 &&
	    place.line + 1 == page_unit(page, place.unit)->n)
		return 100;
	if (place.unit < 0 || all == 0)
		return 0;
	uint64_t here =
		page->before[place.unit] + page_position(page, place).off;
	return (int)(here * 100 / all);
}

uint32_t page_column(struct page *page, struct position at)
{
	return column_of(page_line(page, page_place(page, at)), at.off);
}

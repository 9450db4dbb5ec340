/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place shown is kept as struct top; lines are looked up anew for every
 * movement, so that resizing needs no care. Movements forward stop when the
 * last line is at the screen's lower end; jumps may go beyond it.
 */
#include "config.h"

#include "ui/reader.h"

#include "base/mem.h"
#include "text/language.h"
#include "ui/history.h"
#include "ui/panes.h"
#include "ui/target.h"

void reader_set(struct ui *ui, int measure)
{
	struct reader *r = &ui->reader;
	const struct page_options want = {
		.measure = (unsigned)measure,
		.hyphenate = ui->options.hyphenate,
		.wrap = ui->wraps,
		.ascii = ui->options.ascii,
	};
	if (r->page) {
		const struct page_options *is = page_options(r->page);
		if (is->measure == want.measure && is->wrap == want.wrap)
			return;
		page_free(r->page);
	}
	if (!r->hyphens && want.hyphenate)
		r->hyphens = hyphens_new(NULL);
	r->page = page_new(r->article, &want, r->hyphens);
}

static void drop_article(struct reader *r)
{
	if (r->page)
		page_free(r->page);
	if (r->article)
		article_free(r->article);
	mem_free(r->kept);
	r->page = NULL;
	r->article = NULL;
	r->kept = NULL;
}

void reader_release(struct ui *ui)
{
	drop_article(&ui->reader);
	if (ui->reader.hyphens)
		hyphens_free(ui->reader.hyphens);
	buf_release(&ui->reader.path);
}

void reader_take(struct ui *ui, struct article *article, struct str path)
{
	struct reader *r = &ui->reader;
	struct buf copy = {0};
	buf_add(&copy, path);
	buf_release(&r->path);
	r->path = copy;
	drop_article(r);
	r->article = article;
	r->chosen = (struct target){0};
	r->sideways = 0;
	r->shown++;
	r->top = (struct top){{-1, 0}, 0};
	layout_of(ui);
	struct view v = reader_view(ui);
	reader_go(ui, view_first(&v));
}

struct view reader_view(const struct ui *ui)
{
	return (struct view){ui->reader.page, ui->reader.kept};
}

uint32_t reader_id(const struct ui *ui)
{
	return library_by_path(ui->lib, buf_str(&ui->reader.path));
}

struct place reader_place(const struct ui *ui)
{
	struct view v = reader_view(ui);
	return view_place(&v, ui->reader.top);
}

void reader_go(struct ui *ui, struct place place)
{
	struct view v = reader_view(ui);
	ui->reader.top = view_top(&v, place);
	ui->notes.shown = NO_INDEX;
	ui->notes.top = 0;
}

void reader_go_position(struct ui *ui, struct position at)
{
	struct view v = reader_view(ui);
	bool is_start = at.unit < 0 && at.off == 0;
	reader_go(ui, is_start ? view_first(&v) : view_find(&v, at));
}

bool reader_is_in_sight(struct ui *ui, const struct layout *l,
			struct position at)
{
	struct view v = reader_view(ui);
	struct place top = reader_place(ui), bottom = top,
		     place = view_find(&v, at);
	view_move(&v, &bottom, l->text.rows - 1);
	return place_cmp(top, place) <= 0 && place_cmp(place, bottom) <= 0;
}

void reader_reveal(struct ui *ui, struct position at)
{
	struct layout l = layout_of(ui);
	if (reader_is_in_sight(ui, &l, at))
		return;
	struct view v = reader_view(ui);
	struct place place = view_find(&v, at);
	view_move(&v, &place, -(l.text.rows / 3));
	reader_go(ui, place);
}

/* The rows of text that a screen with that first line has. */
static int rows_at(struct ui *ui, struct place place)
{
	struct view v = reader_view(ui);
	struct top before = ui->reader.top;
	ui->reader.top = view_top(&v, place);
	int rows = layout_of(ui).text.rows;
	ui->reader.top = before;
	return rows;
}

/* The first line of the screen that ends with the line `bottom`. The notes
 * pane makes screens differ in height, so it is tried, the highest first. */
static struct place top_for(struct ui *ui, struct place bottom)
{
	struct view v = reader_view(ui);
	for (int above = ui->rows; above > 0; above--) {
		struct place place = bottom;
		int went = (int)-view_move(&v, &place, -above);
		if (rows_at(ui, place) > went)
			return place;
		if (went < above)
			above = went;
	}
	return bottom;
}

int reader_percent(struct ui *ui, const struct layout *l)
{
	struct view v = reader_view(ui);
	return reader_is_at_end(ui, l)
		       ? 100
		       : page_percent(v.page,
				      view_on_page(&v, reader_place(ui)));
}

bool reader_is_at_end(struct ui *ui, const struct layout *l)
{
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	return view_move(&v, &place, l->text.rows) < l->text.rows;
}

/* Scrolls forward, the last line not above the lower end of the screen. */
static void scroll_forward(struct ui *ui, long lines)
{
	struct layout l = layout_of(ui);
	if (reader_is_at_end(ui, &l))
		return;
	struct view v = reader_view(ui);
	struct place place = reader_place(ui), ahead;
	view_move(&v, &place, lines);
	ahead = place;
	if (view_move(&v, &ahead, ui->rows) < ui->rows) {
		struct place last = top_for(ui, view_last(&v));
		if (place_cmp(place, last) > 0)
			place = last;
	}
	if (place_cmp(place, reader_place(ui)) > 0)
		reader_go(ui, place);
}

/* A page does not begin with the space before a paragraph. */
static void page_forward(struct ui *ui, long rows)
{
	struct place before = reader_place(ui);
	scroll_forward(ui, rows);
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	bool moved = place_cmp(place, before) != 0;
	while (moved && view_line(&v, place)->n == 0 &&
	       view_step(&v, &place, 1))
		;
	if (moved)
		reader_go(ui, place);
}

void reader_scroll(struct ui *ui, long lines)
{
	if (lines > 0) {
		scroll_forward(ui, lines);
		return;
	}
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	if (view_move(&v, &place, lines) != 0)
		reader_go(ui, place);
}

void reader_settle(struct ui *ui)
{
	struct view v = reader_view(ui);
	struct place last = top_for(ui, view_last(&v));
	if (place_cmp(reader_place(ui), last) > 0)
		reader_go(ui, last);
}

static void page_back(struct ui *ui)
{
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	if (view_step(&v, &place, -1))
		reader_go(ui, top_for(ui, place));
}

static void go_end(struct ui *ui)
{
	struct view v = reader_view(ui);
	struct place last = top_for(ui, view_last(&v));
	history_jump(ui);
	if (place_cmp(last, reader_place(ui)) > 0)
		reader_go(ui, last);
}

static void go_line(struct ui *ui, uint32_t number)
{
	struct view v = reader_view(ui);
	struct place place = view_first(&v);
	history_jump(ui);
	if (number > 1)
		view_move(&v, &place, number - 1);
	reader_go(ui, place);
}

static void go_percent(struct ui *ui, uint32_t percent)
{
	const struct article *a = ui->reader.article;
	uint64_t total = 0, at = 0;
	uint32_t units = article_units(a), unit = 0;
	for (uint32_t u = 0; u < units; u++)
		total += article_unit_text(a, u).n;
	uint64_t goal = total * (percent > 100 ? 100 : percent) / 100;
	while (unit + 1 < units && at + article_unit_text(a, unit).n <= goal)
		at += article_unit_text(a, unit++).n;
	history_jump(ui);
	if (percent == 0 || units == 0)
		reader_go_position(ui, (struct position){-1, 0});
	else if (percent >= 100)
		go_end(ui);
	else
		reader_go_position(ui,
				   (struct position){(int32_t)unit,
						     (uint32_t)(goal - at)});
}

/* To the start of the next or previous block (heading, if is_heading). */
static void go_block(struct ui *ui, int direction, bool is_heading)
{
	const struct article *a = ui->reader.article;
	struct place place = reader_place(ui);
	int32_t unit = place.unit;
	if (direction < 0 &&
	    place_cmp(place, page_place(ui->reader.page,
					(struct position){unit, 0})) > 0)
		unit++;
	for (unit += direction; unit >= 0 && unit < (int32_t)a->blocks.n;
	     unit += direction) {
		if (ui->reader.kept && !ui->reader.kept[unit + 1])
			continue;
		if (is_heading &&
		    article_block(a, (uint32_t)unit)->type != BLOCK_HEADING)
			continue;
		reader_go_position(ui, (struct position){unit, 0});
		return;
	}
	if (unit < 0)
		reader_go_position(ui, (struct position){-1, 0});
	else if (is_heading)
		ui_say(ui, false, "There is no heading further down.");
	else
		go_end(ui);
}

static void go_blocks(struct ui *ui, int direction, bool is_heading,
		      uint32_t count)
{
	for (uint32_t i = 0; i < (count ? count : 1) && i < 1000; i++)
		go_block(ui, direction, is_heading);
}

void reader_walk(struct ui *ui, int direction, uint32_t count)
{
	struct lights *l = &ui->lights;
	struct layout layout = layout_of(ui);
	if (l->n == 0) {
		if (l->pattern.n)
			ui_say(ui, false, "“%.*s” is not in this article.",
			       STR_ARG(buf_str(&l->pattern)));
		else
			ui_say(ui, false, "Nothing is looked for; / finds.");
		return;
	}
	l->are_hidden = false;
	ui->reader.chosen = (struct target){0};
	history_jump(ui);
	size_t at = l->current;
	if (at >= l->n ||
	    !reader_is_in_sight(ui, &layout, match_position(&l->at[at]))) {
		at = lights_from(l, ui->reader.top.at);
		at = direction > 0 ? at + l->n - 1 : at;
	}
	size_t by = (count ? count : 1) % l->n;
	at = direction > 0 ? (at + by) % l->n : (at + l->n - by) % l->n;
	l->current = at;
	reader_reveal(ui, match_position(&l->at[at]));
}

void reader_narrow(struct ui *ui, bool on)
{
	struct reader *r = &ui->reader;
	bool was_narrow = r->kept != NULL;
	mem_free(r->kept);
	r->kept = NULL;
	if (was_narrow && !on)
		lights_again(&ui->lights, ui->lib, r->article);
	if (!on)
		return;
	r->kept = mem_new((size_t)article_units(r->article) + 1);
	for (size_t i = 0; i < ui->lights.n; i++)
		r->kept[ui->lights.at[i].unit + 1] = 1;
}

static void go_sideways(struct ui *ui, const struct layout *l, int direction)
{
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	int most = 0, step = l->measure > 16 ? 8 : 1;
	for (int row = 0; row < l->text.rows; row++) {
		const struct line *line = view_line(&v, place);
		if (line->is_code && (int)line->cells > most)
			most = (int)line->cells;
		if (!view_step(&v, &place, 1))
			break;
	}
	most -= l->measure;
	int to = ui->reader.sideways + direction * step;
	to = to > most ? most : to;
	ui->reader.sideways = to > 0 ? to : 0;
}

static bool act_move(struct ui *ui, const struct layout *l, enum action action,
		     uint32_t count)
{
	long lines = count ? (long)count : 1, rows = l->text.rows;
	long half = count ? (long)count : (rows + 1) / 2;
	switch (action) {
	case ACTION_PAGE_FORWARD:
		if (count)
			reader_scroll(ui, lines);
		else
			page_forward(ui, rows);
		return true;
	case ACTION_PAGE_BACK:
		if (count)
			reader_scroll(ui, -lines);
		else
			page_back(ui);
		return true;
	case ACTION_HALF_FORWARD:
		reader_scroll(ui, half);
		return true;
	case ACTION_HALF_BACK:
		reader_scroll(ui, -half);
		return true;
	case ACTION_LINE_FORWARD:
		reader_scroll(ui, lines);
		return true;
	case ACTION_LINE_BACK:
		reader_scroll(ui, -lines);
		return true;
	default:
		return false;
	}
}

static bool act_jump(struct ui *ui, const struct layout *l, enum action action,
		     uint32_t count)
{
	switch (action) {
	case ACTION_TOP:
		go_line(ui, count);
		return true;
	case ACTION_END:
		if (count)
			go_line(ui, count);
		else
			go_end(ui);
		return true;
	case ACTION_PERCENT:
		go_percent(ui, count);
		return true;
	case ACTION_LEFT:
		go_sideways(ui, l, -1);
		return true;
	case ACTION_RIGHT:
		go_sideways(ui, l, 1);
		return true;
	case ACTION_NEXT_PARAGRAPH:
		go_blocks(ui, 1, false, count);
		return true;
	case ACTION_PREVIOUS_PARAGRAPH:
		go_blocks(ui, -1, false, count);
		return true;
	case ACTION_NEXT_HEADING:
		go_blocks(ui, 1, true, count);
		return true;
	case ACTION_PREVIOUS_HEADING:
		go_blocks(ui, -1, true, count);
		return true;
	default:
		return false;
	}
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	if (!ui->reader.article)
		return false;

	return act_move(ui, l, action, count) ||
	       act_jump(ui, l, action, count) ||
	       target_act(ui, l, action, count);
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	if (!ui->reader.article)
		return;
	const struct look look = {&ui->lights, ui->reader.chosen,
				  ui->reader.sideways, ui->options.ascii};
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	for (int row = 0; row < l->text.rows; row++) {
		line_paint(g, l->text, row, l->col, l->measure,
			   view_line(&v, place), &look, &ui->frame);
		if (!view_step(&v, &place, 1))
			break;
	}
	if (ui->awaited == AWAIT_HINT || ui->awaited == AWAIT_HINT_BROWSE)
		target_draw_hints(ui, g, l);
}

unsigned reading_minutes(const struct article *a, int percent)
{
	/* What people read a minute; of these languages word.h counts
	 * characters. */
	unsigned speed = 230;
	char language[4];
	struct str primary =
		language_primary(article_str(a, a->language), language);
	if (str_eq(primary, STR("ja")) || str_eq(primary, STR("zh")) ||
	    str_eq(primary, STR("th")))
		speed = 450;
	uint64_t left = (uint64_t)a->words * (unsigned)(100 - percent) / 100;
	return (unsigned)((left + speed - 1) / speed);
}

static void wheel(struct ui *ui, const struct layout *l, int lines)
{
	(void)l;
	reader_scroll(ui, lines);
}

static void click(struct ui *ui, const struct layout *l, int row, int col)
{
	ui_focus(ui, PANE_READER);
	target_click(ui, l, row, col);
}

const struct pane reader_pane = {
	.draw = draw,
	.act = act,
	.wheel = wheel,
	.click = click,
};

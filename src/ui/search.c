/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching the library: the query above, ranked titles with their passages
 * at the left, the chosen article at its passage at the right.
 *
 * Every keystroke asks the library anew (run) and draws what came, all at
 * once; passages are looked for in the articles on the screen only.
 */
#include "config.h"

#include "text/grapheme.h"
#include "text/width.h"
#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"

enum {
	HITS_MAX = 500,
	AIRY_ROWS = 16,	    /* ... for two rows of passage and a blank one */
	PREVIEW_COLS = 100, /* from here on there is room for the preview */
	PREVIEW_ABOVE = 4,  /* lines above the passage */
	PROMPT_ROWS = 2,
};

/* The one place where the library is searched for the screen. */
static void run(struct ui *ui)
{
	struct search *s = &ui->search;
	const struct search_options options = {.limit = HITS_MAX,
					       .is_typing = true};
	arena_release(&s->arena);
	s->results = library_search(ui->lib, prompt_text(&s->prompt), &options,
				    &s->arena);
	s->has_run = true;
	log_line(ui->options.log, "search “%.*s”: %zu of %zu in %lld µs",
		 STR_ARG(prompt_text(&s->prompt)), s->results.n,
		 s->results.total, (long long)s->results.micros);
	if (s->chosen >= s->results.n)
		s->chosen = s->results.n ? s->results.n - 1 : 0;
}

static const struct hit *chosen_hit(const struct search *s)
{
	return s->chosen < s->results.n ? &s->results.hits[s->chosen] : NULL;
}

static void typed(struct ui *ui)
{
	ui->search.chosen = ui->search.top = 0;
	run(ui);
}

/* The same query over a larger library: stays with the article chosen. */
static void news(struct ui *ui)
{
	struct search *s = &ui->search;
	const struct hit *hit = chosen_hit(s);
	uint32_t id = hit ? hit->article : NO_INDEX;
	run(ui);
	for (size_t i = 0; i < s->results.n; i++)
		if (s->results.hits[i].article == id)
			s->chosen = i;
}

void search_open(struct ui *ui, bool again)
{
	struct search *s = &ui->search;
	if (again && !s->has_run)
		ui_say(ui, false, "There are no results yet; s searches.");
	else if (again)
		news(ui);
	else {
		prompt_clear(&s->prompt);
		typed(ui);
	}
	if (!again || s->has_run)
		ui_focus(ui, PANE_SEARCH);
}

static struct snippet passage(struct ui *ui, const struct hit *hit, int cells)
{
	return library_snippet(ui->lib, hit->article,
			       prompt_text(&ui->search.prompt), true,
			       cells > 0 ? (size_t)cells : 1, &ui->frame);
}

static void open_hit(struct ui *ui)
{
	struct search *s = &ui->search;
	const struct hit *hit = chosen_hit(s);
	if (!hit)
		return;
	struct snippet at = passage(ui, hit, 80);
	ui->trail.ids.n = 0;
	for (size_t i = 0; i < s->results.n; i++)
		vec_push(&ui->trail.ids, s->results.hits[i].article);
	trail_set(ui, s->chosen);
	ui_keep_line(ui, UI_PROMPT_SEARCH);
	history_open(ui, library_path(ui->lib, hit->article), &at.at);
	if (ui->coming.is_set)
		ui->coming.is_hit = true;
	else
		hit_light(ui, at.at);
}

void hit_light(struct ui *ui, struct position at)
{
	struct lights *l = &ui->lights;
	reader_narrow(ui, false);
	lights_query(l, ui->lib, ui->reader.article,
		     prompt_text(&ui->search.prompt));
	size_t first = lights_from(l, at);
	if (first < l->n)
		l->current = first;
}

void search_walk(struct ui *ui, int direction, uint32_t count)
{
	struct search *s = &ui->search;
	size_t by = count ? count : 1;
	if (!s->has_run || s->results.n == 0) {
		ui_say(ui, false, "There are no hits to go to; s searches.");
	} else if (direction > 0 && s->chosen + by >= s->results.n) {
		ui_say(ui, false, "This is the last hit.");
	} else if (direction < 0 && s->chosen < by) {
		ui_say(ui, false, "This is the first hit.");
	} else {
		s->chosen = direction > 0 ? s->chosen + by : s->chosen - by;
		open_hit(ui);
	}
}

/* Rows of an item, with its space. */
static int item_rows(const struct rect *area)
{
	return area->rows >= AIRY_ROWS ? 4 : 2;
}

/* Paints text with its matches lit. */
static int paint_lit(struct grid *g, struct rect area, int row, int col,
		     struct str text, size_t from, size_t to,
		     const struct snippet *s)
{
	const struct style dim = {.role = ROLE_DIM},
			   match = {ROLE_MATCH, ATTR_UNDERLINE};
	size_t lit = 0;
	for (size_t at = from; at < to;) {
		size_t end = grapheme_next(text, at);
		while (lit < s->n_lit && s->lit[lit].end <= at)
			lit++;
		bool is_lit = lit < s->n_lit && s->lit[lit].start < end;
		col = paint_text(g, area, row, col, str_sub(text, at, end),
				 is_lit ? match : dim);
		at = end;
	}
	return col;
}

/* Paints the passage in so many rows, an ellipsis where it is cut. */
static void draw_passage(struct ui *ui, struct grid *g, struct rect area,
			 int row, int rows, const struct hit *hit)
{
	const struct style dim = {.role = ROLE_DIM};
	int cells = area.cols - 3;
	struct snippet s = passage(ui, hit, cells * rows - rows);
	size_t at = 0;
	for (int i = 0; i < rows && at < s.text.n; i++) {
		struct str rest = str_from_at(s.text, at);
		bool is_cut = i + 1 == rows &&
			      wrap_line(rest, cells, &ui->frame) < rest.n;
		size_t n =
			wrap_line(rest, is_cut ? cells - 2 : cells, &ui->frame);
		int col =
			paint_lit(g, area, row + i, 2, s.text, at, at + n, &s);
		if (is_cut)
			paint_text(g, area, row + i, col, STR("…"), dim);
		at += n;
	}
}

static void draw_item(struct ui *ui, struct grid *g, struct rect area, int row,
		      size_t i)
{
	const struct hit *hit = &ui->search.results.hits[i];
	const struct article *a = library_article(ui->lib, hit->article);
	struct style style = {.attributes = ATTR_BOLD};
	bool is_chosen = i == ui->search.chosen;
	int height = item_rows(&area);
	if (!a)
		return;
	if (is_chosen) {
		style.role = ROLE_ACCENT;
		paint_text(g, area, row, 0, marker(ui), style);
	}
	int col = paint_cut(g, area, row, 2, area.cols - 3,
			    article_str(a, a->title), style);
	if (hit->is_fuzzy)
		paint_cut(g, area, row, col + 1, area.cols - col - 2,
			  STR("(similar spelling)"),
			  (struct style){.role = ROLE_DIM});
	draw_passage(ui, g, area, row + 1, height == 4 ? 2 : 1, hit);
}

/* Where the hits stand, the preview beside them. */
static struct rect list_area(const struct layout *l)
{
	struct rect area = l->over;
	area.row += PROMPT_ROWS;
	area.rows -= PROMPT_ROWS;
	if (area.cols >= PREVIEW_COLS)
		area.cols = area.cols * 9 / 20;
	return area;
}

static void lay(struct ui *ui, const struct layout *l)
{
	struct search *s = &ui->search;
	struct rect area = list_area(l);
	int height = item_rows(&area);
	size_t room =
		area.rows > height ? (size_t)((area.rows + 1) / height) : 1;
	if (s->chosen < s->top)
		s->top = s->chosen;
	if (s->chosen >= s->top + room)
		s->top = s->chosen + 1 - room;
}

static void draw_list(struct ui *ui, struct grid *g, struct rect area)
{
	const struct search *s = &ui->search;
	int height = item_rows(&area);
	for (size_t i = 0; s->top + i < s->results.n; i++) {
		if ((int)i * height >= area.rows)
			break;
		draw_item(ui, g, area, (int)i * height, s->top + i);
	}
}

/* The page of the chosen article, at a measure. */
static struct page *preview_page(struct ui *ui, const struct article *a,
				 uint32_t id, int measure)
{
	struct search *s = &ui->search;
	const struct page_options options = {
		.measure = (unsigned)measure,
		.hyphenate = ui->options.hyphenate,
		.ascii = ui->options.ascii,
	};
	if (s->page && s->page_of == id &&
	    page_options(s->page)->measure == options.measure)
		return s->page;
	if (s->page)
		page_free(s->page);
	s->page_of = id;
	s->page = page_new(a, &options, ui->reader.hyphens);
	return s->page;
}

static void draw_preview(struct ui *ui, struct grid *g, struct rect area)
{
	struct search *s = &ui->search;
	const struct hit *hit = chosen_hit(s);
	const struct article *a =
		hit ? library_article(ui->lib, hit->article) : NULL;
	int measure = area.cols - 4;
	if (!a || measure < 1)
		return;
	if (measure > ui->measure)
		measure = ui->measure;
	struct view v = {preview_page(ui, a, hit->article, measure), NULL};
	lights_query(&s->lights, ui->lib, a, prompt_text(&s->prompt));
	const struct look look = {.lights = &s->lights,
				  .ascii = ui->options.ascii};
	struct place place = view_find(&v, passage(ui, hit, 80).at);
	view_move(&v, &place, -PREVIEW_ABOVE);
	int col = (area.cols - measure) / 2;
	for (int row = 0; row < area.rows; row++) {
		line_paint(g, area, row, col, measure, page_line(v.page, place),
			   &look, &ui->frame);
		if (!view_step(&v, &place, 1))
			break;
	}
}

static void draw_count(struct ui *ui, struct grid *g, struct rect area,
		       int from)
{
	const struct search *s = &ui->search;
	const struct style dim = {.role = ROLE_DIM};
	struct str progress = format_progress(ui);
	struct str text = STR("");
	if (prompt_text(&s->prompt).n)
		text = arena_printf(
			&ui->frame, "%.*s %s",
			STR_ARG(format_number(&ui->frame, s->results.total)),
			s->results.total == 1 ? "article" : "articles");
	if (progress.n)
		text = arena_printf(&ui->frame, "%.*s%s%.*s", STR_ARG(text),
				    text.n ? " · " : "", STR_ARG(progress));
	int col = area.cols - (int)width_text(text) - 1;
	if (col > from + 1)
		paint_text(g, area, 0, col, text, dim);
}

static void draw_empty(struct ui *ui, struct grid *g, struct rect area)
{
	const struct style dim = {.role = ROLE_DIM};
	struct str query = prompt_text(&ui->search.prompt);
	struct str text =
		query.n ? arena_printf(&ui->frame, "No article has “%.*s”.",
				       STR_ARG(query))
			: STR("Type the words you look for. \"In quotes\" is "
			      "a phrase, -word leaves articles out, title: "
			      "and author: look there alone. M-p brings back "
			      "what you looked for before.");
	for (int row = 0; text.n && row < area.rows; row++) {
		size_t n = wrap_line(text, area.cols - 3, &ui->frame);
		paint_text(g, area, row, 2, str_sub(text, 0, n), dim);
		text = str_from_at(text, n);
	}
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	struct rect area = l->over, list = list_area(l);
	int end = prompt_paint(
		&ui->search.prompt, g,
		(struct rect){area.row, area.col + 1, area.rows, area.cols - 1},
		STR("Search: "));
	draw_count(ui, g, area, end);
	if (area.rows <= PROMPT_ROWS)
		return;
	line_draw_across(ui, g, area.row + 1, 0, area.cols);
	if (list.cols < area.cols) {
		struct rect preview = {list.row, list.cols + 1, list.rows,
				       area.cols - list.cols - 1};
		line_draw_down(ui, g, list.row, list.cols, list.rows);
		if (!ui->options.ascii)
			paint_text(g, area, 1, list.cols, STR("┬"),
				   (struct style){.role = ROLE_DIM});
		draw_preview(ui, g, preview);
	}
	if (ui->search.results.n)
		draw_list(ui, g, list);
	else
		draw_empty(ui, g, list);
}

static void choose(struct search *s, int64_t to)
{
	int64_t last = (int64_t)s->results.n - 1;
	to = to > last ? last : to;
	s->chosen = to > 0 ? (size_t)to : 0;
}

static bool act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	struct search *s = &ui->search;
	struct rect list = list_area(l);
	int page = list.rows / item_rows(&list);
	(void)count;
	switch (action) {
	case ACTION_ACCEPT:
		open_hit(ui);
		return true;
	case ACTION_CHOICE_NEXT:
		choose(s, (int64_t)s->chosen + 1);
		return true;
	case ACTION_CHOICE_PREVIOUS:
		choose(s, (int64_t)s->chosen - 1);
		return true;
	case ACTION_CHOICES_FORWARD:
		choose(s, (int64_t)s->chosen + page);
		return true;
	case ACTION_CHOICES_BACK:
		choose(s, (int64_t)s->chosen - page);
		return true;
	default:
		return false;
	}
}

static void wheel(struct ui *ui, const struct layout *l, int lines)
{
	(void)l;
	choose(&ui->search, (int64_t)ui->search.chosen + (lines < 0 ? -1 : 1));
}

static void click(struct ui *ui, const struct layout *l, int row, int col)
{
	struct search *s = &ui->search;
	struct rect list = list_area(l);
	if (row < PROMPT_ROWS || s->results.n == 0)
		return;
	bool is_preview = col > list.cols;
	size_t at = s->top + (size_t)((row - PROMPT_ROWS) / item_rows(&list));
	if (!is_preview && at >= s->results.n)
		return;
	if (!is_preview)
		s->chosen = at;
	open_hit(ui);
}

static struct prompt *prompt(struct ui *ui)
{
	return &ui->search.prompt;
}

static void close_pane(struct ui *ui)
{
	ui_keep_line(ui, UI_PROMPT_SEARCH);
	ui_focus(ui, ui->base);
}

const struct pane search_pane = {
	.lay = lay,
	.draw = draw,
	.act = act,
	.wheel = wheel,
	.click = click,
	.prompt = prompt,
	.typed = typed,
	.close = close_pane,
	.news = news,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/target.h"

#include "ui/history.h"
#include "ui/notes.h"
#include "ui/panes.h"
#include "ui/reader.h"

static bool target_of(const struct span *span, int32_t unit, struct target *out)
{
	if (span->type != SPAN_LINK && span->type != SPAN_NOTE)
		return false;
	*out = (struct target){
		.type = span->type == SPAN_LINK ? TARGET_LINK : TARGET_NOTE,
		.index = span->target,
		.from = {unit, span->start},
		.to = {unit, span->end},
	};
	return true;
}

/* The first target behind `at` (direction 1; at it too, if `here`), or the
 * last before it. */
static bool find_target(const struct ui *ui, struct position at, int direction,
			bool here, struct target *out)
{
	const struct article *a = ui->reader.article;
	int32_t units = (int32_t)article_units(a);
	for (int32_t u = at.unit; u >= -1 && u < units; u += direction) {
		uint32_t n = 0;
		const struct span *spans =
			u < 0 ? NULL : article_unit_spans(a, (uint32_t)u, &n);
		if (ui->reader.kept && !ui->reader.kept[u + 1])
			continue;
		for (uint32_t i = 0; i < n; i++) {
			uint32_t k = direction > 0 ? i : n - 1 - i;
			struct target t;
			if (!target_of(&spans[k], u, &t))
				continue;
			int order = position_cmp(t.from, at) * direction;
			if (order > 0 || (order == 0 && here)) {
				*out = t;
				return true;
			}
		}
	}
	return false;
}

/* The first position below the screen: where a search upward begins. */
static struct position below(struct ui *ui, const struct layout *l)
{
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	if (view_move(&v, &place, l->text.rows) < l->text.rows)
		return (struct position){
			(int32_t)article_units(ui->reader.article) - 1,
			UINT32_MAX};
	return page_position(v.page, view_on_page(&v, place));
}

static void choose(struct ui *ui, const struct layout *l, int direction)
{
	struct target *chosen = &ui->reader.chosen;
	struct position at = ui->reader.top.at;
	bool is_in_sight = chosen->type != TARGET_NONE &&
			   reader_is_in_sight(ui, l, chosen->from);
	if (is_in_sight)
		at = chosen->from;
	else if (direction < 0)
		at = below(ui, l);
	if (!find_target(ui, at, direction, !is_in_sight && direction > 0,
			 chosen)) {
		ui_say(ui, false, "There is no link or note mark %s here.",
		       direction > 0 ? "below" : "above");
		return;
	}
	reader_reveal(ui, chosen->from);
}

struct str target_url(const struct ui *ui)
{
	const struct article *a = ui->reader.article;
	if (!a || ui->reader.chosen.type != TARGET_LINK)
		return STR("");
	return article_str(a, article_link(a, ui->reader.chosen.index)->url);
}

static bool is_web(struct str url)
{
	return str_starts_nocase(url, STR("http://")) ||
	       str_starts_nocase(url, STR("https://")) ||
	       str_starts_nocase(url, STR("mailto:"));
}

/* The length of "scheme" if the address begins with "scheme:", else 0. */
static size_t scheme_length(struct str url)
{
	size_t n = 0;
	while (n < url.n &&
	       (ascii_is_alpha(url.p[n]) ||
		(n > 0 && (ascii_is_digit(url.p[n]) || url.p[n] == '+' ||
			   url.p[n] == '-' || url.p[n] == '.'))))
		n++;
	return n < url.n && url.p[n] == ':' ? n : 0;
}

static void browse_url(struct ui *ui, struct str url)
{
	size_t scheme = scheme_length(url);
	if (is_web(url) && ui->options.is_secure)
		ui_say(ui, true, "Secure mode opens no web browser.");
	else if (is_web(url))
		ui_effect(ui, EFFECT_BROWSE, STR(""), url);
	else if (str_starts(url, STR("wiki:")))
		ui_say(ui, true, "“%.*s” is not in the library.",
		       STR_ARG(str_from_at(url, 5)));
	else if (scheme)
		ui_say(ui, true, "pore does not follow %.*s: addresses.",
		       (int)scheme, url.p);
	else
		ui_say(ui, true, "“%.*s” is not in the library.", STR_ARG(url));
}

/* To "#name" in the article shown. */
static void go_anchor(struct ui *ui, struct str name)
{
	struct position at;
	if (!article_find_anchor(ui->reader.article, name, &at)) {
		ui_say(ui, true, "This article has no place “%.*s”.",
		       STR_ARG(name));
		return;
	}
	history_leave(ui);
	reader_go_position(ui, at);
}

void target_follow_url(struct ui *ui, struct str url, bool browse)
{
	struct str rest = url, place = STR("");
	size_t hash = str_find_char(url, '#', 0);
	if (hash < url.n) {
		place = str_from_at(url, hash + 1);
		rest = str_sub(url, 0, hash);
	}
	if (rest.n == 0 && place.n) {
		go_anchor(ui, place);
		return;
	}
	uint32_t id = browse ? NO_INDEX
			     : library_resolve(ui->lib,
					       buf_str(&ui->reader.path), url);
	if (id == NO_INDEX) {
		browse_url(ui, url);
		return;
	}
	struct position at;
	const struct article *a = library_article(ui->lib, id);
	bool has_place = a && place.n && article_find_anchor(a, place, &at);
	history_open(ui, library_path(ui->lib, id), has_place ? &at : NULL);
}

void target_follow(struct ui *ui, const struct target *target, bool browse)
{
	const struct article *a = ui->reader.article;
	if (target->type == TARGET_NOTE)
		notes_show(ui, target->index);
	else if (target->type == TARGET_LINK)
		target_follow_url(
			ui, article_str(a, article_link(a, target->index)->url),
			browse);
}

bool target_click(struct ui *ui, const struct layout *l, int row, int col)
{
	struct view v = reader_view(ui);
	struct place place = reader_place(ui);
	struct glyph *glyphs;
	if (view_move(&v, &place, row) < row)
		return false;
	const struct line *line = view_line(&v, place);
	int left = line->is_code ? ui->reader.sideways : 0;
	size_t n =
		line_glyphs(line, left, left + l->measure, &ui->frame, &glyphs);
	for (size_t i = 0; i < n; i++) {
		const struct run *run = glyphs[i].run;
		int at = glyphs[i].col - left + l->col;
		if (col < at || col >= at + glyphs[i].width)
			continue;
		struct target t = {.index = run->target, .from = run->at};
		if (run->style & RUN_NOTE_MARK)
			t.type = TARGET_NOTE;
		else if (run->style & RUN_LINK)
			t.type = TARGET_LINK;
		if (t.type == TARGET_NONE || t.index == NO_INDEX)
			return false;
		ui->reader.chosen = t;
		target_follow(ui, &t, false);
		return true;
	}
	return false;
}

/* The links in sight, as many as there are letters. */
enum { HINTS = 26 };

static int hinted(struct ui *ui, struct target out[HINTS])
{
	struct layout l = layout_of(ui);
	struct position at = ui->reader.top.at;
	struct target t;
	int n = 0;
	bool here = true;
	while (n < HINTS && find_target(ui, at, 1, here, &t) &&
	       position_cmp(t.from, below(ui, &l)) < 0) {
		if (t.type == TARGET_LINK)
			out[n++] = t;
		at = t.from;
		here = false;
	}
	return n;
}

void target_draw_hints(struct ui *ui, struct grid *g, const struct layout *l)
{
	const struct style style = {ROLE_CURRENT, ATTR_BOLD};
	struct target links[HINTS];
	int n = hinted(ui, links);
	struct view v = reader_view(ui);
	for (int i = 0; i < n; i++) {
		const char letter = (char)('a' + i);
		struct place place = view_find(&v, links[i].from);
		struct place top = reader_place(ui);
		int row = 0;
		while (place_cmp(top, place) < 0 && view_step(&v, &top, 1))
			row++;
		paint_text(g, l->text, row,
			   l->col + (int)page_column(v.page, links[i].from),
			   (struct str){&letter, 1}, style);
	}
}

void target_hint(struct ui *ui, uint32_t key, bool browse)
{
	struct target links[HINTS];
	int n = hinted(ui, links);
	if (key < 'a' || key >= 'a' + (uint32_t)n)
		return;
	ui->reader.chosen = links[key - 'a'];
	target_follow(ui, &ui->reader.chosen, browse);
}

static void ask_hint(struct ui *ui, bool browse)
{
	struct target links[HINTS];
	if (hinted(ui, links) == 0)
		ui_say(ui, false, "There is no link on this screen.");
	else
		ui->awaited = browse ? AWAIT_HINT_BROWSE : AWAIT_HINT;
}

/* The paragraph to quote: of the current match, else the first that begins
 * on the screen. */
static int32_t quoted_unit(struct ui *ui)
{
	const struct lights *l = &ui->lights;
	struct layout layout = layout_of(ui);
	if (l->current < l->n &&
	    reader_is_in_sight(ui, &layout, match_position(&l->at[l->current])))
		return l->at[l->current].unit;
	struct place place = reader_place(ui);
	return place.line > 0 || place.unit < 0 ? place.unit + 1 : place.unit;
}

static void copy(struct ui *ui)
{
	const struct article *a = ui->reader.article;
	struct buf text = {0};
	struct str url = target_url(ui);
	int32_t unit = quoted_unit(ui);
	if (unit >= (int32_t)article_units(a))
		unit = (int32_t)article_units(a) - 1;
	if (url.n) {
		buf_add(&text, url);
	} else {
		buf_addf(&text, "“%.*s”\n— ",
			 STR_ARG(article_position_text(a, unit)));
		for (uint32_t i = 0; i < a->authors.n; i++)
			buf_addf(&text, "%.*s, ",
				 STR_ARG(article_str(
					 a, article_author(a, i)->name)));
		buf_addf(&text, "“%.*s”", STR_ARG(article_str(a, a->title)));
		if (a->date.n)
			buf_addf(&text, ", %.*s",
				 STR_ARG(article_str(a, a->date)));
		if (a->url.n)
			buf_addf(&text, ", %.*s",
				 STR_ARG(article_str(a, a->url)));
		buf_add_char(&text, '\n');
	}
	ui_effect(ui, EFFECT_COPY, STR(""), buf_str(&text));
	ui_say(ui, false,
	       url.n ? "The link is copied."
		     : "The paragraph and its source are copied.");
	buf_release(&text);
}

bool target_act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count)
{
	struct target *chosen = &ui->reader.chosen;
	switch (action) {
	case ACTION_CHOOSE_NEXT:
	case ACTION_CHOOSE_PREVIOUS:
		for (uint32_t i = 0; i < (count ? count : 1) && i < 1000; i++)
			choose(ui, l, action == ACTION_CHOOSE_NEXT ? 1 : -1);
		return true;
	case ACTION_FOLLOW:
		if (chosen->type != TARGET_NONE &&
		    reader_is_in_sight(ui, l, chosen->from))
			target_follow(ui, chosen, false);
		else
			reader_scroll(ui, count ? (long)count : 1);
		return true;
	case ACTION_HINTS:
	case ACTION_HINTS_BROWSE:
		ask_hint(ui, action == ACTION_HINTS_BROWSE);
		return true;
	case ACTION_COPY:
		copy(ui);
		return true;
	default:
		return false;
	}
}

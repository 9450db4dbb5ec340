/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Related articles, in groups, each with the reasons why.
 */
#include "config.h"

#include "ui/history.h"
#include "ui/panes.h"
#include "ui/reader.h"
#include "ui/target.h"

enum { RELATED_MAX = 12, TERMS_MAX = 3 };

static const struct group {
	enum why why;
	const char *heading;
	const char *word; /* as a further reason */
} groups[] = {
	{WHY_LISTED, "RELATED", "listed here"},
	{WHY_SERIES, "SAME SERIES", "same series"},
	{WHY_LINKED, "LINKED", "linked"},
	{WHY_LINKED_FROM, "LINKED FROM", "links here"},
	{WHY_AUTHOR, "SAME AUTHOR", "same author"},
	{WHY_MENTIONS, "MENTIONED", "mentioned"},
	{WHY_SIMILAR, "SIMILAR", ""},
};

enum { GROUPS = sizeof groups / sizeof *groups };

/* Once for each article shown and, while the library is being read, each time
 * it has doubled: what comes in changes little, and a page turn must not wait
 * for it. The very first page waits for nothing. */
static bool is_stale(const struct sidebar *r, unsigned shown,
		     struct library_state now)
{
	if (r->shown != shown || r->is_done != now.is_done)
		return true;
	return now.read > 0 && now.read / 2 >= r->read;
}

/* Without what a reader would wonder at. */
static void keep_clear(struct sidebar *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		if (relation_is_clear(&r->at[i]))
			r->at[n++] = r->at[i];
	r->n = n;
}

static void compute(struct ui *ui)
{
	struct sidebar *r = &ui->related;
	struct library_state now = library_state(ui->lib);
	if (!is_stale(r, ui->reader.shown, now))
		return;
	r->shown = ui->reader.shown;
	r->read = now.read;
	r->is_done = now.is_done;
	r->list.cols = 0;
	r->n = 0;
	arena_release(&r->arena);
	if (now.read > 0 || now.is_done)
		r->n = library_related(ui->lib, ui->reader.article,
				       buf_str(&ui->reader.path), reader_id(ui),
				       RELATED_MAX, &r->arena, &r->at);
	keep_clear(r);
}

/* The first group a relation belongs to. */
static size_t group_of(const struct relation *r)
{
	for (size_t i = 0; i < GROUPS; i++)
		if (r->why & groups[i].why)
			return i;
	return GROUPS - 1;
}

static void add_reason(struct buf *out, struct str reason)
{
	if (reason.n && out->n)
		buf_add(out, STR(" · "));
	buf_add(out, reason);
}

/* What the heading says already. */
static bool says_related(struct str group)
{
	return str_eq_nocase(group, STR("related")) ||
	       str_eq_nocase(group, STR("related articles"));
}

static void add_reasons(struct list *l, const struct relation *r)
{
	const struct style dim = {.role = ROLE_DIM};
	struct buf text = {0};
	size_t own = group_of(r);
	if (r->why & WHY_LISTED && !says_related(r->group))
		add_reason(&text, r->group);
	if (r->article == NO_INDEX)
		add_reason(&text, STR("not in the library"));
	/* "Other articles in this series" says it already. */
	unsigned why = r->why;
	if (why & WHY_LISTED && str_has(r->group, STR("series")))
		why &= ~(unsigned)WHY_SERIES;
	for (size_t i = own + 1; i < GROUPS; i++)
		if (why & groups[i].why)
			add_reason(&text, str_of(groups[i].word));
	for (size_t i = 0; i < r->n_terms && i < TERMS_MAX; i++) {
		if (i == 0)
			add_reason(&text, STR("shares: "));
		else
			buf_add(&text, STR(", "));
		buf_add(&text, r->terms[i]);
	}
	/* One line, the strongest first: what is cut says less. */
	list_text(l, 1, dim, 1, buf_str(&text));
	buf_release(&text);
}

/* The article's own title, else what the page calls it. */
static struct str title_of(const struct ui *ui, const struct relation *r)
{
	const struct article *a =
		r->article == NO_INDEX ? NULL
				       : library_article(ui->lib, r->article);
	return a ? article_str(a, a->title) : r->title;
}

/* Items are numbered as the relations are shown: by group, then in order. */
static const struct relation *item(const struct sidebar *r, uint32_t chosen)
{
	for (size_t g = 0; g < GROUPS; g++)
		for (size_t i = 0; i < r->n; i++)
			if (group_of(&r->at[i]) == g && chosen-- == 0)
				return &r->at[i];
	return NULL;
}

static void add_group(struct ui *ui, size_t group)
{
	const struct style plain = {0}, dim = {.role = ROLE_DIM};
	struct sidebar *r = &ui->related;
	bool is_first = true;
	for (size_t i = 0; i < r->n; i++) {
		if (group_of(&r->at[i]) != group)
			continue;
		list_end(&r->list);
		if (is_first)
			list_text(&r->list, -1, dim, 1,
				  str_of(groups[group].heading));
		is_first = false;
		list_item(&r->list);
		list_text(&r->list, 0,
			  r->at[i].article == NO_INDEX ? dim : plain, 3,
			  title_of(ui, &r->at[i]));
		add_reasons(&r->list, &r->at[i]);
	}
	if (!is_first)
		list_space(&r->list);
}

static void make_rows(struct ui *ui, int cols)
{
	const struct style dim = {.role = ROLE_DIM};
	struct sidebar *r = &ui->related;
	compute(ui);
	if (r->list.cols == cols)
		return;
	list_clear(&r->list, cols);
	for (size_t g = 0; g < GROUPS; g++)
		add_group(ui, g);
	if (r->n)
		return;
	list_text(&r->list, -1, dim, 1, STR("RELATED"));
	list_text(&r->list, 0, dim, 0,
		  !r->is_done ? STR("The library is being read.")
			      : STR("Nothing in the library is related to this "
				    "article. "
				    "Press s to search the library, ~ to see "
				    "all of it."));
}

static struct rect list_area(const struct ui *ui, const struct layout *l)
{
	return pane_side_area(ui, l, PANE_RELATED);
}

static void draw(struct ui *ui, struct grid *g, const struct layout *l)
{
	bool has_focus = ui->focus == PANE_RELATED;
	pane_draw_side(ui, PANE_RELATED, g, l,
		       has_focus ? LIST_MARKED | LIST_CURSOR : 0);
}

static struct list *list(struct ui *ui)
{
	return &ui->related.list;
}

/* The list it came from: the related articles that are in the library. */
static void set_trail(struct ui *ui, const struct relation *chosen)
{
	const struct relation *r;
	size_t at = 0;
	ui->trail.ids.n = 0;
	for (uint32_t i = 0; (r = item(&ui->related, i)); i++) {
		if (r->article == NO_INDEX)
			continue;
		if (r == chosen)
			at = ui->trail.ids.n;
		vec_push(&ui->trail.ids, r->article);
	}
	trail_set(ui, at);
}

static void follow(struct ui *ui)
{
	const struct relation *r = item(&ui->related, ui->related.list.chosen);
	if (!r)
		return;
	if (r->article != NO_INDEX) {
		set_trail(ui, r);
		history_open(ui, library_path(ui->lib, r->article), NULL);
	} else if (r->url.n) {
		target_follow_url(ui, r->url, true);
	} else {
		ui_say(ui, true, "“%.*s” is not in the library.",
		       STR_ARG(r->title));
	}
}

static void close_pane(struct ui *ui)
{
	bool stands = layout_has_side(ui) || ui->options.sidebar == SIDEBAR_OFF;
	if (ui->side == PANE_RELATED && stands)
		ui->side = PANE_NONE;
	ui_focus(ui, ui->base);
}

const struct pane related_pane = {
	.draw = draw,
	.close = close_pane,
	.list = list,
	.list_area = list_area,
	.make_rows = make_rows,
	.follow = follow,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two piles of visits, as in a browser. A visit is moved from one to the
 * other only when its article has come: what main could not open changes
 * nothing.
 */
#include "config.h"

#include "ui/history.h"

#include "ui/panes.h"
#include "ui/reader.h"

enum { HISTORY_MAX = 500, MARKS_MAX = 500 };

static struct visit visit_here(const struct ui *ui)
{
	struct visit v = {.top = ui->reader.top};
	if (ui->base == PANE_READER)
		buf_add(&v.path, buf_str(&ui->reader.path));
	return v;
}

static void visit_release(struct visit *v)
{
	buf_release(&v->path);
}

void history_release(struct ui *ui)
{
	struct history *h = &ui->history;
	for (size_t i = 0; i < h->back.n; i++)
		visit_release(&h->back.at[i]);
	for (size_t i = 0; i < h->forward.n; i++)
		visit_release(&h->forward.at[i]);
	for (size_t i = 0; i < ui->marks.n; i++)
		visit_release(&ui->marks.at[i].visit);
	vec_release(&h->back);
	vec_release(&h->forward);
	vec_release(&ui->marks);
	visit_release(&h->before);
}

static void drop_forward(struct history *h)
{
	while (h->forward.n)
		visit_release(&h->forward.at[--h->forward.n]);
}

static void push_back(struct ui *ui)
{
	struct history *h = &ui->history;
	if (h->back.n == HISTORY_MAX) {
		visit_release(&h->back.at[0]);
		for (size_t i = 1; i < h->back.n; i++)
			h->back.at[i - 1] = h->back.at[i];
		h->back.n--;
	}
	vec_push(&h->back, visit_here(ui));
}

void history_leave(struct ui *ui)
{
	if (!ui->reader.article && ui->base == PANE_READER)
		return;
	push_back(ui);
	drop_forward(&ui->history);
	history_jump(ui);
}

void history_jump(struct ui *ui)
{
	if (!ui->reader.article || ui->base != PANE_READER)
		return;
	visit_release(&ui->history.before);
	ui->history.before = visit_here(ui);
}

static bool is_shown(const struct ui *ui, struct str path)
{
	return ui->reader.article && str_eq(path, buf_str(&ui->reader.path));
}

/* Moves the newest visit of a pile to the other, the place shown in its
 * stead, and goes there if that needs no reading; else asks main. */
static void travel(struct ui *ui, enum arrival arrival)
{
	struct history *h = &ui->history;
	struct visit *to = arrival == ARRIVE_BACK ? vec_last(&h->back)
						  : vec_last(&h->forward);
	struct top top = to->top;
	struct str path = buf_str(&to->path);
	ui->coming =
		(struct coming){.is_set = true, .arrival = arrival, .top = top};
	if (path.n == 0 || is_shown(ui, path)) {
		enum pane_id base = path.n ? PANE_READER : PANE_START;
		history_arrive(ui);
		ui->base = base;
		ui_focus(ui, base);
		ui->reader.top = top;
		ui->reader.chosen = (struct target){0};
		return;
	}
	ui_effect(ui, EFFECT_OPEN, path, STR(""));
	ui->effect.at = top.at;
	ui->effect.has_position = true;
}

void history_arrive(struct ui *ui)
{
	struct history *h = &ui->history;
	switch (ui->coming.arrival) {
	case ARRIVE_NEW:
		history_leave(ui);
		break;
	case ARRIVE_BACK:
		vec_push(&h->forward, visit_here(ui));
		visit_release(&h->back.at[--h->back.n]);
		break;
	case ARRIVE_FORWARD:
		push_back(ui);
		visit_release(&h->forward.at[--h->forward.n]);
		break;
	case ARRIVE_RELOAD:
		break;
	}
	ui->coming.is_set = false;
}

void history_back(struct ui *ui)
{
	if (ui->history.back.n == 0) {
		ui_say(ui, false, "There is nothing to go back to.");
		return;
	}
	travel(ui, ARRIVE_BACK);
}

void history_forward(struct ui *ui)
{
	if (ui->history.forward.n == 0) {
		ui_say(ui, false, "There is nothing to go forward to.");
		return;
	}
	travel(ui, ARRIVE_FORWARD);
}

void history_open(struct ui *ui, struct str path, const struct position *at)
{
	if (is_shown(ui, path)) {
		history_leave(ui);
		ui->base = PANE_READER;
		ui_focus(ui, PANE_READER);
		if (at)
			reader_reveal(ui, *at);
		return;
	}
	ui->coming = (struct coming){.is_set = true, .arrival = ARRIVE_NEW};
	ui_effect(ui, EFFECT_OPEN, path, STR(""));
	if (at) {
		ui->effect.at = *at;
		ui->effect.has_position = true;
		ui->coming.top.at = *at;
	}
}

/* To a visit, in this article or another. */
static void visit_go(struct ui *ui, const struct visit *v)
{
	struct top top = v->top;
	if (is_shown(ui, buf_str(&v->path))) {
		history_jump(ui);
		ui->reader.top = top;
		return;
	}
	history_open(ui, buf_str(&v->path), &top.at);
}

/* Small letters mark places of one article, capitals of all. */
static struct mark *find_mark(struct ui *ui, char letter)
{
	for (size_t i = 0; i < ui->marks.n; i++) {
		struct mark *m = &ui->marks.at[i];
		if (m->letter == letter &&
		    (ascii_is_upper(letter) ||
		     is_shown(ui, buf_str(&m->visit.path))))
			return m;
	}
	return NULL;
}

void mark_set(struct ui *ui, char letter)
{
	struct mark *m = find_mark(ui, letter);
	if (m)
		visit_release(&m->visit);
	else if (ui->marks.n == MARKS_MAX)
		return;
	else
		vec_push(&ui->marks, (struct mark){.letter = letter});
	m = m ? m : vec_last(&ui->marks);
	m->visit = visit_here(ui);
	ui_say(ui, false, "This place is %c; '%c comes back to it.", letter,
	       letter);
}

void mark_go(struct ui *ui, char letter)
{
	const struct mark *m = find_mark(ui, letter);
	if (letter == '\'' && ui->history.before.path.n) {
		struct visit before = ui->history.before;
		ui->history.before = (struct visit){0};
		visit_go(ui, &before);
		visit_release(&before);
	} else if (letter == '\'') {
		ui_say(ui, false, "There is no place before this one.");
	} else if (m) {
		visit_go(ui, &m->visit);
	} else {
		ui_say(ui, false, "There is no mark %c; m%c sets it.", letter,
		       letter);
	}
}

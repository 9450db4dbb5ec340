/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session.h"

#include "browse.h"
#include "open.h"
#include "ui/ui.h"

struct session {
	const struct setup *setup;
	struct library *lib;
	struct keep *keep;
	struct term *term;
	struct ui *ui;
	struct grid grid;
	struct log *log;
	bool is_unkept; /* the reader knows that nothing can be kept */
	bool has_moved; /* the place is to be kept once the page is shown */
};

static void show(struct session *s)
{
	int rows, cols;
	term_size(s->term, &rows, &cols);
	grid_reset(&s->grid, rows, cols);
	ui_draw(s->ui, &s->grid);
	term_show(s->term, &s->grid);
}

/* Says once that something can't be kept. */
static void say_unkept(struct session *s, const struct err *err)
{
	if (!s->is_unkept)
		ui_say(s->ui, true, "%s", err->text);
	s->is_unkept = true;
}

/* Keeps where the reader is. */
static void remember(struct session *s)
{
	struct reading reading;
	struct err err;
	s->has_moved = false;
	if (ui_reading(s->ui, &reading) && !s->is_unkept &&
	    !keep_place(s->keep, reading.path, reading.at, reading.percent,
			&err))
		say_unkept(s, &err);
}

static void open_path(struct session *s, const struct effect *effect)
{
	struct err err;
	struct arena arena = {0};
	struct str path = arena_str(&arena, effect->path);
	struct article *a = NULL;
	remember(s);
	if (str_eq(path, STR("-")))
		err_set(&err, "Standard input can be read only once.");
	else
		a = open_article(path, s->setup->options.format, &err);
	if (a) {
		struct position at = effect->has_position
					     ? effect->at
					     : keep_find(s->keep, path, a);
		keep_opened(s->keep, path, a);
		ui_show(s->ui, a, path, at);
	} else {
		ui_say(s->ui, true, "%s", err.text);
	}
	arena_release(&arena);
}

static void copy(struct session *s, struct str text)
{
	if (s->setup->options.is_secure)
		ui_say(s->ui, true, "Copying is off in secure mode.");
	else if (text.n > TERM_COPY_MAX)
		ui_say(s->ui, true, "That is too long for the clipboard.");
	else if (!term_copy(s->term, text))
		ui_say(s->ui, true,
		       "This terminal has no clipboard to copy to.");
}

static void hand_over(struct session *s, struct str url)
{
	struct err err;
	if (s->setup->options.is_secure)
		ui_say(s->ui, true, "Opening addresses is off in secure mode.");
	else if (!browse(url, &err))
		ui_say(s->ui, true, "%s", err.text);
}

/* Carries an effect out; false when it is to leave. */
static bool carry_out(struct session *s, const struct effect *effect)
{
	switch (effect->type) {
	case EFFECT_NONE:
		break;
	case EFFECT_REMEMBER:
		s->has_moved = true;
		break;
	case EFFECT_QUIT:
		return false;
	case EFFECT_OPEN:
	case EFFECT_RELOAD:
		open_path(s, effect);
		break;
	case EFFECT_SUSPEND:
		term_suspend(s->term);
		break;
	case EFFECT_REPAINT:
		term_repaint(s->term);
		break;
	case EFFECT_COPY:
		copy(s, effect->text);
		break;
	case EFFECT_BROWSE:
		hand_over(s, effect->text);
		break;
	}
	return true;
}

/* Whether there is anything new. */
static bool take_news(struct session *s)
{
	bool was_done = library_state(s->lib).is_done;
	if (!library_poll(s->lib))
		return false;
	if (!was_done && library_state(s->lib).is_done)
		log_line(s->log, "library read");
	return true;
}

/* False when the session is at its end. */
static bool take(struct session *s, const struct event *event)
{
	if (event->type == EVENT_END)
		return false;
	if (event->type == EVENT_NEWS && !take_news(s))
		return true;
	struct effect effect = ui_update(s->ui, event);
	struct err err;
	if (effect.prompt != UI_PROMPT_NONE && !s->is_unkept &&
	    !keep_line(s->keep, effect.prompt, effect.line, &err))
		say_unkept(s, &err);
	return carry_out(s, &effect);
}

static void loop(struct session *s)
{
	bool goes_on = true;
	struct event event;
	while (goes_on) {
		term_wait(s->term, library_fd(s->lib));
		while (goes_on && term_next(s->term, &event))
			goes_on = take(s, &event);
		if (goes_on)
			show(s);
		/* A write may wait for the disk; the reader does not. */
		if (s->has_moved)
			remember(s);
	}
}

static bool bind(void *arg, struct str action, struct str keys, struct err *err)
{
	return ui_bind(arg, action, keys, err);
}

/* Where the first article opens: at a line, else where it was left. */
static struct position first_place(const struct session_start *start)
{
	const struct setup *setup = start->setup;
	if (setup->options.start_line)
		return open_line(start->article,
				 (unsigned)setup->settings.measure,
				 setup->options.start_line);
	return keep_find(start->keep, buf_str(&start->path), start->article);
}

static void show_first(struct session *s, const struct session_start *start)
{
	struct str path = buf_str(&start->path);
	if (!start->article) {
		ui_start_page(s->ui);
		return;
	}
	ui_show(s->ui, start->article, path, first_place(start));
}

static void begin(struct session *s, const struct session_start *start)
{
	struct event size = {.type = EVENT_RESIZE};
	struct buf problems = {0};
	settings_read_keys(buf_str(&s->setup->keys), bind, s->ui, &problems);
	term_size(s->term, &size.rows, &size.cols);
	ui_update(s->ui, &size);
	show_first(s, start);
	if (s->setup->options.pattern.n > 0)
		ui_find(s->ui, s->setup->options.pattern);
	struct str line, rest = buf_str(&problems);
	if (str_next_line(&rest, &line))
		ui_say(s->ui, true, "%.*s", STR_ARG(line));
	else if (start->message[0])
		ui_say(s->ui, true, "%s", start->message);
	show(s);
	log_line(s->log, "first page shown");
	library_start(s->lib);
	keep_recall(s->keep, s->ui);
	/* Writing waits until there is something to read; ui has the article
	 * now, and keeps it until the first event. */
	if (start->article)
		keep_opened(s->keep, buf_str(&start->path), start->article);
	buf_release(&problems);
}

int session_run(struct term *term, const struct session_start *start)
{
	struct ui_options how = setup_ui_options(start->setup, start->log);
	how.ascii |= !setup_is_unicode();
	struct session s = {
		.setup = start->setup,
		.lib = start->lib,
		.keep = start->keep,
		.term = term,
		.ui = ui_new(start->lib, &how),
		.log = start->log,
	};
	begin(&s, start);
	loop(&s);
	remember(&s);
	int signal_number = term_end_signal(term);
	term_close(term);
	ui_free(s.ui);
	grid_release(&s.grid);
	return signal_number;
}

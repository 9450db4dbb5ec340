/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The screen's mind: a function from events to a grid. It does no I/O; what
 * has to happen outside it says as an effect, which main carries out.
 */
#ifndef PORE_UI_UI_H
#define PORE_UI_UI_H

#include "library/library.h"
#include "screen/event.h"
#include "screen/grid.h"
#include "store/settings.h"

struct ui;

struct ui_options {
	unsigned measure; /* at most so many cells, 72 by default */
	bool hyphenate;
	bool ascii;
	bool is_secure;
	enum settings_sidebar sidebar;
	enum settings_notes notes;
	struct log *log;
};

/* Prompts, each with its own lines typed before. */
enum ui_prompt {
	UI_PROMPT_NONE,
	UI_PROMPT_SEARCH,
	UI_PROMPT_FIND,
	UI_PROMPT_TITLE,
	UI_PROMPT_COMMAND,
	UI_PROMPTS
};

enum effect_type {
	EFFECT_NONE,
	EFFECT_QUIT,
	EFFECT_OPEN,	 /* read `path` and hand it to ui_show */
	EFFECT_RELOAD,	 /* the same for the article shown, keeping the place */
	EFFECT_SUSPEND,	 /* ^Z */
	EFFECT_REPAINT,	 /* ^L */
	EFFECT_COPY,	 /* `text` to the clipboard (OSC 52) */
	EFFECT_BROWSE,	 /* `text`: an address for the opener */
	EFFECT_REMEMBER, /* keep the position: ui_reading says which */
};

struct effect {
	enum effect_type type;
	struct str path; /* valid until the next ui call */
	struct str text;
	struct position at; /* EFFECT_OPEN: where to open it */
	bool has_position;  /* ... else where one left it, as main remembers */
	/* With any type: a line was accepted that is to be kept, or
	 * UI_PROMPT_NONE. */
	enum ui_prompt prompt;
	struct str line;
};

/* `lib` is borrowed. */
struct ui *ui_new(struct library *lib, const struct ui_options *options);
void ui_free(struct ui *ui);

/* Shows an article that main has read (ui takes it over and frees it), at a
 * position. */
void ui_show(struct ui *ui, struct article *article, struct str path,
	     struct position at);
/* The start page: the library's list. */
void ui_start_page(struct ui *ui);
/* Finds text in the article shown, as if it was typed at the prompt of `find`.
 */
void ui_find(struct ui *ui, struct str text);
/* A line typed in an earlier run; the latest first. */
void ui_recall(struct ui *ui, enum ui_prompt prompt, struct str line);
/* A sentence for the status line until the next key. */
void ui_say(struct ui *ui, bool is_error, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

struct effect ui_update(struct ui *ui, const struct event *event);
/* Draws everything into the grid, whose size is the screen's. */
void ui_draw(struct ui *ui, struct grid *grid);

/* What is being read and where; false when nothing is. */
struct reading {
	struct str path;
	struct position at;
	int percent;
};
bool ui_reading(const struct ui *ui, struct reading *out);

/* Binds keys as the `keys` file says: action name and key names parted by
 * spaces. False and a sentence if there is no such action or key. */
bool ui_bind(struct ui *ui, struct str action, struct str keys,
	     struct err *err);
/* The table of actions and keys, for --print-keys and the manual's test: a
 * line "action<TAB>keys<TAB>what it does" each. */
void ui_print_keys(struct buf *out);

#endif

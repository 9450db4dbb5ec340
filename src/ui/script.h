/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scripts: keys, and the screens that must follow. A line is a step:
 *
 *     # a remark; blank lines too are passed over
 *     size 80x24               the screen is so large from now on
 *     open footnote.txt        show that article of the library; first of all
 *                              steps, or the start page is shown
 *     wait                     until the library is read to the end
 *     key SPACE } ^W F1        keys by name, one after the other
 *     type belt and road       the characters of the rest of the line
 *     paste some text
 *     click ROW COL            from 1
 *     wheel ROW COL LINES      LINES less than 0: up
 *     effect browse ADDRESS    what the last step asked of the program: none,
 *                              quit, reload, suspend, repaint, copy, browse
 *     expect                   the screen is this, a row a line, blanks at
 *     |The first row           their ends left out
 *     |The second one
 *     expect-styles            the same with the lines of grid_text that tell
 *     |Title                   the styles
 *     |BBBBB
 */
#ifndef PORE_UI_SCRIPT_H
#define PORE_UI_SCRIPT_H

#include "base/err.h"
#include "ui/ui.h"

enum step_type {
	STEP_SIZE, /* rows, cols */
	STEP_OPEN, /* text */
	STEP_WAIT,
	STEP_KEY,    /* key; `key a b` gives two steps */
	STEP_TYPE,   /* text */
	STEP_PASTE,  /* text */
	STEP_CLICK,  /* row, col, from 0 */
	STEP_WHEEL,  /* row, col, lines */
	STEP_EFFECT, /* text: its name, what: the rest */
	STEP_EXPECT, /* text: the expected rows, each with its '|' and LF */
	STEP_EXPECT_STYLES,
};

struct step {
	enum step_type type;
	unsigned line; /* of the script, from 1 */
	uint32_t key;
	int rows, cols, row, col, lines;
	struct str text, what; /* parts of the script */
};

/* A script being read; `rest` and `line` are all there is to set: the text
 * and 0. */
struct script {
	struct str rest;
	unsigned line;
	struct str keys; /* that are left of a `key` line */
};

/* The next step. False at the end, or with a sentence in *err (whose text is
 * "" before) for a line that is no step. */
bool script_next(struct script *script, struct step *step, struct err *err);

/* What the ui asks for and its runner has to do. */
struct script_host {
	/* Reads the article and hands it to ui_show. `path` is as the library
	 * gives it, or as the script's `open` has it (is_name). False with a
	 * sentence. */
	bool (*open)(void *arg, struct ui *ui, const struct effect *effect,
		     bool is_name, struct err *err);
	void *arg;
};

/* Runs a script on a fresh ui. Stops at the first screen that is not as
 * expected: false, and *err says where; `got` (may be NULL) gets the screen as
 * it is, in the same notation. */
bool script_run(struct str text, struct ui *ui, struct library *lib,
		const struct script_host *host, struct buf *got,
		struct err *err);
/* Runs it and appends the script to `out` with the screens as they are. */
bool script_update(struct str text, struct ui *ui, struct library *lib,
		   const struct script_host *host, struct buf *out,
		   struct err *err);

#endif

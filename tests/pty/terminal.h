/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pore on a terminal (libvterm) that tests can type at and look at. Looking
 * waits until the screen is what is expected, for TERMINAL_PATIENCE at most:
 * nothing ever sleeps. What fails prints the screen.
 */
#ifndef PORE_TESTS_PTY_TERMINAL_H
#define PORE_TESTS_PTY_TERMINAL_H

#include <termios.h>

#include "pty/job.h"
#include "pty/output.h"
#include "screen/event.h"

enum { TERMINAL_PATIENCE = 10000 }; /* ms */

struct terminal {
	struct job job;
	struct VTerm *vterm;
	struct VTermScreen *screen;
	int rows, cols;
	struct output output;
	int log; /* what pore logs, through a FIFO */
	struct buf logged;
	char *folder; /* for its state and the like */
	struct buf shown;
	bool has_status;
	int status;
	bool is_closed;
};

struct terminal_start {
	const char *const *arguments; /* behind "pore", to NULL */
	const char *term;	      /* NULL: xterm-256color */
	const char *locale;	      /* NULL: C.UTF-8 */
	const char *input;	      /* a file for standard input, or NULL */
	const char *more_env;	      /* one "NAME=VALUE", or NULL */
	int rows, cols;		      /* 0: 24 x 80 */
};

/* Starts pore in the top folder of the sources, so that paths are short and
 * the same everywhere. */
struct terminal *terminal_start(const struct terminal_start *start);
/* Shorter: pore on one PATH. */
struct terminal *terminal_open(const char *path);
void terminal_free(struct terminal *t);

void terminal_type(struct terminal *t, struct str bytes);
void terminal_key(struct terminal *t, uint32_t key);
void terminal_resize(struct terminal *t, int rows, int cols);

/* The screen's rows, blanks at their ends left out, LF after each. */
const char *terminal_screen(struct terminal *t);
/* Waits until the screen is `rows`. */
void terminal_expect(struct terminal *t, struct str rows);
/* Waits until a text stands somewhere on it, or does no more. */
void terminal_expect_text(struct terminal *t, const char *text);
void terminal_expect_no_text(struct terminal *t, const char *text);
/* Waits until the mouse and pasting are switched on: all is set up. */
void terminal_expect_taken(struct terminal *t);
/* Waits until pore has logged a text. */
void terminal_expect_log(struct terminal *t, const char *text);
/* Waits until it has stopped or ended; returns the wait status. */
int terminal_wait(struct terminal *t);

/* Fails unless the terminal is as before the start: its modes, main screen,
 * mouse and paste off, cursor seen. */
void terminal_assert_restored(struct terminal *t);
/* Fails if anything was written that is not allowed. */
void terminal_assert_clean(struct terminal *t);
/* q, status 0, restored, clean; frees it. */
void terminal_quit(struct terminal *t);

#endif

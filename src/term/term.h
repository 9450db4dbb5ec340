/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terminal: shows a grid, gives events. The only code that knows curses.
 * There is one at a time, for the main thread.
 */
#ifndef PORE_TERM_TERM_H
#define PORE_TERM_TERM_H

#include "base/err.h"
#include "screen/event.h"
#include "screen/grid.h"

struct term;

struct term_options {
	bool color;
	bool mouse;
};

/* Takes the terminal over: the controlling one, so that standard input may be
 * a text, else the one at standard input and output. LC_CTYPE must be set.
 * NULL with a sentence where there is none that can show a screen; then it
 * is as it was. */
struct term *term_open(const struct term_options *options, struct err *err);
/* Gives it back as it was. */
void term_close(struct term *t);

void term_size(const struct term *t, int *rows, int *cols);

/* Shows the grid, which is cut where the screen is smaller. */
void term_show(struct term *t, const struct grid *grid);
/* The next term_show writes everything again. */
void term_repaint(struct term *t);

/* Blocks until term_next has an event; `news_fd` (-1: none) being readable is
 * one, EVENT_NEWS. */
void term_wait(struct term *t, int news_fd);
/* The next event, false if none is at hand. A pasted text is valid until the
 * next call. EVENT_END comes again and again: the terminal is gone, or a
 * signal has asked the program to end. */
bool term_next(struct term *t, struct event *out);
/* The signal that EVENT_END stands for, or 0 if the terminal is gone. */
int term_end_signal(const struct term *t);
/* Ends the program by that signal, after term_close. */
_Noreturn void term_die(int signal_number);

/* Stops the program's job as ^Z does; returns when it is continued. */
void term_suspend(struct term *t);
/* Puts text on the clipboard through the terminal (OSC 52). False if it is
 * longer than TERM_COPY_MAX bytes or the terminal is not one of xterm's kin. */
enum { TERM_COPY_MAX = 74994 };
bool term_copy(struct term *t, struct str text);

#endif

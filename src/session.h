/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading on the screen: the loop that carries events from the terminal to
 * the ui and its effects out into the world.
 */
#ifndef PORE_SESSION_H
#define PORE_SESSION_H

#include "keep.h"
#include "library/library.h"
#include "setup.h"
#include "term/term.h"

struct session_start {
	const struct setup *setup;
	struct library *lib; /* not started yet */
	struct keep *keep;
	struct article *article; /* to open first (taken over), or NULL: the
				    start page */
	struct buf path;	 /* of the article */
	const char *message;	 /* to be said first, or "" */
	struct log *log;
};

/* Reads until the reader leaves, or the terminal or a signal ends it. Returns
 * that signal, or 0. The terminal has been given back. */
int session_run(struct term *term, const struct session_start *start);

#endif

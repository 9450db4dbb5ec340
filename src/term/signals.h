/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals, and how the terminal is given back whatever ends the program.
 *
 * SEGV, BUS, FPE, ILL, ABRT, QUIT and PIPE give the terminal back at once and
 * end the program by the same signal. TERM, HUP and INT are told to the main
 * loop first, so that it can save what the reader has; a second one ends the
 * program at once. WINCH, TSTP and CONT are told to the main loop. What was
 * ignored when the program started stays so.
 *
 * The only part of the program with writable globals: a signal handler has
 * nowhere else to look.
 */
#ifndef PORE_TERM_SIGNALS_H
#define PORE_TERM_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "base/err.h"
#include "base/str.h"

/* Puts the handlers in place. */
bool signals_open(struct err *err);
/* Takes them away. */
void signals_close(void);

/* From now on, until signals_disarm, the end of the program (and
 * panic_restore) writes `reset` (at most SIGNALS_RESET_MAX bytes, copied) to
 * `fd` and sets its modes to `before`. */
enum { SIGNALS_RESET_MAX = 512 };
void signals_arm(int fd, struct str reset, const struct termios *before);
void signals_disarm(void);

/* Readable when there is something to take. */
int signals_fd(void);

struct signals {
	bool is_resized;
	bool is_stopped;   /* TSTP: asked to stop */
	bool is_continued; /* CONT: the terminal may be in any state */
	int end;	   /* TERM, HUP or INT, else 0 */
};
/* What has come since the last time. */
struct signals signals_take(void);

/* Stops this process, or the whole job, as ^Z does; returns when it is
 * continued. */
void signals_stop(bool is_job);
/* Ends the program by a signal. */
_Noreturn void signals_die(int signal_number);

#endif

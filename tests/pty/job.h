/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program as the foreground job of a session of its own, on a new
 * pseudo-terminal. Between it and us stands a process that does what a shell
 * with job control does: it leads the session, and takes the terminal back
 * when the job has stopped. Without it the job would be orphaned, and ^Z would
 * do nothing.
 */
#ifndef PORE_TESTS_PTY_JOB_H
#define PORE_TESTS_PTY_JOB_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

struct job_start {
	const char *program;
	char *const *argv;
	const char *input;	/* standard input from this file; NULL: the
				   terminal */
	const char *const *env; /* "NAME=VALUE" or "NAME" to unset, to NULL */
	int rows, cols;
};

struct job {
	int fd;	   /* of our side of the terminal */
	pid_t pid; /* of the program */
	pid_t shell;
	int reports; /* readable when the program stopped or ended */
	int orders;
	struct termios before; /* of the terminal, before the program began */
};

/* Does not return when it can't be started: the test has failed. */
struct job job_start(const struct job_start *start);
/* The wait status, once `reports` is readable. */
int job_report(struct job *job);
/* Brings a stopped job to the foreground again. */
void job_continue(struct job *job);
/* Ends whatever is left of it. */
void job_end(struct job *job);

#endif

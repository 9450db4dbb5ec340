/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handlers do nothing but set a flag and write a byte to a pipe, or give the
 * terminal back with calls that POSIX lists as safe there.
 */
#include "config.h"

#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

enum { ALTERNATE_STACK = 65536 };

enum answer { DIE, END, RESIZE, STOP, CONTINUE };

static const struct {
	int number;
	enum answer answer;
} table[] = {
	{SIGSEGV, DIE},	    {SIGBUS, DIE},   {SIGFPE, DIE},
	{SIGILL, DIE},	    {SIGABRT, DIE},  {SIGQUIT, DIE},
	{SIGPIPE, DIE},	    {SIGTERM, END},  {SIGHUP, END},
	{SIGINT, END},	    {SIGTSTP, STOP}, {SIGCONT, CONTINUE},
	{SIGWINCH, RESIZE},
};
enum { SIGNALS = sizeof table / sizeof *table };

static struct {
	int fd;
	struct termios before;
	char reset[SIGNALS_RESET_MAX];
	size_t n;
} guarded;
static volatile sig_atomic_t is_armed;

static volatile sig_atomic_t came[SIGNALS];
static int wake[2] = {-1, -1}; /* a pipe: what the main loop waits at */
static struct sigaction before[SIGNALS];
static stack_t stack; /* for a fault that is the end of the usual one */

void panic_restore(void)
{
	if (!is_armed)
		return;
	is_armed = 0;
	size_t at = 0;
	while (at < guarded.n) {
		ssize_t n =
			write(guarded.fd, guarded.reset + at, guarded.n - at);
		if (n < 0 && errno != EINTR)
			break;
		at += n > 0 ? (size_t)n : 0;
	}
	tcsetattr(guarded.fd, TCSADRAIN, &guarded.before);
}

void signals_arm(int fd, struct str reset, const struct termios *modes)
{
	is_armed = 0;
	guarded.fd = fd;
	guarded.before = *modes;
	guarded.n = reset.n < sizeof guarded.reset ? reset.n : 0;
	memcpy(guarded.reset, reset.p, guarded.n);
	is_armed = 1;
}

void signals_disarm(void)
{
	is_armed = 0;
}

void signals_die(int number)
{
	panic_restore();
	signal(number, SIG_DFL);
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
	_exit(128 + number); /* it is ignored or blocked by someone else */
}

static void handle(int number)
{
	int saved = errno;
	for (int i = 0; i < SIGNALS; i++) {
		if (table[i].number != number)
			continue;
		if (table[i].answer == DIE ||
		    (table[i].answer == END && came[i]))
			signals_die(number);
		came[i] = 1;
	}
	ssize_t n = write(wake[1], "", 1); /* full: it will wake anyway */
	(void)n;
	errno = saved;
}

static void release(void)
{
	stack_t none = {.ss_flags = SS_DISABLE};
	sigaltstack(&none, NULL);
	mem_free(stack.ss_sp);
	stack.ss_sp = NULL;
	close(wake[0]);
	close(wake[1]);
	wake[0] = wake[1] = -1;
}

bool signals_open(struct err *err)
{
	if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) {
		err_set(err, "no pipe for signals: %s", strerror(errno));
		return false;
	}
	stack = (stack_t){.ss_sp = mem_new(ALTERNATE_STACK),
			  .ss_size = ALTERNATE_STACK};
	sigaltstack(&stack, NULL);
	for (int i = 0; i < SIGNALS; i++) {
		struct sigaction action = {.sa_handler = handle,
					   .sa_flags = SA_RESTART | SA_ONSTACK};
		came[i] = 0;
		sigaction(table[i].number, NULL, &before[i]);
		if (before[i].sa_handler == SIG_IGN)
			continue;
		sigemptyset(&action.sa_mask);
		sigaction(table[i].number, &action, NULL);
	}
	return true;
}

void signals_close(void)
{
	for (int i = 0; i < SIGNALS; i++)
		sigaction(table[i].number, &before[i], NULL);
	release();
}

int signals_fd(void)
{
	return wake[0];
}

struct signals signals_take(void)
{
	struct signals s = {0};
	char bytes[64];
	while (read(wake[0], bytes, sizeof bytes) > 0)
		;
	for (int i = 0; i < SIGNALS; i++) {
		if (!came[i])
			continue;
		if (table[i].answer == END)
			s.end = table[i].number; /* stays: see handle() */
		else
			came[i] = 0;
		s.is_resized |= table[i].answer == RESIZE;
		s.is_stopped |= table[i].answer == STOP;
		s.is_continued |= table[i].answer == CONTINUE;
	}
	return s;
}

void signals_stop(bool is_job)
{
	struct sigaction ours, theirs = {.sa_handler = SIG_DFL};
	sigemptyset(&theirs.sa_mask);
	sigaction(SIGTSTP, NULL, &ours);
	if (ours.sa_handler == SIG_IGN)
		return; /* started by a shell without job control */
	sigaction(SIGTSTP, &theirs, NULL);
	/* The whole job: with `git log | pore`, git stops as well. */
	kill(is_job ? 0 : getpid(), SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
}

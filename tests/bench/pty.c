/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/pty.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

struct pty {
	pid_t pid;
	int fd;
	int cols;
	VTerm *term;
	VTermScreen *screen;
};

static void write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);
		if (written <= 0)
			return; /* the program is gone: reading will tell */
		bytes += written;
		n -= (size_t)written;
	}
}

/* What the terminal answers to a program's questions. */
static void answer(const char *bytes, size_t n, void *fd)
{
	write_all(*(int *)fd, bytes, n);
}

struct pty *pty_start(char *const argv[], int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
			       .ws_col = (unsigned short)cols};
	struct pty *p = calloc(1, sizeof *p);
	if (!p)
		return NULL;
	p->cols = cols;
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid == 0) {
		execvp(argv[0], argv);
		_exit(127);
	}
	if (p->pid < 0) {
		free(p);
		return NULL;
	}
	p->term = vterm_new(rows, cols);
	vterm_set_utf8(p->term, 1);
	vterm_output_set_callback(p->term, answer, &p->fd);
	p->screen = vterm_obtain_screen(p->term);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	return p;
}

bool pty_read(struct pty *p, int milliseconds)
{
	struct pollfd wait = {.fd = p->fd, .events = POLLIN};
	if (poll(&wait, 1, milliseconds) <= 0)
		return false;
	char bytes[65536];
	ssize_t n = read(p->fd, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	vterm_input_write(p->term, bytes, (size_t)n);
	return true;
}

void pty_type(struct pty *p, const char *keys)
{
	write_all(p->fd, keys, strlen(keys));
}

void pty_text(const struct pty *p, int from, int to, char *out, size_t size)
{
	size_t n = 0;
	for (int row = from; row < to && n + 2 < size; row++) {
		VTermRect line = {.start_row = row,
				  .end_row = row + 1,
				  .start_col = 0,
				  .end_col = p->cols};
		size_t start = n;
		n += vterm_screen_get_text(p->screen, out + n, size - n - 2,
					   line);
		while (n > start && out[n - 1] == ' ')
			n--;
		out[n++] = '\n';
	}
	out[n] = '\0';
}

double pty_cpu(const struct pty *p)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/stat", (int)p->pid);
	FILE *file = fopen(path, "r");
	if (!file)
		return -1;
	/* "pid (name) state", ten more fields, then user and system ticks. */
	unsigned long user = 0, system = 0;
	int n = fscanf(file,
		       "%*d %*s %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u "
		       "%lu %lu",
		       &user, &system);
	fclose(file);
	return n == 2 ? (double)(user + system) / (double)sysconf(_SC_CLK_TCK)
		      : -1;
}

void pty_free(struct pty *p)
{
	kill(p->pid, SIGKILL);
	close(p->fd);
	waitpid(p->pid, NULL, 0);
	vterm_free(p->term);
	free(p);
}

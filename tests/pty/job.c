/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pty/job.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void die(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	_exit(99);
}

static void run_program(const struct job_start *start)
{
	setpgid(0, 0);
	tcsetpgrp(STDIN_FILENO, getpid());
	signal(SIGTTOU, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	if (start->input) {
		int fd = open(start->input, O_RDONLY);
		if (fd < 0)
			die(start->input);
		dup2(fd, STDIN_FILENO);
		close(fd);
	}
	for (size_t i = 0; start->env[i]; i++) {
		char *name = strdup(start->env[i]);
		char *value = strchr(name, '=');
		if (value)
			*value++ = '\0';
		if (value)
			setenv(name, value, 1);
		else
			unsetenv(name);
		free(name);
	}
	execv(start->program, start->argv);
	die(start->program);
}

static void send_all(int fd, const void *bytes, size_t n)
{
	if (write(fd, bytes, n) != (ssize_t)n)
		_exit(99);
}

/* Stays until the program has ended and the orders are closed. */
static void run_shell(const struct job_start *start, int reports, int orders)
{
	/* As a background process it sets who has the foreground. */
	signal(SIGTTOU, SIG_IGN);
	/* When the terminal goes the program must notice by itself. */
	signal(SIGHUP, SIG_IGN);
	char order;
	if (read(orders, &order, 1) != 1)
		_exit(99);
	pid_t pid = fork();
	if (pid < 0)
		die("fork");
	if (pid == 0)
		run_program(start);
	setpgid(pid, pid);
	tcsetpgrp(STDIN_FILENO, pid);
	send_all(reports, &pid, sizeof pid);
	int status = 0;
	while (waitpid(pid, &status, WUNTRACED) == pid) {
		tcsetpgrp(STDIN_FILENO, getpid());
		send_all(reports, &status, sizeof status);
		if (read(orders, &order, 1) != 1)
			break;
		tcsetpgrp(STDIN_FILENO, pid);
		kill(-pid, SIGCONT);
	}
	_exit(0);
}

struct job job_start(const struct job_start *start)
{
	struct winsize size = {.ws_row = (unsigned short)start->rows,
			       .ws_col = (unsigned short)start->cols};
	int reports[2], orders[2];
	struct job job = {0};
	if (pipe2(reports, O_CLOEXEC) != 0 || pipe2(orders, O_CLOEXEC) != 0)
		die("pipe");
	fflush(NULL);
	job.shell = forkpty(&job.fd, NULL, NULL, &size);
	if (job.shell < 0)
		die("forkpty");
	if (job.shell == 0) {
		close(reports[0]);
		close(orders[1]);
		run_shell(start, reports[1], orders[0]);
	}
	close(reports[1]);
	close(orders[0]);
	fcntl(job.fd, F_SETFD, FD_CLOEXEC);
	fcntl(job.fd, F_SETFL, O_NONBLOCK);
	job.reports = reports[0];
	job.orders = orders[1];
	/* How the terminal is must be known before the program changes it. */
	if (tcgetattr(job.fd, &job.before) != 0)
		die("tcgetattr");
	job_continue(&job);
	if (read(job.reports, &job.pid, sizeof job.pid) != sizeof job.pid)
		die("no program");
	return job;
}

int job_report(struct job *job)
{
	int status = 0;
	if (read(job->reports, &status, sizeof status) != sizeof status)
		die("no report");
	return status;
}

void job_continue(struct job *job)
{
	if (write(job->orders, "c", 1) != 1)
		die("no order");
}

void job_end(struct job *job)
{
	kill(job->pid, SIGKILL);
	close(job->orders);
	close(job->reports);
	if (job->fd >= 0)
		close(job->fd);
	waitpid(job->shell, NULL, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

struct log {
	int fd;
	struct timespec start;
};

struct log *log_new(const char *path, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (fd < 0) {
		err_set(err, "%s: the log can't be written: %s", path,
			strerror(errno));
		return NULL;
	}
	struct log *log = mem_new(sizeof *log);
	log->fd = fd;
	clock_gettime(CLOCK_MONOTONIC, &log->start);
	return log;
}

void log_line(struct log *log, const char *format, ...)
{
	if (!log)
		return;
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	long long micros = (now.tv_sec - log->start.tv_sec) * 1000000LL +
			   (now.tv_nsec - log->start.tv_nsec) / 1000;
	char line[1024];
	int head = snprintf(line, sizeof line - 1, "%lld.%06lld ",
			    micros / 1000000, micros % 1000000);
	va_list args;
	va_start(args, format);
	int body = vsnprintf(line + head, sizeof line - 1 - (size_t)head,
			     format, args);
	va_end(args);
	size_t n = (size_t)head + (body > 0 ? (size_t)body : 0);
	if (n > sizeof line - 2)
		n = sizeof line - 2;
	line[n++] = '\n';
	/* A log that can't be written is no reason to stop reading. */
	ssize_t written = write(log->fd, line, n);
	(void)written;
}

void log_free(struct log *log)
{
	if (!log)
		return;
	close(log->fd);
	mem_free(log);
}

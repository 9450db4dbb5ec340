/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of --log=FILE: one line an event, written whole, from any thread.
 */
#ifndef PORE_BASE_LOG_H
#define PORE_BASE_LOG_H

#include <stdbool.h>

#include "base/err.h"

struct log;

/* Opens `path` for appending; false and *err if it can't be. */
struct log *log_new(const char *path, struct err *err);
/* Writes "SECONDS.MICROS text\n"; log may be NULL, then nothing happens. */
void log_line(struct log *log, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void log_free(struct log *log);

#endif

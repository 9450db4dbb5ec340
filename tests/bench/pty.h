/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program on a terminal of its own, and what its screen shows (libvterm).
 */
#ifndef PORE_TESTS_BENCH_PTY_H
#define PORE_TESTS_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>

struct pty;

/* Starts argv[0] (found in PATH) with this environment on a terminal of that
 * size. NULL if the system has no terminal or process left. */
struct pty *pty_start(char *const argv[], int rows, int cols);
/* Takes in what the program has written within `milliseconds`; false if that
 * was nothing, or the program is gone. */
bool pty_read(struct pty *p, int milliseconds);
void pty_type(struct pty *p, const char *keys);
/* The text of rows [from, to) without spaces at the ends of lines, into
 * `out` of `size` bytes, NUL-terminated. */
void pty_text(const struct pty *p, int from, int to, char *out, size_t size);
/* Seconds of processor time that the program has used; negative if it is
 * gone. */
double pty_cpu(const struct pty *p);
/* Ends the program and frees. */
void pty_free(struct pty *p);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times, and the lines that benches print.
 */
#ifndef PORE_TESTS_BENCH_FIGURE_H
#define PORE_TESTS_BENCH_FIGURE_H

#include <stddef.h>

/* Seconds of a clock that only goes forward. */
double figure_now(void);

/* The value at `part` (0 to 1) of n > 0 values, which are sorted here. */
double figure_quantile(double *values, size_t n, double part);

/* Prints "name value unit", and with a peer " peer value ratio", where the
 * ratio is ours by theirs. */
void figure_print(const char *name, double value, const char *unit);
void figure_print_beside(const char *name, double value, const char *unit,
			 const char *peer, double peer_value);

#endif

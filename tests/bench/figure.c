/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double figure_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

double figure_quantile(double *values, size_t n, double part)
{
	qsort(values, n, sizeof *values, compare);
	size_t i = (size_t)(part * (double)n);
	return values[i < n ? i : n - 1];
}

void figure_print(const char *name, double value, const char *unit)
{
	printf("%s %.4g %s\n", name, value, unit);
	fflush(stdout);
}

void figure_print_beside(const char *name, double value, const char *unit,
			 const char *peer, double peer_value)
{
	printf("%s %.4g %s %s %.4g %.2f\n", name, value, unit, peer, peer_value,
	       peer_value > 0 ? value / peer_value : 0);
	fflush(stdout);
}

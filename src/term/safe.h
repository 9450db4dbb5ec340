/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell of the grid as characters that a terminal is sure to show in just
 * its width.
 */
#ifndef PORE_TERM_SAFE_H
#define PORE_TERM_SAFE_H

#include <stdbool.h>
#include <wchar.h>

#include "screen/grid.h"

/* A base and the marks that curses keeps with it. */
enum { SAFE_CHARACTERS = 5 };

struct safe {
	wchar_t text[SAFE_CHARACTERS + 1]; /* NUL-terminated */
	int width;			   /* 1 or 2 */
};

/* Splits a cell (of width 1 or 2) into one part of its width or two narrow
 * ones; returns how many. */
int safe_split(const struct cell *cell, struct safe out[2]);

#endif

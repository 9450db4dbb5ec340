/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How roles and attributes look on this terminal.
 */
#ifndef PORE_TERM_THEME_H
#define PORE_TERM_THEME_H

#include <curses.h>
#include <stdbool.h>

#include "screen/style.h"

struct rendition {
	attr_t attributes;
	short pair;
};

struct theme {
	struct rendition roles[ROLES];
	attr_t forbidden[ROLES]; /* attributes that a role can't have */
	attr_t italic;		 /* or what stands in for it */
};

/* Prepares the colours, after newterm. */
void theme_init(struct theme *theme, bool wants_color);
struct rendition theme_rendition(const struct theme *theme, struct style style);

#endif

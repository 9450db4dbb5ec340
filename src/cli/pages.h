/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Set pages on paper: lines of runs as text, with SGR where it is welcome.
 */
#ifndef PORE_CLI_PAGES_H
#define PORE_CLI_PAGES_H

#include "cli/cli.h"

struct pages;

struct pages *pages_new(void);
void pages_free(struct pages *pages);

/* Parts two articles: nothing before the first, a rule before others. */
void pages_part(struct pages *pages, const struct printing *p);
/* Prints the units from `first` to before `end` (or the last there is). */
void pages_print(struct pages *pages, const struct printing *p,
		 const struct article *a, int32_t first, int32_t end);

#endif

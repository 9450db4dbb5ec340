/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The modes without a screen: --dump, --list, --search, --related, --notes,
 * --outline, --stats.
 */
#ifndef PORE_CLI_CLI_H
#define PORE_CLI_CLI_H

#include <stdio.h>

#include "cli/options.h"
#include "library/library.h"

/* How text is written. */
struct printing {
	FILE *out;
	unsigned measure; /* cells */
	bool is_terminal; /* columns are aligned for a person */
	bool has_color;	  /* SGR sequences are welcome */
	bool ascii;
	bool hyphenate;
};

/* Runs the mode; `options->paths` are not empty. Results go to printing->out,
 * one line for each input that can't be read to standard error. Returns the
 * exit status of interface.md: 0, 1 without a result, 2 if nothing could be
 * opened. Whether all could be written, the caller asks printing->out. */
int cli_run(const struct options *options, unsigned threads,
	    const struct printing *printing, struct log *log);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader wants: the configuration, over it the environment variable
 * PORE, over both the command line.
 */
#ifndef PORE_SETUP_H
#define PORE_SETUP_H

#include "cli/options.h"
#include "store/settings.h"
#include "ui/ui.h"

struct setup {
	struct options options;	  /* paths: what to open, never empty */
	struct settings settings; /* what options say has been put over them */
	struct buf keys;	  /* the keys file */
	struct buf problems;	  /* of the configuration, a line each */
};

/* Reads all of it. False and a sentence on wrong usage or when the file of
 * --config can't be read. Release in either case. */
bool setup_read(struct setup *s, int argc, char *const argv[], struct err *err);
void setup_release(struct setup *s);

/* Whether colour is wanted; `is_able`: where the terminal has it. */
bool setup_wants_color(const struct setup *s, bool is_able);
/* How the screen is wanted. */
struct ui_options setup_ui_options(const struct setup *s, struct log *log);
/* Whether the locale's encoding is UTF-8. */
bool setup_is_unicode(void);

#endif

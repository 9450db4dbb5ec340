/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as programs print it for a terminal or a line printer: man, git,
 * grep. Bold and underline are told by overstriking ("x\bx", "_\bx") or by
 * SGR sequences (ECMA-48, "\033[1m"); what else moves a terminal stays in the
 * text, where the builder makes it visible.
 */
#ifndef PORE_FORMAT_PRINTED_H
#define PORE_FORMAT_PRINTED_H

#include "base/buf.h"
#include "base/vec.h"

enum { PRINT_STRONG = 1, PRINT_EMPHASIS = 2 }; /* bits of a style */

struct printed_run { /* text in a style that is not plain */
	size_t start, end;
	unsigned style;
};

struct printed {
	struct buf text;
	VEC(struct printed_run) runs; /* in order, not empty */
};

/* Whether there is any overstriking or SGR sequence in it. */
bool printed_is(struct str text);
/* Reads all of `text` into an empty struct. */
void printed_read(struct printed *p, struct str text);
void printed_release(struct printed *p);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what a line turns around to the line: embeddings, overrides and
 * isolates (UAX #9) that it leaves open would reach over what is printed
 * after it.
 */
#ifndef PORE_CLI_CONFINE_H
#define PORE_CLI_CONFINE_H

#include "base/buf.h"

struct confine {
	struct buf open; /* a byte for each that is open: '(' or '[' for an
			    isolate */
};

/* Takes in a part of the line. */
void confine_add(struct confine *c, struct str text);
/* Appends what closes all that is open; the next line can begin. */
void confine_end(struct confine *c, struct buf *out);
void confine_release(struct confine *c);

#endif

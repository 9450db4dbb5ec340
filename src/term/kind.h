/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the terminal database says of the terminal. (In a file of its own, for
 * curses' term.h has names that are ours elsewhere.)
 */
#ifndef PORE_TERM_KIND_H
#define PORE_TERM_KIND_H

#include "base/buf.h"
#include "base/err.h"

/* Whether the terminal that TERM names can show a screen, else a sentence.
 * Asked before newterm, which does not tell why it fails, and leaks then. */
bool kind_check(int fd, struct err *err);

/* After newterm: a capability by its name in terminfo(5), or NULL. */
const char *kind_capability(const char *name);
/* Appends one without its padding, "$<5>"; nothing if there is none. */
void kind_add_capability(struct buf *out, const char *name);

#endif

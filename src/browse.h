/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handing an address to the reader's web browser.
 */
#ifndef PORE_BROWSE_H
#define PORE_BROWSE_H

#include "base/buf.h"
#include "base/err.h"

/* Appends the address as one word of printable ASCII, all else as %XX. False
 * with a sentence if it is none of http, https and mailto: what an article
 * writes must not start anything else on the reader's machine. */
bool browse_address(struct str url, struct buf *out, struct err *err);

/* Starts $BROWSER, else xdg-open, with the address as its one argument, without
 * a shell, its output thrown away; does not wait for it. */
bool browse(struct str url, struct err *err);

#endif

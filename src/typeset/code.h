/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Code: its own lines, kept; tabs go to stops of eight.
 */
#ifndef PORE_TYPESET_CODE_H
#define PORE_TYPESET_CODE_H

#include "typeset/frame.h"

/* Sets s->runs as code. Lines wider than the frame are left so, or cut at the
 * measure if the options say wrap. */
void code_set(struct setter *s, struct frame *frame);

#endif

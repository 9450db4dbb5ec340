/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables: columns side by side where the measure has room for them, else a
 * record for each row, "header: cell" one under another.
 */
#ifndef PORE_TYPESET_TABLE_H
#define PORE_TYPESET_TABLE_H

#include "typeset/frame.h"

/* Sets s->runs as a table; `align` has a letter a column: l c r, - unsaid. */
void table_set(struct setter *s, struct str align, const struct frame *frame);

#endif

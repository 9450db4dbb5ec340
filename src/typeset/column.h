/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where on the screen a byte of a line is, when the line may run both ways.
 */
#ifndef PORE_TYPESET_COLUMN_H
#define PORE_TYPESET_COLUMN_H

#include "typeset/page.h"

/* Cells left of the cluster that holds byte `off` of the line's unit, the
 * indent among them; if the line does not show it, of the place behind the
 * last byte before it. */
uint32_t column_of(const struct line *line, uint32_t off);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Footnotes: the marks that call them, and the notes at the end.
 */
#ifndef PORE_TYPESET_NOTES_H
#define PORE_TYPESET_NOTES_H

#include "base/arena.h"

struct setter;
struct article;

/* The mark that calls a note of this label: raised digits for a number, a
 * sign like "*" or "†" as it is, anything else (and numbers in ASCII) in
 * brackets. In the arena, or the label itself. */
struct str note_mark(struct str label, bool ascii, struct arena *arena);

/* The width of the widest label that the margin of the notes makes room for. */
uint32_t notes_label_cells(const struct article *article);
/* Sets a note, by its index, the first with the heading above it. */
void notes_set(struct setter *s, uint32_t note);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes pane: the notes that the text on the screen calls.
 */
#ifndef PORE_UI_NOTES_H
#define PORE_UI_NOTES_H

#include "ui/layout.h"

/* Takes from l->text the rows that the pane needs. */
void notes_lay(struct ui *ui, struct layout *l);
/* Shows a note in the pane until the page moves. */
void notes_show(struct ui *ui, uint32_t note);
/* To the place of the note chosen or shown among the notes at the article's
 * end; from there back. */
void notes_place(struct ui *ui);
/* The index of the note of that number, counted from 1 or as its label says;
 * NO_INDEX if there is none. */
uint32_t notes_number(const struct ui *ui, uint32_t number);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: places left behind, articles on their way here, marks.
 */
#ifndef PORE_UI_HISTORY_H
#define PORE_UI_HISTORY_H

#include "ui/state.h"

void history_release(struct ui *ui);
/* Remembers the place one is about to leave, for BACK. */
void history_leave(struct ui *ui);
/* Remembers it for '' alone: a movement within the article. */
void history_jump(struct ui *ui);
void history_back(struct ui *ui);
void history_forward(struct ui *ui);
/* What main asked for has come: puts the place left on the right pile. */
void history_arrive(struct ui *ui);

/* Asks main for an article (EFFECT_OPEN); `at`: NULL for where one left it. */
void history_open(struct ui *ui, struct str path, const struct position *at);

void mark_set(struct ui *ui, char letter);
void mark_go(struct ui *ui, char letter);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and note marks of the article: choosing, following, copying them.
 */
#ifndef PORE_UI_TARGET_H
#define PORE_UI_TARGET_H

#include "ui/layout.h"

bool target_act(struct ui *ui, const struct layout *l, enum action action,
		uint32_t count);
/* Follows a link or shows a note; `browse` hands links to the opener. */
void target_follow(struct ui *ui, const struct target *target, bool browse);
/* Follows an address written in the article `base`. */
void target_follow_url(struct ui *ui, struct str url, bool browse);
/* Follows what stands at a cell of l->text; false if there is nothing. */
bool target_click(struct ui *ui, const struct layout *l, int row, int col);
/* The address of the chosen link, "" if none is. */
struct str target_url(const struct ui *ui);

void target_draw_hints(struct ui *ui, struct grid *g, const struct layout *l);
/* The letter of a hint was typed. */
void target_hint(struct ui *ui, uint32_t key, bool browse);

#endif

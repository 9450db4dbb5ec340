/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article: its page, moving in it, drawing it.
 */
#ifndef PORE_UI_READER_H
#define PORE_UI_READER_H

#include "ui/layout.h"

/* Sets the page for a measure, if it is not set for it already. */
void reader_set(struct ui *ui, int measure);
void reader_release(struct ui *ui);
/* Takes an article over, from its top, nothing chosen or narrowed. */
void reader_take(struct ui *ui, struct article *article, struct str path);
struct view reader_view(const struct ui *ui);
/* The article's id in the library, or NO_INDEX. */
uint32_t reader_id(const struct ui *ui);

/* The first line of the screen. */
struct place reader_place(const struct ui *ui);
void reader_go(struct ui *ui, struct place place);
/* Brings a position to a third of the screen, unless it is in sight. */
void reader_reveal(struct ui *ui, struct position at);
/* Brings a position to the top of the screen. */
void reader_go_position(struct ui *ui, struct position at);
/* Moves the screen up if it shows more than the end of the article. */
void reader_settle(struct ui *ui);
bool reader_is_in_sight(struct ui *ui, const struct layout *l,
			struct position at);
bool reader_is_at_end(struct ui *ui, const struct layout *l);

void reader_scroll(struct ui *ui, long lines);
/* Moves to a match, wrapping around the ends; `direction` 1 or -1. */
void reader_walk(struct ui *ui, int direction, uint32_t count);

/* How far the screen is through the article; 100 at its end. */
int reader_percent(struct ui *ui, const struct layout *l);

/* Shows only the units that the lights light; or all again, lit anew. */
void reader_narrow(struct ui *ui, bool on);

/* Minutes that the rest of the article, from `percent` on, takes. */
unsigned reading_minutes(const struct article *a, int percent);

#endif

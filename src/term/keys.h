/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a terminal sends, as events: bytes go in as they come, events come out
 * when they are whole. Answers of the terminal that nobody asked for, late
 * ones and forged ones, are swallowed whatever their length.
 *
 * Sources: ECMA-48 (the form of control sequences), XTerm Control Sequences
 * (the mouse in its SGR form, bracketed paste, keys with modifiers).
 */
#ifndef PORE_TERM_KEYS_H
#define PORE_TERM_KEYS_H

#include "screen/event.h"

struct keys;

struct keys *keys_new(void);
void keys_free(struct keys *k);

/* Takes bytes from the terminal, in the encoding of the locale. */
void keys_feed(struct keys *k, struct str bytes);
/* The next key, click, turn of the wheel or pasted text; false if what is
 * there is not whole yet. A text is valid until the next call of keys_next. */
bool keys_next(struct keys *k, struct event *out);

/* After how many milliseconds without a byte keys_silence is to be called, so
 * that ESC alone becomes a key; -1: never. */
int keys_patience(const struct keys *k);
void keys_silence(struct keys *k);

#endif

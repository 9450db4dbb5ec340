/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts that nobody would write, the same in every run.
 */
#ifndef PORE_TESTS_TEXT_NOISE_H
#define PORE_TESTS_TEXT_NOISE_H

#include "base/buf.h"

/* The next number of a xorshift generator; *state is not 0. */
uint32_t noise_next(uint32_t *state);
/* Appends up to 63 random bytes, half of them ASCII. */
void noise_bytes(struct buf *out, uint32_t *state);
/* Appends up to 31 random pieces of valid UTF-8, chosen for trouble: marks,
 * joiners, flags, jamo, controls, any code point. */
void noise_text(struct buf *out, uint32_t *state);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line may break (UAX #14, Unicode 15.0).
 */
#ifndef PORE_TEXT_LINEBREAK_H
#define PORE_TEXT_LINEBREAK_H

#include "base/str.h"

enum linebreak { BREAK_NO, BREAK_MAY, BREAK_MUST };

/* For every byte i of s (valid UTF-8) sets out[i] to whether a line may break
 * before it: BREAK_NO inside code points and at 0. out has s.n bytes. The
 * algorithm as published, without tailoring: linear. */
void linebreak_find(struct str s, unsigned char *out);

#endif

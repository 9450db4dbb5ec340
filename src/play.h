/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --script: the screen driven from a file, without a terminal.
 */
#ifndef PORE_PLAY_H
#define PORE_PLAY_H

#include "base/log.h"
#include "setup.h"

/* Plays the script on the library of the paths. The status: 0 when all screens
 * are as expected, 1 with the first that is not on standard error, 2 when it
 * can't be played. */
int play_script(const struct setup *setup, struct log *log);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reader's files are (XDG Base Directory Specification, 0.8).
 */
#ifndef PORE_STORE_DIRS_H
#define PORE_STORE_DIRS_H

#include "base/buf.h"

/* Append "$XDG_CONFIG_HOME/pore/NAME" (default ~/.config) and
 * "$XDG_STATE_HOME/pore/NAME" (default ~/.local/state). False if neither that
 * variable nor HOME holds an absolute path. Nothing is made on disk. */
bool dirs_config(struct buf *out, struct str name);
bool dirs_state(struct buf *out, struct str name);

/* Makes the directories above a file, private to the reader; false if one
 * can't be made (errno says why). */
bool dirs_make_parents(struct str path);

#endif

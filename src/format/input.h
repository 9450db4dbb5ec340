/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file's bytes, as far as a budget goes. For format.c.
 */
#ifndef PORE_FORMAT_INPUT_H
#define PORE_FORMAT_INPUT_H

#include "base/buf.h"
#include "base/err.h"

/* Appends what is behind fd, from where it stands to its end, but at most
 * `limit` bytes; *is_cut says whether there was more. Regular files, pipes and
 * sockets; waits where fd would not. False and a part of a sentence ("is a
 * directory") otherwise. */
bool input_read(int fd, size_t limit, struct buf *out, bool *is_cut,
		struct err *err);

#endif

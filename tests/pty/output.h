/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a program writes to its terminal, sequence by sequence: whether each is
 * of a kind that pore may write, and which modes are on.
 */
#ifndef PORE_TESTS_PTY_OUTPUT_H
#define PORE_TESTS_PTY_OUTPUT_H

#include "base/buf.h"

enum { OUTPUT_SEQUENCE = 256 };

struct output {
	int state;
	char sequence[OUTPUT_SEQUENCE]; /* as far as it has come */
	size_t n;
	int rest;	    /* bytes of a UTF-8 character still to come */
	unsigned char lead; /* its first one */
	struct buf bad;	    /* what was not allowed, a line each */
	struct buf copied;  /* base64 of the last OSC 52 */
	bool allows_copy;
	bool has_color; /* any was set */
	bool is_alternate, has_mouse, has_sgr_mouse, has_paste, hides_cursor;
};

void output_take(struct output *o, struct str bytes);
void output_release(struct output *o);

#endif

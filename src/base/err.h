/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong outside the program, as a sentence for its reader. A
 * function that can fail takes a struct err * (which may be NULL) last,
 * leaves it untouched on success, and returns false or NULL on failure.
 */
#ifndef PORE_BASE_ERR_H
#define PORE_BASE_ERR_H

struct err {
	char text[512]; /* what, where, and what to do about it */
};

/* Sets the text; longer ones are cut. */
void err_set(struct err *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif

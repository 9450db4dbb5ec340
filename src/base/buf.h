/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that grow: a string being written. {0} is an empty one.
 */
#ifndef PORE_BASE_BUF_H
#define PORE_BASE_BUF_H

#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap;
};

void buf_add(struct buf *b, struct str s);
/* Appends a code point (at most 0x10FFFF, no surrogate) as UTF-8. */
void buf_add_code(struct buf *b, uint32_t code);
void buf_addf(struct buf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Makes room for `extra` bytes and returns where to write them; the caller
 * then adds to b->n what it wrote. */
char *buf_reserve(struct buf *b, size_t extra);

static inline void buf_add_char(struct buf *b, char c)
{
	if (b->n < b->cap)
		b->p[b->n] = c;
	else
		*buf_reserve(b, 1) = c;
	b->n++;
}

/* The bytes so far; valid until the next change. */
struct str buf_str(const struct buf *b);
/* The same as a C string. */
const char *buf_cstr(struct buf *b);
void buf_release(struct buf *b);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

char *buf_reserve(struct buf *b, size_t extra)
{
	if (b->cap - b->n < extra)
		b->p = mem_grow(b->p, &b->cap, b->n + extra, 1);
	return b->p + b->n;
}

void buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	memcpy(buf_reserve(b, s.n), s.p, s.n);
	b->n += s.n;
}

void buf_add_code(struct buf *b, uint32_t code)
{
	char *p = buf_reserve(b, 4);
	if (code < 0x80) {
		p[0] = (char)code;
		b->n += 1;
	} else if (code < 0x800) {
		p[0] = (char)(0xc0 | (code >> 6));
		p[1] = (char)(0x80 | (code & 0x3f));
		b->n += 2;
	} else if (code < 0x10000) {
		p[0] = (char)(0xe0 | (code >> 12));
		p[1] = (char)(0x80 | ((code >> 6) & 0x3f));
		p[2] = (char)(0x80 | (code & 0x3f));
		b->n += 3;
	} else {
		p[0] = (char)(0xf0 | (code >> 18));
		p[1] = (char)(0x80 | ((code >> 12) & 0x3f));
		p[2] = (char)(0x80 | ((code >> 6) & 0x3f));
		p[3] = (char)(0x80 | (code & 0x3f));
		b->n += 4;
	}
}

void buf_addf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n > 0) {
		vsnprintf(buf_reserve(b, (size_t)n + 1), (size_t)n + 1, format,
			  again);
		b->n += (size_t)n;
	}
	va_end(again);
}

struct str buf_str(const struct buf *b)
{
	return str_from(b->p, b->n);
}

const char *buf_cstr(struct buf *b)
{
	*buf_reserve(b, 1) = '\0';
	return b->p;
}

void buf_release(struct buf *b)
{
	mem_free(b->p);
	*b = (struct buf){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of chunks, each twice the last up to 1 MiB; an allocation larger
 * than half a chunk gets a chunk of its own, behind the newest.
 */
#include "config.h"

#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

enum { CHUNK_MIN = 4096, CHUNK_MAX = 1 << 20 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static struct arena_chunk *chunk_new(size_t size)
{
	struct arena_chunk *c = mem_new(sizeof *c + size);
	c->size = size;
	return c;
}

void *arena_new(struct arena *a, size_t n)
{
	const size_t unit = alignof(max_align_t);
	if (n > SIZE_MAX / 4)
		panic(NULL, 0, "out of memory");
	n = (n + unit - 1) / unit * unit;
	if (a->chunks && a->chunks->size - a->used >= n) {
		void *p = a->chunks->bytes + a->used;
		a->used += n;
		return p;
	}
	size_t size = a->chunks ? a->chunks->size * 2 : CHUNK_MIN;
	if (size > CHUNK_MAX)
		size = CHUNK_MAX;
	if (a->chunks && n > size / 2) {
		struct arena_chunk *own = chunk_new(n);
		own->older = a->chunks->older;
		a->chunks->older = own;
		return own->bytes;
	}
	struct arena_chunk *c = chunk_new(size > n ? size : n);
	c->older = a->chunks;
	a->chunks = c;
	a->used = n;
	return c->bytes;
}

void *arena_new_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 4 / size)
		panic(NULL, 0, "out of memory");
	return arena_new(a, n * size);
}

const char *arena_cstr(struct arena *a, struct str s)
{
	char *p = arena_new(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){arena_cstr(a, s), s.n};
}

struct str arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *p = arena_new(a, n > 0 ? (size_t)n + 1 : 1);
	if (n > 0)
		vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){p, n > 0 ? (size_t)n : 0};
}

void arena_release(struct arena *a)
{
	for (struct arena_chunk *c = a->chunks, *older; c; c = older) {
		older = c->older;
		mem_free(c);
	}
	*a = (struct arena){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *mem_new(size_t n)
{
	void *p = calloc(1, n ? n : 1);
	if (!p)
		panic(NULL, 0, "out of memory");
	return p;
}

void *mem_resize(void *p, size_t n)
{
	void *grown = realloc(p, n ? n : 1);
	if (!grown)
		panic(NULL, 0, "out of memory");
	return grown;
}

void mem_free(void *p)
{
	free(p);
}

void *mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	if (need <= *cap)
		return p;
	size_t room = *cap + *cap / 2;
	if (room < need)
		room = need < 8 ? 8 : need;
	if (room > SIZE_MAX / 2 / size)
		panic(NULL, 0, "out of memory");
	*cap = room;
	return mem_resize(p, room * size);
}

__attribute__((weak)) void panic_restore(void)
{
}

_Noreturn void panic(const char *file, int line, const char *what)
{
	char text[512];
	int n = file ? snprintf(text, sizeof text,
				"pore: bug at %s:%d: %s; please report it\n",
				file, line, what)
		     : snprintf(text, sizeof text, "pore: %s\n", what);
	panic_restore();
	if (n > 0 && write(STDERR_FILENO, text, (size_t)n) < 0)
		abort();
	abort();
}

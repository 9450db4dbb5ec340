/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An arena: many small allocations with one lifetime, freed at once. One
 * thread at a time. {0} is an empty one.
 */
#ifndef PORE_BASE_ARENA_H
#define PORE_BASE_ARENA_H

#include "base/str.h"

struct arena_chunk;

struct arena {
	struct arena_chunk *chunks; /* the newest first */
	size_t used;		    /* bytes of the newest chunk */
};

/* n bytes, zeroed, aligned for any type; valid until arena_release. */
void *arena_new(struct arena *a, size_t n) __attribute__((returns_nonnull));
/* n elements of a type, zeroed. */
#define arena_array(a, type, n) ((type *)arena_new_array(a, n, sizeof(type)))
void *arena_new_array(struct arena *a, size_t n, size_t size)
	__attribute__((returns_nonnull));

struct str arena_str(struct arena *a, struct str s); /* a copy */
const char *arena_cstr(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Frees everything; the arena is empty and can be used again. */
void arena_release(struct arena *a);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that never comes back NULL, and the end of the program when it must.
 *
 * Sizes that come from content are checked against limits before they reach
 * these functions, so that no document can make them fail.
 */
#ifndef PORE_BASE_MEM_H
#define PORE_BASE_MEM_H

#include <stddef.h>

/* n bytes, zeroed; free with mem_free. Panics when there is no memory. */
void *mem_new(size_t n) __attribute__((returns_nonnull, malloc));
/* As realloc, never NULL for n > 0; new bytes are not zeroed. */
void *mem_resize(void *p, size_t n) __attribute__((returns_nonnull));
void mem_free(void *p);

/* Room for at least `need` elements of `size` bytes in the array `p` of *cap
 * elements, growing by half as much again. Returns the array; sets *cap. */
void *mem_grow(void *p, size_t *cap, size_t need, size_t size);

/* Ends the program: calls panic_restore, says `what` on standard error and
 * aborts. For what cannot happen (bugs) and for the end of memory. */
_Noreturn void panic(const char *file, int line, const char *what);
#define BUG(what) panic(__FILE__, __LINE__, what)

/* Gives the terminal back. Weak here and empty; term/ has the real one, so
 * that the lower layers can end the program without knowing of a screen. */
void panic_restore(void);

#endif

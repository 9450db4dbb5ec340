/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A growing array of any type:
 *
 *     VEC(struct hit) hits = {0};
 *     vec_push(&hits, hit);
 *     for (size_t i = 0; i < hits.n; i++) use(&hits.at[i]);
 *     vec_release(&hits);
 */
#ifndef PORE_BASE_VEC_H
#define PORE_BASE_VEC_H

#include "base/mem.h"

#define VEC(type)                                                              \
	struct {                                                               \
		type *at;                                                      \
		size_t n, cap;                                                 \
	}

/* Makes room for `extra` more elements. */
#define vec_reserve(v, extra)                                                  \
	((v)->at = mem_grow((v)->at, &(v)->cap, (v)->n + (extra),              \
			    sizeof *(v)->at))

/* Appends a value. */
#define vec_push(v, ...)                                                       \
	(vec_reserve(v, 1), (void)((v)->at[(v)->n++] = (__VA_ARGS__)))

#define vec_last(v) (&(v)->at[(v)->n - 1])

/* Frees the elements; the vector is empty and can be used again. */
#define vec_release(v)                                                         \
	(mem_free((v)->at), (v)->at = NULL, (void)((v)->n = (v)->cap = 0))

#endif

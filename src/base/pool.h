/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few threads that run one function each until it returns. All signals
 * but faults are blocked in them, so that the main thread alone takes signals.
 */
#ifndef PORE_BASE_POOL_H
#define PORE_BASE_POOL_H

struct pool;

/* The number of processors this process may use, at least 1. */
unsigned pool_processors(void);
/* Starts up to `threads` threads, each calling run(arg, number) with a number
 * from 0 up. Fewer are started when the system allows no more; with none at
 * all run(arg, 0) has been called here before this returns. */
struct pool *pool_start(unsigned threads, void (*run)(void *arg, unsigned),
			void *arg);
/* Waits until all have returned, and frees the pool. */
void pool_join(struct pool *pool);

#endif

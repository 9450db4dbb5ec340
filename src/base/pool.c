/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>

#include "base/mem.h"

struct worker {
	pthread_t thread;
	struct pool *pool;
	unsigned number;
};

struct pool {
	void (*run)(void *arg, unsigned number);
	void *arg;
	unsigned n;
	struct worker workers[];
};

unsigned pool_processors(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) != 0)
		return 1;
	int n = CPU_COUNT(&set);
	return n > 0 ? (unsigned)n : 1;
}

static void *work(void *arg)
{
	struct worker *w = arg;
	w->pool->run(w->pool->arg, w->number);
	return NULL;
}

struct pool *pool_start(unsigned threads, void (*run)(void *arg, unsigned),
			void *arg)
{
	struct pool *pool =
		mem_new(sizeof *pool + threads * sizeof pool->workers[0]);
	pool->run = run;
	pool->arg = arg;
	static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
	sigset_t all, before;
	sigfillset(&all);
	/* A fault in a worker must still reach the handler that gives the
	 * terminal back. */
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
		sigdelset(&all, faults[i]);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (pool->n < threads) {
		struct worker *w = &pool->workers[pool->n];
		*w = (struct worker){.pool = pool, .number = pool->n};
		if (pthread_create(&w->thread, NULL, work, w) != 0)
			break;
		pool->n++;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (pool->n == 0)
		run(arg, 0);
	return pool;
}

void pool_join(struct pool *pool)
{
	if (!pool)
		return;
	for (unsigned i = 0; i < pool->n; i++)
		pthread_join(pool->workers[i].thread, NULL);
	mem_free(pool);
}

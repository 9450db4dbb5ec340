/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What threads share: the catalog, written before `is_walked` is set under
 * the mutex and never again; the next run to claim; the queue of batches,
 * under the mutex. The event descriptor only wakes the main loop: what there
 * is to take, the queue says.
 */
#include "config.h"

#include "library/load.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/pool.h"
#include "format/format.h"
#include "search/build.h"
#include "text/fold.h"

/* Files in the first run, and at most in any; every other run is twice as
 * long as the one before. */
enum { RUN_FIRST = 32, RUN_MAX = 8192 };

enum { NICENESS = 10 };

struct load {
	struct load_options options;
	struct catalog catalog;
	atomic_uint found;
	atomic_bool stop;
	uint32_t *runs; /* where run i begins; runs[n_runs] ends the last */
	size_t n_runs;
	atomic_size_t next_run;
	pthread_mutex_t mutex;
	pthread_cond_t walked;
	bool is_walked;
	struct load_batch *head, **tail;
	int fd;
	struct pool *pool;
};

static int64_t micros_of(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t load_clock(void)
{
	return micros_of(CLOCK_MONOTONIC);
}

void load_batch_free(struct load_batch *b)
{
	for (uint32_t i = 0; i < b->n; i++)
		article_free(b->articles[i]);
	mem_free(b->articles);
	mem_free(b->names);
	mem_free(b->skipped);
	segment_free(b->segment);
	link_facts_release(&b->facts);
	arena_release(&b->arena);
	mem_free(b);
}

static void publish(struct load *l, struct load_batch *b)
{
	b->finished = load_clock();
	pthread_mutex_lock(&l->mutex);
	*l->tail = b;
	l->tail = &b->next;
	pthread_mutex_unlock(&l->mutex);
	const uint64_t one = 1;
	if (l->fd < 0)
		return;
	/* It fails only when the counter is full: then main is awake. */
	if (write(l->fd, &one, sizeof one) < 0)
		log_line(l->options.log, "load: %s", strerror(errno));
}

static void plan_runs(struct load *l)
{
	size_t cap = 0;
	uint32_t at = 0, length = RUN_FIRST, n = (uint32_t)l->catalog.n;
	for (size_t i = 0;; i++) {
		l->runs = mem_grow(l->runs, &cap, i + 1, sizeof *l->runs);
		l->runs[i] = at;
		l->n_runs = i;
		if (at == n)
			return;
		at = n - at > length ? at + length : n;
		if (i % 2 && length < RUN_MAX)
			length *= 2;
	}
}

static void walk(struct load *l)
{
	int64_t start = load_clock();
	catalog_walk(&l->catalog, l->options.paths, l->options.n_paths,
		     &l->found, &l->stop);
	plan_runs(l);
	log_line(l->options.log, "walk: %zu files in %lld us", l->catalog.n,
		 (long long)(load_clock() - start));
	publish(l, mem_new(sizeof(struct load_batch)));
	pthread_mutex_lock(&l->mutex);
	l->is_walked = true;
	pthread_cond_broadcast(&l->walked);
	pthread_mutex_unlock(&l->mutex);
}

static void await_walk(struct load *l)
{
	pthread_mutex_lock(&l->mutex);
	while (!l->is_walked)
		pthread_cond_wait(&l->walked, &l->mutex);
	pthread_mutex_unlock(&l->mutex);
}

static struct article *read_file(struct load *l, struct load_batch *b,
				 struct str path)
{
	struct err err;
	struct article *a = NULL;
	/* A name may have become a FIFO since the walk: never wait for one. */
	int fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0) {
		err_set(&err, "%.*s: %s", STR_ARG(path), strerror(errno));
	} else {
		a = format_read(fd, path, l->options.format,
				&format_budget_default, &err);
		close(fd);
	}
	if (!a) {
		b->skipped = mem_grow(b->skipped, &b->skipped_cap,
				      b->n_skipped + 1, sizeof *b->skipped);
		b->skipped[b->n_skipped++] =
			arena_str(&b->arena, str_of(err.text));
	}
	return a;
}

static struct names name(struct str path, const struct article *a,
			 struct arena *arena)
{
	struct buf title = {0};
	fold_title(&title, article_str(a, a->title));
	struct names names = {fold_copy(arena, path),
			      arena_str(arena, buf_str(&title))};
	buf_release(&title);
	return names;
}

/* Reads and indexes a run of files; NULL when told to stop. */
static struct load_batch *take_run(struct load *l, size_t run,
				   struct builder *builder)
{
	struct load_batch *b = mem_new(sizeof *b);
	b->first = l->runs[run];
	b->n = l->runs[run + 1] - b->first;
	b->articles = mem_new(b->n * sizeof *b->articles);
	b->names = mem_new(b->n * sizeof *b->names);
	builder_begin(builder, b->first, b->n);
	int64_t at = micros_of(CLOCK_THREAD_CPUTIME_ID);
	for (uint32_t i = 0; i < b->n && !atomic_load(&l->stop); i++) {
		uint32_t id = b->first + i;
		struct str path = l->catalog.files[id].path;
		struct article *a = read_file(l, b, path);
		int64_t read = micros_of(CLOCK_THREAD_CPUTIME_ID);
		b->read_micros += (uint64_t)(read - at);
		if (a) {
			b->articles[i] = a;
			b->names[i] = name(path, a, &b->arena);
			builder_article(builder, id, a);
			links_collect(&b->facts, id, path, a);
		}
		at = micros_of(CLOCK_THREAD_CPUTIME_ID);
		b->index_micros += (uint64_t)(at - read);
	}
	b->segment = builder_freeze(builder);
	b->index_micros += (uint64_t)(micros_of(CLOCK_THREAD_CPUTIME_ID) - at);
	return b;
}

/* In Linux each thread has a niceness of its own. Turning a page, and the
 * terminal that draws it, must not wait for a worker's time slice. */
static void give_way(void)
{
	setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
}

static void work(void *arg, unsigned number)
{
	struct load *l = arg;
	/* Without threads it is the main one that comes here. */
	if (l->options.is_background && gettid() != getpid())
		give_way();
	if (number == 0)
		walk(l);
	else
		await_walk(l);
	struct builder *builder = builder_new();
	while (!atomic_load(&l->stop)) {
		size_t run = atomic_fetch_add(&l->next_run, 1);
		if (run >= l->n_runs)
			break;
		publish(l, take_run(l, run, builder));
	}
	builder_free(builder);
}

struct load *load_start(const struct load_options *options)
{
	struct load *l = mem_new(sizeof *l);
	l->options = *options;
	if (!l->options.threads)
		l->options.threads = pool_processors();
	l->tail = &l->head;
	pthread_mutex_init(&l->mutex, NULL);
	pthread_cond_init(&l->walked, NULL);
	l->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (l->fd < 0) {
		/* Nobody could be told of news: all is read here and now. */
		log_line(l->options.log, "load: %s", strerror(errno));
		work(l, 0);
	} else {
		l->pool = pool_start(l->options.threads, work, l);
	}
	return l;
}

int load_fd(const struct load *l)
{
	return l->fd;
}

struct load_batch *load_take(struct load *l)
{
	uint64_t events;
	/* Read first: what is published from here on wakes us again. */
	if (l->fd >= 0 && read(l->fd, &events, sizeof events) < 0 &&
	    errno != EAGAIN)
		log_line(l->options.log, "load: %s", strerror(errno));
	pthread_mutex_lock(&l->mutex);
	struct load_batch *b = l->head;
	l->head = NULL;
	l->tail = &l->head;
	pthread_mutex_unlock(&l->mutex);
	return b;
}

const struct catalog *load_catalog(const struct load *l)
{
	return &l->catalog;
}

uint32_t load_found(const struct load *l)
{
	return atomic_load(&l->found);
}

unsigned load_threads(const struct load *l)
{
	return l->options.threads;
}

void load_free(struct load *l)
{
	if (!l)
		return;
	atomic_store(&l->stop, true);
	pool_join(l->pool);
	for (struct load_batch *b = load_take(l), *next; b; b = next) {
		next = b->next;
		load_batch_free(b);
	}
	if (l->fd >= 0)
		close(l->fd);
	pthread_cond_destroy(&l->walked);
	pthread_mutex_destroy(&l->mutex);
	mem_free(l->runs);
	catalog_release(&l->catalog);
	mem_free(l);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread's side: takes the batches that the workers publish, and
 * keeps what is found by path, address, title and words.
 */
#include "config.h"

#include "library/library.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "library/state.h"

struct library *library_new(const struct library_options *options)
{
	struct library *lib = mem_new(sizeof *lib);
	lib->options.threads = options->threads;
	lib->options.is_background = options->is_background;
	lib->options.log = options->log;
	lib->options.format = arena_str(&lib->arena, options->format);
	lib->stem = stem_new();
	lib->asked = ask_new();
	return lib;
}

bool library_add(struct library *lib, struct str path, struct err *err)
{
	if (!catalog_check(path, err))
		return false;
	lib->paths = mem_grow(lib->paths, &lib->paths_cap, lib->n_paths + 1,
			      sizeof *lib->paths);
	lib->paths[lib->n_paths++] = arena_str(&lib->arena, path);
	return true;
}

void library_start(struct library *lib)
{
	lib->options.paths = lib->paths;
	lib->options.n_paths = lib->n_paths;
	lib->started = lib->finished = load_clock();
	lib->load = load_start(&lib->options);
}

int library_fd(const struct library *lib)
{
	return lib->load ? load_fd(lib->load) : -1;
}

static void add_skipped(struct library *lib, const struct str *sentences,
			size_t n)
{
	lib->skipped = mem_grow(lib->skipped, &lib->skipped_cap,
				lib->n_skipped + n, sizeof *lib->skipped);
	for (size_t i = 0; i < n; i++)
		lib->skipped[lib->n_skipped++] = sentences[i];
}

/* The walk is done: ids are final. */
static void take_catalog(struct library *lib)
{
	const struct catalog *c = load_catalog(lib->load);
	lib->is_walked = true;
	lib->n = (uint32_t)c->n;
	lib->articles = mem_new(c->n * sizeof *lib->articles);
	lib->file_paths = mem_new(c->n * sizeof *lib->file_paths);
	lib->folded_paths = mem_new(c->n * sizeof *lib->folded_paths);
	lib->folded_titles = mem_new(c->n * sizeof *lib->folded_titles);
	for (uint32_t i = 0; i < lib->n; i++) {
		lib->file_paths[i] = c->files[i].path;
		map_put(&lib->by_path, c->files[i].path, i);
	}
	lib->index.articles = lib->articles;
	lib->index.paths = lib->folded_paths;
	add_skipped(lib, c->skipped, c->n_skipped);
}

static void take_batch(struct library *lib, struct load_batch *b)
{
	for (uint32_t i = 0; i < b->n; i++) {
		lib->articles[b->first + i] = b->articles[i];
		lib->folded_paths[b->first + i] = b->names[i].path;
		lib->folded_titles[b->first + i] = b->names[i].title;
	}
	index_add(&lib->index, b->segment);
	links_add(&lib->links, &b->facts);
	add_skipped(lib, b->skipped, b->n_skipped);
	lib->taken += b->n;
	lib->read_micros += b->read_micros;
	lib->index_micros += b->index_micros;
	if (b->finished > lib->finished)
		lib->finished = b->finished;
}

static int by_text(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	return str_cmp(*x, *y);
}

bool library_poll(struct library *lib)
{
	if (!lib->load || lib->is_done)
		return false;
	struct load_batch *b = load_take(lib->load);
	if (!b)
		return false;
	for (struct load_batch *next; b; b = next) {
		next = b->next;
		if (!lib->is_walked)
			take_catalog(lib);
		if (b->n)
			take_batch(lib, b);
		b->next = lib->batches;
		lib->batches = b;
	}
	lib->is_done = lib->taken == lib->n;
	/* In the end they are the same however many threads there were. */
	if (lib->is_done && lib->n_skipped)
		qsort(lib->skipped, lib->n_skipped, sizeof *lib->skipped,
		      by_text);
	return true;
}

void library_wait(struct library *lib)
{
	struct pollfd news = {.fd = library_fd(lib), .events = POLLIN};
	while (lib->load && !lib->is_done) {
		if (library_poll(lib))
			continue;
		if (poll(&news, 1, -1) < 0 && errno != EINTR)
			return;
	}
}

void library_free(struct library *lib)
{
	if (!lib)
		return;
	load_free(lib->load);
	for (struct load_batch *b = lib->batches, *next; b; b = next) {
		next = b->next;
		load_batch_free(b);
	}
	index_release(&lib->index);
	links_release(&lib->links);
	map_release(&lib->by_path);
	mem_free(lib->articles);
	mem_free(lib->file_paths);
	mem_free(lib->folded_paths);
	mem_free(lib->folded_titles);
	mem_free(lib->skipped);
	mem_free(lib->paths);
	ask_free(lib->asked);
	stem_free(lib->stem);
	arena_release(&lib->arena);
	mem_free(lib);
}

/* ---- what there is ---- */

struct library_state library_state(const struct library *lib)
{
	return (struct library_state){
		.is_walked = lib->is_walked,
		.is_done = lib->is_done,
		.found = lib->is_walked ? lib->n
			 : lib->load	? load_found(lib->load)
					: 0,
		.read = lib->index.n_read,
		.skipped = (uint32_t)lib->n_skipped,
	};
}

struct str library_skipped(const struct library *lib, uint32_t i)
{
	return lib->skipped[i];
}

uint32_t library_count(const struct library *lib)
{
	return lib->n;
}

struct str library_path(const struct library *lib, uint32_t id)
{
	return lib->file_paths[id];
}

const struct article *library_article(const struct library *lib, uint32_t id)
{
	return library_at(lib, id);
}

uint32_t library_by_path(const struct library *lib, struct str path)
{
	const uint32_t *id = map_get(&lib->by_path, path);
	if (id)
		return *id;
	return lib->is_walked ? catalog_same(load_catalog(lib->load), path)
			      : NO_INDEX;
}

/* The owner of a key, and nothing left behind of making it. */
static uint32_t owner(const struct library *lib, struct arena *arena,
		      struct str key)
{
	uint32_t id = links_owner(&lib->links, key);
	arena_release(arena);
	return id;
}

uint32_t library_by_url(const struct library *lib, struct str url)
{
	struct arena arena = {0};
	return owner(lib, &arena, links_url_key(url, &arena));
}

uint32_t library_by_title(const struct library *lib, struct str title)
{
	struct arena arena = {0};
	return owner(lib, &arena, links_title_key('t', title, &arena));
}

uint32_t library_resolve(const struct library *lib, struct str base,
			 struct str url)
{
	struct arena arena = {0};
	struct str keys[LINK_KEYS_MAX];
	const uint32_t *from = map_get(&lib->by_path, base);
	const struct article *a = from ? library_at(lib, *from) : NULL;
	struct str address = a ? article_str(a, a->url) : STR("");
	size_t n = links_keys(base, address, url, &arena, keys);
	uint32_t id = NO_INDEX;
	for (size_t i = 0; i < n && id == NO_INDEX; i++)
		id = links_owner(&lib->links, keys[i]);
	arena_release(&arena);
	return id;
}

/* ---- figures ---- */

/* Different words in all segments, in whatever language. */
static uint64_t count_terms(const struct library *lib)
{
	struct map terms = {0};
	for (size_t i = 0; i < lib->index.n; i++) {
		const struct segment *s = lib->index.segments[i];
		for (uint32_t t = 0; t < s->n_terms; t++)
			map_put(&terms, segment_text(s, t), 0);
	}
	uint64_t n = terms.n;
	map_release(&terms);
	return n;
}

struct library_stats library_stats(const struct library *lib)
{
	struct library_stats stats = {
		.articles = lib->index.n_read,
		.terms = count_terms(lib),
		.read_micros = lib->read_micros,
		.index_micros = lib->index_micros,
		.wall_micros = (uint64_t)(lib->finished - lib->started),
		.threads = lib->load ? load_threads(lib->load) : 0,
		.skipped = (uint32_t)lib->n_skipped,
	};
	for (size_t i = 0; i < lib->index.n; i++) {
		const struct segment *s = lib->index.segments[i];
		stats.postings += s->terms[s->n_terms].posting;
		stats.text_bytes += s->text_bytes;
		stats.index_bytes += segment_bytes(s);
	}
	for (uint32_t i = 0; i < lib->n; i++)
		stats.words += lib->articles[i] ? lib->articles[i]->words : 0;
	return stats;
}

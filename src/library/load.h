/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and indexes a library's files in the background: the only place that
 * starts threads.
 *
 * One worker walks; then all of them claim runs of files, in order, read and
 * index each, and hand it over as a batch. The runs depend on the number of
 * files alone, never on the threads; the first are short, so that there is
 * something to search soon.
 */
#ifndef PORE_LIBRARY_LOAD_H
#define PORE_LIBRARY_LOAD_H

#include "base/log.h"
#include "library/catalog.h"
#include "library/links.h"
#include "search/segment.h"

/* What an article is called, folded once so that all of them can be looked
 * through at each keystroke. */
struct names {
	struct str path;  /* fold_text */
	struct str title; /* fold_title */
};

/* What a run of files has become. */
struct load_batch {
	struct load_batch *next;
	uint32_t first, n;	   /* ids; n is 0 for the walk's own news */
	struct article **articles; /* n of them, NULL for the skipped */
	struct names *names;	   /* n of them */
	struct segment *segment;
	struct link_facts facts;
	struct arena arena;  /* of the names and sentences */
	struct str *skipped; /* why files could not be read */
	size_t n_skipped, skipped_cap;
	uint64_t read_micros, index_micros; /* CPU time */
	int64_t finished;		    /* load_clock */
};

void load_batch_free(struct load_batch *b);

struct load_options {
	unsigned threads;  /* 0: as many as processors */
	bool is_background; /* threads give way to others */
	struct str format; /* borrowed, as are the following */
	struct log *log;
	const struct str *paths;
	size_t n_paths;
};

struct load;
struct load *load_start(const struct load_options *options);
/* Readable when there is something to take; -1 if the process has no file
 * descriptor left for it: then all is there to be taken already. */
int load_fd(const struct load *l);
/* The batches finished since the last call, in the order they were, now the
 * caller's; NULL when there are none. The first of all comes after the walk. */
struct load_batch *load_take(struct load *l);
/* What the walk has found. Only after the first batch has been taken. */
const struct catalog *load_catalog(const struct load *l);
/* How many files the walk has found so far. */
uint32_t load_found(const struct load *l);
unsigned load_threads(const struct load *l);
/* Stops the workers at the next file, and frees all but batches taken. */
void load_free(struct load *l);

/* Microseconds of a clock that never goes back. */
int64_t load_clock(void);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library is made of; for files of this folder.
 */
#ifndef PORE_LIBRARY_STATE_H
#define PORE_LIBRARY_STATE_H

#include "library/library.h"
#include "library/load.h"
#include "search/index.h"
#include "search/query.h"
#include "text/stem.h"

/* The query asked last, and the last answers (ask.c). */
struct asked {
	struct arena arena; /* of all that follows */
	struct str text;
	bool is_typing;
	size_t segments; /* that there were */
	struct query query;
	/* To no filter; limit is 0 where there are none yet. */
	struct results results;
	size_t limit;
	const struct article *article; /* whose matches these are, or NULL */
	struct match *matches;
	size_t n_matches;
};
struct asked *ask_new(void);
void ask_free(struct asked *asked);

struct library {
	struct arena arena; /* paths given */
	struct load_options options;
	struct str *paths;
	size_t n_paths, paths_cap;
	struct load *load; /* NULL before library_start */
	bool is_walked, is_done;
	uint32_t n, taken; /* files; how many of them have arrived */

	/* By id; n of each, NULL or "" before the walk is done. */
	const struct article **articles;
	struct str *file_paths;
	struct str *folded_paths, *folded_titles; /* struct names */
	struct map by_path;

	struct load_batch *batches; /* all taken: they own what is below */
	struct index index;
	struct links links;
	struct str *skipped; /* sentences of the walk and of all batches */
	size_t n_skipped, skipped_cap;
	uint64_t read_micros, index_micros;
	int64_t started, finished;
	struct stem *stem; /* the main thread's */
	struct asked *asked;
};

/* An article that is read, or NULL. */
static inline const struct article *library_at(const struct library *lib,
					       uint32_t id)
{
	return id < lib->n ? lib->articles[id] : NULL;
}

#endif

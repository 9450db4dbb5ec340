/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pore remembers for its reader: positions, articles opened, queries.
 *
 * A SQLite file that several pores use at once. What a function has put in is
 * kept when it returns, whatever then happens to the process. One thread.
 *
 * Paths are bytes, absolute, as the caller makes them; they are compared, not
 * resolved.
 */
#ifndef PORE_STORE_STORE_H
#define PORE_STORE_STORE_H

#include "base/buf.h"
#include "base/err.h"

struct store;

/* Opens the file `path`, making it and its directories; NULL keeps all in
 * memory. Never fails: a file that is damaged, foreign or from a newer pore is
 * set aside under another name and begun anew, and where none can be written
 * all is kept in memory. Sets *err to a sentence on that, else leaves it. */
struct store *store_open(const char *path, struct err *err);
void store_close(struct store *s);
/* Whether what is put in will be there next time. */
bool store_is_lasting(const struct store *s);

/* Where the reader was in an article: a position (article/article.h). */
struct store_place {
	int32_t unit;
	uint32_t off;
	uint32_t percent; /* of the article, 0 to 100 */
	int64_t time;	  /* seconds since 1970 */
};

/* Each false and a sentence if it can't be written; the old one is kept. */
bool store_put_place(struct store *s, struct str path,
		     const struct store_place *place, struct err *err);
bool store_put_opened(struct store *s, struct str path, struct str title,
		      int64_t time, struct err *err);
/* `kind` parts the histories of prompts: "search", "find", ... */
bool store_put_query(struct store *s, struct str kind, struct str query,
		     struct err *err);

/* False if there is none (or it can't be read). */
bool store_get_place(struct store *s, struct str path,
		     struct store_place *place);
/* Appends the path of the article last opened below a directory (at any
 * depth); false if there is none. */
bool store_last_below(struct store *s, struct str dir, struct buf *path);

/* Called for each, the latest first; the strings live for the call. */
typedef void store_opened_fn(void *arg, struct str path, struct str title,
			     int64_t time);
void store_each_opened(struct store *s, size_t limit, store_opened_fn *f,
		       void *arg);
typedef void store_query_fn(void *arg, struct str query);
void store_each_query(struct store *s, struct str kind, size_t limit,
		      store_query_fn *f, void *arg);

#endif

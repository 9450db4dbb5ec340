/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library: all articles of the paths given, read and indexed in the
 * background, found by path, address, title and words.
 *
 * The main thread owns a struct library and is the only one to call these
 * functions. library_poll takes in what the workers have published; between
 * two polls nothing changes, and what has been handed out (articles, strings)
 * stays valid until library_free.
 *
 * An article's id is its rank in path order among all paths found, from 0,
 * known when the walk is done: the same for every number of threads.
 */
#ifndef PORE_LIBRARY_LIBRARY_H
#define PORE_LIBRARY_LIBRARY_H

#include "article/article.h"
#include "base/log.h"
#include "search/result.h"

struct library;

struct library_options {
	unsigned threads;    /* 0: as many as processors */
	bool is_background;  /* its threads give way to the reader's screen */
	struct str format;   /* read all as this, "" detects */
	struct log *log;     /* may be NULL */
};

struct library_state {
	bool is_walked;      /* all files are known, ids are final */
	bool is_done;        /* all of them are read and searchable */
	uint32_t found;      /* files found so far */
	uint32_t read;       /* articles that are searchable now */
	uint32_t skipped;    /* unreadable, empty or binary files so far */
};

struct library *library_new(const struct library_options *options);
/* Adds a file or directory, before library_start. False with a sentence if
 * it does not exist or can't be looked into. Directories are walked without
 * following links out into loops; names beginning with '.' inside are left
 * out, as are files that are neither text nor a known kind. */
bool library_add(struct library *lib, struct str path, struct err *err);
/* Starts walking, reading and indexing; returns at once. */
void library_start(struct library *lib);
/* A file descriptor that becomes readable when there is news; -1 if there is
 * none to be had: then library_start has read all before it returned. */
int library_fd(const struct library *lib);
/* Takes in the news; true when anything changed. Never blocks. */
bool library_poll(struct library *lib);
/* Blocks until all is searchable (the modes without a screen). */
void library_wait(struct library *lib);
/* Stops the workers at the next file and frees everything. */
void library_free(struct library *lib);

struct library_state library_state(const struct library *lib);
/* Files that could not be read: i from 0 below state.skipped; a sentence that
 * begins with the path. */
struct str library_skipped(const struct library *lib, uint32_t i);

/* Ids go from 0 to library_count - 1 (0 while the walk is not done). */
uint32_t library_count(const struct library *lib);
/* As reached from the path given ("DIR/a/b.md"): raw bytes of the name. */
struct str library_path(const struct library *lib, uint32_t id);
/* The article, or NULL while it is not read yet or was skipped. */
const struct article *library_article(const struct library *lib, uint32_t id);

/* The id of a path as library_path gives it, or naming the same file; of an
 * address (scheme, "www.", trailing slash, fragment folded); of a title (case
 * and punctuation folded). NO_INDEX if there is none (yet). */
uint32_t library_by_path(const struct library *lib, struct str path);
uint32_t library_by_url(const struct library *lib, struct str url);
uint32_t library_by_title(const struct library *lib, struct str title);
/* Where a link of article `from` (whose path is `base`) leads: relative path,
 * address, "wiki:Title". NO_INDEX for places outside the library. */
uint32_t library_resolve(const struct library *lib, struct str base,
			 struct str url);

struct search_options {
	size_t limit;        /* at most so many hits; 0 for all */
	bool is_typing;      /* the last word is a prefix */
	struct str author;   /* only these, "" for any: substring, case and */
	struct str series;   /* accents folded */
	struct str tag;
};

/* Searches what is searchable now, in the language of interface.md. Results
 * live in `arena`. Never fails: an ill-formed query is read as words. */
struct results library_search(const struct library *lib, struct str query,
			      const struct search_options *options,
			      struct arena *arena);
/* The passage of article `id` (which must be read) to show for `query`, of
 * about `cells` cells. */
struct snippet library_snippet(const struct library *lib, uint32_t id,
			       struct str query, bool is_typing, size_t cells,
			       struct arena *arena);
/* All places in an article that match the query's words, in reading order:
 * units and byte ranges, in the arena; for lighting them on the page. */
struct match {
	int32_t unit; /* -1: the title */
	struct range range;
};
size_t library_matches(const struct library *lib, const struct article *a,
		       struct str query, bool is_typing, struct arena *arena,
		       struct match **out);
/* Ids whose titles match what is typed (words, each a prefix, in any order;
 * best first), for opening by title; an empty one gives all in path order. */
size_t library_titles(const struct library *lib, struct str typed,
		      size_t limit, struct arena *arena, uint32_t **out);

enum why {
	WHY_LISTED = 1,       /* the page itself lists it; JSON has no such
				 word: "linked" */
	WHY_LINKED = 2,
	WHY_LINKED_FROM = 4,
	WHY_SERIES = 8,
	WHY_AUTHOR = 16,
	WHY_MENTIONS = 32,
	WHY_SIMILAR = 64,
};

struct relation {
	uint32_t article;    /* NO_INDEX: listed by the page, not in the library */
	unsigned why;        /* enum why, together */
	float score;
	struct str group;    /* WHY_LISTED: the page's own group name */
	struct str title;    /* the page's own, else the article's */
	struct str teaser, url;
	struct str *terms;   /* WHY_SIMILAR: shared terms, as the article
				writes them, strongest first */
	size_t n_terms;
};

/* Whether a reader would see why, from what is shared: false for one that is
 * only similar, and not very. */
bool relation_is_clear(const struct relation *r);

/* The pieces related to an article (whose library id is `id`, or NO_INDEX if
 * it is none of the library's): listed ones first, then series, linked,
 * linked from, same author, similar (at most `limit` of these); no article
 * twice. In the arena. Links from articles not read yet are missing. */
size_t library_related(const struct library *lib, const struct article *a,
		       struct str path, uint32_t id, size_t limit,
		       struct arena *arena, struct relation **out);

/* For --stats. */
struct library_stats {
	uint64_t articles, words, terms, postings, text_bytes, index_bytes;
	uint64_t read_micros, index_micros, wall_micros;
	unsigned threads;
	uint32_t skipped;
};
struct library_stats library_stats(const struct library *lib);

#endif

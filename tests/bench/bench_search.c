/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the library is: logical text to searchable segments beside SQLite's
 * FTS5 (in memory, "porter unicode61", the same text, one core each), a
 * keystroke of the search with the snippets of the 30 rows on the screen,
 * of opening by title, related pieces. On the library in $BENCH_LIBRARY.
 *
 * What is typed are the beginnings of titles, and what is hard: phrases of
 * common words, fields, words that no article has. Beside the time of a clock
 * on the wall stands that of the processor, which other programs do not add to.
 *
 * The two builders run in turn, and the median counts: the machine may be
 * slow in one moment and fast in the next.
 */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "bench/figure.h"
#include "format/format.h"
#include "library/library.h"
#include "search/build.h"

enum {
	RUNS = 5,
	SEGMENT = 2048, /* articles */
	ROWS = 30,	/* of results on the screen */
	SNIPPET_CELLS = 80,
	QUERIES = 120,	  /* titles that are typed */
	QUERY_BYTES = 28, /* of each */
	PEER_QUERIES = 6, /* FTS5 takes its time */
};

static struct library *open_library(const char *path)
{
	struct library_options options = {0};
	struct library *lib = library_new(&options);
	struct err err;
	if (!library_add(lib, str_of(path), &err)) {
		printf("# %s\n", err.text);
		library_free(lib);
		return NULL;
	}
	library_start(lib);
	library_wait(lib);
	return lib;
}

/* ---- building ---- */

/* The logical text of an article, a line a unit. */
static struct str text_of(const struct article *a, struct arena *arena)
{
	struct buf b = {0};
	buf_add(&b, article_str(a, a->title));
	for (uint32_t u = 0; u < article_units(a); u++) {
		buf_add_char(&b, '\n');
		buf_add(&b, article_unit_text(a, u));
	}
	struct str text = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static double build_own(const struct str *texts, size_t n)
{
	double start = figure_now();
	struct builder *b = builder_new();
	struct segment *segments[256];
	size_t n_segments = 0;
	for (size_t first = 0; first < n && n_segments < 256;
	     first += SEGMENT) {
		size_t end = first + SEGMENT < n ? first + SEGMENT : n;
		builder_begin(b, (uint32_t)first, (uint32_t)(end - first));
		for (size_t i = first; i < end; i++) {
			builder_open(b, (uint32_t)i, 1);
			builder_text(b, FIELD_BODY, texts[i]);
		}
		segments[n_segments++] = builder_freeze(b);
	}
	builder_free(b);
	double took = figure_now() - start;
	while (n_segments > 0)
		segment_free(segments[--n_segments]);
	return took;
}

static void must(int code, int wanted, sqlite3 *db)
{
	if (code == wanted)
		return;
	fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static void run_sql(sqlite3 *db, const char *sql)
{
	must(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, db);
}

static sqlite3 *build_peer(const struct str *texts, size_t n, double *took)
{
	sqlite3 *db;
	sqlite3_stmt *insert;
	double start = figure_now();
	must(sqlite3_open(":memory:", &db), SQLITE_OK, db);
	run_sql(db, "CREATE VIRTUAL TABLE t USING "
		    "fts5(body, tokenize='porter unicode61')");
	run_sql(db, "BEGIN");
	must(sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?)", -1, &insert,
				NULL),
	     SQLITE_OK, db);
	for (size_t i = 0; i < n; i++) {
		sqlite3_bind_text(insert, 1, texts[i].p, (int)texts[i].n,
				  SQLITE_STATIC);
		must(sqlite3_step(insert), SQLITE_DONE, db);
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	run_sql(db, "COMMIT");
	*took = figure_now() - start;
	return db;
}

/* Returns FTS5's index of the texts, for what else is measured. */
static sqlite3 *bench_build(const struct str *texts, size_t n)
{
	double own[RUNS], peer[RUNS], bytes = 0;
	sqlite3 *db = NULL;
	for (size_t i = 0; i < n; i++)
		bytes += (double)texts[i].n;
	for (size_t i = 0; i < RUNS; i++) {
		own[i] = build_own(texts, n);
		if (db)
			sqlite3_close(db);
		db = build_peer(texts, n, &peer[i]);
	}
	double megabytes = bytes / 1e6;
	figure_print_beside(
		"index_build", megabytes / figure_quantile(own, RUNS, 0.5),
		"MB/s", "fts5", megabytes / figure_quantile(peer, RUNS, 0.5));
	return db;
}

/* ---- typing ---- */

struct times {
	double *at;
	size_t n, cap;
};

static void report(const char *name, struct times *t, const char *peer_name,
		   struct times *peer)
{
	static const struct {
		const char *suffix;
		double part;
	} parts[] = {{"p50", 0.5}, {"p99", 0.99}, {"max", 1}};
	for (size_t i = 0; i < 3 && t->n; i++) {
		char full[64];
		snprintf(full, sizeof full, "%s_%s", name, parts[i].suffix);
		double ms = figure_quantile(t->at, t->n, parts[i].part) * 1e3;
		if (peer && peer->n)
			figure_print_beside(full, ms, "ms", peer_name,
					    figure_quantile(peer->at, peer->n,
							    parts[i].part) *
						    1e3);
		else
			figure_print(full, ms, "ms");
	}
}

static double processor_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* One keystroke: results, and snippets for the rows on the screen. */
static double type_own(const struct library *lib, struct str query, double *cpu)
{
	struct arena arena = {0};
	struct search_options options = {.limit = ROWS, .is_typing = true};
	double start = figure_now(), start_cpu = processor_now();
	struct results r = library_search(lib, query, &options, &arena);
	for (size_t i = 0; i < r.n; i++)
		library_snippet(lib, r.hits[i].article, query, true,
				SNIPPET_CELLS, &arena);
	double took = figure_now() - start;
	*cpu = processor_now() - start_cpu;
	arena_release(&arena);
	return took;
}

static double type_peer(sqlite3 *db, struct str query)
{
	sqlite3_stmt *select;
	struct buf match = {0};
	struct str word, rest = query;
	while (str_next_part(&rest, ' ', &word))
		if (word.n)
			buf_addf(&match, "\"%.*s\" ", STR_ARG(word));
	buf_add(&match, STR("*"));
	double start = figure_now();
	must(sqlite3_prepare_v2(db,
				"SELECT rowid, snippet(t, 0, '<', '>', '', 16)"
				" FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?",
				-1, &select, NULL),
	     SQLITE_OK, db);
	sqlite3_bind_text(select, 1, match.p, (int)match.n, SQLITE_STATIC);
	sqlite3_bind_int(select, 2, ROWS);
	while (sqlite3_step(select) == SQLITE_ROW)
		sqlite3_column_text(select, 1);
	sqlite3_finalize(select);
	double took = figure_now() - start;
	buf_release(&match);
	return took;
}

/* A title as somebody types it: its beginning, letters and spaces. */
static struct str typed_title(const struct article *a, struct arena *arena)
{
	struct str title = article_str(a, a->title);
	struct buf b = {0};
	for (size_t i = 0; i < title.n && b.n < QUERY_BYTES; i++) {
		char c = title.p[i];
		bool is_space = !ascii_is_alpha(c) && !(c & 0x80);
		if (!is_space || (b.n && b.p[b.n - 1] != ' '))
			buf_add_char(&b, is_space ? ' ' : ascii_lower(c));
	}
	struct str typed = arena_str(arena, str_trim(buf_str(&b)));
	buf_release(&b);
	return typed;
}

static void bench_keystrokes(const struct library *lib, sqlite3 *db)
{
	struct times own = {0}, peer = {0}, one = {0}, cpus = {0};
	struct arena arena = {0};
	uint32_t n = library_count(lib);
	for (uint32_t q = 0; q < QUERIES; q++) {
		const struct article *a = library_article(
			lib, (uint32_t)((uint64_t)q * n / QUERIES));
		struct str query = a ? typed_title(a, &arena) : STR("");
		for (size_t i = 1; i <= query.n; i++) {
			struct str typed = str_sub(query, 0, i);
			if (typed.p[i - 1] & 0x80)
				continue; /* perhaps half a letter */
			double cpu, took = type_own(lib, typed, &cpu);
			vec_push(&own, took);
			vec_push(&cpus, cpu);
			if (i == 1)
				vec_push(&one, took);
			if (q < PEER_QUERIES && typed.p[i - 1] != ' ')
				vec_push(&peer, type_peer(db, typed));
		}
	}
	report("keystroke", &own, "fts5", &peer);
	report("keystroke_cpu", &cpus, NULL, NULL);
	report("keystroke_first_letter", &one, NULL, NULL);
	vec_release(&own);
	vec_release(&cpus);
	vec_release(&one);
	vec_release(&peer);
	arena_release(&arena);
}

static void bench_hard(const struct library *lib)
{
	static const char *const queries[] = {
		"\"of the world\"",
		"\"line break\"",
		"\"united states of",
		"title:hyphen",
		"author:smith -market",
		"tag:design",
		"path:news",
		"date:2018 government",
		"qwertyuiop asdfghjkl",
		"goverment servces",
		"one OR two OR \"or three\"",
		"-the",
	};
	struct times wall = {0}, cpus = {0};
	for (size_t q = 0; q < sizeof queries / sizeof *queries; q++) {
		struct str query = str_of(queries[q]);
		for (size_t i = 1; i <= query.n; i++) {
			double cpu;
			vec_push(&wall,
				 type_own(lib, str_sub(query, 0, i), &cpu));
			vec_push(&cpus, cpu);
		}
	}
	report("keystroke_hard", &wall, NULL, NULL);
	report("keystroke_hard_cpu", &cpus, NULL, NULL);
	vec_release(&wall);
	vec_release(&cpus);
}

static void bench_titles(const struct library *lib)
{
	const struct str query = STR("the history of how to read");
	struct times t = {0};
	for (size_t i = 0; i <= query.n; i++) {
		struct arena arena = {0};
		uint32_t *ids;
		double start = processor_now();
		library_titles(lib, str_sub(query, 0, i), 500, &arena, &ids);
		vec_push(&t, processor_now() - start);
		arena_release(&arena);
	}
	report("title_keystroke_cpu", &t, NULL, NULL);
	vec_release(&t);
}

static void bench_related(const struct library *lib)
{
	struct times t = {0};
	uint32_t n = library_count(lib), step = n / 300 + 1;
	for (uint32_t id = 0; id < n; id += step) {
		const struct article *a = library_article(lib, id);
		struct arena arena = {0};
		struct relation *r;
		if (!a)
			continue;
		double start = figure_now();
		library_related(lib, a, library_path(lib, id), id, 10, &arena,
				&r);
		vec_push(&t, figure_now() - start);
		arena_release(&arena);
	}
	report("related", &t, NULL, NULL);
	vec_release(&t);
}

/* ---- the whole ---- */

static void report_loading(const struct library *lib)
{
	struct library_stats s = library_stats(lib);
	double text = (double)s.text_bytes;
	figure_print("library_articles", (double)s.articles, "articles");
	figure_print("library_wall", (double)s.wall_micros / 1e3, "ms");
	figure_print("library_read", text / (double)s.read_micros, "MB/s");
	figure_print("library_index", text / (double)s.index_micros, "MB/s");
	figure_print("index_size", (double)s.index_bytes / text, "bytes/byte");
}

int main(void)
{
	const char *path = getenv("BENCH_LIBRARY");
	format_init();
	struct library *lib = path ? open_library(path) : NULL;
	struct arena arena = {0};
	VEC(struct str) texts = {0};
	if (!lib) {
		printf("# BENCH_LIBRARY names no library\n");
		return 1;
	}
	for (uint32_t id = 0; id < library_count(lib); id++)
		if (library_article(lib, id))
			vec_push(&texts,
				 text_of(library_article(lib, id), &arena));
	report_loading(lib);
	sqlite3 *db = bench_build(texts.at, texts.n);
	bench_keystrokes(lib, db);
	bench_hard(lib);
	bench_titles(lib);
	bench_related(lib);
	sqlite3_close(db);
	vec_release(&texts);
	arena_release(&arena);
	library_free(lib);
	return 0;
}

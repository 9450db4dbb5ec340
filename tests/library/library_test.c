/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "format/format.h"
#include "library/folder.h"
#include "library/library.h"
#include "unit.h"

static struct library *open_library(struct folder *f, unsigned threads)
{
	struct library_options options = {.threads = threads};
	struct library *lib = library_new(&options);
	assert_true(library_add(lib, f->path, NULL));
	library_start(lib);
	library_wait(lib);
	return lib;
}

/* Many files whose words depend on their number alone. */
static void write_many(struct folder *f, unsigned n)
{
	static const char *const words[] = {
		"rice",  "harvest", "paper", "margin", "footnote", "index",
		"river", "letter",  "print", "reader", "column",   "line",
	};
	uint32_t seed = 7;
	for (unsigned i = 0; i < n; i++) {
		struct buf b = {0};
		buf_addf(&b, "# Article %u\n\n", i);
		unsigned length = 20 + i % 37;
		for (unsigned j = 0; j < length; j++) {
			seed = seed * 1664525 + 1013904223;
			unsigned r = seed >> 16;
			buf_addf(&b, "%s ", words[r % (1 + r / 12 % 12)]);
		}
		char name[32];
		snprintf(name, sizeof name, "%02u/%04u.md", i % 10, i);
		folder_write(f, name, buf_cstr(&b));
		buf_release(&b);
	}
}

static void ids_are_ranks_in_path_order(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	folder_write(&f, "b.md", "# Second\n\nText of it.\n");
	folder_write(&f, "a/z.md", "# First\n\nText of it.\n");
	folder_write(&f, ".hidden.md", "# Hidden\n\nText of it.\n");
	folder_write(&f, ".git/c.md", "# Hidden\n\nText of it.\n");
	struct library *lib = open_library(&f, 2);
	assert_int_equal(library_count(lib), 2);
	assert_str(library_path(lib, 0), folder_path(&f, "a/z.md").p);
	assert_str(library_path(lib, 1), folder_path(&f, "b.md").p);
	const struct article *a = library_article(lib, 1);
	assert_str(article_str(a, a->title), "Second");
	assert_null(library_article(lib, 2));
	struct library_state s = library_state(lib);
	assert_true(s.is_walked && s.is_done);
	assert_int_equal(s.read, 2);
	assert_int_equal(s.skipped, 0);
	library_free(lib);
	folder_remove(&f);
}

static void a_file_is_found_by_any_of_its_names(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	folder_write(&f, "a.md", "# One\n\nText of it.\n");
	struct library_options options = {0};
	struct library *lib = library_new(&options);
	struct str slashed = folder_path(&f, "");
	assert_true(library_add(lib, slashed, NULL));
	assert_true(library_add(lib, f.path, NULL));
	assert_true(library_add(lib, folder_path(&f, "a.md"), NULL));
	library_start(lib);
	library_wait(lib);
	assert_int_equal(library_count(lib), 1);
	assert_str(library_path(lib, 0), folder_path(&f, "a.md").p);
	assert_int_equal(library_by_path(lib, folder_path(&f, "./a.md")), 0);
	assert_int_equal(library_by_path(lib, folder_path(&f, "b.md")),
			 NO_INDEX);
	assert_int_equal(library_by_path(lib, f.path), NO_INDEX);
	assert_int_equal(library_by_path(lib, STR("")), NO_INDEX);
	library_free(lib);
	folder_remove(&f);
}

static void what_is_no_article_costs_one_sentence(void **state)
{
	(void)state;
	struct folder f;
	struct err err = {""};
	folder_make(&f);
	folder_write(&f, "a.md", "# One\n\nText of it.\n");
	folder_write(&f, "empty.md", "");
	folder_write(&f, "sub/b.md", "# Two\n\nText of it.\n");
	assert_int_equal(mkfifo(folder_path(&f, "pipe").p, 0600), 0);
	assert_int_equal(symlink("..", folder_path(&f, "sub/up").p), 0);
	assert_int_equal(symlink("gone", folder_path(&f, "dangling").p), 0);
	assert_int_equal(symlink("sub", folder_path(&f, "also").p), 0);
	struct library *lib = open_library(&f, 2);
	struct library_state s = library_state(lib);
	assert_int_equal(s.read, 2);
	/* empty, pipe, dangling; the loop and the second way are no files */
	assert_true(s.skipped >= 3);
	for (uint32_t i = 0; i < s.skipped; i++) {
		assert_true(str_starts(library_skipped(lib, i), f.path));
		if (i)
			assert_true(str_cmp(library_skipped(lib, i - 1),
					    library_skipped(lib, i)) < 0);
	}
	assert_false(library_add(lib, folder_path(&f, "nothing"), &err));
	assert_true(strstr(err.text, "nothing"));
	assert_false(library_add(lib, folder_path(&f, "pipe"), &err));
	library_free(lib);
	folder_remove(&f);
}

static void an_empty_folder_is_done_at_once(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	struct library *lib = open_library(&f, 2);
	assert_int_equal(library_count(lib), 0);
	assert_true(library_state(lib).is_done);
	library_free(lib);
	folder_remove(&f);
}

/* Everything a query gives, to the last bit of its scores. */
static void write_results(struct library *lib, const char *query,
			  struct buf *out)
{
	struct arena arena = {0};
	struct search_options all = {.is_typing = true};
	struct results r = library_search(lib, str_of(query), &all, &arena);
	buf_addf(out, "%s: %zu\n", query, r.total);
	for (size_t i = 0; i < r.n; i++)
		buf_addf(out, "%u %a\n", r.hits[i].article,
			 (double)r.hits[i].score);
	arena_release(&arena);
}

static void the_ranking_is_the_same_for_1_2_and_8_threads(void **state)
{
	(void)state;
	static const unsigned threads[] = {1, 2, 8};
	static const char *const queries[] = {
		"rice", "rice harvest", "margin foot", "\"rice harvest\"",
		"-rice index", "r", "printed letters",
	};
	struct folder f;
	struct buf outputs[3] = {0};
	folder_make(&f);
	write_many(&f, 700);
	for (size_t t = 0; t < 3; t++) {
		struct library *lib = open_library(&f, threads[t]);
		assert_int_equal(library_state(lib).read, 700);
		for (size_t q = 0; q < sizeof queries / sizeof queries[0]; q++)
			write_results(lib, queries[q], &outputs[t]);
		library_free(lib);
	}
	assert_true(outputs[0].n > 10000);
	assert_true(str_eq(buf_str(&outputs[0]), buf_str(&outputs[1])));
	assert_true(str_eq(buf_str(&outputs[0]), buf_str(&outputs[2])));
	for (size_t t = 0; t < 3; t++)
		buf_release(&outputs[t]);
	folder_remove(&f);
}

static void searching_while_it_grows_covers_what_is_read(void **state)
{
	(void)state;
	struct folder f;
	struct library_options options = {.threads = 4};
	folder_make(&f);
	write_many(&f, 400);
	struct library *lib = library_new(&options);
	assert_true(library_add(lib, f.path, NULL));
	library_start(lib);
	size_t last = 0;
	while (!library_state(lib).is_done) {
		struct pollfd news = {library_fd(lib), POLLIN, 0};
		struct arena arena = {0};
		struct search_options all = {0};
		poll(&news, 1, -1);
		library_poll(lib);
		struct results r =
			library_search(lib, STR("rice"), &all, &arena);
		assert_true(r.total >= last);
		for (size_t i = 0; i < r.n; i++)
			assert_non_null(
				library_article(lib, r.hits[i].article));
		last = r.total;
		arena_release(&arena);
	}
	assert_true(last > 100);
	library_free(lib);
	folder_remove(&f);
}

static void freeing_stops_the_workers(void **state)
{
	(void)state;
	struct folder f;
	struct library_options options = {.threads = 4};
	folder_make(&f);
	write_many(&f, 300);
	for (int i = 0; i < 5; i++) {
		struct library *lib = library_new(&options);
		assert_true(library_add(lib, f.path, NULL));
		library_start(lib);
		if (i % 2)
			library_poll(lib);
		library_free(lib);
	}
	folder_remove(&f);
}

static void titles_open_by_the_beginnings_of_their_words(void **state)
{
	(void)state;
	struct folder f;
	struct arena arena = {0};
	uint32_t *ids;
	folder_make(&f);
	folder_write(&f, "a.md", "# The History of the Footnote\n\nText.\n");
	folder_write(&f, "b.md", "# Footnotes\n\nText.\n");
	folder_write(&f, "c.md", "# Margins\n\nText.\n");
	struct library *lib = open_library(&f, 1);
	assert_int_equal(library_titles(lib, STR("foo"), 0, &arena, &ids), 2);
	assert_int_equal(ids[0], 1);
	assert_int_equal(
		library_titles(lib, STR("FOOT hist"), 0, &arena, &ids), 1);
	assert_int_equal(ids[0], 0);
	assert_int_equal(library_titles(lib, STR(""), 2, &arena, &ids), 2);
	assert_int_equal(ids[1], 1);
	assert_int_equal(library_titles(lib, STR("zzz"), 0, &arena, &ids), 0);
	arena_release(&arena);
	library_free(lib);
	folder_remove(&f);
}

static void snippets_show_the_words_lit(void **state)
{
	(void)state;
	struct folder f;
	struct arena arena = {0};
	folder_make(&f);
	folder_write(&f, "a.md",
		     "# Rice\n\nNothing of note here.\n\nIt was late. The na\u00efve "
		     "farmer brought in the rice harvest before the rain.\n");
	struct library *lib = open_library(&f, 1);
	struct snippet s = library_snippet(lib, 0, STR("naive harv"), true, 60,
					   &arena);
	assert_int_equal(s.n_lit, 2);
	assert_str(str_sub(s.text, s.lit[0].start, s.lit[0].end),
		   "na\u00efve");
	assert_str(str_sub(s.text, s.lit[1].start, s.lit[1].end), "harvest");
	assert_true(str_has(s.text, STR("The na\u00efve")));
	assert_int_equal(s.at.unit, 1);
	assert_int_equal(s.n_terms, 2);
	assert_str(s.terms[0], "naive");
	assert_str(s.terms[1], "harv");
	struct match *m;
	assert_int_equal(library_matches(lib, library_article(lib, 0),
					 STR("rice"), false, &arena, &m),
			 2);
	assert_int_equal(m[0].unit, -1);
	assert_int_equal(m[1].unit, 1);
	arena_release(&arena);
	library_free(lib);
	folder_remove(&f);
}

static void stats_add_up(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	folder_write(&f, "a.md", "# Rice\n\nrice paper\n");
	folder_write(&f, "b.md", "# Paper\n\npaper rice harvest\n");
	struct library *lib = open_library(&f, 2);
	struct library_stats s = library_stats(lib);
	assert_int_equal(s.articles, 2);
	assert_int_equal(s.terms, 3);
	assert_int_equal(s.postings, 5);
	assert_int_equal(s.words, 5);
	assert_int_equal(s.threads, 2);
	assert_true(s.index_bytes > 0 && s.text_bytes > 0);
	library_free(lib);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_ranks_in_path_order),
		cmocka_unit_test(a_file_is_found_by_any_of_its_names),
		cmocka_unit_test(what_is_no_article_costs_one_sentence),
		cmocka_unit_test(an_empty_folder_is_done_at_once),
		cmocka_unit_test(the_ranking_is_the_same_for_1_2_and_8_threads),
		cmocka_unit_test(searching_while_it_grows_covers_what_is_read),
		cmocka_unit_test(freeing_stops_the_workers),
		cmocka_unit_test(titles_open_by_the_beginnings_of_their_words),
		cmocka_unit_test(snippets_show_the_words_lit),
		cmocka_unit_test(stats_add_up),
	};
	format_init();
	return cmocka_run_group_tests_name("library", tests, NULL, NULL);
}

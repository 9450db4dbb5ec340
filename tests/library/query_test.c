/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of queries, asked of a library as a reader asks it: of the
 * bundled one, and of a few files that have what that has not.
 */
#include "config.h"

#include <poll.h>
#include <stdio.h>

#include "base/buf.h"
#include "format/format.h"
#include "library/folder.h"
#include "library/library.h"
#include "unit.h"

struct fixture {
	struct folder folder;
	struct library *sampler, *own;
	struct arena arena;
};

static struct library *open_library(struct str path)
{
	const struct library_options options = {0};
	struct library *lib = library_new(&options);
	assert_true(library_add(lib, path, NULL));
	library_start(lib);
	library_wait(lib);
	return lib;
}

static int open_fixture(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	const char *top = getenv("srcdir");
	struct str sampler =
		arena_printf(&f->arena, "%s/data/sampler", top ? top : ".");
	folder_make(&f->folder);
	folder_write(&f->folder, "road.md",
		     "---\ntitle: The Belt and Road\nauthor: Kawashima Shin\n"
		     "date: 2018-06-13\nlanguage: en\n---\n\n"
		     "The *drive to* clear\n[Beijing](https://example.org)'s "
		     "migrants was **na\u00efve**.\n");
	folder_write(&f->folder, "belt.md",
		     "---\ntitle: Road Works and a Belt\nauthor: Shin Ito\n"
		     "date: 2017-12-31\nlanguage: en\n---\n\n"
		     "A drive, to clear roads. It said \u201cstop "
		     "here\u201d and \uff26\uff35\uff2c\uff2c.\n");
	folder_write(&f->folder, "thai.md",
		     "---\ntitle: Thai\nlanguage: th\n---\n\n"
		     "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22\u0e40\u0e02"
		     "\u0e35\u0e22\u0e19\u0e15\u0e34\u0e14\u0e01\u0e31"
		     "\u0e19\n");
	folder_write(&f->folder, "title.md", "# Nothing but a title\n");
	f->sampler = open_library(sampler);
	f->own = open_library(f->folder.path);
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;
	library_free(f->sampler);
	library_free(f->own);
	folder_remove(&f->folder);
	arena_release(&f->arena);
	free(f);
	return 0;
}

/* Each hit has a passage. */
static void check_snippets(struct fixture *f, const struct library *lib,
			   struct str query, const struct results *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct snippet s = library_snippet(lib, r->hits[i].article,
						   query, false, 60, &f->arena);
		assert_true(str_trim(s.text).n > 0);
		for (size_t j = 0; j < s.n_terms; j++)
			assert_true(s.terms[j].n > 0);
	}
}

/* The names of the files found, sorted by path. */
static const char *names(struct fixture *f, const struct library *lib,
			 const char *query)
{
	const struct search_options all = {0};
	struct results r = library_search(lib, str_of(query), &all, &f->arena);
	struct buf b = {0};
	check_snippets(f, lib, str_of(query), &r);
	for (uint32_t id = 0; id < library_count(lib); id++)
		for (size_t i = 0; i < r.n; i++) {
			struct str path = library_path(lib, id);
			size_t slash = path.n;
			while (slash > 0 && path.p[slash - 1] != '/')
				slash--;
			if (r.hits[i].article == id)
				buf_addf(&b, "%s%.*s", b.n ? " " : "",
					 STR_ARG(str_from_at(path, slash)));
		}
	const char *text = arena_cstr(&f->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static const char *own(void **state, const char *query)
{
	struct fixture *f = *state;
	return names(f, f->own, query);
}

static const char *sampler(void **state, const char *query)
{
	struct fixture *f = *state;
	return names(f, f->sampler, query);
}

static void fields_take_words_and_phrases(void **state)
{
	assert_string_equal(own(state, "title:\"belt and road\""), "road.md");
	assert_string_equal(own(state, "title:road"), "belt.md road.md");
	assert_string_equal(own(state, "title:clear"), "");
	assert_string_equal(own(state, "author:\"kawashima shin\""), "road.md");
	assert_string_equal(own(state, "author:shin"), "belt.md road.md");
	assert_string_equal(own(state, "author:shin title:works"), "belt.md");
	assert_string_equal(sampler(state, "title:\"lower margin\""),
			    "footnote.txt");
	assert_string_equal(sampler(state, "author:\"rafiq haddad\" -hebrew"),
			    "grapheme-clusters.md naskh.ar.md");
}

static void a_minus_leaves_out(void **state)
{
	assert_string_equal(own(state, "road -works"), "road.md");
	assert_string_equal(own(state, "clear -\"drive to clear\""), "");
	assert_string_equal(own(state, "road -title:belt"), "");
}

static void phrases_cross_markup_and_line_ends(void **state)
{
	assert_string_equal(own(state, "\"drive to clear Beijing's migrants\""),
			    "road.md");
	assert_string_equal(own(state, "\"clear beijing\""), "road.md");
	assert_string_equal(own(state, "\"stop here\""), "belt.md");
	assert_string_equal(own(state, "\u201cstop here\u201d"), "belt.md");
}

static void case_accents_width_and_quotes_fold(void **state)
{
	assert_string_equal(own(state, "naive"), "road.md");
	assert_string_equal(own(state, "NA\u00cfVE"), "road.md");
	assert_string_equal(own(state, "nai\u0308ve"), "road.md");
	assert_string_equal(own(state, "full"), "belt.md");
	assert_string_equal(own(state, "\uff42\uff45\uff4c\uff54"),
			    "belt.md road.md");
	assert_string_equal(own(state, "beijing\u2019s"), "road.md");
	assert_string_equal(own(state, "\"beijing\u2019s migrants\""),
			    "road.md");
}

static void chinese_and_japanese_are_found_by_the_letter(void **state)
{
	assert_string_equal(sampler(state, "\u7981\u5247"),
			    "kinsoku.ja.txt line-breaking.txt ruby.ja.md");
	assert_string_equal(sampler(state, "\u5377\u8f74"),
			    "juanzhou.zh.md pagination.txt");
	assert_string_equal(sampler(state, "\u4e66"),
			    "juanzhou.zh.md pagination.txt");
	assert_non_null(strstr(sampler(state, "\u306e"), "kinsoku.ja.txt"));
	assert_non_null(strstr(sampler(state, "\u7248"), "ruby.ja.md"));
	assert_string_equal(sampler(state, "\"\u4ece\u5377\u8f74\u5230"
					   "\u4e66\u9875\""),
			    "juanzhou.zh.md pagination.txt");
	/* Letters that stand nowhere together are no misspelling. */
	assert_string_equal(sampler(state, "\u7981\u6e2c"), "");
}

static void thai_is_found_without_spaces(void **state)
{
	assert_string_equal(own(state, "\u0e44\u0e17\u0e22"), "thai.md");
	assert_string_equal(own(state, "\u0e20\u0e32\u0e29\u0e32"), "thai.md");
	assert_string_equal(own(state, "\"\u0e44\u0e17\u0e22\u0e40\u0e02\""),
			    "thai.md");
	assert_string_equal(own(state, "\"\u0e17\u0e22\u0e20\u0e32\""), "");
}

static void dates_are_years_months_and_spans(void **state)
{
	assert_string_equal(own(state, "date:2018"), "road.md");
	assert_string_equal(own(state, "date:2018-06"), "road.md");
	assert_string_equal(own(state, "date:2018-07"), "");
	assert_string_equal(own(state, "date:2017..2018"), "belt.md road.md");
	/* Only says where to look. */
	assert_string_equal(own(state, "date:2017..2018 works"), "belt.md");
	assert_string_equal(own(state, "path:road works"), "");
}

static void or_takes_either(void **state)
{
	assert_string_equal(own(state, "migrants OR stop"), "belt.md road.md");
	assert_string_equal(own(state, "migrants OR zebra"), "road.md");
	assert_string_equal(own(state, "title:works OR author:kawashima"),
			    "belt.md road.md");
}

static void punctuation_alone_finds_nothing(void **state)
{
	static const char *const queries[] = {
		"",
		" ",
		"...",
		"-",
		"\"\"",
		"!? \u2014",
		"\u3002\u3001",
		"*",
		"+-\":",
		"title:\"...\"",
	};
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		assert_string_equal(sampler(state, queries[i]), "");
}

static void a_title_alone_is_a_passage(void **state)
{
	assert_string_equal(own(state, "nothing"), "title.md");
}

static void terms_name_what_was_found_where(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *query, *terms;
	} cases[] = {
		{"migrants zebra Na\u00efve", "migrants Na\u00efve "},
		{"author:kawashima", "kawashima "},
		{"shin", "shin "},
		{"title:\"belt and road\"", "belt and road "},
		{"date:2018", ""},
	};
	uint32_t id =
		library_by_path(f->own, folder_path(&f->folder, "road.md"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct snippet s =
			library_snippet(f->own, id, str_of(cases[i].query),
					false, 60, &f->arena);
		struct buf b = {0};
		for (size_t j = 0; j < s.n_terms; j++)
			buf_addf(&b, "%.*s ", STR_ARG(s.terms[j]));
		assert_string_equal(buf_cstr(&b), cases[i].terms);
		buf_release(&b);
	}
}

/* ---- while the library is read ---- */

static void write_many(struct folder *f, unsigned n)
{
	char name[32], text[64];
	for (unsigned i = 0; i < n; i++) {
		snprintf(name, sizeof name, "%04u.md", i);
		snprintf(text, sizeof text, "# Number %u\n\nEach has rice.\n",
			 i);
		folder_write(f, name, text);
	}
}

static size_t count_rice(const struct library *lib)
{
	const struct search_options few = {.limit = 5, .is_typing = true};
	struct arena arena = {0};
	size_t n = library_search(lib, STR("rice"), &few, &arena).total;
	arena_release(&arena);
	return n;
}

static void results_cover_what_has_been_read_so_far(void **state)
{
	(void)state;
	struct folder f;
	folder_make(&f);
	write_many(&f, 700);
	const struct library_options options = {.threads = 2};
	struct library *lib = library_new(&options);
	assert_true(library_add(lib, f.path, NULL));
	assert_int_equal(count_rice(lib), 0);
	library_start(lib);
	while (!library_state(lib).is_done) {
		struct pollfd news = {.fd = library_fd(lib), .events = POLLIN};
		assert_int_equal(count_rice(lib), library_state(lib).read);
		assert_true(poll(&news, 1, 10000) == 1);
		library_poll(lib);
	}
	assert_int_equal(count_rice(lib), 700);
	/* What is asked again of the same library is answered alike. */
	assert_int_equal(count_rice(lib), 700);
	library_free(lib);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_take_words_and_phrases),
		cmocka_unit_test(a_minus_leaves_out),
		cmocka_unit_test(phrases_cross_markup_and_line_ends),
		cmocka_unit_test(case_accents_width_and_quotes_fold),
		cmocka_unit_test(chinese_and_japanese_are_found_by_the_letter),
		cmocka_unit_test(thai_is_found_without_spaces),
		cmocka_unit_test(dates_are_years_months_and_spans),
		cmocka_unit_test(or_takes_either),
		cmocka_unit_test(punctuation_alone_finds_nothing),
		cmocka_unit_test(a_title_alone_is_a_passage),
		cmocka_unit_test(terms_name_what_was_found_where),
		cmocka_unit_test(results_cover_what_has_been_read_so_far),
	};
	format_init();
	return cmocka_run_group_tests_name("library/query", tests, open_fixture,
					   close_fixture);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/scan.h"

#include "base/buf.h"
#include "search/match.h"
#include "search/shelf.h"
#include "text/noise.h"
#include "unit.h"

static bool has(const char *text, const char *needle)
{
	struct scan s = scan_of(str_of(needle));
	return scan_has(&s, str_of(text));
}

static void a_word_is_found_in_any_case(void **state)
{
	(void)state;
	assert_true(has("The Footnote", "footnote"));
	assert_true(has("FOOTNOTES", "footnote"));
	assert_true(has("x", "x"));
	assert_true(has("in 1968.", "1968"));
	assert_true(has("abcabcabd", "abcabd"));
	assert_false(has("footnot", "footnote"));
	assert_false(has("foot note", "footnote"));
	assert_false(has("", "a"));
	/* '@' and '`' differ from each other by the bit of the cases too. */
	assert_false(has("@", "`"));
}

static void only_ascii_is_looked_for(void **state)
{
	(void)state;
	assert_int_equal(scan_of(STR("na\u00efve")).needle.n, 0);
	assert_int_equal(scan_of(STR("naive")).needle.n, 5);
}

static void dashes_and_quotation_marks_are_plain(void **state)
{
	(void)state;
	assert_true(scan_is_plain(STR("")));
	assert_true(scan_is_plain(STR("\u201cThe reader\u2019s line\u201d "
				      "\u2014 a\u00a0line\u2026")));
	assert_false(scan_is_plain(STR("na\u00efve")));
	assert_false(scan_is_plain(STR("foot\u00adnote")));
	assert_false(scan_is_plain(STR("a long line of text, and \uff21")));
	assert_false(scan_is_plain(STR("cut short \xe2\x80")));
	assert_false(scan_is_plain(STR("\xe2")));
}

/* The longest way round: every beginning of every word is compared. */
static bool naive_has(struct str text, struct str needle)
{
	for (size_t i = 0; i + needle.n <= text.n; i++)
		if (str_eq_nocase(str_sub(text, i, i + needle.n), needle))
			return true;
	return false;
}

static void it_finds_what_a_naive_search_finds(void **state)
{
	uint32_t seed = 3;
	(void)state;
	for (int round = 0; round < 20000; round++) {
		char text[24], needle[4];
		size_t n = noise_next(&seed) % sizeof text;
		size_t m = 1 + noise_next(&seed) % (sizeof needle - 1);
		for (size_t i = 0; i < n; i++)
			text[i] = "abAB ez1"[noise_next(&seed) % 8];
		for (size_t i = 0; i < m; i++)
			needle[i] = "abez1"[noise_next(&seed) % 5];
		struct scan s = scan_of((struct str){needle, m});
		assert_int_equal(scan_has(&s, (struct str){text, n}),
				 naive_has((struct str){text, n},
					   (struct str){needle, m}));
	}
}

/* Nothing that a matcher finds by reading tokens is passed over: a text with
 * something at its end that is not plain is read in any case. */
static void a_matcher_finds_the_same_with_it(void **state)
{
	static const char *const words[] = {
		"rice",		  "Rice's",  "rices",	   "happy",
		"HAPPINESS",	  "happily", "of",	   "the",
		"\u201cof\u201d", "e-mail",  "mail\u2014", "don\u2019t",
	};
	static const char *const queries[] = {
		"rice",	      "happy", "happiness", "\"of the\"", "mail",
		"\"e-mail\"", "don't", "hap*",	    "\"rice of",  "ri",
	};
	struct stem *stem = stem_new();
	uint32_t seed = 5;
	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct arena arena = {0};
		struct buf text = {0};
		size_t n = noise_next(&seed) % 6;
		for (size_t i = 0; i < n; i++)
			buf_addf(&text, "%s ", words[noise_next(&seed) % 12]);
		struct str plain = arena_str(&arena, buf_str(&text));
		buf_add(&text, STR("\u00e9"));
		struct str query = str_of(queries[noise_next(&seed) % 10]);
		struct query q =
			query_parse(query, noise_next(&seed) % 2, &arena);
		struct matcher m;
		struct places with = {0}, without = {0};
		matcher_of_query(&m, &q, 1, stem, &arena);
		matcher_run(&m, plain, IN_ANY, &with);
		matcher_run(&m, buf_str(&text), IN_ANY, &without);
		assert_int_equal(with.n, without.n);
		for (size_t i = 0; i < with.n; i++)
			assert_int_equal(with.at[i].start, without.at[i].start);
		vec_release(&with);
		vec_release(&without);
		buf_release(&text);
		arena_release(&arena);
	}
	stem_free(stem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_found_in_any_case),
		cmocka_unit_test(only_ascii_is_looked_for),
		cmocka_unit_test(dashes_and_quotation_marks_are_plain),
		cmocka_unit_test(it_finds_what_a_naive_search_finds),
		cmocka_unit_test(a_matcher_finds_the_same_with_it),
	};
	return cmocka_run_group_tests_name("search/scan", tests, NULL, NULL);
}

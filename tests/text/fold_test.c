/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/fold.h"

#include "text/noise.h"
#include "text/utf8.h"
#include "unit.h"

static void assert_fold(const char *text, const char *expected)
{
	struct arena arena = {0};
	assert_str(fold_copy(&arena, str_of(text)), expected);
	arena_release(&arena);
}

static void case_accents_and_forms_fold(void **state)
{
	(void)state;
	assert_fold("Na\u00efve \u00c9T\u00c9", "naive ete");
	assert_fold("STRASSE stra\u00dfe \u1e9e", "strasse strasse ss");
	assert_fold("\ufb01ne \u00bd \u2460 \u2122", "fine 1\u20442 1 tm");
	assert_fold("\uff30\uff4f\uff52\uff45 \uff76\uff9e\uff8a\uff9f",
		    "pore \u30ac\u30d1");
	assert_fold("\u0391\u0301\u03c3\u03c2", "\u03b1\u03c3\u03c3");
	assert_fold("\u0623\u064e\u0643\u0652", "\u0627\u0643");
}

static void what_is_no_accent_stays(void **state)
{
	(void)state;
	assert_fold("\u0439\u0419", "\u0439\u0439");
	assert_fold("\u304c\u30d1", "\u304c\u30d1");
	assert_fold("\u0915\u093f\u0902", "\u0915\u093f\u0902");
	assert_fold("\ud55c\uad6d", "\ud55c\uad6d");
	assert_fold("\U00020000", "\U00020000");
}

static void quotes_hyphens_and_spaces_are_one_kind(void **state)
{
	(void)state;
	assert_fold("\u201ca\u201d \u2018b\u2019 \u00abc\u00bb",
		    "\"a\" 'b' \"c\"");
	assert_fold("a\u2010b\u2011c\u2013d\u2014e", "a-b-c-d-e");
	assert_fold("  a \t\n\u00a0b\u3000 ", "a b");
	assert_fold("hy\u00adphen zero\u200bwidth", "hyphen zerowidth");
	assert_fold("", "");
}

static void titles_are_the_same_without_punctuation(void **state)
{
	(void)state;
	struct buf a = {0}, b = {0};
	fold_title(&a, STR("\u201cThe Reader\u2019s Eye\u201d: Why Lines "
			   "Break?"));
	fold_title(&b, STR("the readers eye - why lines break"));
	assert_string_equal(buf_cstr(&a), buf_cstr(&b));
	buf_release(&a);
	buf_release(&b);
}

/* Marks the places found in the text with brackets. */
static void assert_found(const char *text, const char *needle, unsigned flags,
			 const char *expected)
{
	struct arena arena = {0};
	struct fold_range *r;
	struct buf b = {0};
	struct str s = str_of(text);
	size_t at = 0, n = fold_find(s, str_of(needle), flags, &arena, &r);
	for (size_t i = 0; i < n; i++) {
		buf_add(&b, str_sub(s, at, r[i].start));
		buf_addf(&b, "[%.*s]",
			 STR_ARG(str_sub(s, r[i].start, r[i].end)));
		at = r[i].end;
	}
	buf_add(&b, str_from_at(s, at));
	assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
	arena_release(&arena);
}

static void a_typed_string_is_found_folded(void **state)
{
	(void)state;
	assert_found("The Na\u00efve naive", "naive", 0,
		     "The [Na\u00efve] [naive]");
	assert_found("don\u2019t \u201cquote\u201d", "don't \"q", 0,
		     "[don\u2019t \u201cq]uote\u201d");
	assert_found("one\ntwo  \u00a0three", "one two three", 0,
		     "[one\ntwo  \u00a0three]");
	assert_found("hy\u00adphen", "hyphen", 0, "[hy\u00adphen]");
	assert_found("aaaa", "aa", 0, "[aa][aa]");
	assert_found("abababc", "ababc", 0, "ab[ababc]");
	assert_found("abc", "", 0, "abc");
	assert_found("", "abc", 0, "");
	assert_found("\u6771\u4eac\u90fd", "\u4eac", 0,
		     "\u6771[\u4eac]\u90fd");
}

static void a_match_takes_whole_letters(void **state)
{
	(void)state;
	assert_found("Stra\u00dfe", "s", 0, "[S]tra[\u00df]e");
	assert_found("Stra\u00dfe", "strass", 0, "[Stra\u00df]e");
	assert_found("x\u0301 e\u0301\u0302.", "e", 0, "x\u0301 [e\u0301\u0302].");
}

static void case_and_accents_count_when_asked(void **state)
{
	(void)state;
	assert_found("Rice rice RICE", "Rice", FOLD_CASE, "[Rice] rice RICE");
	assert_found("Rice rice", "rice", FOLD_SMART_CASE, "[Rice] [rice]");
	assert_found("Rice rice", "Rice", FOLD_SMART_CASE, "[Rice] rice");
	assert_found("\u00c9t\u00e9 ete", "\u00e9t\u00e9", FOLD_ACCENTS,
		     "[\u00c9t\u00e9] ete");
	assert_found("\u00c9t\u00e9 Ete", "Ete", FOLD_CASE,
		     "[\u00c9t\u00e9] [Ete]");
	assert_found("\u00c9t\u00e9 \u00e9t\u00e9", "\u00e9t\u00e9",
		     FOLD_CASE | FOLD_ACCENTS, "\u00c9t\u00e9 [\u00e9t\u00e9]");
}

static void what_is_found_folds_to_what_was_typed(void **state)
{
	(void)state;
	uint32_t seed = 3;
	for (int round = 0; round < 3000; round++) {
		struct arena arena = {0};
		struct buf text = {0}, needle = {0};
		struct fold_range *r;
		noise_text(&text, &seed);
		noise_text(&text, &seed);
		/* Most often a piece of the text itself. */
		if (round % 4 == 0)
			noise_text(&needle, &seed);
		else if (text.n)
			buf_add(&needle, str_sub(buf_str(&text),
						 noise_next(&seed) % text.n,
						 text.n));
		needle.n = needle.n > 8 ? 8 : needle.n;
		size_t n = fold_find(buf_str(&text), buf_str(&needle), 0,
				     &arena, &r);
		struct str typed = fold_copy(&arena, buf_str(&needle));
		for (size_t i = 0; i < n; i++) {
			assert_true(r[i].start < r[i].end);
			assert_true(r[i].end <= text.n);
			assert_true(i == 0 || r[i - 1].end <= r[i].start);
			struct str found = fold_copy(
				&arena, str_sub(buf_str(&text), r[i].start,
						r[i].end));
			assert_true(str_has(found, typed));
		}
		buf_release(&text);
		buf_release(&needle);
		arena_release(&arena);
	}
}

static void folding_twice_changes_nothing(void **state)
{
	(void)state;
	struct fold_step step, again;
	for (uint32_t code = 0; code < 0x20000; code++) {
		struct buf b = {0};
		if (code >= 0xd800 && code < 0xe000)
			continue;
		buf_add_code(&b, code);
		fold_next(buf_str(&b), 0, &step);
		assert_true(step.n <= FOLD_MAX);
		assert_true((step.n == 0) == (step.class == FOLD_DROP));
		struct str once = {step.text, step.n};
		for (size_t at = 0; at < once.n; at += again.length) {
			fold_next(once, at, &again);
			assert_int_equal(again.n, again.length);
			assert_memory_equal(again.text, once.p + at, again.n);
		}
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_accents_and_forms_fold),
		cmocka_unit_test(what_is_no_accent_stays),
		cmocka_unit_test(quotes_hyphens_and_spaces_are_one_kind),
		cmocka_unit_test(titles_are_the_same_without_punctuation),
		cmocka_unit_test(a_typed_string_is_found_folded),
		cmocka_unit_test(a_match_takes_whole_letters),
		cmocka_unit_test(case_and_accents_count_when_asked),
		cmocka_unit_test(what_is_found_folds_to_what_was_typed),
		cmocka_unit_test(folding_twice_changes_nothing),
	};
	return cmocka_run_group_tests_name("text/fold", tests, NULL, NULL);
}

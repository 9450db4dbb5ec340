/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/buf.h"
#include "search/token.h"

/* The tokens of a text, parted by "|". */
static void assert_tokens(const char *text, const char *expected)
{
	struct tokens t;
	struct token token;
	struct buf b = {0};
	tokens_start(&t, str_of(text));
	while (tokens_next(&t, &token)) {
		assert_true(token.start < token.end);
		assert_true(token.end <= strlen(text));
		if (b.n)
			buf_add_char(&b, '|');
		buf_add(&b, token.text);
	}
	assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
}

static void words_are_runs_of_letters_and_digits(void **state)
{
	(void)state;
	assert_tokens("The Cat, 2 cats; C3PO", "the|cat|2|cats|c3po");
	assert_tokens("state-of-the-art foo_bar", "state|of|the|art|foo|bar");
	assert_tokens("", "");
	assert_tokens(" -- ", "");
}

static void case_accents_width_and_soft_hyphens_fold(void **state)
{
	(void)state;
	assert_tokens("Na\u00efve \uff2e\uff21\uff29\uff36\uff25",
		      "naive|naive");
	assert_tokens("hy\u00adphen stra\u00dfe \ufb01ne", "hyphen|strasse|fine");
	assert_tokens("\u00c5ngstr\u00f6m \u0141\u00f3d\u017a", "angstrom|lodz");
	assert_tokens("\u0419\u041e\u0413 \u0451\u043b\u043a\u0430",
		      "\u0439\u043e\u0433|\u0435\u043b\u043a\u0430");
	assert_tokens("e\u0301te\u0301", "ete");
}

static void apostrophes_of_any_form_part_words(void **state)
{
	(void)state;
	assert_tokens("reader's reader\u2019s don't", "reader|reader|don");
	assert_tokens("l'eau l\u2019\u00e9t\u00e9", "l|eau|l|ete");
	assert_tokens("we'll rock 'n' roll", "we|ll|rock|n|roll");
}

static void scripts_without_spaces_give_pairs(void **state)
{
	(void)state;
	assert_tokens("\u6771\u4eac\u90fd",
		      "\u6771\u4eac|\u4eac\u90fd|\u90fd");
	assert_tokens("a\u6771b", "a|\u6771|b");
	assert_tokens("\uff76\uff9e\uff77", "\u30ac\u30ad|\u30ad");
	assert_tokens("\u6771\u4eac PC", "\u6771\u4eac|\u4eac|pc");
	assert_tokens("\ud55c\uad6d\uc5b4 \ub9d0", "\ud55c\uad6d\uc5b4|\ub9d0");
}

static void a_pair_knows_its_place(void **state)
{
	(void)state;
	struct tokens t;
	struct token token;
	tokens_start(&t, str_of("x \u6771\u4eac"));
	assert_true(tokens_next(&t, &token));
	assert_true(tokens_next(&t, &token));
	assert_int_equal(token.kind, TOKEN_PAIR);
	assert_int_equal(token.start, 2);
	assert_int_equal(token.end, 8);
	assert_true(tokens_next(&t, &token));
	assert_int_equal(token.kind, TOKEN_TAIL);
	assert_int_equal(token.start, 5);
	assert_false(tokens_next(&t, &token));
}

static void long_words_are_cut_at_a_letter(void **state)
{
	(void)state;
	struct buf b = {0};
	for (int i = 0; i < 100; i++)
		buf_add(&b, STR("\u0434"));
	struct tokens t;
	struct token token;
	tokens_start(&t, buf_str(&b));
	assert_true(tokens_next(&t, &token));
	assert_int_equal(token.text.n, TOKEN_MAX);
	assert_int_equal(token.end, 200);
	assert_false(tokens_next(&t, &token));
	buf_release(&b);
}

static void any_bytes_are_read_to_their_end(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 2000; round++) {
		char bytes[64];
		size_t n = (size_t)round % sizeof bytes;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (char)(seed >> 24);
		}
		struct tokens t;
		struct token token;
		uint32_t last = 0;
		tokens_start(&t, (struct str){bytes, n});
		while (tokens_next(&t, &token)) {
			assert_true(token.start >= last);
			assert_true(token.end <= n);
			assert_true(token.text.n > 0);
			last = token.start;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_runs_of_letters_and_digits),
		cmocka_unit_test(case_accents_width_and_soft_hyphens_fold),
		cmocka_unit_test(apostrophes_of_any_form_part_words),
		cmocka_unit_test(scripts_without_spaces_give_pairs),
		cmocka_unit_test(a_pair_knows_its_place),
		cmocka_unit_test(long_words_are_cut_at_a_letter),
		cmocka_unit_test(any_bytes_are_read_to_their_end),
	};
	return cmocka_run_group_tests_name("search/token", tests, NULL, NULL);
}

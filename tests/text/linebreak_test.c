/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/linebreak.h"

#include "base/buf.h"
#include "base/mem.h"
#include "text/breaktest.h"
#include "text/noise.h"
#include "text/utf8.h"
#include "unit.h"

static void check_case(const struct break_case *c)
{
	unsigned char *out = mem_new(c->text.n);
	linebreak_find(c->text, out);
	for (size_t i = 1; i < c->text.n; i++)
		if (c->is_break[i] != (out[i] != BREAK_NO))
			fail_msg("%.*s at byte %zu", STR_ARG(c->line), i);
	assert_int_equal(out[0], BREAK_NO);
	mem_free(out);
}

static void the_official_cases_pass(void **state)
{
	(void)state;
	if (break_cases("LineBreakTest.txt", check_case) == 0) {
		print_message("no LineBreakTest.txt\n");
		skip();
	}
}

/* A line may break in `expected` at each bar, must at each double bar. */
static void assert_breaks(const char *text, const char *expected)
{
	struct str s = str_of(text);
	unsigned char *out = mem_new(s.n);
	struct buf shown = {0};
	linebreak_find(s, out);
	for (size_t i = 0; i < s.n; i++) {
		for (unsigned char bars = out[i]; bars > 0; bars--)
			buf_add_char(&shown, '|');
		buf_add_char(&shown, s.p[i]);
	}
	assert_str(buf_str(&shown), expected);
	buf_release(&shown);
	mem_free(out);
}

static void running_text_breaks_at_spaces_and_hyphens(void **state)
{
	(void)state;
	assert_breaks("The well-known line.", "The |well-|known |line.");
	assert_breaks("“Why?” he (or she) asked…",
		      "“Why?” |he |(or |she) |asked…");
	assert_breaks("one\ntwo\r\nthree", "one\n||two\r\n||three");
	assert_breaks("no\xc2\xa0"
		      "break",
		      "no\xc2\xa0"
		      "break");
}

static void addresses_and_numbers_hold_together(void **state)
{
	(void)state;
	assert_breaks("e.g. example.com", "e.g. |example.com");
	assert_breaks("$(12.50) or 1,024%", "$(12.50) |or |1,024%");
	assert_breaks("$(ab)", "$|(ab)");
	assert_breaks("-3 to +5", "-3 |to |+5");
	assert_breaks("https://example.org/a/b", "https://|example.org/|a/|b");
}

static void japanese_breaks_but_not_before_small_kana_and_stops(void **state)
{
	(void)state;
	assert_breaks("印本。「あ」", "印|本。|「あ」");
	assert_breaks("しょう", "しょ|う");
	assert_breaks("ページ", "ペー|ジ");
}

static void emoji_families_flags_and_syllables_hold_together(void **state)
{
	(void)state;
	assert_breaks("👩‍👩‍👧👍🏽",
		      "👩‍👩‍👧|👍🏽");
	assert_breaks("🇩🇪🇫🇷", "🇩🇪|🇫🇷");
	assert_breaks("각각", "각|각");
}

static void breaks_stand_at_code_points_only(void **state)
{
	(void)state;
	uint32_t seed = 5;
	for (int i = 0; i < 1000; i++) {
		struct buf b = {0};
		noise_text(&b, &seed);
		struct str s = buf_str(&b);
		unsigned char *out = mem_new(s.n);
		linebreak_find(s, out);
		for (size_t j = 0; j < s.n; j++)
			if ((s.p[j] & 0xc0) == 0x80 || j == 0)
				assert_int_equal(out[j], BREAK_NO);
			else if (s.p[j - 1] == '\n')
				assert_int_equal(out[j], BREAK_MUST);
			else
				assert_in_range(out[j], BREAK_NO, BREAK_MUST);
		mem_free(out);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_official_cases_pass),
		cmocka_unit_test(running_text_breaks_at_spaces_and_hyphens),
		cmocka_unit_test(addresses_and_numbers_hold_together),
		cmocka_unit_test(
			japanese_breaks_but_not_before_small_kana_and_stops),
		cmocka_unit_test(
			emoji_families_flags_and_syllables_hold_together),
		cmocka_unit_test(breaks_stand_at_code_points_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/grapheme.h"

#include "base/buf.h"
#include "text/breaktest.h"
#include "text/noise.h"
#include "unit.h"

static void check_case(const struct break_case *c)
{
	size_t at = 0;
	while (at < c->text.n) {
		size_t next = grapheme_next(c->text, at);
		for (size_t i = at + 1; i <= next; i++)
			if (c->is_break[i] != (i == next))
				fail_msg("%.*s at byte %zu", STR_ARG(c->line),
					 i);
		assert_int_equal(grapheme_prev(c->text, next), at);
		at = next;
	}
}

static void the_official_cases_pass(void **state)
{
	(void)state;
	if (break_cases("GraphemeBreakTest.txt", check_case) == 0) {
		print_message("no GraphemeBreakTest.txt\n");
		skip();
	}
}

static void assert_one_cluster(const char *cluster)
{
	struct str s = str_of(cluster);
	assert_int_equal(grapheme_next(s, 0), s.n);
	assert_int_equal(grapheme_prev(s, s.n), 0);
}

static void families_flags_and_syllables_are_one_cluster(void **state)
{
	(void)state;
	assert_one_cluster("👨‍👩‍👧‍👦");
	assert_one_cluster("🇩🇪");
	assert_one_cluster("🏴󠁧󠁢󠁳󠁣󠁴󠁿");
	assert_one_cluster("👍🏽");
	assert_one_cluster("각");
	assert_one_cluster("กำ");
	assert_one_cluster("\r\n");
}

static void flags_are_paired_from_their_beginning(void **state)
{
	(void)state;
	struct str s = STR("a🇩🇪🇫🇷🇯"); /* two and a half */
	assert_int_equal(grapheme_next(s, 1), 9);
	assert_int_equal(grapheme_next(s, 9), 17);
	assert_int_equal(grapheme_prev(s, 21), 17);
	assert_int_equal(grapheme_prev(s, 17), 9);
	assert_int_equal(grapheme_prev(s, 9), 1);
}

static void a_pile_of_marks_is_one_cluster_in_linear_time(void **state)
{
	(void)state;
	struct buf b = {0};
	buf_add_char(&b, 'x');
	for (int i = 0; i < 100000; i++)
		buf_add(&b, STR("\xcc\x81"));
	assert_int_equal(grapheme_next(buf_str(&b), 0), b.n);
	buf_release(&b);
}

static void clusters_part_any_text_the_same_both_ways(void **state)
{
	(void)state;
	uint32_t seed = 4;
	for (int i = 0; i < 1000; i++) {
		struct buf b = {0};
		noise_text(&b, &seed);
		struct str s = buf_str(&b);
		for (size_t at = 0; at < s.n;) {
			size_t next = grapheme_next(s, at);
			assert_in_range(next, at + 1, s.n);
			assert_int_equal(grapheme_prev(s, next), at);
			at = next;
		}
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_official_cases_pass),
		cmocka_unit_test(families_flags_and_syllables_are_one_cluster),
		cmocka_unit_test(flags_are_paired_from_their_beginning),
		cmocka_unit_test(a_pile_of_marks_is_one_cluster_in_linear_time),
		cmocka_unit_test(clusters_part_any_text_the_same_both_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

static void lines_lose_their_ends(void **state)
{
	(void)state;
	struct str rest = STR("a\r\n\nb"), line;
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "a");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "b");
	assert_false(str_next_line(&rest, &line));
}

static void find_gives_the_length_when_absent(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("banana"), STR("na"), 0), 2);
	assert_int_equal(str_find(STR("banana"), STR("na"), 3), 4);
	assert_int_equal(str_find(STR("banana"), STR("x"), 0), 6);
	assert_int_equal(str_find(STR("banana"), STR("na"), 9), 6);
	assert_true(str_has(STR(""), STR("")));
	assert_false(str_has(STR(""), STR("a")));
}

static void comparisons(void **state)
{
	(void)state;
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("b"), STR("ab")) > 0);
	assert_int_equal(str_cmp(STR(""), STR("")), 0);
	assert_true(str_eq_nocase(STR("Related"), STR("rELATED")));
	assert_true(str_ends(STR("a.md"), STR(".md")));
	assert_false(str_ends(STR("md"), STR(".md")));
	assert_str(str_trim(STR(" \t a b\n")), "a b");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_lose_their_ends),
		cmocka_unit_test(find_gives_the_length_when_absent),
		cmocka_unit_test(comparisons),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

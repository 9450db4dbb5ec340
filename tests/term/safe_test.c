/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term/safe.h"

#include <locale.h>

#include "screen/grid.h"
#include "unit.h"

/* The parts of a cluster as the grid holds it, with their widths:
 * "a1", "漢2", "x1 1". */
static void split(const char *cluster, struct buf *out)
{
	struct grid g = {0};
	struct safe parts[2];
	grid_reset(&g, 1, 2);
	int width = grid_put(&g, 0, 0, str_of(cluster), (struct style){0});
	int n = safe_split(grid_at(&g, 0, 0), parts), cells = 0;
	for (int i = 0; i < n; i++) {
		for (int j = 0; parts[i].text[j]; j++)
			buf_add_code(out, (uint32_t)parts[i].text[j]);
		buf_addf(out, "%d", parts[i].width);
		cells += parts[i].width;
	}
	assert_int_equal(cells, width);
	grid_release(&g);
}

static void expect(const char *cluster, const char *parts)
{
	struct buf out = {0};
	split(cluster, &out);
	assert_string_equal(buf_cstr(&out), parts);
	buf_release(&out);
}

static void letters_stay(void **state)
{
	(void)state;
	expect("a", "a1");
	expect("漢", "漢2");
	expect("e\u0301", "e\u03011");
}

static void no_more_marks_than_curses_keeps(void **state)
{
	(void)state;
	expect("a\u0300\u0301\u0302\u0303\u0304\u0305",
	       "a\u0300\u0301\u0302\u03031");
}

static void emoji_sequences_are_their_first_emoji(void **state)
{
	(void)state;
	expect("👨\u200d👩\u200d👧", "👨2");
	expect("👍🏽", "👍2");
	expect("🏴\U000e0067\U000e0062\U000e007f", "🏴2");
}

static void what_terminals_make_wide_or_not_is_padded(void **state)
{
	(void)state;
	expect("❤\ufe0f", "❤1 1");
	expect("1\ufe0f\u20e3", "1\u20e31 1");
}

static void a_flag_is_its_two_letters(void **state)
{
	(void)state;
	expect("🇩🇪", "🇩1🇪1");
}

static void a_mark_alone_has_something_to_stand_on(void **state)
{
	(void)state;
	expect("\u0301", "\u25cc\u03011");
}

/* Assigned in Unicode 15, narrow or unknown to the C library. */
static void what_the_c_library_has_otherwise_takes_its_cells(void **state)
{
	(void)state;
	struct buf out = {0};
	split("\u4dc0", &out);
	split("\U0001fae8", &out);
	split("\U00011f02", &out);
	buf_release(&out);
}

static void in_another_locale_something_near_stands_for_it(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	expect("é", "e1");
	expect("“", "\"1");
	expect("—", "-1");
	expect("│", "|1");
	expect("…", ".1");
	expect("ж", "?1");
	expect("漢", "?1 1");
	expect("👨\u200d👩\u200d👧", "?1 1");
	expect("e\u0301", "e1");
	setlocale(LC_CTYPE, "C.UTF-8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_stay),
		cmocka_unit_test(no_more_marks_than_curses_keeps),
		cmocka_unit_test(emoji_sequences_are_their_first_emoji),
		cmocka_unit_test(what_terminals_make_wide_or_not_is_padded),
		cmocka_unit_test(a_flag_is_its_two_letters),
		cmocka_unit_test(a_mark_alone_has_something_to_stand_on),
		cmocka_unit_test(
			what_the_c_library_has_otherwise_takes_its_cells),
		cmocka_unit_test(
			in_another_locale_something_near_stands_for_it),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

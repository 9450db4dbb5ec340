/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen/paint.h"
#include "unit.h"

static const struct style plain;

/* The rows of a grid equal a C string. */
static void assert_rows(const struct grid *g, bool styles, const char *rows)
{
	struct buf text = {0};
	grid_text(g, styles, &text);
	assert_string_equal(buf_cstr(&text), rows);
	buf_release(&text);
}

static void a_wide_cluster_takes_two_cells(void **state)
{
	(void)state;
	struct grid g = {0};
	grid_reset(&g, 1, 4);
	assert_int_equal(grid_put(&g, 0, 1, STR("猫"), plain), 2);
	assert_int_equal(grid_at(&g, 0, 1)->width, 2);
	assert_int_equal(grid_at(&g, 0, 2)->width, 0);
	assert_rows(&g, false, " 猫\n");
	grid_release(&g);
}

static void writing_over_half_of_it_blanks_the_other(void **state)
{
	(void)state;
	struct grid g = {0};
	grid_reset(&g, 1, 4);
	grid_put(&g, 0, 0, STR("猫"), plain);
	grid_put(&g, 0, 1, STR("x"), plain);
	assert_rows(&g, false, " x\n");
	grid_put(&g, 0, 1, STR("猫"), plain);
	grid_put(&g, 0, 1, STR("y"), plain);
	assert_rows(&g, false, " y\n");
	assert_int_equal(grid_at(&g, 0, 2)->width, 1);
	grid_put(&g, 0, 0, STR("犬"), plain);
	grid_put(&g, 0, 2, STR("犬"), plain);
	grid_put(&g, 0, 1, STR("猫"), plain);
	assert_rows(&g, false, " 猫\n");
	grid_release(&g);
}

static void a_wide_cluster_does_not_fit_into_the_last_column(void **state)
{
	(void)state;
	struct grid g = {0};
	grid_reset(&g, 2, 3);
	grid_put(&g, 0, 2, STR("x"), plain);
	assert_int_equal(grid_put(&g, 0, 2, STR("猫"), plain), 0);
	assert_int_equal(grid_put(&g, 5, 0, STR("x"), plain), 0);
	assert_int_equal(grid_put(&g, 0, -1, STR("x"), plain), 0);
	assert_rows(&g, false, "\n\n");
	grid_release(&g);
}

static void control_characters_never_come_in(void **state)
{
	(void)state;
	struct grid g = {0};
	grid_reset(&g, 1, 4);
	grid_put(&g, 0, 0, STR("\x1b"), plain);
	grid_put(&g, 0, 1, STR("\xc2\x9b"), plain);
	grid_put(&g, 0, 2, STR("\x7f"), plain);
	grid_put(&g, 0, 3, STR("é"), plain);
	assert_rows(&g, false, "\uFFFD\uFFFD\uFFFDé\n");
	grid_release(&g);
}

static void a_long_cluster_is_cut_between_code_points(void **state)
{
	(void)state;
	struct grid g = {0};
	struct buf cluster = {0};
	buf_add_char(&cluster, 'a');
	for (int i = 0; i < 100; i++)
		buf_add(&cluster, STR("\u0301"));
	grid_reset(&g, 1, 2);
	assert_int_equal(grid_put(&g, 0, 0, buf_str(&cluster), plain), 1);
	/* 29 bytes are there: the letter and 14 accents of 2 bytes. */
	assert_int_equal(strlen(grid_at(&g, 0, 0)->text), 29);
	buf_release(&cluster);
	grid_release(&g);
}

static void styles_show_as_letters(void **state)
{
	(void)state;
	struct grid g = {0};
	const struct rect area = {0, 0, 1, 8};
	grid_reset(&g, 1, 8);
	paint_text(&g, area, 0, 0, STR("ab"), (struct style){ROLE_MATCH, 0});
	paint_text(&g, area, 0, 3, STR("cd"),
		   (struct style){ROLE_ACCENT, ATTR_BOLD});
	paint_text(&g, area, 0, 5, STR("e"),
		   (struct style){ROLE_TEXT, ATTR_UNDERLINE});
	assert_rows(&g, true, "ab cde\nmm.AA_\n");
	grid_restyle(&g, 0, 0, 99, plain);
	assert_rows(&g, true, "ab cde\n");
	grid_release(&g);
}

static void text_is_clipped_to_its_rectangle(void **state)
{
	(void)state;
	struct grid g = {0};
	const struct rect area = {1, 2, 1, 4};
	grid_reset(&g, 3, 8);
	assert_int_equal(paint_text(&g, area, 0, 1, STR("abcdef"), plain), 4);
	assert_int_equal(paint_text(&g, area, 1, 0, STR("below"), plain), 0);
	assert_rows(&g, false, "\n   abc\n\n");
	/* A wide one does not stand in the edge. */
	paint_text(&g, area, 0, 0, STR("xyz猫"), plain);
	assert_rows(&g, false, "\n  xyzc\n\n");
	grid_release(&g);
}

static void cut_text_ends_in_an_ellipsis(void **state)
{
	(void)state;
	struct grid g = {0};
	const struct rect area = {0, 0, 4, 12};
	grid_reset(&g, 4, 12);
	paint_cut(&g, area, 0, 0, 7, STR("abcdefg"), plain);
	paint_cut(&g, area, 1, 0, 7, STR("abc def g"), plain);
	paint_cut(&g, area, 2, 0, 4, STR("abc def g"), plain);
	paint_cut(&g, area, 3, 0, 0, STR("abc def g"), plain);
	assert_rows(&g, false, "abcdefg\nabc de…\nabc…\n\n");
	grid_release(&g);
}

static void text_from_right_to_left_is_painted_as_seen(void **state)
{
	(void)state;
	struct grid g = {0};
	const struct rect area = {0, 0, 1, 12};
	grid_reset(&g, 1, 12);
	paint_text(&g, area, 0, 0, STR("a \u05d0\u05d1 (b)"), plain);
	assert_rows(&g, false, "a \u05d1\u05d0 (b)\n");
	grid_release(&g);
}

static void the_cursor_is_on_the_grid_or_hidden(void **state)
{
	(void)state;
	struct grid g = {0};
	grid_reset(&g, 2, 3);
	assert_int_equal(g.cursor_row, -1);
	grid_cursor(&g, 1, 2);
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_col, 2);
	grid_cursor(&g, 1, 3);
	assert_int_equal(g.cursor_row, -1);
	grid_release(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wide_cluster_takes_two_cells),
		cmocka_unit_test(writing_over_half_of_it_blanks_the_other),
		cmocka_unit_test(
			a_wide_cluster_does_not_fit_into_the_last_column),
		cmocka_unit_test(control_characters_never_come_in),
		cmocka_unit_test(a_long_cluster_is_cut_between_code_points),
		cmocka_unit_test(styles_show_as_letters),
		cmocka_unit_test(the_cursor_is_on_the_grid_or_hidden),
		cmocka_unit_test(text_is_clipped_to_its_rectangle),
		cmocka_unit_test(cut_text_ends_in_an_ellipsis),
		cmocka_unit_test(text_from_right_to_left_is_painted_as_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

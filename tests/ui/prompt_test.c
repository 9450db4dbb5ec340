/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/prompt.h"
#include "unit.h"

static bool act(struct prompt *p, enum action action)
{
	bool changed = false;
	assert_true(prompt_act(p, action, &changed));
	return changed;
}

static void the_cursor_moves_by_clusters(void **state)
{
	(void)state;
	struct prompt p = {0};
	prompt_set(&p, STR("ae\u0301猫"));
	assert_false(act(&p, ACTION_CHAR_LEFT));
	act(&p, ACTION_CHAR_LEFT);
	assert_int_equal(p.cursor, 1);
	act(&p, ACTION_CHAR_RIGHT);
	assert_int_equal(p.cursor, 4);
	assert_true(act(&p, ACTION_RUB_OUT));
	assert_str(prompt_text(&p), "a猫");
	assert_true(act(&p, ACTION_DELETE));
	assert_str(prompt_text(&p), "a");
	assert_false(act(&p, ACTION_DELETE));
	prompt_release(&p);
}

static void words_and_lines_are_killed(void **state)
{
	(void)state;
	struct prompt p = {0};
	prompt_set(&p, STR("belt and road  "));
	act(&p, ACTION_KILL_WORD);
	assert_str(prompt_text(&p), "belt and ");
	act(&p, ACTION_TO_START);
	act(&p, ACTION_CHAR_RIGHT);
	act(&p, ACTION_KILL_END);
	assert_str(prompt_text(&p), "b");
	prompt_insert(&p, STR("ig road"));
	act(&p, ACTION_CHAR_LEFT);
	act(&p, ACTION_KILL_START);
	assert_str(prompt_text(&p), "d");
	assert_int_equal(p.cursor, 0);
	act(&p, ACTION_KILL_START);
	act(&p, ACTION_RUB_OUT);
	assert_str(prompt_text(&p), "d");
	prompt_release(&p);
}

static void pasted_text_becomes_one_harmless_line(void **state)
{
	(void)state;
	struct prompt p = {0};
	prompt_insert(&p, STR("a\x1b[31m\nb\tc\xff"));
	assert_str(prompt_text(&p), "a[31m b c\uFFFD");
	prompt_release(&p);
}

static void a_line_has_an_end(void **state)
{
	(void)state;
	struct prompt p = {0};
	for (int i = 0; i < 1000; i++)
		prompt_insert(&p, STR("猫猫"));
	assert_true(p.text.n <= PROMPT_MAX);
	assert_int_equal(p.text.n % 3, 0);
	prompt_release(&p);
}

static void a_mark_joins_the_letter_before_it(void **state)
{
	(void)state;
	struct prompt p = {0};
	prompt_set(&p, STR("ab"));
	act(&p, ACTION_CHAR_LEFT);
	prompt_insert(&p, STR("\u0301"));
	act(&p, ACTION_CHAR_LEFT);
	assert_int_equal(p.cursor, 0);
	prompt_release(&p);
}

static void older_lines_come_back_and_the_draft_too(void **state)
{
	(void)state;
	struct prompt p = {0};
	const char *const lines[] = {"one", "two", "one", ""};
	for (int i = 0; i < 4; i++) {
		prompt_set(&p, str_of(lines[i]));
		prompt_remember(&p);
	}
	prompt_set(&p, STR("draft"));
	assert_true(act(&p, ACTION_OLDER));
	assert_str(prompt_text(&p), "one");
	act(&p, ACTION_OLDER);
	assert_str(prompt_text(&p), "two");
	assert_false(act(&p, ACTION_OLDER));
	act(&p, ACTION_NEWER);
	act(&p, ACTION_NEWER);
	assert_str(prompt_text(&p), "draft");
	assert_false(act(&p, ACTION_NEWER));
	prompt_release(&p);
}

static void lines_of_earlier_runs_are_older_than_all_typed(void **state)
{
	(void)state;
	struct prompt p = {0};
	prompt_set(&p, STR("now"));
	prompt_remember(&p);
	prompt_recall(&p, STR("yesterday"));
	prompt_recall(&p, STR("now"));
	prompt_recall(&p, STR("long ago"));
	prompt_clear(&p);
	act(&p, ACTION_OLDER);
	assert_str(prompt_text(&p), "now");
	act(&p, ACTION_OLDER);
	assert_str(prompt_text(&p), "yesterday");
	act(&p, ACTION_OLDER);
	assert_str(prompt_text(&p), "long ago");
	assert_false(act(&p, ACTION_OLDER));
	prompt_release(&p);
}

static void a_long_line_shows_the_part_at_the_cursor(void **state)
{
	(void)state;
	struct prompt p = {0};
	struct grid g = {0};
	struct buf rows = {0};
	grid_reset(&g, 1, 10);
	prompt_set(&p, STR("0123456789abcdef"));
	prompt_paint(&p, &g, (struct rect){0, 0, 1, 10}, STR("/"));
	grid_text(&g, false, &rows);
	assert_str(buf_str(&rows), "/89abcdef\n");
	assert_int_equal(g.cursor_col, 9);
	buf_release(&rows);
	grid_release(&g);
	prompt_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cursor_moves_by_clusters),
		cmocka_unit_test(words_and_lines_are_killed),
		cmocka_unit_test(pasted_text_becomes_one_harmless_line),
		cmocka_unit_test(a_line_has_an_end),
		cmocka_unit_test(a_mark_joins_the_letter_before_it),
		cmocka_unit_test(older_lines_come_back_and_the_draft_too),
		cmocka_unit_test(
			lines_of_earlier_runs_are_older_than_all_typed),
		cmocka_unit_test(a_long_line_shows_the_part_at_the_cursor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

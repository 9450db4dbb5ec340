/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "store/dirs.h"
#include "store/settings.h"

static void lines_set_values(void **state)
{
	(void)state;
	struct settings c;
	struct buf problems = {0};
	settings_init(&c);
	assert_int_equal(c.measure, 72);
	assert_true(c.hyphenate);
	setenv("HOME", "/home/me", 1);
	settings_read(&c,
		      STR("# a comment\nmeasure = 60\n\nhyphenate=off\n"
			  "color = Never\nnotes = end\nlibrary = ~/a b\n"
			  "library = c\nthreads = 64\n"),
		      &problems);
	assert_int_equal(problems.n, 0);
	assert_int_equal(c.measure, 60);
	assert_false(c.hyphenate);
	assert_int_equal(c.color, COLOR_NEVER);
	assert_int_equal(c.notes, NOTES_END);
	assert_int_equal(c.sidebar, SIDEBAR_AUTO);
	assert_int_equal(c.threads, 64);
	assert_int_equal(c.library.paths.n, 2);
	assert_string_equal(c.library.paths.at[0], "/home/me/a b");
	assert_string_equal(c.library.paths.at[1], "c");
	settings_release(&c);
}

static void wrong_lines_are_named_and_passed_over(void **state)
{
	(void)state;
	struct settings c;
	struct buf problems = {0};
	settings_init(&c);
	settings_read(&c,
		      STR("measure = 19\nmeasure = wide\nno-such = 1\n"
			  "sidebar = maybe\nmouse = off\nlibrary =\n"
			  "measure = 99999999999\n"),
		      &problems);
	assert_string_equal(
		buf_cstr(&problems),
		"config: line 1: measure is a number from 20 to 200, not "
		"\"19\"\n"
		"config: line 2: measure is a number from 20 to 200, not "
		"\"wide\"\n"
		"config: line 3: there is no setting \"no-such\"\n"
		"config: line 4: sidebar is auto, on or off, not \"maybe\"\n"
		"config: line 6: library is a path, not \"\"\n"
		"config: line 7: measure is a number from 20 to 200, not "
		"\"99999999999\"\n");
	assert_int_equal(c.measure, 72);
	assert_false(c.mouse);
	buf_release(&problems);
	settings_release(&c);
}

static void broken_files_are_said(void **state)
{
	(void)state;
	struct settings c;
	struct buf problems = {0}, text = {0};
	settings_init(&c);
	settings_read(&c, STR("what is this\n[part]\nmeasure = 30\n"),
		      &problems);
	assert_string_equal(
		buf_cstr(&problems),
		"config: line 3: there are no sections, such as \"[part]\"\n"
		"config: line 1: neither a comment nor \"key = value\"\n");
	assert_int_equal(c.measure, 72);
	problems.n = 0;
	buf_add(&text, STR("library = "));
	for (int i = 0; i < 100000; i++)
		buf_add_char(&text, 'x');
	buf_add(&text, STR("\nmeasure = 50\n"));
	settings_read(&c, buf_str(&text), &problems);
	assert_true(str_has(buf_str(&problems), STR("config: line 1: longer")));
	assert_int_equal(c.measure, 50);
	assert_int_equal(c.library.paths.n, 0);
	buf_release(&text);
	buf_release(&problems);
	settings_release(&c);
}

static void what_is_printed_can_be_read(void **state)
{
	(void)state;
	struct settings a, b;
	struct buf first = {0}, second = {0}, problems = {0};
	settings_init(&a);
	settings_init(&b);
	settings_read(&a, STR("measure = 44\nlibrary = /x\nsidebar = off\n"),
		      &problems);
	settings_print(&a, &first);
	settings_read(&b, buf_str(&first), &problems);
	settings_print(&b, &second);
	assert_int_equal(problems.n, 0);
	assert_string_equal(buf_cstr(&first), buf_cstr(&second));
	assert_true(str_has(buf_str(&first),
			    STR("# cells of the column of text (20 to 200)\n"
				"measure = 44\n")));
	assert_true(str_has(buf_str(&first),
			    STR("(auto, on or off)\nsidebar = off\n")));
	buf_release(&first);
	buf_release(&second);
	settings_release(&a);
	settings_release(&b);
}

static bool note_binding(void *arg, struct str action, struct str keys,
			 struct err *err)
{
	if (str_eq(action, STR("no-such"))) {
		err_set(err, "there is no action \"no-such\"");
		return false;
	}
	buf_addf(arg, "%.*s<%.*s>", STR_ARG(action), STR_ARG(keys));
	return true;
}

static void keys_are_handed_over_by_action(void **state)
{
	(void)state;
	struct buf got = {0}, problems = {0};
	settings_read_keys(STR("# mine\npage-forward = SPACE f ^F\nnext = ; =\n"
			       "what\nno-such = x\nback =\n"),
			   note_binding, &got, &problems);
	assert_string_equal(buf_cstr(&got),
			    "page-forward<SPACE f ^F>next<; =>back<>");
	assert_string_equal(
		buf_cstr(&problems),
		"keys: line 4: neither a comment nor \"action = KEY ...\"\n"
		"keys: line 5: there is no action \"no-such\"\n");
	buf_release(&got);
	buf_release(&problems);
}

static void directories_follow_the_environment(void **state)
{
	(void)state;
	struct buf path = {0};
	setenv("HOME", "/home/me", 1);
	unsetenv("XDG_CONFIG_HOME");
	assert_true(dirs_config(&path, STR("config")));
	assert_string_equal(buf_cstr(&path), "/home/me/.config/pore/config");
	path.n = 0;
	setenv("XDG_STATE_HOME", "/s", 1);
	assert_true(dirs_state(&path, STR("state.db")));
	assert_string_equal(buf_cstr(&path), "/s/pore/state.db");
	path.n = 0;
	setenv("XDG_STATE_HOME", "not/absolute", 1);
	assert_true(dirs_state(&path, STR("x")));
	assert_string_equal(buf_cstr(&path), "/home/me/.local/state/pore/x");
	unsetenv("HOME");
	assert_false(dirs_state(&path, STR("x")));
	buf_release(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_set_values),
		cmocka_unit_test(wrong_lines_are_named_and_passed_over),
		cmocka_unit_test(broken_files_are_said),
		cmocka_unit_test(what_is_printed_can_be_read),
		cmocka_unit_test(keys_are_handed_over_by_action),
		cmocka_unit_test(directories_follow_the_environment),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

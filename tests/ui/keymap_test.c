/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen/event.h"
#include "ui/keymap.h"
#include "ui/ui.h"
#include "unit.h"

static enum action find(const struct keymap *map, bool is_typing,
			const char *key)
{
	bool is_prefix;
	return keymap_find(map, is_typing, 0, key_parse(str_of(key)),
			   &is_prefix);
}

static void default_keys_are_those_of_the_table(void **state)
{
	(void)state;
	struct keymap map;
	keymap_init(&map);
	assert_int_equal(find(&map, false, "SPACE"), ACTION_PAGE_FORWARD);
	assert_int_equal(find(&map, false, "^F"), ACTION_PAGE_FORWARD);
	assert_int_equal(find(&map, true, "^F"), ACTION_CHAR_RIGHT);
	assert_int_equal(find(&map, false, "M-Left"), ACTION_BACK);
	assert_int_equal(find(&map, false, "E"), ACTION_NONE);
	keymap_release(&map);
}

static void every_default_key_has_one_meaning(void **state)
{
	(void)state;
	struct keymap map;
	keymap_init(&map);
	for (size_t i = 0; i < map.bindings.n; i++)
		for (size_t j = 0; j < i; j++) {
			const struct binding *a = &map.bindings.at[i],
					     *b = &map.bindings.at[j];
			if (action_info(a->action)->is_typing ==
			    action_info(b->action)->is_typing)
				assert_false(a->first == b->first &&
					     a->second == b->second);
		}
	keymap_release(&map);
}

static void every_default_key_is_a_key(void **state)
{
	(void)state;
	for (enum action a = ACTION_NONE + 1; a < ACTIONS; a++) {
		struct keymap map;
		struct buf names = {0};
		keymap_init(&map);
		keymap_names(&map, a, &names);
		assert_str(buf_str(&names), action_info(a)->keys);
		buf_release(&names);
		keymap_release(&map);
	}
}

static void a_pair_of_keys_waits_for_its_second(void **state)
{
	(void)state;
	struct keymap map;
	bool is_prefix;
	keymap_init(&map);
	assert_int_equal(keymap_find(&map, false, 0, 'Z', &is_prefix),
			 ACTION_NONE);
	assert_true(is_prefix);
	assert_int_equal(keymap_find(&map, false, 'Z', 'Z', &is_prefix),
			 ACTION_QUIT);
	assert_int_equal(keymap_find(&map, false, 'Z', 'x', &is_prefix),
			 ACTION_NONE);
	keymap_release(&map);
}

static void binding_takes_a_key_from_who_had_it(void **state)
{
	(void)state;
	struct keymap map;
	struct err err = {""};
	keymap_init(&map);
	assert_true(keymap_bind(&map, STR("quit"), STR("g F9"), &err));
	assert_int_equal(find(&map, false, "g"), ACTION_QUIT);
	assert_int_equal(find(&map, false, "F9"), ACTION_QUIT);
	assert_int_equal(find(&map, false, "Q"), ACTION_NONE);
	assert_int_equal(find(&map, false, "<"), ACTION_TOP);
	/* A prompt's keys are others. */
	assert_int_equal(find(&map, true, "^A"), ACTION_TO_START);
	keymap_release(&map);
}

static void binding_says_what_it_does_not_know(void **state)
{
	(void)state;
	struct keymap map;
	struct err err = {""};
	keymap_init(&map);
	assert_false(keymap_bind(&map, STR("fly"), STR("f"), &err));
	assert_non_null(strstr(err.text, "“fly”"));
	assert_false(keymap_bind(&map, STR("quit"), STR("F99"), &err));
	assert_non_null(strstr(err.text, "“F99”"));
	assert_int_equal(find(&map, false, "Q"), ACTION_QUIT);
	keymap_release(&map);
}

static void printed_keys_have_three_columns(void **state)
{
	(void)state;
	struct buf out = {0};
	ui_print_keys(&out);
	struct str rest = buf_str(&out), line;
	size_t lines = 0;
	while (str_next_line(&rest, &line)) {
		size_t tab = str_find_char(line, '\t', 0);
		size_t second = str_find_char(line, '\t', tab + 1);
		assert_true(tab > 0 && second < line.n);
		assert_int_not_equal(action_by_name(str_sub(line, 0, tab)),
				     ACTION_NONE);
		lines++;
	}
	assert_int_equal(lines, ACTIONS - 1);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(default_keys_are_those_of_the_table),
		cmocka_unit_test(every_default_key_has_one_meaning),
		cmocka_unit_test(every_default_key_is_a_key),
		cmocka_unit_test(a_pair_of_keys_waits_for_its_second),
		cmocka_unit_test(binding_takes_a_key_from_who_had_it),
		cmocka_unit_test(binding_says_what_it_does_not_know),
		cmocka_unit_test(printed_keys_have_three_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

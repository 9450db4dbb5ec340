/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen/event.h"
#include "unit.h"

static void assert_name(uint32_t key, const char *name)
{
	struct buf got = {0};
	key_name(key, &got);
	assert_string_equal(buf_cstr(&got), name);
	assert_int_equal(key_parse(str_of(name)), key);
	buf_release(&got);
}

static void keys_have_names_that_lead_back(void **state)
{
	(void)state;
	assert_name('g', "g");
	assert_name('G', "G");
	assert_name('^', "^");
	assert_name(0xe9, "é");
	assert_name(' ', "SPACE");
	assert_name('\r', "RET");
	assert_name('\t', "TAB");
	assert_name(0x1b, "ESC");
	assert_name(KEY_CTRL('F'), "^F");
	assert_name(0x1f, "^_");
	assert_name(0x7f, "^?");
	assert_name(KEY_SHIFT_TAB, "S-TAB");
	assert_name(KEY_PAGE_DOWN, "PgDn");
	assert_name(KEY_RUBOUT, "BS");
	assert_name(KEY_F_FIRST, "F1");
	assert_name(KEY_F_LAST, "F12");
	assert_name(KEY_META | 'u', "M-u");
	assert_name(KEY_META | KEY_ARROW_LEFT, "M-Left");
	assert_name(KEY_META | ' ', "M-SPACE");
	assert_name('-', "-");
}

static void every_key_below_128_leads_back(void **state)
{
	(void)state;
	for (uint32_t key = 1; key < 0x80; key++) {
		struct buf name = {0};
		key_name(key, &name);
		assert_int_equal(key_parse(buf_str(&name)), key);
		buf_release(&name);
	}
}

static void names_may_be_written_in_other_ways(void **state)
{
	(void)state;
	assert_int_equal(key_parse(STR("ENTER")), '\r');
	assert_int_equal(key_parse(STR("space")), ' ');
	assert_int_equal(key_parse(STR("^f")), KEY_CTRL('F'));
	assert_int_equal(key_parse(STR("↓")), KEY_ARROW_DOWN);
	assert_int_equal(key_parse(STR("M-")), 0);
}

static void what_is_no_key_gives_0(void **state)
{
	(void)state;
	const char *const no[] = {"",	 "gg",	  "F0", "F13",	"F1x",
				  "^1x", "M-M-x", " ",	"PgUpp"};
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_int_equal(key_parse(str_of(no[i])), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_names_that_lead_back),
		cmocka_unit_test(every_key_below_128_leads_back),
		cmocka_unit_test(names_may_be_written_in_other_ways),
		cmocka_unit_test(what_is_no_key_gives_0),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

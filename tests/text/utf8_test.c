/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/utf8.h"

#include "text/noise.h"
#include "unit.h"

static void assert_cleaned(struct str s, const char *expected)
{
	struct buf out = {0};
	utf8_clean(&out, s);
	assert_str(buf_str(&out), expected);
	assert_int_equal(utf8_is_clean(s), str_eq(s, str_of(expected)));
	buf_release(&out);
}

static void a_code_point_is_decoded_with_its_length(void **state)
{
	(void)state;
	struct str s = STR("aé漢😀");
	static const struct {
		size_t length;
		uint32_t code;
	} expected[] = {{1, 'a'}, {2, 0xe9}, {3, 0x6f22}, {4, 0x1f600}};
	size_t at = 0;
	for (size_t i = 0; i < 4; i++) {
		uint32_t code;
		assert_int_equal(utf8_next(s, at, &code), expected[i].length);
		assert_int_equal(code, expected[i].code);
		at += expected[i].length;
	}
	assert_int_equal(at, s.n);
}

/* The examples of the standard, section 3.9, tables 3-8 to 3-11. */
static void a_maximal_subpart_becomes_one_replacement(void **state)
{
	(void)state;
	static const struct {
		struct str bytes;
		const char *expected;
	} cases[] = {
		{{"\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41", 9}, "��������A"},
		{{"\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41", 9}, "��������A"},
		{{"\xf4\x91\x92\x93\xff\x41\x80\xbf\x42", 9}, "�����A��B"},
		{{"\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", 9}, "����A"},
		{{"\xf0\x9f\x98", 3}, "�"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = {0};
		utf8_repair(&out, cases[i].bytes);
		assert_str(buf_str(&out), cases[i].expected);
		assert_false(utf8_is_valid(cases[i].bytes));
		assert_true(utf8_is_valid(buf_str(&out)));
		buf_release(&out);
	}
}

static void going_back_meets_the_starts_that_going_forward_made(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int i = 0; i < 2000; i++) {
		struct buf b = {0};
		size_t starts[128], n = 0;
		noise_bytes(&b, &seed);
		struct str s = buf_str(&b);
		for (size_t at = 0; at < s.n;) {
			uint32_t code;
			starts[n++] = at;
			at += utf8_next(s, at, &code);
		}
		for (size_t at = s.n; at > 0;) {
			at = utf8_prev(s, at);
			assert_int_equal(at, starts[--n]);
		}
		assert_int_equal(n, 0);
		buf_release(&b);
	}
}

static void controls_become_visible(void **state)
{
	(void)state;
	assert_cleaned(STR("plain, as it is\n\tkept"),
		       "plain, as it is\n\tkept");
	assert_cleaned(STR("\x1b[31mred\x07"), "␛[31mred␇");
	assert_cleaned(str_from("a\0b", 3), "a␀b");
	assert_cleaned(STR("rub\x7fout"), "rub␡out");
	assert_cleaned(STR("\xc2\x9b"
			   "31m"),
		       "�31m");
	assert_cleaned(STR("\x9b"
			   "31m"),
		       "�31m");
	assert_cleaned(STR("\xef\xbf\xbe\xef\xb7\x90\xf0\x9f\xbf\xbf"), "���");
	assert_cleaned(STR(""), "");
}

static void line_ends_become_line_feeds(void **state)
{
	(void)state;
	assert_cleaned(STR("a\r\nb\rc\n\r\nd\r"), "a\nb\nc\n\nd\n");
}

static void text_is_composed(void **state)
{
	(void)state;
	assert_cleaned(STR("re\xcc\x81sume\xcc\x81"), "résumé");
	assert_cleaned(STR("\xe2\x84\xab"), "Å"); /* the ångström sign */
	/* A dot below and a circumflex, in either order. */
	assert_cleaned(STR("o\xcc\xa3\xcc\x82"), "ộ");
	assert_cleaned(STR("o\xcc\x82\xcc\xa3"), "ộ");
	assert_cleaned(STR("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"), "한");
	assert_cleaned(STR("か\xe3\x82\x99"), "が");
	assert_cleaned(STR("漢字と😀 für Élan"), "漢字と😀 für Élan");
	/* Nothing composes with what stood in the buffer before. */
	struct buf out = {0};
	utf8_clean(&out, STR("e"));
	utf8_clean(&out, STR("\xcc\x81"));
	assert_str(buf_str(&out), "e\xcc\x81");
	buf_release(&out);
}

static void any_bytes_give_clean_text_and_clean_text_itself(void **state)
{
	(void)state;
	uint32_t seed = 2;
	for (int i = 0; i < 4000; i++) {
		struct buf in = {0}, once = {0}, twice = {0}, repaired = {0};
		if (i % 2)
			noise_bytes(&in, &seed);
		else
			noise_text(&in, &seed);
		utf8_clean(&once, buf_str(&in));
		assert_true(utf8_is_valid(buf_str(&once)));
		assert_true(utf8_is_clean(buf_str(&once)));
		assert_int_equal(utf8_is_clean(buf_str(&in)),
				 str_eq(buf_str(&in), buf_str(&once)));
		utf8_clean(&twice, buf_str(&once));
		assert_true(str_eq(buf_str(&once), buf_str(&twice)));
		utf8_repair(&repaired, buf_str(&in));
		assert_int_equal(utf8_is_valid(buf_str(&in)),
				 str_eq(buf_str(&in), buf_str(&repaired)));
		buf_release(&in);
		buf_release(&once);
		buf_release(&twice);
		buf_release(&repaired);
	}
}

static void ascii_and_validity_are_seen_at_every_offset(void **state)
{
	(void)state;
	for (size_t i = 0; i < 40; i++) {
		char text[40];
		memset(text, 'x', sizeof text);
		struct str s = str_from(text, sizeof text);
		assert_true(utf8_is_ascii(s) && utf8_is_valid(s) &&
			    utf8_is_clean(s));
		text[i] = '\x7f';
		assert_true(utf8_is_ascii(s) && !utf8_is_clean(s));
		text[i] = '\x1f';
		assert_true(utf8_is_ascii(s) && !utf8_is_clean(s));
		text[i] = '\x80';
		assert_false(utf8_is_ascii(s) || utf8_is_valid(s));
	}
}

static void a_name_stays_one_line_in_its_own_order(void **state)
{
	(void)state;
	struct buf out = {0};
	utf8_clean_name(&out, STR("a\033\n\r\tb\302\233\377"));
	assert_str(buf_str(&out), "a\u241b\u240a\u240d\u2409b\ufffd\ufffd");
	out.n = 0;
	utf8_clean_name(&out, STR("\u202etxt.exe\u2066\u2069\u2028"));
	assert_str(buf_str(&out), "\ufffdtxt.exe\ufffd\ufffd\ufffd");
	out.n = 0;
	utf8_clean_name(&out, STR("e\u0301 \u200f"));
	assert_str(buf_str(&out), "e\u0301 \u200f");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_point_is_decoded_with_its_length),
		cmocka_unit_test(a_maximal_subpart_becomes_one_replacement),
		cmocka_unit_test(
			going_back_meets_the_starts_that_going_forward_made),
		cmocka_unit_test(controls_become_visible),
		cmocka_unit_test(a_name_stays_one_line_in_its_own_order),
		cmocka_unit_test(line_ends_become_line_feeds),
		cmocka_unit_test(text_is_composed),
		cmocka_unit_test(
			any_bytes_give_clean_text_and_clean_text_itself),
		cmocka_unit_test(ascii_and_validity_are_seen_at_every_offset),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

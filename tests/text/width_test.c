/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/width.h"

#include <stdio.h>

#include "base/buf.h"
#include "text/grapheme.h"
#include "text/noise.h"
#include "unit.h"

static void letters_take_one_cell_and_marks_none(void **state)
{
	(void)state;
	assert_int_equal(width_cluster(STR("")), 0);
	assert_int_equal(width_cluster(STR("a")), 1);
	assert_int_equal(width_cluster(STR("é")), 1);
	assert_int_equal(width_cluster(STR("e\xcc\x81\xcc\xa3")), 1);
	assert_int_equal(width_cluster(STR("ש\xd6\xb8")), 1);
	assert_int_equal(width_cluster(STR("ก\xe0\xb8\xb9\xe0\xb9\x88")), 1);
	assert_int_equal(width_cluster(STR("§")), 1); /* ambiguous */
	assert_int_equal(width_cluster(STR("\n")), 0);
	assert_int_equal(width_cluster(STR("\t")), 0);
}

static void a_mark_alone_is_seen_and_a_format_character_is_not(void **state)
{
	(void)state;
	assert_int_equal(width_cluster(STR("\xcc\x81")), 1);
	assert_int_equal(width_cluster(STR("\xe1\x85\xa1")), 1); /* a vowel */
	assert_int_equal(width_cluster(STR("\xe2\x80\x8b")), 0); /* ZWSP */
	assert_int_equal(width_cluster(STR("\xe2\x80\x8d")), 0); /* ZWJ */
	assert_int_equal(width_cluster(STR("\xe2\x80\xae")), 0); /* RLO */
	assert_int_equal(width_cluster(STR("\xef\xbb\xbf")), 0); /* BOM */
	assert_int_equal(width_cluster(STR("\xef\xb8\x8f")), 0); /* VS16 */
}

static void east_asian_wide_and_full_width_take_two(void **state)
{
	(void)state;
	assert_int_equal(width_cluster(STR("漢")), 2);
	assert_int_equal(width_cluster(STR("か\xe3\x82\x99")), 2);
	assert_int_equal(width_cluster(STR("Ａ")), 2);
	assert_int_equal(width_cluster(STR("。")), 2);
	assert_int_equal(width_cluster(STR("한")), 2);
	/* The same syllable as jamo; half-width kana, voiced. */
	assert_int_equal(
		width_cluster(STR("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab")), 2);
	assert_int_equal(width_cluster(STR("ｶﾞ")), 2);
	assert_int_equal(width_cluster(STR("ｶ")), 1);
}

static void spacing_vowels_take_a_cell_of_their_own(void **state)
{
	(void)state;
	assert_int_equal(width_cluster(STR("กำ")), 2);
	assert_int_equal(width_cluster(STR("कि")), 2);
}

static void emoji_presentation_takes_two(void **state)
{
	(void)state;
	assert_int_equal(width_cluster(STR("😀")), 2);
	assert_int_equal(width_cluster(STR("❤")), 1);
	assert_int_equal(width_cluster(STR("❤\xef\xb8\x8f")), 2);
	assert_int_equal(width_cluster(STR("❤\xef\xb8\x8e")), 1);
	assert_int_equal(width_cluster(STR("1\xef\xb8\x8f\xe2\x83\xa3")), 2);
	assert_int_equal(width_cluster(STR("x\xef\xb8\x8f")), 1);
	assert_int_equal(width_cluster(STR("🇩🇪")), 2);
	assert_int_equal(width_cluster(STR("👩‍👩‍👧‍👦")), 2);
	assert_int_equal(width_cluster(STR("☝🏽")), 2);
}

/* Lines as "1F600 ; fully-qualified # ...". */
static void every_emoji_of_the_official_list_is_one_cluster_of_two(void **state)
{
	(void)state;
	char path[1024], line[1024];
	const char *ucd = getenv("UCD");
	snprintf(path, sizeof path, "%s/emoji/emoji-test.txt",
		 ucd ? ucd : "/usr/share/unicode");
	FILE *file = fopen(path, "r");
	if (!file) {
		print_message("no %s\n", path);
		skip();
	}
	size_t n = 0;
	while (fgets(line, sizeof line, file)) {
		if (!strstr(line, "; fully-qualified"))
			continue;
		struct buf b = {0};
		char *end, *p = line;
		for (unsigned long c; (c = strtoul(p, &end, 16)) > 0; p = end)
			buf_add_code(&b, (uint32_t)c);
		if (grapheme_next(buf_str(&b), 0) != b.n ||
		    width_cluster(buf_str(&b)) != 2)
			fail_msg("%s", line);
		buf_release(&b);
		n++;
	}
	fclose(file);
	assert_true(n > 3000);
}

/* libunistring 1.0 and glibc 2.36 give different widths to 91 assigned code
 * points. These are ours, and why. */
static void where_the_libraries_disagree_we_have_chosen(void **state)
{
	(void)state;
	static const struct {
		uint32_t first, last;
		const char *before; /* what it stands on */
		int cells;	    /* with that */
	} choices[] = {
		/* The soft hyphen: nothing, unless a line ends there, and then
		 * typesetting has put a hyphen in its place. */
		{0x00ad, 0x00ad, "", 0},
		/* Signs over or under a number: one, as glibc. */
		{0x0600, 0x0605, "", 1},
		{0x06dd, 0x06dd, "", 1},
		{0x070f, 0x070f, "", 1},
		{0x0890, 0x0891, "", 1},
		{0x08e2, 0x08e2, "", 1},
		{0x110bd, 0x110bd, "", 1},
		{0x110cd, 0x110cd, "", 1},
		/* Nonspacing vowels: on their letter, as glibc. */
		{0x0cbf, 0x0cbf, "ಕ", 1},
		{0x0cc6, 0x0cc6, "ಕ", 1},
		{0x11a07, 0x11a08, "𑨋", 1},
		{0x11c3f, 0x11c3f, "𑰎", 1},
		/* Numbers in black squares, hexagrams: two, as glibc. */
		{0x3248, 0x324f, "", 2},
		{0x4dc0, 0x4dff, "", 2},
	};
	size_t n = 0;
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
		for (uint32_t c = choices[i].first; c <= choices[i].last; c++) {
			struct buf b = {0};
			buf_add(&b, str_of(choices[i].before));
			buf_add_code(&b, c);
			assert_int_equal(width_cluster(buf_str(&b)),
					 choices[i].cells);
			buf_release(&b);
			n++;
		}
	}
	assert_int_equal(n, 91);
}

static void a_text_is_as_wide_as_its_clusters(void **state)
{
	(void)state;
	assert_int_equal(width_text(STR("")), 0);
	assert_int_equal(width_text(STR("plain text, of some length")), 26);
	assert_int_equal(width_text(STR("a longer e\xcc\x81")), 10);
	assert_int_equal(width_text(STR("漢字 and 😀")), 11);
	uint32_t seed = 6;
	for (int i = 0; i < 1000; i++) {
		struct buf b = {0};
		noise_text(&b, &seed);
		struct str s = buf_str(&b);
		size_t cells = 0;
		for (size_t at = 0, next; at < s.n; at = next) {
			next = grapheme_next(s, at);
			cells += (size_t)width_cluster(str_sub(s, at, next));
		}
		assert_int_equal(width_text(s), cells);
		buf_release(&b);
	}
}

static void a_cut_is_the_longest_prefix_that_fits(void **state)
{
	(void)state;
	assert_str(width_cut(STR("plain text"), 5), "plain");
	assert_str(width_cut(STR("plain text"), 0), "");
	assert_str(width_cut(STR("漢字"), 3), "漢");
	assert_str(width_cut(STR("ae\xcc\x81o"), 2), "ae\xcc\x81");
	assert_str(width_cut(STR("abcdefgh\xcc\x81z"), 8), "abcdefgh\xcc\x81");
	assert_str(width_cut(STR("abcdefgh\xcc\x81z"), 7), "abcdefg");
	uint32_t seed = 7;
	for (int i = 0; i < 1000; i++) {
		struct buf b = {0};
		noise_text(&b, &seed);
		struct str s = buf_str(&b);
		size_t cells = noise_next(&seed) % 24;
		struct str cut = width_cut(s, cells);
		assert_true(width_text(cut) <= cells);
		if (cut.n < s.n) {
			size_t next = grapheme_next(s, cut.n);
			assert_true(width_text(str_sub(s, 0, next)) > cells);
		}
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_take_one_cell_and_marks_none),
		cmocka_unit_test(
			a_mark_alone_is_seen_and_a_format_character_is_not),
		cmocka_unit_test(east_asian_wide_and_full_width_take_two),
		cmocka_unit_test(spacing_vowels_take_a_cell_of_their_own),
		cmocka_unit_test(emoji_presentation_takes_two),
		cmocka_unit_test(
			every_emoji_of_the_official_list_is_one_cluster_of_two),
		cmocka_unit_test(where_the_libraries_disagree_we_have_chosen),
		cmocka_unit_test(a_text_is_as_wide_as_its_clusters),
		cmocka_unit_test(a_cut_is_the_longest_prefix_that_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

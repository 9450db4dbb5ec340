/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/paragraph.h"

#include <stdio.h>

#include "typeset/sheet.h"
#include "unit.h"

#define assert_set(text, measure, lines)                                       \
	do {                                                                   \
		char *got_ = sheet_paragraph(text, measure);                   \
		assert_string_equal(got_, lines);                              \
		mem_free(got_);                                                \
	} while (0)

static void lines_are_as_even_as_they_can_be(void **unused)
{
	(void)unused;
	/* Taking what fits line by line gives "aaa bb cc" and then a line of
	 * four cells: "ddddd" does not fit behind "eeee". */
	assert_set("aaa bb cc ddddd eeee fffffff gg", 9,
		   "aaa bb\n"
		   "cc ddddd\n"
		   "eeee\n"
		   "fffffff\n"
		   "gg\n");
	assert_set("aaaa bbb c ddddd eeeee ffff gggg", 10,
		   "aaaa bbb\n"
		   "c ddddd\n"
		   "eeeee ffff\n"
		   "gggg\n");
}

static void spaces_at_a_line_end_vanish(void **unused)
{
	(void)unused;
	assert_set("aaaa bbbb cccc", 4, "aaaa\nbbbb\ncccc\n");
	assert_set("全角\xe3\x80\x80空白", 4, "全角\n空白\n");
}

static void a_no_break_space_holds_and_a_zero_width_space_gives(void **unused)
{
	(void)unused;
	assert_set("aa bb\xc2\xa0"
		   "cc",
		   6,
		   "aa\nbb\xc2\xa0"
		   "cc\n");
	assert_set("aaaa\xe2\x80\x8b"
		   "bbbb",
		   5, "aaaa\xe2\x80\x8b\nbbbb\n");
}

static void a_soft_hyphen_shows_only_where_the_line_ends(void **unused)
{
	(void)unused;
	assert_set("xqz\xc2\xadwkj", 6, "xqzwkj\n");
	assert_set("xqz\xc2\xadwkj", 4, "xqz-\nwkj\n");
}

static void a_hyphen_is_taken_where_lines_would_be_short(void **unused)
{
	(void)unused;
	unsigned char marks[16];
	struct hyphens *h = hyphens_new(NULL);
	size_t n = hyphens_find(h, STR("en"), STR("hyphenation"), marks);
	hyphens_free(h);
	if (n == 0) {
		print_message("no English dictionary is installed\n");
		skip();
	}
	assert_set("we set hyphenation by hand", 12,
		   "we set hy-\nphenation by\nhand\n");
	/* But not where they are long enough. */
	assert_set("they set hyphenation by hand", 20,
		   "they set hyphenation\nby hand\n");
}

static void a_short_last_word_gets_company(void **unused)
{
	(void)unused;
	/* As much as fits would leave "it" alone. */
	assert_set("this is a paragraph that has just one more word in it", 50,
		   "this is a paragraph that has just one more word\n"
		   "in it\n");
}

static void addresses_break_behind_their_marks(void **unused)
{
	(void)unused;
	assert_set("see https://example.com/path_to/index.html?a=1", 20,
		   "see https://\n"
		   "example.com/path_to/\n"
		   "index.html?a=1\n");
}

static void hyphens_before_a_word_stay_with_it(void **unused)
{
	(void)unused;
	assert_set("suffix -i of well-known", 9,
		   "suffix -i\nof well-\nknown\n");
	assert_set("use --dump", 6, "use\n--dump\n");
	assert_set("a - b -", 3, "a -\nb -\n");
}

static void words_too_long_break_where_they_must(void **unused)
{
	(void)unused;
	assert_set("a xxxxxxxxxxxx", 5, "a xxx\nxxxxx\nxxxx\n");
	assert_set("日本", 1, "?\n?\n");
	assert_set("abc", 1, "a\nb\nc\n");
}

static void ideographs_break_between_but_not_before_a_full_stop(void **unused)
{
	(void)unused;
	assert_set("名前はまだ無い。名前", 14, "名前はまだ無\nい。名前\n");
}

static void a_hard_break_ends_a_line(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("one"));
	build_break(b);
	build_text(b, STR("two three"));
	struct page_options options = {.measure = 40};
	char *got = sheet(build_finish(b), &options, 0, false);
	assert_string_equal(got, "\none\ntwo three\n");
	mem_free(got);
}

/* The lines weighed for a paragraph of so many repetitions of `part`. */
static uint64_t work_of(struct str part, unsigned times)
{
	struct arena arena = {0};
	struct buf text = {0};
	for (unsigned i = 0; i < times; i++)
		buf_add(&text, part);
	struct page_options options = {.measure = 60, .hyphenate = true};
	struct hyphens *hyphens = hyphens_new(NULL);
	struct setter s = {.options = &options,
			   .hyphens = hyphens,
			   .language = STR("en"),
			   .arena = &arena};
	runs_take_text(&s.runs, buf_str(&text), 0, NO_INDEX);
	paragraph_break(&s, 0, (uint32_t)text.n, 60, true);
	uint64_t work = s.work;
	assert_true(s.slugs.n > 0);
	setter_release(&s);
	hyphens_free(hyphens);
	buf_release(&text);
	arena_release(&arena);
	return work;
}

static void the_work_grows_as_the_text_does(void **unused)
{
	(void)unused;
	static const struct {
		const char *part;
		unsigned times;
	} cases[] = {
		{"the quick brown fox jumps over a lazy dog, information ",
		 4000},
		{"x", 100000},		 /* one long word */
		{"x ", 100000},		 /* short ones */
		{"\xe2\x80\x8b", 50000}, /* breaks without width */
		{"\xe6\x97\xa5", 50000}, /* ideographs */
		{"a\xc2\xad", 50000},	 /* soft hyphens */
		{"a/b.c?d=", 20000},	 /* an address */
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str part = str_of(cases[i].part);
		uint64_t once = work_of(part, cases[i].times);
		uint64_t twice = work_of(part, cases[i].times * 2);
		if (twice > once * 5 / 2)
			fail_msg("\"%s\": %llu, then %llu", cases[i].part,
				 (unsigned long long)once,
				 (unsigned long long)twice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_as_even_as_they_can_be),
		cmocka_unit_test(spaces_at_a_line_end_vanish),
		cmocka_unit_test(
			a_no_break_space_holds_and_a_zero_width_space_gives),
		cmocka_unit_test(a_soft_hyphen_shows_only_where_the_line_ends),
		cmocka_unit_test(a_hyphen_is_taken_where_lines_would_be_short),
		cmocka_unit_test(a_short_last_word_gets_company),
		cmocka_unit_test(addresses_break_behind_their_marks),
		cmocka_unit_test(hyphens_before_a_word_stay_with_it),
		cmocka_unit_test(words_too_long_break_where_they_must),
		cmocka_unit_test(
			ideographs_break_between_but_not_before_a_full_stop),
		cmocka_unit_test(a_hard_break_ends_a_line),
		cmocka_unit_test(the_work_grows_as_the_text_does),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/word.h"

#include "base/buf.h"
#include "text/noise.h"
#include "unit.h"

/* The words of `text` are those of `expected`, parted there by bars. */
static void assert_words(const char *text, const char *expected)
{
	struct buf found = {0};
	struct str word;
	size_t at = 0;
	while (word_next(str_of(text), &at, &word)) {
		if (found.n)
			buf_add_char(&found, '|');
		buf_add(&found, word);
	}
	assert_str(buf_str(&found), expected);
	buf_release(&found);
}

static void words_end_at_spaces_and_punctuation(void **state)
{
	(void)state;
	assert_words("Where lines break, and why.",
		     "Where|lines|break|and|why");
	assert_words("well-known", "well|known");
	assert_words("in 1455 (perhaps)", "in|1455|perhaps");
	assert_words("", "");
	assert_words(" ... —", "");
}

static void an_apostrophe_within_a_word_belongs_to_it(void **state)
{
	(void)state;
	assert_words("Don't; l’essai 'quoted' readers' it’’s",
		     "Don't|l’essai|quoted|readers|it|s");
}

static void accents_marks_and_soft_hyphens_belong_to_a_word(void **state)
{
	(void)state;
	assert_words("naïve cafe\xcc\x81 hy\xc2\xadphen",
		     "naïve|cafe\xcc\x81|hy\xc2\xadphen");
	assert_words("сноска هامش", "сноска|هامش");
	assert_words("\xcc\x81 x", "x");
}

static void note_marks_are_no_words(void **state)
{
	(void)state;
	assert_words("page² text†", "page|text");
}

static void ideographs_and_kana_are_words_one_by_one(void **state)
{
	(void)state;
	assert_words("日本のEPUB本。", "日|本|の|EPUB|本");
	assert_words("กำ", "ก|ำ");
}

static void words_are_found_in_order_without_overlap(void **state)
{
	(void)state;
	uint32_t seed = 3;
	for (int i = 0; i < 1000; i++) {
		struct buf b = {0};
		noise_text(&b, &seed);
		size_t at = 0, last = 0, n = 0;
		struct str word;
		while (word_next(buf_str(&b), &at, &word)) {
			assert_true(word.n > 0 && word.p >= b.p + last);
			assert_ptr_equal(word.p + word.n, b.p + at);
			last = at;
			n++;
		}
		assert_int_equal(word_count(buf_str(&b)), n);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_end_at_spaces_and_punctuation),
		cmocka_unit_test(an_apostrophe_within_a_word_belongs_to_it),
		cmocka_unit_test(
			accents_marks_and_soft_hyphens_belong_to_a_word),
		cmocka_unit_test(note_marks_are_no_words),
		cmocka_unit_test(ideographs_and_kana_are_words_one_by_one),
		cmocka_unit_test(words_are_found_in_order_without_overlap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

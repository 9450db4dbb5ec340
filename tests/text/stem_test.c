/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/stem.h"

#include "unit.h"

static void assert_stem(struct stem *s, const char *tag, const char *word,
			const char *expected)
{
	unsigned language = stem_language(str_of(tag));
	assert_str(stem_word(s, language, str_of(word)), expected);
}

static void words_lose_their_endings_by_language(void **state)
{
	(void)state;
	struct stem *s = stem_new();
	assert_stem(s, "en", "harvesting", "harvest");
	assert_stem(s, "en-GB", "harvests", "harvest");
	assert_stem(s, "de_AT.UTF-8", "lesern", "les");
	assert_stem(s, "fr", "lectures", "lectur");
	assert_stem(s, "ru", "\u043a\u043d\u0438\u0433\u0438",
		    "\u043a\u043d\u0438\u0433");
	stem_free(s);
}

static void other_languages_keep_their_words(void **state)
{
	(void)state;
	struct stem *s = stem_new();
	assert_int_equal(stem_language(STR("ja")), 0);
	assert_int_equal(stem_language(STR("")), 0);
	assert_stem(s, "", "harvesting", "harvesting");
	assert_stem(s, "en", "", "");
	stem_free(s);
}

static void every_language_has_its_stemmer(void **state)
{
	(void)state;
	static const char *const tags[] = {
		"en", "de", "fr", "es", "it", "nl", "pt", "ru", "sv",
		"da", "no", "nb", "fi", "hu", "ro", "tr", "ar",
	};
	struct stem *s = stem_new();
	for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
		unsigned language = stem_language(str_of(tags[i]));
		assert_in_range(language, 1, STEM_LANGUAGES - 1);
		assert_true(stem_word(s, language, STR("abcdef")).n > 0);
	}
	stem_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_lose_their_endings_by_language),
		cmocka_unit_test(other_languages_keep_their_words),
		cmocka_unit_test(every_language_has_its_stemmer),
	};
	return cmocka_run_group_tests_name("text/stem", tests, NULL, NULL);
}

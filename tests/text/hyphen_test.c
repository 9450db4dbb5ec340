/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On dictionaries of our own, so that the answers are known.
 */
#include "config.h"

#include "text/hyphen.h"

#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "unit.h"

static char dir[] = "/tmp/pore-hyphen-XXXXXX";

static const struct {
	const char *name, *text;
} files[] = {
	{"hyph_en_US.dic", "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n"
			   "y1p\nn1a\nï1v\n1ment\nu1m\n"},
	{"hyph_en_GB.dic", "UTF-8\nn1t\n"},
	/* ü and ß in Latin-1, и and т in KOI8-R. */
	{"hyph_de_DE.dic", "ISO8859-1\nr1gr\n\xfc"
			   "1b\n\xdf"
			   "1n\n"},
	{"hyph_ru_RU.dic", "KOI8-R\n\xc9"
			   "1\xd4\n"},
	/* A break that doubles a letter, one that does not. */
	{"hyph_hu_HU.dic", "UTF-8\ns1sz/sz=sz,1,3\nn1d\n"},
	{"hyph_xx_AA.dic", "UTF-8\na1b\n"},
	{"hyph_xx_BB.dic", "UTF-8\nb1c\n"},
	/* Compounds first, then their parts. */
	{"hyph_nl.dic", "UTF-8\nek1ha\nNEXTLEVEL\nUTF-8\noe1k\nha1n\n"},
};

static void path_of(size_t i, char *path, size_t n)
{
	snprintf(path, n, "%s/%s", dir, files[i].name);
}

static int write_dictionaries(void **state)
{
	(void)state;
	char path[256];
	if (!mkdtemp(dir))
		return -1;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		path_of(i, path, sizeof path);
		FILE *file = fopen(path, "w");
		if (!file || fputs(files[i].text, file) < 0 || fclose(file))
			return -1;
	}
	return 0;
}

static int remove_dictionaries(void **state)
{
	(void)state;
	char path[256];
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		path_of(i, path, sizeof path);
		unlink(path);
	}
	return rmdir(dir);
}

/* The word with its breaks shown is `expected`. */
static void assert_hyphenated(const char *language, const char *word,
			      const char *expected)
{
	unsigned char out[512];
	struct hyphens *h = hyphens_new(dir);
	struct str s = str_of(word);
	for (int again = 0; again < 2; again++) {
		struct buf shown = {0};
		size_t found = 0;
		size_t n = hyphens_find(h, str_of(language), s, out);
		for (size_t i = 0; i < s.n; i++) {
			found += out[i];
			if (out[i])
				buf_add_char(&shown, '-');
			buf_add_char(&shown, s.p[i]);
		}
		assert_int_equal(n, found);
		assert_str(buf_str(&shown), expected);
		buf_release(&shown);
	}
	hyphens_free(h);
}

static void words_break_where_the_patterns_say(void **state)
{
	(void)state;
	assert_hyphenated("en", "hyphenation", "hy-phen-ation");
	assert_hyphenated("en", "Hyphenation", "Hy-phen-ation");
	assert_hyphenated("en", "without", "without");
	assert_hyphenated("en", "", "");
}

static void letters_of_several_bytes_are_counted_as_one(void **state)
{
	(void)state;
	assert_hyphenated("en", "naïveté", "naï-veté");
	assert_hyphenated("de", "Übergröße", "Über-größe");
	assert_hyphenated("de", "drüben", "drü-ben");
	assert_hyphenated("de", "Fußnote", "Fuß-note");
	assert_hyphenated("ru", "читатель", "чи-татель");
}

static void two_letters_stay_before_and_three_after(void **state)
{
	(void)state;
	assert_hyphenated("en", "ypsilon", "ypsilon");
	assert_hyphenated("en", "humus", "hu-mus");
	assert_hyphenated("en", "mum", "mum");
	assert_hyphenated("en", "rhumy", "rhumy");
	assert_hyphenated("en", "éument", "éu-ment");
}

static void breaks_that_change_the_spelling_are_left_out(void **state)
{
	(void)state;
	assert_hyphenated("hu", "asszony", "asszony");
	assert_hyphenated("hu", "asszonynde", "asszonynde");
	assert_hyphenated("hu", "mondani", "mon-dani");
}

static void some_words_are_left_whole(void **state)
{
	(void)state;
	assert_hyphenated("en", "HYPHENATION", "HYPHENATION");
	assert_hyphenated("en", "hyphen2nation", "hyphen2nation");
	assert_hyphenated("en",
			  "hyphen\xc2\xad"
			  "nation",
			  "hyphen\xc2\xad"
			  "nation");
	char word[401];
	memset(word, 'y', 400);
	memcpy(word + 200, "phy", 3);
	word[400] = '\0';
	assert_hyphenated("en", word, word);
}

static void a_language_finds_its_dictionary(void **state)
{
	(void)state;
	assert_hyphenated("en-US", "painting", "painting");
	assert_hyphenated("en-GB", "painting", "pain-ting");
	assert_hyphenated("en_GB.UTF-8", "painting", "pain-ting");
	assert_hyphenated("en-AU", "hyphenation", "hy-phen-ation");
	assert_hyphenated("EN", "hyphenation", "hy-phen-ation");
	assert_hyphenated("xx", "fabcde", "fa-bcde");
	assert_hyphenated("xx-BB", "fabcde", "fab-cde");
	assert_hyphenated("nl", "boekhandel", "boek-ha-ndel");
}

static void without_a_dictionary_nothing_breaks(void **state)
{
	(void)state;
	assert_hyphenated("", "hyphenation", "hyphenation");
	assert_hyphenated("fr", "hyphenation", "hyphenation");
	assert_hyphenated("e", "hyphenation", "hyphenation");
	assert_hyphenated("../en", "hyphenation", "hyphenation");
	unsigned char out[16];
	struct hyphens *h = hyphens_new("/nonexistent");
	assert_int_equal(hyphens_find(h, STR("en"), STR("nothing"), out), 0);
	hyphens_free(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_break_where_the_patterns_say),
		cmocka_unit_test(letters_of_several_bytes_are_counted_as_one),
		cmocka_unit_test(two_letters_stay_before_and_three_after),
		cmocka_unit_test(breaks_that_change_the_spelling_are_left_out),
		cmocka_unit_test(some_words_are_left_whole),
		cmocka_unit_test(a_language_finds_its_dictionary),
		cmocka_unit_test(without_a_dictionary_nothing_breaks),
	};
	return cmocka_run_group_tests(tests, write_dictionaries,
				      remove_dictionaries);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our hyphens are those of libhyphen, for every word of the bundled library
 * and for words made of its letters. In English: libhyphen leaks memory when it
 * loads the dictionaries with compounds.
 */
#include "config.h"

#include <hyphen.h>
#include <stdio.h>

#include "text/patterns.h"
#include "unit.h"

static const char dictionary[] = "/usr/share/hyphen/hyph_en_US.dic";

struct peers {
	struct patterns *ours;
	HyphenDict *theirs;
	size_t words, breaks;
};

static void compare(struct peers *peers, const char *word, size_t n)
{
	uint32_t letters[PATTERNS_MOST_LETTERS] = {0};
	bool can_break[PATTERNS_MOST_LETTERS];
	char hyphens[PATTERNS_MOST_LETTERS + 8];
	char **replacements = NULL;
	int *places = NULL, *cuts = NULL;
	for (size_t i = 0; i < n; i++)
		letters[i] = (unsigned char)word[i];
	patterns_match(peers->ours, letters, n, can_break);
	assert_int_equal(hnj_hyphen_hyphenate2(peers->theirs, word, (int)n,
					       hyphens, NULL, &replacements,
					       &places, &cuts),
			 0);
	for (size_t i = 0; i + 1 < n; i++) {
		bool can = (hyphens[i] & 1) != 0;
		if (can != can_break[i + 1])
			fail_msg("%.*s: libhyphen says %s after letter %zu",
				 (int)n, word, can ? "yes" : "no", i + 1);
		peers->breaks += can;
	}
	peers->words++;
}

/* Every run of lower-case letters in a file of the bundled library. */
static void compare_file(struct peers *peers, const char *name)
{
	const char *source = getenv("srcdir");
	char path[4096], word[PATTERNS_MOST_LETTERS + 1];
	snprintf(path, sizeof path, "%s/data/sampler/%s",
		 source ? source : PORE_SRCDIR, name);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	size_t n = 0;
	for (int c = 0; c != EOF;) {
		c = getc(in);
		if (c >= 'a' && c <= 'z' && n < PATTERNS_MOST_LETTERS) {
			word[n++] = (char)c;
			continue;
		}
		word[n] = '\0';
		if (n >= 2)
			compare(peers, word, n);
		n = 0;
	}
	fclose(in);
}

static void compare_made_words(struct peers *peers)
{
	static const char letters[] = "etaoinsrhldcumfpgwybvkxjqz";
	uint64_t seed = 7;
	for (int round = 0; round < 20000; round++) {
		char word[33];
		size_t n = 0;
		do {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			unsigned r = (unsigned)(seed >> 40);
			word[n++] = letters[(r % 26) * (r / 26 % 26) / 25];
		} while (n < 32 && (seed >> 33) % 9);
		word[n] = '\0';
		if (n >= 2)
			compare(peers, word, n);
	}
}

static void hyphens_are_those_of_libhyphen(void **state)
{
	(void)state;
	struct peers peers = {.ours = patterns_load(dictionary)};
	if (!peers.ours) {
		print_message("%s is not installed\n", dictionary);
		skip();
	}
	peers.theirs = hnj_hyphen_load(dictionary);
	assert_non_null(peers.theirs);
	compare_file(&peers, "hyphenation.txt");
	compare_file(&peers, "stemming.txt");
	compare_file(&peers, "tour.md");
	compare_made_words(&peers);
	assert_true(peers.words > 20000);
	assert_true(peers.breaks > 10000);
	hnj_hyphen_free(peers.theirs);
	patterns_free(peers.ours);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hyphens_are_those_of_libhyphen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

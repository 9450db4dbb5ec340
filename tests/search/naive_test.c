/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search equals a naive scan: random small corpora of made-up words (in no
 * language, so without stems), random queries; what the index finds is what
 * reading every article finds, however the articles are dealt to segments.
 */
#include "config.h"

#include <stdio.h>

#include "article/build.h"
#include "base/buf.h"
#include "search/shelf.h"
#include "unit.h"

enum { ARTICLES = 40, PARAGRAPHS = 3, LENGTH = 6, VOCABULARY = 12 };

static const char *const vocabulary[VOCABULARY] = {
	"kra",  "krab", "belo", "tun",  "tuna", "mi",
	"miri", "ozu",  "ozun", "fen",  "fenn", "da",
};

/* Articles as numbers of words. */
struct corpus {
	unsigned words[ARTICLES][PARAGRAPHS][LENGTH];
	uint32_t seed;
};

static unsigned pick(struct corpus *c, unsigned n)
{
	c->seed = c->seed * 1664525 + 1013904223;
	return (c->seed >> 16) % n;
}

static void fill(struct corpus *c, struct shelf *s)
{
	for (unsigned a = 0; a < ARTICLES; a++) {
		struct build *b = build_new(STR("text"));
		/* Some have few different words. */
		unsigned n = 2 + pick(c, VOCABULARY - 1);
		build_meta(b, META_TITLE, STR("-"));
		for (unsigned p = 0; p < PARAGRAPHS; p++) {
			build_open(b, BLOCK_PARAGRAPH);
			for (unsigned i = 0; i < LENGTH; i++) {
				unsigned w = pick(c, n);
				c->words[a][p][i] = w;
				build_text(b, str_of(vocabulary[w]));
				build_text(b, STR(" "));
			}
			build_close(b);
		}
		shelf_add_article(s, build_finish(b));
	}
}

/* A part of a query: one to three words in a row. */
struct part {
	char sign; /* '+', '-' */
	bool is_prefix;
	unsigned n, words[3];
};

static bool is_at(const struct corpus *c, unsigned a, unsigned p, unsigned i,
		  const struct part *part)
{
	for (unsigned k = 0; k < part->n; k++) {
		const char *have = vocabulary[c->words[a][p][i + k]];
		const char *want = vocabulary[part->words[k]];
		if (part->is_prefix ? strncmp(have, want, strlen(want)) != 0
				    : strcmp(have, want) != 0)
			return false;
	}
	return true;
}

static bool has(const struct corpus *c, unsigned a, const struct part *part)
{
	for (unsigned p = 0; p < PARAGRAPHS; p++)
		for (unsigned i = 0; i + part->n <= LENGTH; i++)
			if (is_at(c, a, p, i, part))
				return true;
	return false;
}

static struct part make_part(struct corpus *c)
{
	struct part part = {.sign = pick(c, 4) ? '+' : '-'};
	part.n = pick(c, 2) ? 1 : 1 + pick(c, 3);
	part.is_prefix = part.n == 1 && pick(c, 3) == 0;
	for (unsigned i = 0; i < part.n; i++)
		part.words[i] = pick(c, VOCABULARY);
	return part;
}

static void write_part(struct buf *b, const struct part *part)
{
	buf_addf(b, " %c", part->sign);
	if (part->n > 1)
		buf_add_char(b, '"');
	for (unsigned i = 0; i < part->n; i++)
		buf_addf(b, i ? " %s" : "%s", vocabulary[part->words[i]]);
	if (part->n > 1)
		buf_add_char(b, '"');
	if (part->is_prefix)
		buf_add_char(b, '*');
}

static void ask(struct corpus *c, struct shelf *s)
{
	struct part parts[4];
	unsigned n = 1 + pick(c, 4);
	struct buf query = {0};
	bool found[ARTICLES] = {0};
	size_t expected = 0;
	for (unsigned i = 0; i < n; i++) {
		parts[i] = make_part(c);
		write_part(&query, &parts[i]);
	}
	struct results r = shelf_search(s, buf_cstr(&query));
	for (size_t i = 0; i < r.n; i++)
		found[r.hits[i].article] = true;
	for (unsigned a = 0; a < ARTICLES; a++) {
		bool is_right = true;
		for (unsigned i = 0; i < n; i++)
			is_right &= has(c, a, &parts[i]) ==
				    (parts[i].sign == '+');
		if (is_right != found[a])
			print_message("query%s, article %u\n",
				      buf_cstr(&query), a);
		assert_int_equal(is_right, found[a]);
		expected += is_right;
	}
	assert_int_equal(r.n, expected);
	assert_int_equal(r.total, expected);
	for (size_t i = 1; i < r.n; i++) {
		bool falls = r.hits[i - 1].score > r.hits[i].score;
		bool ties = !falls && !(r.hits[i - 1].score < r.hits[i].score);
		assert_true(falls || (ties && r.hits[i - 1].article <
						      r.hits[i].article));
	}
	buf_release(&query);
}

static void search_finds_what_a_scan_finds(void **state)
{
	(void)state;
	struct corpus c = {.seed = 1};
	for (unsigned round = 0; round < 12; round++) {
		struct shelf s = {0};
		fill(&c, &s);
		shelf_index(&s, 1 + pick(&c, ARTICLES));
		for (unsigned q = 0; q < 150; q++)
			ask(&c, &s);
		shelf_release(&s);
	}
}

static void segments_do_not_change_the_ranking(void **state)
{
	(void)state;
	static const uint32_t runs[] = {ARTICLES, 1, 7};
	static const char *const queries[] = {
		"kra",	   "tun fen",  "mi*",  "\"da kra\" belo",
		"-tun oz*", "kra OR da", "title:kra fen",
	};
	for (size_t q = 0; q < sizeof queries / sizeof queries[0]; q++) {
		struct buf first = {0};
		for (size_t i = 0; i < 3; i++) {
			struct corpus c = {.seed = 5};
			struct shelf s = {0};
			struct buf b = {0};
			fill(&c, &s);
			shelf_index(&s, runs[i]);
			struct results r = shelf_search(&s, queries[q]);
			for (size_t h = 0; h < r.n; h++)
				buf_addf(&b, "%u %a\n", r.hits[h].article,
					 (double)r.hits[h].score);
			if (i == 0)
				buf_add(&first, buf_str(&b));
			assert_true(str_eq(buf_str(&b), buf_str(&first)));
			buf_release(&b);
			shelf_release(&s);
		}
		buf_release(&first);
	}
}

static void any_bytes_are_a_query(void **state)
{
	(void)state;
	static const char *const bits[] = {
		"\"", "-", "+", "*",  " OR ", "title:", "date:",  "path:", " ",
		"..", ":", "kra", "\xff", "\xe2\x80", "\u201c", "\u6771", "2018",
	};
	struct corpus c = {.seed = 9};
	struct shelf s = {0};
	fill(&c, &s);
	shelf_index(&s, 16);
	for (unsigned round = 0; round < 3000; round++) {
		struct buf b = {0};
		unsigned n = pick(&c, 12);
		for (unsigned i = 0; i < n; i++)
			buf_add(&b, str_of(bits[pick(
					    &c, sizeof bits / sizeof *bits)]));
		struct query q = query_parse(buf_str(&b), round % 2, &s.arena);
		struct rank_options options = {.limit = 5};
		struct results r =
			rank(&s.index, &q, &options, s.stem, &s.arena);
		assert_true(r.n <= 5 && r.n <= r.total);
		buf_release(&b);
	}
	shelf_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(search_finds_what_a_scan_finds),
		cmocka_unit_test(segments_do_not_change_the_ranking),
		cmocka_unit_test(any_bytes_are_a_query),
	};
	return cmocka_run_group_tests_name("search/naive", tests, NULL, NULL);
}

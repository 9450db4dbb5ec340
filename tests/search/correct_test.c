/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/correct.h"

#include "base/buf.h"
#include "base/map.h"
#include "search/shelf.h"
#include "text/fold.h"
#include "text/noise.h"
#include "unit.h"

static bool near_words(const char *a, const char *b)
{
	bool is = correct_is_near(str_of(a), str_of(b));
	assert_int_equal(correct_is_near(str_of(b), str_of(a)), is);
	return is;
}

static void one_step_apart_is_near(void **state)
{
	(void)state;
	assert_true(near_words("harvest", "harvset"));
	assert_true(near_words("harvest", "harvst"));
	assert_true(near_words("harvest", "harvestt"));
	assert_true(near_words("harvest", "marvest"));
	assert_true(near_words("harvest", "ahrvest"));
	assert_true(near_words("harvest", "arvest"));
	assert_true(near_words("a", ""));
	assert_true(near_words("\u043a\u043d\u0438\u0433\u0430",
			       "\u043a\u043d\u0438\u0433\u0443"));
	assert_true(near_words("\u043a\u043d\u0438\u0433\u0430",
			       "\u043a\u0438\u043d\u0433\u0430"));
}

static void more_or_none_is_not(void **state)
{
	(void)state;
	assert_false(near_words("harvest", "harvest"));
	assert_false(near_words("harvest", "harves\u043a\u043d"));
	assert_false(near_words("harvest", "hravset"));
	assert_false(near_words("harvest", "harv"));
	assert_false(near_words("harvest", "tharves"));
	assert_false(near_words("", ""));
	assert_false(near_words("\u043a\u043d", "\u0433\u0434"));
}

static struct results search(struct shelf *s, const char *query)
{
	struct rank_options all = {0};
	struct query q = query_parse(str_of(query), false, &s->arena);
	correct_query(&q, &s->index, s->stem, &s->arena);
	return rank(&s->index, &q, &all, s->stem, &s->arena);
}

static void misspelt_words_find_what_was_meant(void **state)
{
	(void)state;
	struct shelf s = {0};
	shelf_add(&s, "One", "The rice harvest began.");
	shelf_add(&s, "Two", "Rice is eaten, harvests are counted.");
	shelf_add(&s, "Three", "Wheat and bread.");
	shelf_index(&s, 2);
	struct results r = search(&s, "rice harvset");
	assert_int_equal(r.n, 2);
	assert_int_equal(r.hits[0].article, 0);
	assert_true(r.hits[0].is_fuzzy);
	/* A form of a known word is no mistake. */
	r = search(&s, "harvesting");
	assert_int_equal(r.n, 2);
	assert_false(r.hits[0].is_fuzzy);
	/* What stands in quotes, is required or short is meant so. */
	assert_int_equal(search(&s, "\"harvset\"").n, 0);
	assert_int_equal(search(&s, "+harvset").n, 0);
	assert_int_equal(search(&s, "rce").n, 0);
	assert_int_equal(search(&s, "zzzzzz").n, 0);
	shelf_release(&s);
}

/* Words of few letters, so that many are near each other. */
static void make_word(uint32_t *seed, struct buf *out)
{
	static const char *const letters[] = {"a", "b", "n", "\u0433",
					      "\u043a"};
	unsigned n = 4 + noise_next(seed) % 9;
	out->n = 0;
	for (unsigned i = 0; i < n; i++)
		buf_add(out, str_of(letters[noise_next(seed) % 5 *
					    (noise_next(seed) % 3 > 0)]));
}

static void no_near_word_is_passed_over(void **state)
{
	(void)state;
	struct shelf s = {0};
	struct buf text = {0}, word = {0};
	uint32_t seed = 5;
	for (int i = 0; i < 2000; i++) {
		make_word(&seed, &word);
		buf_addf(&text, "%s ", buf_cstr(&word));
	}
	shelf_add(&s, "-", buf_cstr(&text));
	shelf_index(&s, 1);
	const struct segment *segment = s.segments[0];
	for (int i = 0; i < 300; i++) {
		size_t near_terms = 0;
		make_word(&seed, &word);
		struct query q = query_parse(buf_str(&word), false, &s.arena);
		struct str typed = q.clauses[0].atoms[0].words[0];
		uint32_t from, to;
		segment_find(segment, typed, false, &from, &to);
		if (from < to)
			continue;
		for (uint32_t t = 0; t < segment->n_terms; t++)
			near_terms += correct_is_near(typed,
						      segment_text(segment, t));
		correct_query(&q, &s.index, s.stem, &s.arena);
		/* Three at most; none if a stem makes the word known. */
		if (q.clauses[0].is_corrected)
			assert_int_equal(q.clauses[0].n_atoms - 1,
					 near_terms < 3 ? near_terms : 3);
	}
	buf_release(&text);
	buf_release(&word);
	shelf_release(&s);
}

/* What is passed over by its first bytes alone is never near. */
static void all_near_words_are_found(void **state)
{
	static const char *const letters[] = {"a", "b", "\u0436", "\u1ea0x"};
	(void)state;
	uint32_t seed = 17;
	for (int round = 0; round < 400; round++) {
		struct shelf s = {0};
		struct buf words[40] = {0};
		struct map near = {0};
		for (size_t i = 0; i < 40; i++) {
			size_t n = 4 + noise_next(&seed) % 7;
			for (size_t j = 0; j < n; j++) {
				uint32_t r = noise_next(&seed) % 16;
				const char *letter = letters[r < 4 ? r : r % 2];
				buf_add(&words[i], str_of(letter));
			}
			/* Word 0 is asked for, and stands nowhere. */
			if (i > 0 &&
			    !str_eq(buf_str(&words[i]), buf_str(&words[0])))
				shelf_add(&s, "", buf_cstr(&words[i]));
		}
		shelf_index(&s, 7);
		struct query q =
			query_parse(buf_str(&words[0]), false, &s.arena);
		struct str word = q.clauses[0].atoms[0].words[0];
		for (size_t i = 1; i < 40; i++) {
			struct str other =
				fold_copy(&s.arena, buf_str(&words[i]));
			if (correct_is_near(word, other))
				map_put(&near, other, 0);
		}
		correct_query(&q, &s.index, s.stem, &s.arena);
		size_t want = near.n < 3 ? near.n : 3;
		assert_int_equal(q.clauses[0].n_atoms - 1, want);
		for (size_t i = 0; i < 40; i++)
			buf_release(&words[i]);
		map_release(&near);
		shelf_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_step_apart_is_near),
		cmocka_unit_test(more_or_none_is_not),
		cmocka_unit_test(no_near_word_is_passed_over),
		cmocka_unit_test(misspelt_words_find_what_was_meant),
		cmocka_unit_test(all_near_words_are_found),
	};
	return cmocka_run_group_tests_name("search/correct", tests, NULL, NULL);
}

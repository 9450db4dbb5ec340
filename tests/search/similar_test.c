/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/similar.h"

#include "base/buf.h"
#include "search/shelf.h"
#include "unit.h"

static uint32_t add_in(struct shelf *s, const char *language, const char *title,
		       const char *text)
{
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, str_of(title));
	build_meta(b, META_LANGUAGE, str_of(language));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, str_of(text));
	build_close(b);
	return shelf_add_article(s, build_finish(b));
}

/* What `a` shares with article `other`: "score: term, term"; "" if nothing. */
static const char *shared(struct shelf *s, const struct article *a,
			  uint32_t self, uint32_t other)
{
	struct similar *similar;
	struct buf b = {0};
	size_t n = similar_find(&s->index, a, self, 100, &s->arena, &similar);
	for (size_t i = 0; i < n; i++) {
		assert_true(similar[i].score > 0 && similar[i].score <= 1);
		if (similar[i].article != other)
			continue;
		for (size_t j = 0; j < similar[i].n_terms; j++)
			buf_addf(&b, "%s%.*s", j ? ", " : "",
				 STR_ARG(similar[i].terms[j]));
	}
	const char *text = arena_cstr(&s->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static const char *shared_by(struct shelf *s, uint32_t a, uint32_t b)
{
	return shared(s, s->articles[a], a, b);
}

static void of_the_forms_of_a_stem_the_commonest_is_shown(void **state)
{
	struct shelf s = {0};
	(void)state;
	uint32_t a = shelf_add(&s, "A",
			       "Notes below: a note, two Notes, three Notes. "
			       "The margin was ruled; margins were paper.");
	uint32_t b = shelf_add(&s, "B", "Notes and a note in the margin.");
	shelf_add(&s, "C", "Bread is baked of wheat.");
	shelf_index(&s, 2);
	const char *terms = shared_by(&s, a, b);
	assert_non_null(strstr(terms, "Notes"));
	assert_null(strstr(terms, "note"));
	assert_non_null(strstr(terms, "margin"));
	assert_null(strstr(terms, "margins"));
	shelf_release(&s);
}

static void words_of_prose_are_no_likeness(void **state)
{
	struct shelf s = {0};
	(void)state;
	uint32_t a =
		shelf_add(&s, "A",
			  "During the harvest it seems quite late. However "
			  "himself: see https://www.example.org.");
	uint32_t b =
		shelf_add(&s, "B",
			  "During a voyage it seems quite himself. However "
			  "late: see https://www.example.com.");
	shelf_add(&s, "C", "Bread is baked of wheat.");
	uint32_t d = add_in(&s, "de", "D", "Die und der aber wurde jedoch.");
	uint32_t e = add_in(&s, "de", "E", "Die und der aber wurde jedoch.");
	shelf_index(&s, 2);
	assert_string_equal(shared_by(&s, a, b), "");
	assert_string_equal(shared_by(&s, d, e), "");
	shelf_release(&s);
}

static void pairs_are_shown_as_the_runs_they_make_up(void **state)
{
	struct shelf s = {0};
	(void)state;
	/* 人工智能, 排版 are shared, and so are そして and した. */
	uint32_t a = add_in(&s, "ja", "A",
			    "\u305d\u3057\u3066\u4eba\u5de5\u667a\u80fd\u306f"
			    "\u6392\u7248\u3057\u305f");
	uint32_t b = add_in(&s, "ja", "B",
			    "\u305d\u3057\u3066\u6392\u7248\u3092\u4eba\u5de5"
			    "\u667a\u80fd\u3067\u3057\u305f");
	add_in(&s, "ja", "C", "\u9ea6\u7c89\u3067\u3057\u305f");
	shelf_index(&s, 2);
	const char *terms = shared_by(&s, a, b);
	assert_string_equal(terms, "\u4eba\u5de5\u667a\u80fd, \u6392\u7248");
	shelf_release(&s);
}

static void kana_and_numbers_alone_are_no_likeness(void **state)
{
	struct shelf s = {0};
	(void)state;
	uint32_t a = add_in(&s, "ja", "A",
			    "\u3042\u308b\u3067\u3042\u308b\u4e00\u4e5d\u516d"
			    "\u516b\u5e74");
	uint32_t b = add_in(&s, "ja", "B",
			    "\u3067\u3042\u308b\u3042\u308b\u4e00\u4e5d\u516d"
			    "\u516b\u5e74");
	add_in(&s, "ja", "C", "\u9ea6\u7c89");
	shelf_index(&s, 2);
	assert_string_equal(shared_by(&s, a, b), "");
	shelf_release(&s);
}

/* An article on something else shares two or three words with any other. */
static void a_stranger_to_all_is_like_none(void **state)
{
	struct shelf s = {0};
	(void)state;
	uint32_t pages =
		shelf_add(&s, "Pages",
			  "Pages were numbered in China and Asia early: "
			  "scribes, quires, folios, catchwords, signatures, "
			  "rubrics, gatherings, leaves.");
	shelf_add(&s, "Wheat", "Bread is baked of wheat.");
	struct shelf other = {0};
	shelf_add(
		&other, "Silk",
		"Summits, railways, loans, ports, treaties, Sichuan, "
		"investment, diplomacy, Eurasia, Pakistan, hegemony, islands, "
		"China, Asia, Moscow, Delhi, tariffs, pipelines, steel, "
		"currency, reserves, embassies, armies, navies, satellites.");
	shelf_index(&s, 1);
	assert_string_equal(shared(&s, other.articles[0], NO_INDEX, pages), "");
	shelf_release(&s);
	article_free(other.articles[0]);
	arena_release(&other.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_the_forms_of_a_stem_the_commonest_is_shown),
		cmocka_unit_test(words_of_prose_are_no_likeness),
		cmocka_unit_test(pairs_are_shown_as_the_runs_they_make_up),
		cmocka_unit_test(kana_and_numbers_alone_are_no_likeness),
		cmocka_unit_test(a_stranger_to_all_is_like_none),
	};
	return cmocka_run_group_tests_name("search/similar", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/snippet.h"

#include "base/buf.h"
#include "search/shelf.h"
#include "text/noise.h"
#include "text/utf8.h"
#include "text/width.h"
#include "unit.h"

static const char *const essay =
	"Books were copied by hand. A scribe in Bologna took a year for one.\n"
	"Then came the press, and with it the printer's margin. The margin "
	"of the printed page was wide; readers wrote in it, and some of what "
	"they wrote is now worth more than the book. Their notes are called "
	"marginalia.\n"
	"Today the margin is where the mouse rests.";

/* The snippet with its matches in brackets. */
static const char *show(struct shelf *s, uint32_t id, const char *query,
			size_t cells)
{
	struct query q = query_parse(str_of(query), false, &s->arena);
	struct snippet snippet = snippet_make(s->articles[id], &q, cells,
					      s->stem, &s->arena);
	struct buf b = {0};
	size_t at = 0;
	for (size_t i = 0; i < snippet.n_lit; i++) {
		struct range r = snippet.lit[i];
		buf_addf(&b, "%.*s[%.*s]",
			 STR_ARG(str_sub(snippet.text, at, r.start)),
			 STR_ARG(str_sub(snippet.text, r.start, r.end)));
		at = r.end;
	}
	buf_add(&b, str_from_at(snippet.text, at));
	const char *shown = arena_cstr(&s->arena, buf_str(&b));
	buf_release(&b);
	return shown;
}

static int make_shelf(void **state)
{
	struct shelf *s = calloc(1, sizeof *s);
	shelf_add(s, "An Essay", essay);
	shelf_add(s, "Tokyo", "\u6771\u4eac\u90fd\u306e\u672c\u5c4b");
	shelf_index(s, 8);
	*state = s;
	return 0;
}

static int free_shelf(void **state)
{
	shelf_release(*state);
	free(*state);
	return 0;
}

static void it_begins_with_the_sentence(void **state)
{
	const char *shown = show(*state, 0, "wide", 70);
	assert_ptr_equal(strstr(shown, "\u2026 The margin of the printed page "
				       "was [wide]; readers"),
			 shown);
	/* Where that does not fit, with a word. */
	shown = show(*state, 0, "wide", 30);
	assert_ptr_equal(strstr(shown, "\u2026 page was [wide];"), shown);
}

static void it_prefers_the_passage_with_most_words(void **state)
{
	const char *shown = show(*state, 0, "margin mouse", 60);
	assert_string_equal(shown,
			    "Today the [margin] is where the [mouse] rests.");
	shown = show(*state, 0, "\"the book\"", 60);
	assert_non_null(strstr(shown, "[the book]"));
}

static void stems_and_pairs_are_lit(void **state)
{
	assert_non_null(strstr(show(*state, 0, "reader", 60), "[readers]"));
	assert_string_equal(show(*state, 1, "\u4eac\u90fd", 60),
			    "\u6771[\u4eac\u90fd]\u306e\u672c\u5c4b");
	assert_string_equal(show(*state, 1, "\u6771\u4eac\u90fd", 60),
			    "[\u6771\u4eac\u90fd]\u306e\u672c\u5c4b");
	assert_string_equal(show(*state, 1, "\u672c", 60),
			    "\u6771\u4eac\u90fd\u306e[\u672c]\u5c4b");
}

static void without_a_match_it_is_the_beginning(void **state)
{
	assert_string_equal(show(*state, 0, "essay", 30),
			    "Books were copied by hand. A \u2026");
}

static void it_says_which_words_there_are(void **state)
{
	struct shelf *s = *state;
	struct query q =
		query_parse(STR("Bologna zebra margins"), false, &s->arena);
	struct snippet snippet = snippet_make(s->articles[0], &q, 60, s->stem,
					      &s->arena);
	assert_int_equal(snippet.n_terms, 2);
	assert_str(snippet.terms[0], "Bologna");
	assert_str(snippet.terms[1], "margins");
}

static void it_never_breaks_a_letter_nor_the_width(void **state)
{
	(void)state;
	uint32_t seed = 11;
	for (int round = 0; round < 400; round++) {
		struct shelf s = {0};
		struct buf text = {0}, query = {0};
		for (int i = 0; i < 6; i++) {
			noise_text(&text, &seed);
			buf_add(&text, STR(" rice. "));
		}
		buf_add(&query, STR("rice "));
		noise_text(&query, &seed);
		shelf_add(&s, "Noise", buf_cstr(&text));
		shelf_index(&s, 1);
		size_t cells = 10 + noise_next(&seed) % 60;
		struct query q = query_parse(buf_str(&query), true, &s.arena);
		struct snippet snippet = snippet_make(s.articles[0], &q, cells,
						      s.stem, &s.arena);
		assert_true(utf8_is_valid(snippet.text));
		assert_true(width_text(snippet.text) <= cells + 4);
		assert_true(str_find_char(snippet.text, '\n', 0) ==
			    snippet.text.n);
		for (size_t i = 0; i < snippet.n_lit; i++) {
			assert_true(snippet.lit[i].start <
				    snippet.lit[i].end);
			assert_true(snippet.lit[i].end <= snippet.text.n);
			assert_true(i == 0 || snippet.lit[i - 1].end <=
						      snippet.lit[i].start);
		}
		buf_release(&text);
		buf_release(&query);
		shelf_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_begins_with_the_sentence),
		cmocka_unit_test(it_prefers_the_passage_with_most_words),
		cmocka_unit_test(stems_and_pairs_are_lit),
		cmocka_unit_test(without_a_match_it_is_the_beginning),
		cmocka_unit_test(it_says_which_words_there_are),
		cmocka_unit_test(it_never_breaks_a_letter_nor_the_width),
	};
	return cmocka_run_group_tests_name("search/snippet", tests, make_shelf,
					   free_shelf);
}

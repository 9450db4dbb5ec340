/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/page.h"

#include "base/buf.h"
#include "text/width.h"
#include "typeset/fault.h"
#include "typeset/program.h"
#include "unit.h"

enum { ARTICLES = 150, BYTES = 1500 };

/* xorshift: the same programs in every run and on every machine. */
static uint32_t next(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static struct article *random_article(uint32_t *state)
{
	uint8_t bytes[BYTES];
	size_t n = 1 + next(state) % BYTES;
	for (size_t i = 0; i < n; i++)
		bytes[i] = (uint8_t)(next(state) >> 8);
	return program_run(bytes, n);
}

static struct page_options random_options(uint32_t *state)
{
	uint32_t bits = next(state) >> 4;
	return (struct page_options){
		.measure = 1 + next(state) % 100,
		.hyphenate = bits & 1,
		.wrap = bits & 2,
		.ascii = bits & 4,
		.hide_notes = bits & 8,
	};
}

static void any_article_is_set_whole_and_not_too_wide(void **unused)
{
	(void)unused;
	struct hyphens *hyphens = hyphens_new(NULL);
	uint32_t state = 2463534242u;
	for (unsigned i = 0; i < ARTICLES; i++) {
		struct article *article = random_article(&state);
		for (unsigned k = 0; k < 6; k++) {
			struct page_options options = random_options(&state);
			if (k < 3) /* the narrowest are the hardest */
				options.measure = 1 + k;
			struct page *page =
				page_new(article, &options, hyphens);
			struct place at;
			const char *fault = page_fault(page, &at);
			if (fault)
				fail_msg("article %u, measure %u, unit %d, "
					 "line %u: %s",
					 i, options.measure, (int)at.unit,
					 (unsigned)at.line, fault);
			page_free(page);
		}
		article_free(article);
	}
	hyphens_free(hyphens);
}

static bool shows(const struct line *line, uint32_t off)
{
	for (uint32_t i = 0; i < line->n; i++)
		if (off >= line->runs[i].at.off &&
		    off - line->runs[i].at.off < line->runs[i].source)
			return true;
	return false;
}

static struct article *prose(void)
{
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("On Positions"));
	build_meta(b, META_LANGUAGE, STR("en"));
	for (int i = 0; i < 20; i++) {
		build_open(b, BLOCK_PARAGRAPH);
		for (int k = 0; k < 20; k++)
			build_text(b, STR("Positions are kept as offsets into "
					  "the author's own text. "));
	}
	return build_finish(b);
}

/* The text of all lines, forgetting what is set after each unit or never. */
static void print_all(struct page *page, bool forgets, struct buf *out)
{
	for (int32_t unit = -1; unit < page_end(page); unit++) {
		const struct setting *set = page_unit(page, unit);
		for (uint32_t i = 0; i < set->n; i++)
			for (uint32_t k = 0; k < set->lines[i].n; k++)
				buf_add(out, set->lines[i].runs[k].text);
		if (forgets)
			page_forget(page);
	}
}

static void what_is_forgotten_is_set_the_same_again(void **unused)
{
	(void)unused;
	struct article *article = prose();
	struct page_options options = {.measure = 30};
	struct page *page = page_new(article, &options, NULL);
	struct buf first = {0}, second = {0};
	print_all(page, false, &first);
	page_forget(page);
	print_all(page, true, &second);
	assert_int_equal(first.n, second.n);
	assert_memory_equal(first.p, second.p, first.n);
	buf_release(&first);
	buf_release(&second);
	page_free(page);
	article_free(article);
}

static void a_position_survives_any_sequence_of_measures(void **unused)
{
	(void)unused;
	struct article *article = prose();
	uint32_t state = 88675123;
	/* A letter in the middle of a word. */
	struct position at = {11, 8 * 58 + 3};
	for (int i = 0; i < 50; i++) {
		struct page_options options = random_options(&state);
		struct page *page = page_new(article, &options, NULL);
		struct place place = page_place(page, at);
		assert_true(shows(page_line(page, place), at.off));
		/* The line's own position leads back to the line. */
		struct position top = page_position(page, place);
		assert_int_equal(place_cmp(page_place(page, top), place), 0);
		page_free(page);
	}
	article_free(article);
}

static void the_first_look_sets_no_more_than_it_shows(void **unused)
{
	(void)unused;
	struct article *article = prose();
	struct page_options options = {.measure = 60};
	struct page *page = page_new(article, &options, NULL);
	struct place far = page_place(page, (struct position){19, 0});
	const struct setting *set = page_unit(page, 19);
	/* What has been set stays where it is. */
	page_unit(page, 3);
	assert_ptr_equal(page_unit(page, 19), set);
	assert_int_equal(far.unit, 19);
	assert_int_equal(page_percent(page, far), 95);
	assert_int_equal(page_percent(page, (struct place){-1, 0}), 0);
	page_free(page);
	article_free(article);
}

static void a_position_in_a_hidden_note_is_nearest_the_end(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("Text."));
	build_note_call(b, STR("1"));
	build_note_open(b, STR("1"));
	build_text(b, STR("Note."));
	build_note_close(b);
	struct article *article = build_finish(b);
	struct page_options options = {.measure = 60, .hide_notes = true};
	struct page *page = page_new(article, &options, NULL);
	struct place place = page_place(page, (struct position){1, 3});
	assert_int_equal(page_end(page), 1);
	assert_int_equal(place.unit, 0);
	assert_int_equal(place.line, page_unit(page, 0)->n - 1);
	page_free(page);
	article_free(article);
}

static void a_column_counts_what_stands_left_of_it(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	build_enter(b, IN_LIST);
	build_enter(b, IN_ITEM);
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("日本 text"));
	struct article *article = build_finish(b);
	struct page_options options = {.measure = 60};
	struct page *page = page_new(article, &options, NULL);
	assert_int_equal(page_column(page, (struct position){0, 0}), 4);
	assert_int_equal(page_column(page, (struct position){0, 3}), 6);
	assert_int_equal(page_column(page, (struct position){0, 7}), 9);
	page_free(page);
	article_free(article);
}

static void a_column_is_that_on_the_screen(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("ab שלום"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("שלום ab"));
	struct article *article = build_finish(b);
	struct page_options options = {.measure = 20};
	struct page *page = page_new(article, &options, NULL);
	/* The first of four letters stands rightmost. */
	assert_int_equal(page_column(page, (struct position){0, 3}), 6);
	assert_int_equal(page_column(page, (struct position){0, 5}), 5);
	assert_int_equal(page_column(page, (struct position){1, 0}), 19);
	assert_int_equal(page_column(page, (struct position){1, 9}), 13);
	page_free(page);
	article_free(article);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_article_is_set_whole_and_not_too_wide),
		cmocka_unit_test(what_is_forgotten_is_set_the_same_again),
		cmocka_unit_test(a_position_survives_any_sequence_of_measures),
		cmocka_unit_test(the_first_look_sets_no_more_than_it_shows),
		cmocka_unit_test(
			a_position_in_a_hidden_note_is_nearest_the_end),
		cmocka_unit_test(a_column_counts_what_stands_left_of_it),
		cmocka_unit_test(a_column_is_that_on_the_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

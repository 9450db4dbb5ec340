/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "search/shelf.h"

static int make_shelf(void **state)
{
	struct shelf *s = calloc(1, sizeof *s);
	shelf_add(s, "Rice", "The rice harvest began. Rice, rice, rice.");
	shelf_add(s, "Wheat", "The wheat harvest was late.\nBread is made.");
	shelf_add(s, "Fields", "Harvesting rice takes weeks.");
	shelf_add(s, "Tea", "The na\u00efve reader drinks tea.");
	shelf_add(s, "Tokyo", "\u6771\u4eac\u90fd\u306e\u672c\u5c4b");
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("The Belt and Road"));
	build_meta(b, META_SERIES, STR("Prospects"));
	build_meta(b, META_DATE, STR("2018-06-13"));
	build_meta(b, META_LANGUAGE, STR("en"));
	build_author(b, STR("Kawashima Shin"), STR(""));
	build_tag(b, STR("China"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("Goods move by road"));
	build_note_call(b, STR("1"));
	build_close(b);
	build_note_open(b, STR("1"));
	build_text(b, STR("Accessed June 2."));
	build_note_close(b);
	shelf_add_article(s, build_finish(b));
	shelf_index(s, 4);
	*state = s;
	return 0;
}

static int free_shelf(void **state)
{
	shelf_release(*state);
	free(*state);
	return 0;
}

static void articles_with_all_the_words_come_first(void **state)
{
	assert_string_equal(shelf_ids(*state, "rice harvest"), "0 2 1");
	assert_string_equal(shelf_ids(*state, "wheat rice"), "1 0 2");
}

static void exact_forms_rank_higher_than_stems(void **state)
{
	assert_string_equal(shelf_ids(*state, "harvesting"), "2 0 1");
	assert_string_equal(shelf_ids(*state, "reading"), "");
	assert_string_equal(shelf_ids(*state, "readers"), "3");
}

static void accents_fold(void **state)
{
	assert_string_equal(shelf_ids(*state, "naive"), "3");
	assert_string_equal(shelf_ids(*state, "NAI\u0308VE"), "3");
}

static void signs_require_and_exclude(void **state)
{
	assert_string_equal(shelf_ids(*state, "harvest -rice"), "1");
	assert_string_equal(shelf_ids(*state, "rice +harvest -wheat"), "0 2");
	assert_string_equal(shelf_ids(*state, "-rice -wheat"), "3 4 5");
}

static void phrases_are_words_in_a_row(void **state)
{
	assert_string_equal(shelf_ids(*state, "\"rice harvest\""), "0");
	assert_string_equal(shelf_ids(*state, "\"harvest rice\""), "");
	assert_string_equal(shelf_ids(*state, "\u201crice harvest\u201d"), "0");
	assert_string_equal(shelf_ids(*state, "harvest -\"rice harvest\""),
			    "2 1");
	/* Not across paragraphs. */
	assert_string_equal(shelf_ids(*state, "\"late bread\""), "");
	/* Quoted words are exact. */
	assert_string_equal(shelf_ids(*state, "\"harvests\""), "");
}

static void or_takes_either(void **state)
{
	assert_string_equal(shelf_ids(*state, "wheat OR tea -late"), "3");
	assert_string_equal(shelf_ids(*state, "bread OR \"takes weeks\""),
			    "2 1");
}

static void a_star_completes(void **state)
{
	assert_string_equal(shelf_ids(*state, "whe*"), "1");
	assert_string_equal(shelf_ids(*state, "harvesti*"), "2");
}

static void fields_restrict(void **state)
{
	assert_string_equal(shelf_ids(*state, "title:rice"), "0");
	assert_string_equal(shelf_ids(*state, "title:road"), "5");
	assert_string_equal(shelf_ids(*state, "title:\"belt and road\""), "5");
	assert_string_equal(shelf_ids(*state, "author:kawashima"), "5");
	assert_string_equal(shelf_ids(*state, "author:rice"), "");
	assert_string_equal(shelf_ids(*state, "tag:china"), "5");
	assert_string_equal(shelf_ids(*state, "series:prospects"), "5");
	assert_string_equal(shelf_ids(*state, "note:accessed"), "5");
	assert_string_equal(shelf_ids(*state, "note:goods"), "");
	assert_string_equal(shelf_ids(*state, "path:3.md"), "3");
	assert_string_equal(shelf_ids(*state, "\"kawashima shin\""), "5");
}

static void dates_match_to_their_precision(void **state)
{
	assert_string_equal(shelf_ids(*state, "date:2018"), "5");
	assert_string_equal(shelf_ids(*state, "date:2018-06"), "5");
	assert_string_equal(shelf_ids(*state, "date:2018-06-13"), "5");
	assert_string_equal(shelf_ids(*state, "date:2018-07"), "");
	assert_string_equal(shelf_ids(*state, "date:2017..2019"), "5");
	assert_string_equal(shelf_ids(*state, "date:..2018-05"), "");
	assert_string_equal(shelf_ids(*state, "date:2018-06.."), "5");
}

static void scripts_without_spaces_are_found(void **state)
{
	assert_string_equal(shelf_ids(*state, "\u6771\u4eac"), "4");
	assert_string_equal(shelf_ids(*state, "\u90fd"), "4");
	assert_string_equal(shelf_ids(*state, "\u5c4b"), "4");
	assert_string_equal(shelf_ids(*state, "\"\u4eac\u90fd\u306e\""), "4");
	assert_string_equal(shelf_ids(*state, "\"\u6771\u90fd\""), "");
}

static void ill_formed_queries_are_words(void **state)
{
	assert_string_equal(shelf_ids(*state, "\"rice"), "0 2");
	assert_string_equal(shelf_ids(*state, "OR wheat OR"), "1");
	assert_string_equal(shelf_ids(*state, "- + * \" :"), "");
	assert_string_equal(shelf_ids(*state, ""), "");
	assert_string_equal(shelf_ids(*state, "title: tea"), "3");
	assert_string_equal(shelf_ids(*state, "date:tea"), "3");
	assert_string_equal(shelf_ids(*state, "nosuch:tea"), "3");
}

static void filters_keep_only_what_they_name(void **state)
{
	struct shelf *s = *state;
	struct query q = query_parse(STR("road rice"), false, &s->arena);
	struct rank_options by = {.author = STR("SHIN")};
	struct results r = rank(&s->index, &q, &by, s->stem, &s->arena);
	assert_int_equal(r.n, 1);
	assert_int_equal(r.total, 1);
	assert_int_equal(r.hits[0].article, 5);
	by = (struct rank_options){.tag = STR("japan")};
	assert_int_equal(rank(&s->index, &q, &by, s->stem, &s->arena).n, 0);
}

static void a_limit_keeps_the_best(void **state)
{
	struct shelf *s = *state;
	struct query q = query_parse(STR("rice harvest"), false, &s->arena);
	struct rank_options two = {.limit = 2};
	struct results r = rank(&s->index, &q, &two, s->stem, &s->arena);
	assert_int_equal(r.n, 2);
	assert_int_equal(r.total, 3);
	assert_int_equal(r.hits[0].article, 0);
	assert_int_equal(r.hits[1].article, 2);
}

static void a_word_being_typed_is_a_prefix(void **state)
{
	struct shelf *s = *state;
	struct query q = query_parse(STR("rice harvesti"), true, &s->arena);
	struct rank_options all = {0};
	struct results r = rank(&s->index, &q, &all, s->stem, &s->arena);
	assert_int_equal(r.hits[0].article, 2);
	q = query_parse(STR("whea "), true, &s->arena);
	assert_int_equal(rank(&s->index, &q, &all, s->stem, &s->arena).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_with_all_the_words_come_first),
		cmocka_unit_test(exact_forms_rank_higher_than_stems),
		cmocka_unit_test(accents_fold),
		cmocka_unit_test(signs_require_and_exclude),
		cmocka_unit_test(phrases_are_words_in_a_row),
		cmocka_unit_test(or_takes_either),
		cmocka_unit_test(a_star_completes),
		cmocka_unit_test(fields_restrict),
		cmocka_unit_test(dates_match_to_their_precision),
		cmocka_unit_test(scripts_without_spaces_are_found),
		cmocka_unit_test(ill_formed_queries_are_words),
		cmocka_unit_test(filters_keep_only_what_they_name),
		cmocka_unit_test(a_limit_keeps_the_best),
		cmocka_unit_test(a_word_being_typed_is_a_prefix),
	};
	return cmocka_run_group_tests_name("search/rank", tests, make_shelf,
					   free_shelf);
}

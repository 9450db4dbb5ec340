/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each type of block looks like.
 */
#include "config.h"

#include "base/mem.h"
#include "typeset/notes.h"
#include "typeset/sheet.h"
#include "unit.h"

static struct build *begin(void)
{
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("x"));
	return b;
}

static void add(struct build *b, enum block_type type, const char *text)
{
	build_open(b, type);
	build_text(b, str_of(text));
	build_close(b);
}

static void add_item(struct build *b, const char *text)
{
	build_enter(b, IN_ITEM);
	add(b, BLOCK_PARAGRAPH, text);
	build_leave(b, IN_ITEM);
}

static void assert_sheet(struct build *b, struct page_options options,
			 int32_t first, bool marked, const char *expected)
{
	char *got = sheet(build_finish(b), &options, first, marked);
	assert_string_equal(got, expected);
	mem_free(got);
}

static const struct page_options at_40 = {.measure = 40, .wrap = true};

static void front_matter_stands_above_the_text(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("The Title"));
	build_meta(b, META_SERIES, STR("A Series"));
	build_meta(b, META_DATE, STR("2018-06-13"));
	build_author(b, STR("Kawashima Shin"), STR("A life."));
	build_author(b, STR("Jane Doe"), STR(""));
	add(b, BLOCK_DECK, "The deck.");
	assert_sheet(b, at_40, -1, true,
		     "{dim A Series}\n"
		     "{title The Title}\n"
		     "{dim Kawashima Shin, Jane Doe · 2018-06-13}\n"
		     "\n"
		     "{deck The deck.}\n");
}

static void headings_stand_two_lines_off_and_differ_by_level(void **unused)
{
	(void)unused;
	struct build *b = begin();
	add(b, BLOCK_PARAGRAPH, "text");
	for (unsigned level = 1; level <= 3; level++) {
		build_heading(b, level);
		build_text(b, STR("heading"));
		build_close(b);
	}
	add(b, BLOCK_PARAGRAPH, "text");
	assert_sheet(b, at_40, 0, true,
		     "\ntext\n"
		     "\n\n{heading heading}\n{dim ───────}\n"
		     "\n{heading heading}\n"
		     "\n{heading heading}\n"
		     "\ntext\n");
}

static void items_of_a_list_stand_close(void **unused)
{
	(void)unused;
	struct build *b = begin();
	build_enter(b, IN_LIST);
	add_item(b, "one that is longer than the measure allows");
	build_enter(b, IN_ITEM);
	add(b, BLOCK_PARAGRAPH, "two");
	build_enter(b, IN_LIST);
	add_item(b, "inner");
	build_leave(b, IN_LIST);
	build_leave(b, IN_ITEM);
	build_leave(b, IN_LIST);
	add(b, BLOCK_PARAGRAPH, "text");
	assert_sheet(b, at_40, 0, false,
		     "\n"
		     "  • one that is longer than the measure\n"
		     "    allows\n"
		     "  • two\n"
		     "      ◦ inner\n"
		     "\n"
		     "text\n");
}

static void numbers_of_a_list_end_in_one_column(void **unused)
{
	(void)unused;
	struct build *b = begin();
	build_enter(b, IN_ORDERED);
	build_number(b, 99);
	add_item(b, "one");
	add_item(b, "two");
	build_enter(b, IN_ITEM);
	add(b, BLOCK_PARAGRAPH, "three");
	add(b, BLOCK_PARAGRAPH, "and more");
	build_leave(b, IN_ITEM);
	build_leave(b, IN_ORDERED);
	assert_sheet(b, at_40, 0, false,
		     "\n"
		     " 99. one\n"
		     "100. two\n"
		     "101. three\n"
		     "\n"
		     "     and more\n");
}

static void tasks_have_boxes(void **unused)
{
	(void)unused;
	for (int ascii = 0; ascii <= 1; ascii++) {
		struct build *b = begin();
		build_enter(b, IN_LIST);
		build_flags(b, BLOCK_TASK);
		add_item(b, "to do");
		build_flags(b, BLOCK_TASK | BLOCK_DONE);
		add_item(b, "done");
		build_leave(b, IN_LIST);
		assert_sheet(
			b, (struct page_options){.measure = 40, .ascii = ascii},
			0, false,
			ascii ? "\n[ ] to do\n[x] done\n"
			      : "\n  ☐ to do\n  ☑ done\n");
	}
}

static void a_quotation_has_a_bar_that_goes_on(void **unused)
{
	(void)unused;
	struct build *b = begin();
	build_enter(b, IN_QUOTE);
	add(b, BLOCK_PARAGRAPH, "one");
	build_enter(b, IN_QUOTE);
	add(b, BLOCK_PARAGRAPH, "two");
	build_leave(b, IN_QUOTE);
	build_leave(b, IN_QUOTE);
	add(b, BLOCK_PARAGRAPH, "text");
	assert_sheet(b, at_40, 0, false, "\n│ one\n│\n│ │ two\n\ntext\n");
}

static void code_keeps_its_lines_and_tabs_have_stops(void **unused)
{
	(void)unused;
	struct build *b = begin();
	add(b, BLOCK_CODE,
	    "if (x)\n\n\tx\ty;\n0123456789012345678901234567890"
	    "1234567890");
	assert_sheet(b, at_40, 0, false,
		     "\n"
		     "  if (x)\n"
		     "\n"
		     "          x       y;\n"
		     "  01234567890123456789012345678901234567\n"
		     "  890\n");
}

static const char places[] = "City\tPeople\tKnown for\n"
			     "Delft\t104,000\tBlue\n"
			     "東京\t13,960,000\tEverything there is, and more";

static struct build *table(void)
{
	struct build *b = begin();
	build_open(b, BLOCK_TABLE);
	build_info(b, STR("lr-"));
	build_text(b, str_of(places));
	build_close(b);
	return b;
}

static void a_table_has_columns_and_its_cells_wrap(void **unused)
{
	(void)unused;
	assert_sheet(table(), at_40, 0, true,
		     "\n"
		     "{strong City}       {strong People}  {strong Known for}\n"
		     "{dim ─────}  {dim ──────────}  "
		     "{dim ─────────────────────}\n"
		     "Delft     104,000  Blue\n"
		     "東京   13,960,000  Everything there is,\n"
		     "                   and more\n");
}

static void a_table_without_room_becomes_records(void **unused)
{
	(void)unused;
	struct page_options options = {.measure = 20, .wrap = true};
	assert_sheet(table(), options, 0, true,
		     "\n"
		     "{strong City}\n{strong People}\n{strong Known for}\n"
		     "\n"
		     "{dim City: }Delft\n"
		     "{dim People: }104,000\n"
		     "{dim Known for: }Blue\n"
		     "\n"
		     "{dim City: }東京\n"
		     "{dim People: }13,960,000\n"
		     "{dim Known for: }\n"
		     "Everything there is,\n"
		     "and more\n");
}

static void a_picture_is_said_in_words(void **unused)
{
	(void)unused;
	struct build *b = begin();
	add(b, BLOCK_FIGURE, "A map");
	add(b, BLOCK_CAPTION, "Fig. 1");
	build_open(b, BLOCK_RULE);
	build_close(b);
	add(b, BLOCK_TERM, "Measure");
	add(b, BLOCK_DEFINITION, "A length.");
	assert_sheet(b, (struct page_options){.measure = 30}, 0, false,
		     "\n[picture: A map]\nFig. 1\n"
		     "\n          ──────────\n"
		     "\nMeasure\n    A length.\n");
}

static void looks_overlap_and_marks_stay_with_their_word(void **unused)
{
	(void)unused;
	struct build *b = begin();
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("a "));
	build_start(b, SPAN_EMPHASIS);
	build_text(b, STR("b "));
	build_link_start(b, STR("https://example.com"));
	build_text(b, STR("c"));
	build_link_stop(b);
	build_stop(b, SPAN_EMPHASIS);
	build_note_call(b, STR("12"));
	build_text(b, STR(" 10"));
	build_start(b, SPAN_SUPER);
	build_text(b, STR("6"));
	build_stop(b, SPAN_SUPER);
	build_close(b);
	build_note_open(b, STR("12"));
	build_text(b, STR("The note, which is too long for it."));
	build_note_close(b);
	assert_sheet(b, (struct page_options){.measure = 24}, 0, true,
		     "\na {em b }{link c}{note ¹²} 10^6\n"
		     "\n\n{heading Notes}\n\n"
		     "{dim 12  }The note, which is\n"
		     "    too long for it.\n");
}

static void right_to_left_text_ends_at_the_measure(void **unused)
{
	(void)unused;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("שלום"));
	build_author(b, STR("Ana"), STR(""));
	add(b, BLOCK_PARAGRAPH, "שלום abc");
	assert_sheet(b, (struct page_options){.measure = 20}, -1, false,
		     "                שלום\n"
		     "                 Ana\n"
		     "\n            שלום abc\n");
}

static void a_mark_is_raised_plain_or_in_brackets(void **unused)
{
	(void)unused;
	static const struct {
		const char *label, *mark, *ascii;
	} cases[] = {
		{"1", "¹", "[1]"},   {"2039", "²⁰³⁹", "[2039]"},
		{"*", "*", "*"},     {"†", "†", "[†]"},
		{"a", "[a]", "[a]"}, {"smith", "[smith]", "[smith]"},
	};
	struct arena arena = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str label = str_of(cases[i].label);
		assert_str(note_mark(label, false, &arena), cases[i].mark);
		assert_str(note_mark(label, true, &arena), cases[i].ascii);
	}
	arena_release(&arena);
}

static void nothing_is_wider_than_a_narrow_measure(void **unused)
{
	(void)unused;
	struct build *b = begin();
	build_enter(b, IN_QUOTE);
	build_enter(b, IN_ORDERED);
	add_item(b, "ab");
	build_leave(b, IN_ORDERED);
	build_leave(b, IN_QUOTE);
	assert_sheet(b, (struct page_options){.measure = 1}, 0, false,
		     "\na\nb\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(front_matter_stands_above_the_text),
		cmocka_unit_test(
			headings_stand_two_lines_off_and_differ_by_level),
		cmocka_unit_test(items_of_a_list_stand_close),
		cmocka_unit_test(numbers_of_a_list_end_in_one_column),
		cmocka_unit_test(tasks_have_boxes),
		cmocka_unit_test(a_quotation_has_a_bar_that_goes_on),
		cmocka_unit_test(code_keeps_its_lines_and_tabs_have_stops),
		cmocka_unit_test(a_table_has_columns_and_its_cells_wrap),
		cmocka_unit_test(a_table_without_room_becomes_records),
		cmocka_unit_test(a_picture_is_said_in_words),
		cmocka_unit_test(looks_overlap_and_marks_stay_with_their_word),
		cmocka_unit_test(right_to_left_text_ends_at_the_measure),
		cmocka_unit_test(a_mark_is_raised_plain_or_in_brackets),
		cmocka_unit_test(nothing_is_wider_than_a_narrow_measure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

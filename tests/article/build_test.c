/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "article/build.h"
#include "base/buf.h"

static struct article *finish(struct build *b)
{
	struct article *a = build_finish(b);
	struct err err = {""};
	if (!article_check(a, a->size, &err))
		fail_msg("%s", err.text);
	return a;
}

static void white_space_folds_across_markup(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("  one\n two"));
	build_start(b, SPAN_EMPHASIS);
	build_text(b, STR(" three "));
	build_stop(b, SPAN_EMPHASIS);
	build_text(b, STR(" four "));
	build_close(b);
	struct article *a = finish(b);
	assert_str(article_unit_text(a, 0), "one two three four");
	uint32_t n;
	const struct span *spans = article_unit_spans(a, 0, &n);
	assert_int_equal(n, 1);
	assert_int_equal(spans[0].start, 8);
	assert_int_equal(spans[0].end, 13);
	assert_int_equal(a->words, 4);
	article_free(a);
}

static void notes_come_in_the_order_of_their_calls(void **state)
{
	(void)state;
	struct build *b = build_new(STR("markdown"));
	build_note_open(b, STR("b"));
	build_text(b, STR("Second."));
	build_note_close(b);
	build_note_open(b, STR("never"));
	build_text(b, STR("Uncalled."));
	build_note_close(b);
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("First "));
	build_note_call(b, STR("a"));
	build_text(b, STR(", then"));
	build_note_call(b, STR("b"));
	build_text(b, STR("."));
	build_close(b);
	build_note_open(b, STR("a"));
	build_text(b, STR("First of all."));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("More."));
	build_note_close(b);
	struct article *a = finish(b);
	assert_str(article_unit_text(a, 0), "First, then.");
	assert_int_equal(a->notes.n, 3);
	assert_str(article_str(a, article_note(a, 0)->label), "a");
	assert_str(article_unit_text(a, 1), "First of all.\nMore.");
	assert_int_equal(article_note(a, 0)->at, 5);
	assert_str(article_str(a, article_note(a, 1)->label), "b");
	assert_int_equal(article_note(a, 1)->at, 11);
	assert_str(article_str(a, article_note(a, 2)->label), "never");
	assert_int_equal(article_note(a, 2)->block, NO_INDEX);
	article_free(a);
}

static void a_call_without_a_note_stays_as_text(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("See"));
	build_note_call(b, STR("7"));
	build_text(b, STR(" the "));
	build_link_start(b, STR("other.md"));
	build_text(b, STR("other"));
	build_note_call(b, STR("8"));
	build_link_stop(b);
	build_text(b, STR(" page"));
	build_start(b, SPAN_STRONG);
	build_text(b, STR("!"));
	struct article *a = finish(b);
	assert_str(article_unit_text(a, 0), "See[7] the other[8] page!");
	assert_int_equal(a->links.n, 1);
	assert_int_equal(article_link(a, 0)->start, 11);
	assert_int_equal(article_link(a, 0)->end, 16);
	uint32_t n;
	const struct span *spans = article_unit_spans(a, 0, &n);
	assert_int_equal(n, 2);
	assert_int_equal(spans[1].type, SPAN_STRONG);
	assert_int_equal(spans[1].start, 24);
	article_free(a);
}

static void containers_give_kind_depth_and_number(void **state)
{
	(void)state;
	struct build *b = build_new(STR("markdown"));
	build_enter(b, IN_QUOTE);
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("said"));
	build_enter(b, IN_ORDERED);
	build_number(b, 4);
	build_enter(b, IN_ITEM);
	build_text(b, STR("four"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("more of it"));
	build_enter(b, IN_LIST);
	build_enter(b, IN_ITEM);
	build_flags(b, BLOCK_TASK | BLOCK_DONE);
	build_open(b, BLOCK_PARAGRAPH); /* empty: the bullet waits */
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("deeper"));
	build_leave(b, IN_ITEM);
	build_leave(b, IN_LIST);
	build_leave(b, IN_ITEM);
	build_enter(b, IN_ITEM);
	build_text(b, STR("five"));
	build_leave(b, IN_QUOTE); /* closes all inside */
	build_text(b, STR("out"));
	struct article *a = finish(b);
	static const struct {
		unsigned type, level, quote, flags, number;
	} want[] = {
		{BLOCK_QUOTE, 0, 1, 0, 0},
		{BLOCK_ITEM, 1, 1, BLOCK_ORDERED, 4},
		{BLOCK_ITEM, 1, 1, BLOCK_ORDERED | BLOCK_CONTINUED, 0},
		{BLOCK_ITEM, 2, 1, BLOCK_TASK | BLOCK_DONE, 0},
		{BLOCK_ITEM, 1, 1, BLOCK_ORDERED, 5},
		{BLOCK_PARAGRAPH, 0, 0, 0, 0},
	};
	assert_int_equal(a->blocks.n, 6);
	for (uint32_t i = 0; i < 6; i++) {
		const struct block *k = article_block(a, i);
		assert_int_equal(k->type, want[i].type);
		assert_int_equal(k->level, want[i].level);
		assert_int_equal(k->quote, want[i].quote);
		assert_int_equal(k->flags, want[i].flags);
		assert_int_equal(k->number, want[i].number);
	}
	article_free(a);
}

static void bytes_become_harmless(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_meta(b, META_TITLE, STR("a\x1b]0;x\x07\nb"));
	build_meta(b, META_TITLE, STR("another"));
	build_meta(b, META_DATE, STR("2018-13-01"));
	build_meta(b, META_DATE, STR("2018-06-13"));
	build_text(b, STR("x\xff\x1b[2Jy\xc2\x9bz"));
	struct article *a = finish(b);
	assert_str(article_str(a, a->title), "a\u241b]0;x\u2407 b");
	assert_str(article_str(a, a->date), "2018-06-13");
	assert_str(article_unit_text(a, 0), "x\ufffd\u241b[2Jy\ufffdz");
	article_free(a);
}

static void marks_compose_across_pieces(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_text(b, STR("cafe"));
	build_text(b, STR("\u0301 e"));
	build_start(b, SPAN_EMPHASIS);
	build_text(b, STR("\u0301"));
	build_stop(b, SPAN_EMPHASIS);
	struct article *a = finish(b);
	assert_str(article_unit_text(a, 0), "caf\u00e9 e\u0301");
	article_free(a);
}

static void code_and_tables_keep_their_lines(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_open(b, BLOCK_CODE);
	build_info(b, STR("c"));
	build_text(b, STR("int x;\n\n\treturn  x;\n\n"));
	build_open(b, BLOCK_TABLE);
	build_text(b, STR("a  b\tc \nd\te"));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("roses "));
	build_break(b);
	build_text(b, STR(" violets"));
	struct article *a = finish(b);
	assert_str(article_unit_text(a, 0), "int x;\n\n\treturn  x;");
	assert_str(article_str(a, article_block(a, 0)->info), "c");
	assert_str(article_unit_text(a, 1), "a b\tc\nd\te");
	assert_str(article_unit_text(a, 2), "roses\nviolets");
	article_free(a);
}

static void a_rule_takes_no_text(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_open(b, BLOCK_RULE);
	build_text(b, STR("below"));
	struct article *a = finish(b);
	assert_int_equal(a->blocks.n, 2);
	assert_int_equal(article_block(a, 0)->type, BLOCK_RULE);
	assert_str(article_unit_text(a, 0), "");
	assert_str(article_unit_text(a, 1), "below");
	article_free(a);
}

static void anchors_find_headings_by_slug(void **state)
{
	(void)state;
	struct build *b = build_new(STR("markdown"));
	const struct str headings[] = {STR("What's New, Doc?"), STR("Notes"),
				       STR("Über Zeilen"), STR("Notes")};
	for (size_t i = 0; i < 4; i++) {
		build_heading(b, 2);
		build_text(b, headings[i]);
	}
	struct article *a = finish(b);
	struct position at;
	assert_true(article_find_anchor(a, STR("whats-new-doc"), &at));
	assert_int_equal(at.unit, 0);
	assert_true(article_find_anchor(a, STR("über-zeilen"), &at));
	assert_int_equal(at.unit, 2);
	assert_true(article_find_anchor(a, STR("notes-1"), &at));
	assert_int_equal(at.unit, 3);
	assert_false(article_find_anchor(a, STR("nothing"), &at));
	assert_false(article_find_anchor(a, STR(""), &at));
	article_free(a);
}

static void hostile_nesting_is_flattened(void **state)
{
	(void)state;
	struct build *b = build_new(STR("markdown"));
	for (int i = 0; i < 100000; i++)
		build_enter(b, i % 2 ? IN_ITEM : IN_LIST);
	build_text(b, STR("kept"));
	for (int i = 100000; i-- > 0;)
		build_leave(b, i % 2 ? IN_ITEM : IN_LIST);
	build_text(b, STR("after"));
	struct article *a = finish(b);
	assert_int_equal(a->blocks.n, 2);
	assert_str(article_unit_text(a, 0), "kept");
	assert_int_equal(article_block(a, 1)->level, 0);
	assert_int_equal(a->problems.n, 1);
	article_free(a);
}

/* Any sequence of calls gives an article that holds what it promises. */
/* All text of the blocks, with what parted them put back. */
static void join_blocks(const struct article *a, char divider, struct buf *out)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		if (i)
			buf_add_char(out, divider);
		buf_add(out, article_unit_text(a, i));
	}
}

static void assert_divided(enum block_type type, struct str word, char divider)
{
	enum { LONG = 1000002, MOST = 1 << 18 };
	struct build *b = build_new(STR("text"));
	struct buf text = {0}, joined = {0};
	while (text.n < LONG)
		buf_add(&text, word);
	build_open(b, type);
	build_text(b, str_sub(buf_str(&text), 0, LONG / 2));
	build_start(b, SPAN_STRONG);
	build_text(b, str_from_at(buf_str(&text), LONG / 2));
	build_close(b);
	struct article *a = finish(b);
	assert_in_range(a->blocks.n, 4, 6);
	assert_int_equal(a->problems.n, 1);
	uint32_t strong = 0;
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		uint32_t n;
		const struct span *spans = article_unit_spans(a, i, &n);
		assert_true(article_unit_text(a, i).n <= MOST);
		strong += n ? spans[0].end - spans[0].start : 0;
	}
	assert_in_range(strong, LONG / 2 - 10, LONG / 2 + 10);
	if (divider) {
		join_blocks(a, divider, &joined);
		while (text.n && text.p[text.n - 1] == divider)
			text.n--;
	} else {
		for (uint32_t i = 0; i < a->blocks.n; i++)
			buf_add(&joined, article_unit_text(a, i));
	}
	assert_int_equal(joined.n, text.n);
	assert_memory_equal(joined.p, text.p, text.n);
	buf_release(&text);
	buf_release(&joined);
	article_free(a);
}

static void what_is_too_long_for_a_block_is_divided(void **state)
{
	(void)state;
	assert_divided(BLOCK_PARAGRAPH, STR("word "), ' ');
	assert_divided(BLOCK_CODE, STR("a  line\n"), '\n');
	assert_divided(BLOCK_TABLE, STR("a\tb\n"), '\n');
	assert_divided(BLOCK_PARAGRAPH, STR("\u6f22"), 0);
}

static void a_divided_item_has_one_bullet(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	build_enter(b, IN_ORDERED);
	build_enter(b, IN_ITEM);
	for (int i = 0; i < 100000; i++)
		build_text(b, STR("word "));
	build_leave(b, IN_ITEM);
	build_enter(b, IN_ITEM);
	build_text(b, STR("second"));
	struct article *a = finish(b);
	assert_int_equal(a->blocks.n, 3);
	assert_int_equal(article_block(a, 0)->number, 1);
	assert_false(article_block(a, 0)->flags & BLOCK_CONTINUED);
	assert_true(article_block(a, 1)->flags & BLOCK_CONTINUED);
	assert_int_equal(article_block(a, 1)->level, 1);
	assert_int_equal(article_block(a, 2)->number, 2);
	article_free(a);
}

static void a_long_note_or_title_is_cut(void **state)
{
	(void)state;
	struct build *b = build_new(STR("text"));
	struct buf text = {0};
	while (text.n < 1000000)
		buf_add(&text, STR("word "));
	build_meta(b, META_TITLE, buf_str(&text));
	build_open(b, BLOCK_PARAGRAPH);
	build_text(b, STR("Text"));
	build_note_call(b, STR("1"));
	build_close(b);
	build_note_open(b, STR("1"));
	build_text(b, buf_str(&text));
	build_note_close(b);
	struct article *a = finish(b);
	assert_in_range(article_note(a, 0)->text.n, 250000, 1 << 18);
	assert_in_range(a->title.n, 10000, 1 << 14);
	assert_int_equal(a->problems.n, 2);
	buf_release(&text);
	article_free(a);
}

static void random_calls_give_valid_articles(void **state)
{
	(void)state;
	static const struct str pieces[] = {
		{"a", 1},
		{" ", 1},
		{"\n", 1},
		{"\t", 1},
		{"\xff", 1},
		{"\xcc\x81", 2},
		{"\xe4\xb8\xad", 3},
		{"word ", 5},
		{"\x1b[m", 3},
		{"", 0},
		{"\xe2\x80\xa8", 3},
		{"\xcc", 1},
	};
	uint64_t seed = 1;
	for (int round = 0; round < 400; round++) {
		struct build *b = build_new(STR("text"));
		for (int step = 0; step < 120; step++) {
			seed = seed * 6364136223846793005u +
			       1442695040888963407u;
			unsigned r = (unsigned)(seed >> 33);
			struct str s = pieces[r / 64 % 12];
			enum container c = r / 64 % 4;
			switch (r % 20) {
			case 0:
				build_enter(b, c);
				break;
			case 1:
				build_leave(b, c);
				break;
			case 2:
				build_open(b, r / 64 % BLOCK_TYPES);
				break;
			case 3:
				build_close(b);
				break;
			case 4:
				build_start(b, r / 64 % SPAN_LINK);
				break;
			case 5:
				build_stop(b, r / 64 % SPAN_LINK);
				break;
			case 6:
				build_link_start(b, s);
				break;
			case 7:
				build_link_stop(b);
				break;
			case 8:
				build_note_call(b, s);
				break;
			case 9:
				build_note_open(b, s);
				break;
			case 10:
				build_note_close(b);
				break;
			case 11:
				build_break(b);
				break;
			case 12:
				build_heading(b, r / 64 % 9);
				break;
			case 13:
				build_info(b, s);
				break;
			case 14:
				build_author(b, s, pieces[r / 999 % 12]);
				break;
			case 15:
				build_meta(b, r / 64 % META_COUNT, s);
				break;
			default:
				build_text(b, s);
			}
		}
		article_free(finish(b));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(white_space_folds_across_markup),
		cmocka_unit_test(notes_come_in_the_order_of_their_calls),
		cmocka_unit_test(a_call_without_a_note_stays_as_text),
		cmocka_unit_test(containers_give_kind_depth_and_number),
		cmocka_unit_test(bytes_become_harmless),
		cmocka_unit_test(marks_compose_across_pieces),
		cmocka_unit_test(code_and_tables_keep_their_lines),
		cmocka_unit_test(a_rule_takes_no_text),
		cmocka_unit_test(anchors_find_headings_by_slug),
		cmocka_unit_test(hostile_nesting_is_flattened),
		cmocka_unit_test(what_is_too_long_for_a_block_is_divided),
		cmocka_unit_test(a_divided_item_has_one_bullet),
		cmocka_unit_test(a_long_note_or_title_is_cut),
		cmocka_unit_test(random_calls_give_valid_articles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saved pages: the head, the text, what follows it.
 */
#include "config.h"

#include <stdio.h>

#include "article/article.h"
#include "format/pagetext/page.h"
#include "format/pagetext_page.h"
#include "format/reader.h"
#include "unit.h"

/* Paragraphs to put between a head and a tail. */
#define LONG                                                                   \
	"A library of small files is a pleasant thing to own, since each of "  \
	"them can be read on any machine, and none of them asks for anything " \
	"but a program that shows letters. That is why they outlive the "      \
	"programs that made them, and the people who made those programs.\n\n"
#define LONGER                                                                 \
	"What is lost on the way is the page. A page had a place for each of " \
	"its parts, and its reader knew by the place what a line was: above "  \
	"the title stood the series, below it the name, at the foot the "      \
	"notes, and in the margin what the editor wished to sell. In the "     \
	"file they stand in one column, and the column does not say which "    \
	"is which, so that a program which is to show them must find out.\n\n"
#define TEXT LONGER LONG LONGER

static void the_head_is_told_from_the_text(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Skip to main content\nMenu\nSubscribe\n\n"
		    "In-depth The Life of Files\n"
		    "What Is a Page?\n\n"
		    "By Ada Brown and José de la Cruz\n"
		    "Published: March 3, 2021\n\n" TEXT
		    "Most read\n\nAnother thing\n\n© The Example\n"));
	assert_str(article_str(a, a->series), "The Life of Files");
	assert_str(article_str(a, a->title), "What Is a Page?");
	assert_str(article_str(a, a->date), "2021-03-03");
	assert_str(article_str(a, a->language), "en");
	assert_int_equal(a->authors.n, 2);
	assert_str(article_str(a, article_author(a, 0)->name), "Ada Brown");
	assert_str(article_str(a, article_author(a, 1)->name),
		   "José de la Cruz");
	assert_int_equal(a->blocks.n, 3);
	assert_false(page_has(a, STR("Another thing")));
	article_free(a);
}

static void the_title_may_be_the_page_s_own_and_come_twice(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Files that outlive us - The Example Post\n\n"
		"News\nSport\nWeather\nMoney\nTravel\n\n"
		"Files that outlive us\n\nWritten by Ada Brown | Staff\n\n"
		"12 May 2020\n\n" TEXT "Share this:\n\nFacebook\nTwitter\n"));
	assert_str(article_str(a, a->title), "Files that outlive us");
	assert_str(article_str(a, a->series), "");
	assert_str(article_str(a, article_author(a, 0)->name), "Ada Brown");
	assert_str(article_str(a, a->date), "2020-05-12");
	assert_int_equal(a->blocks.n, 3);
	article_free(a);
}

static void a_sentence_above_the_byline_is_the_deck(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files that outlive us\n\n"
		    "What a folder of plain text will still say in a hundred "
		    "years.\n\nBy Ada Brown\n\n" TEXT));
	assert_int_equal(article_block(a, 0)->type, BLOCK_DECK);
	assert_str(page_block(a, BLOCK_DECK, 0),
		   "What a folder of plain text will still say in a hundred "
		   "years.");
	article_free(a);
}

static void short_lines_above_paragraphs_are_headings(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files that outlive us\n\nBy Ada Brown\n\n" TEXT
		    "The Column\n\n" LONG "Who Reads It?\n\n" LONGER
		    "But is it read? By whom?\n\n" LONGER));
	assert_int_equal(page_count(a, BLOCK_HEADING), 2);
	assert_str(page_block(a, BLOCK_HEADING, 0), "The Column");
	assert_str(page_block(a, BLOCK_HEADING, 1), "Who Reads It?");
	article_free(a);
}

static void lists_keep_their_bullets_and_numbers(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files that outlive us\n\nBy Ada Brown\n\n" TEXT
		    "There are three kinds:\n\n"
		    "  • plain ones;\n  • marked ones;\n  • all the others.\n\n"
		    "And two orders:\n\n"
		    "  3. by name, which is easy to explain to anybody.\n"
		    "  4. by date, which is what one really wants.\n\n" LONG));
	assert_int_equal(page_count(a, BLOCK_ITEM), 5);
	assert_str(page_block(a, BLOCK_ITEM, 1), "marked ones;");
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = article_block(a, i);
		if (str_starts(article_str(a, b->text), STR("by date"))) {
			assert_int_equal(b->number, 4);
			assert_true(b->flags & BLOCK_ORDERED);
		}
	}
	article_free(a);
}

static void numbered_headings_are_no_list(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Two rules for files\n\nBy Ada Brown\n\n" TEXT
		"1. Keep them small\n\n" LONG "2. Keep them plain\n\n" LONG));
	assert_int_equal(page_count(a, BLOCK_ITEM), 0);
	assert_int_equal(page_count(a, BLOCK_HEADING), 2);
	article_free(a);
}

static void indented_lines_are_quoted_or_code(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files that outlive us\n\nBy Ada Brown\n\n" TEXT
		    "    How Index-learning turns no student pale,\n"
		    "    Yet holds the Eel of science by the Tail.\n\n" LONG
		    "    at     1 3\n    cat    1\n\n" LONG));
	assert_str(page_block(a, BLOCK_QUOTE, 0),
		   "How Index-learning turns no student pale,\n"
		   "Yet holds the Eel of science by the Tail.");
	assert_str(page_block(a, BLOCK_CODE, 0), "at     1 3\ncat    1");
	article_free(a);
}

static void wrapped_lines_become_paragraphs(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Menu\n\nReading in Public\nReading Aloud\n\nBy Owen Pryce\n\n"
		"A young man from Africa came upon a bishop in Milan who was\n"
		"looking at a book and making no sound. Sixteen hundred years\n"
		"of argument have followed from it, and there is no end.\n\n"
		"Augustine, then professor of rhetoric at Milan, wished to\n"
		"talk to Ambrose about the state of his soul, and could not\n"
		"get at him. The bishop was always in company or else he was\n"
		"reading. The door stood open.\n"
		"Short.\n\n"
		"He saw the well-known scene again, in which an old and self-\n"
		"contained man turned his leaves, and nobody dared to speak "
		"to\n"
		"him. So they sat for a while and went away in silence.\n"));
	assert_int_equal(page_count(a, BLOCK_PARAGRAPH), 4);
	assert_true(page_has(a, STR("who was looking at a book")));
	assert_true(page_has(a, STR("and self-contained man")));
	assert_str(article_str(a, a->series), "Reading in Public");
	article_free(a);
}

static void furniture_among_the_text_is_left_out(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files that outlive us\n\nBy Ada Brown\n\n" TEXT
		    "Advertisement\n\n" LONG
		    "Read more: The end of paper as we know it\n\n" LONGER
		    "Share\n\n" LONG));
	assert_false(page_has(a, STR("Advertisement")));
	assert_false(page_has(a, STR("Share")));
	assert_int_equal(a->related.n, 1);
	assert_str(article_str(a, article_related(a, 0)->group), "Read more");
	assert_str(article_str(a, article_related(a, 0)->title),
		   "The end of paper as we know it");
	article_free(a);
}

static void comments_are_no_text(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Files that outlive us\n\nBy Ada Brown\n\n" TEXT
		"3 comments\n\n"
		"joe says:\nMay 3, 2020 at 12:30\n\n"
		"I do not agree with any of this, because of my own files, "
		"which have all been lost.\n\nReply\n\n"
		"ann says:\nMay 3, 2020 at 12:40\n\n"
		"Then you should have kept them on paper, as all of us have "
		"always done since school.\n\nReply\n"));
	assert_false(page_has(a, STR("I do not agree")));
	assert_false(page_has(a, STR("kept them on paper")));
	assert_int_equal(a->blocks.n, 3);
	article_free(a);
}

static void related_pieces_are_split_and_empty_groups_dropped(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Files that outlive us\n\nAda Brown [Profile]\n\n" TEXT
		"Related articles\nOther articles in this report\n"
		"  • Will Strong Tactics Work?The drive by the owners to clear "
		"all of it has begun.\n"
		"  • On YouTube and Its FilesEven as they say it is for ever, "
		"much of it goes.\n"
		"From the archive\n"
		"  • The desk that remembered\n"
		"    How a piece of furniture was imagined in a year of war.\n"
		"\nRelated articles\n\nVideo highlights\n\n"
		"New series\n\n  • From our columnists\n"));
	assert_int_equal(a->related.n, 3);
	const struct related *r = article_related(a, 0);
	assert_str(article_str(a, r->group), "Other articles in this report");
	assert_str(article_str(a, r->title), "Will Strong Tactics Work?");
	assert_str(article_str(a, r->teaser),
		   "The drive by the owners to clear all of it has begun.");
	r = article_related(a, 1);
	assert_str(article_str(a, r->title), "On YouTube and Its Files");
	r = article_related(a, 2);
	assert_str(article_str(a, r->group), "From the archive");
	assert_str(article_str(a, r->teaser),
		   "How a piece of furniture was imagined in a year of war.");
	assert_false(page_has(a, STR("columnists")));
	article_free(a);
}

static void the_author_s_life_is_the_author_s(void **state)
{
	(void)state;
	struct article *a = page_article(STR(
		"Files that outlive us\n\nAda Brown [Profile]\n\n" TEXT
		"  • [2018.06.13]\n\n"
		"Keeper of files at a large library. Born in Leeds in 1968, "
		"and the author of a book on them.\n\nRelated articles\n"));
	assert_str(article_str(a, a->date), "2018-06-13");
	assert_true(str_starts(article_str(a, article_author(a, 0)->about),
			       STR("Keeper of files")));
	assert_int_equal(a->blocks.n, 3);
	article_free(a);
	a = page_article(STR(
		"Files that outlive us\n\nBy Ada Brown and Bo Green\n\n" TEXT
		"Bo Green is a writer and lives in Leeds with his many files "
		"and a cat.\n"));
	assert_str(article_str(a, article_author(a, 0)->about), "");
	assert_true(str_starts(article_str(a, article_author(a, 1)->about),
			       STR("Bo Green is")));
	article_free(a);
}

/* Nothing here is surely furniture: all of it stays. */
static void an_unsure_page_loses_no_text(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("For my friends\n\nOn a cold day\n\n" TEXT
		    "One more thing\n\nAnd that is all\n\n   the end\n"));
	assert_true(page_has(a, STR("One more thing")));
	assert_true(page_has(a, STR("And that is all")));
	assert_true(page_has(a, STR("the end")));
	article_free(a);
}

static void a_list_at_the_end_is_not_cut_off(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR("Files on tour\n\nBy Ada Brown\n\n" TEXT "The dates:\n"
		    "June 9 -- Leeds Hall\nJune 10 -- York Minster Yard\n"
		    "June 12 -- Hull, the old dock\n\nFacebook\nTwitter\n"));
	assert_true(page_has(a, STR("Hull, the old dock")));
	assert_false(page_has(a, STR("Facebook")));
	article_free(a);
}

static void check_date(const char *text, const char *expected)
{
	size_t start, end;
	char got[32] = "";
	struct page_date d = dateline_find(str_of(text), &start, &end);
	if (d.year > 0)
		snprintf(got, sizeof got, "%04d-%02d-%02d", d.year, d.month,
			 d.day);
	if (strcmp(got, expected) != 0)
		fail_msg("%s: %s, not %s", text, got, expected);
}

static void dates_are_read_in_many_notations(void **state)
{
	(void)state;
	check_date("[2018.06.13]", "2018-06-13");
	check_date("2018-06-13T12:48:14Z", "2018-06-13");
	check_date("June 13, 2018", "2018-06-13");
	check_date("Posted: Wed, Jun 13th 2018 at 9:41 AM", "2018-06-13");
	check_date("13. Juni 2018", "2018-06-13");
	check_date("3 mars 2021", "2021-03-03");
	check_date("13 de junio de 2018", "2018-06-13");
	check_date("13 июня 2018 г.", "2018-06-13");
	check_date("2018年6月13日", "2018-06-13");
	check_date("2018년 6월 13일", "2018-06-13");
	check_date("13 يونيو 2018", "2018-06-13");
	check_date("27/09/2018", "2018-09-27");
	check_date("09/27/2018", "2018-09-27");
	check_date("13.06.2018", "2018-06-13");
	check_date("03/04/2018", "");
	check_date("June 2018", "");
	check_date("In 1984 there were 12 of 30.", "");
}

static void check_names(const char *text, const char *expected)
{
	struct arena arena = {0};
	struct str names[PAGE_NAMES];
	struct buf got = {0};
	size_t n = name_read(&arena, str_of(text), names);
	for (size_t i = 0; i < n; i++)
		buf_addf(&got, "%s%.*s", i ? ";" : "", STR_ARG(names[i]));
	assert_string_equal(buf_cstr(&got), expected);
	buf_release(&got);
	arena_release(&arena);
}

static void names_are_read_from_bylines(void **state)
{
	(void)state;
	check_names("By Ada Brown", "Ada Brown");
	check_names("Kawashima Shin [Profile]", "Kawashima Shin");
	check_names("Text by Ada Brown, Bo Green and Cy Gray",
		    "Ada Brown;Bo Green;Cy Gray");
	check_names("Von Judith Kessel und Jan van der Berg",
		    "Judith Kessel;Jan van der Berg");
	check_names("Автор: Вера Лопатина", "Вера Лопатина");
	check_names("文：小松原礼子", "小松原礼子");
	check_names("Written by Rachael Link, MS, RD on November 14, 2019",
		    "Rachael Link");
	check_names("By Amy Kuperinsky | NJ Advance Media", "Amy Kuperinsky");
	check_names("by Regan December 6, 2017", "Regan");
	check_names("Home", "");
	check_names("By then it was too late for them", "");
}

static int sniff(const char *path, struct str text)
{
	struct source source = {.text = text, .path = str_of(path)};
	return pagetext_sniff(&source, 0);
}

static void only_pages_are_claimed(void **state)
{
	(void)state;
	assert_true(sniff("a.txt",
			  STR("Follow Us\n\nWhat Is a Page?\n\nBy Ada Brown\n"
			      "March 3, 2021\n\n" TEXT
			      "Related articles\n  • Another one\n")) > 25);
	assert_int_equal(
		sniff("README", STR("pore\n\n" TEXT "  ./configure\n  make\n")),
		0);
	assert_int_equal(
		sniff("a.md", STR("# What Is a Page?\n\nBy Ada "
				  "Brown\n\nMarch 3, 2021\n\n" TEXT "Share\n")),
		0);
	assert_int_equal(sniff("mail", STR("From: a@example.org\n"
					   "Subject: Files\n"
					   "Date: 3 March 2021\n\n" TEXT
					   "Reply\nShare\n")),
			 0);
	assert_int_equal(sniff("a.c", STR("/* Share. */\nint main(void)\n{\n"
					  "\treturn f(1);\n}\n")),
			 0);
	assert_int_equal(sniff("", STR("")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_is_told_from_the_text),
		cmocka_unit_test(
			the_title_may_be_the_page_s_own_and_come_twice),
		cmocka_unit_test(a_sentence_above_the_byline_is_the_deck),
		cmocka_unit_test(short_lines_above_paragraphs_are_headings),
		cmocka_unit_test(lists_keep_their_bullets_and_numbers),
		cmocka_unit_test(numbered_headings_are_no_list),
		cmocka_unit_test(indented_lines_are_quoted_or_code),
		cmocka_unit_test(wrapped_lines_become_paragraphs),
		cmocka_unit_test(furniture_among_the_text_is_left_out),
		cmocka_unit_test(comments_are_no_text),
		cmocka_unit_test(
			related_pieces_are_split_and_empty_groups_dropped),
		cmocka_unit_test(the_author_s_life_is_the_author_s),
		cmocka_unit_test(an_unsure_page_loses_no_text),
		cmocka_unit_test(a_list_at_the_end_is_not_cut_off),
		cmocka_unit_test(dates_are_read_in_many_notations),
		cmocka_unit_test(names_are_read_from_bylines),
		cmocka_unit_test(only_pages_are_claimed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

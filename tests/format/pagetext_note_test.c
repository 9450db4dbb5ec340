/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes of saved pages, a notation each; and the page the format was made for.
 */
#include "config.h"

#include <stdio.h>

#include "base/buf.h"
#include "format/pagetext_page.h"
#include "unit.h"

#define HEAD                                                                   \
	"Menu\n\nFiles that outlive us\n\nBy Ada Brown\n\n"                    \
	"A library of small files is a pleasant thing to own, since each of "  \
	"them can be read on any machine, and none of them asks for more.\n\n"
#define END "\n\nMost read\n\nAnother thing\n"

/* The one note is called where the mark stood, and the mark is gone. */
static void check_one(const char *page, const char *label, const char *text,
		      const char *before, const char *after)
{
	struct article *a = page_article(str_of(page));
	assert_int_equal(a->notes.n, 1);
	const struct note *n = article_note(a, 0);
	assert_str(article_str(a, n->label), label);
	assert_str(article_str(a, n->text), text);
	assert_true(n->block != NO_INDEX);
	struct str calling = article_str(a, article_block(a, n->block)->text);
	assert_true(str_ends(str_sub(calling, 0, n->at), str_of(before)));
	assert_true(str_starts(str_from_at(calling, n->at), str_of(after)));
	article_free(a);
}

static void starred_numbers(void **state)
{
	(void)state;
	check_one(HEAD "They say “it will be repaid.”(*1) Late in the year "
		       "others came and said what they always say.\n\n"
		       "(*1) ^ Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid.”", " Late");
	check_one(HEAD "They say it will be repaid ※1, and others came later "
		       "and said what they always say.\n\n"
		       "※1 Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid", ", and");
}

static void bracketed_numbers(void **state)
{
	(void)state;
	check_one(HEAD "They say it will be repaid [12]. Late in the year "
		       "others came and said what they always say.\n\n"
		       "[12] Accessed June 2, 2018." END,
		  "12", "Accessed June 2, 2018.", "repaid", ". Late");
	check_one(HEAD
		  "They say it will be repaid（注1）, and others came later "
		  "and said what they always say.\n\n"
		  "（注1）Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid", ", and");
}

static void superscripts_and_signs(void **state)
{
	(void)state;
	check_one(HEAD "They say it will be repaid.¹⁰ Late in the year others "
		       "came and said what they always say.\n\n"
		       "¹⁰ Accessed June 2, 2018." END,
		  "10", "Accessed June 2, 2018.", "repaid.", " Late");
	check_one(HEAD "They say it will be repaid.† Late in the year others "
		       "came and said what they always say.\n\n"
		       "† Accessed June 2, 2018." END,
		  "†", "Accessed June 2, 2018.", "repaid.", " Late");
	check_one(HEAD "They say it will be repaid.** Late in the year others "
		       "came and said what they always say.\n\n"
		       "** Accessed June 2, 2018." END,
		  "**", "Accessed June 2, 2018.", "repaid.", " Late");
}

static void numbers_below_a_heading(void **state)
{
	(void)state;
	check_one(HEAD "They say it will be repaid.¹ Late in the year others "
		       "came and said what they always say.\n\n"
		       "Notes\n\n1. Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid.", " Late");
	check_one(HEAD "They say “it will be repaid.”1 Late in the year others "
		       "came and said what they always say.\n\n"
		       "Anmerkungen\n\n1. Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid.”", " Late");
	check_one(HEAD "They say it will be repaid.[1] Late in the year others "
		       "came and said what they always say.\n\n"
		       "注\n1) Accessed June 2, 2018." END,
		  "1", "Accessed June 2, 2018.", "repaid.", " Late");
}

static void a_mark_without_a_note_is_text(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR(HEAD "They say [1] that it will be repaid (1) in a year¹ "
			 "and not before, as they always say.*" END));
	assert_int_equal(a->notes.n, 0);
	assert_true(page_has(a, STR("They say [1] that")));
	assert_true(page_has(a, STR("repaid (1) in a year¹ and")));
	article_free(a);
}

static void a_note_without_a_call_is_text(void **state)
{
	(void)state;
	struct article *a = page_article(
		STR(HEAD "They say that it will be repaid in a year and not "
			 "before, as they always say.\n\n"
			 "[1] is what they call the first of these years, and "
			 "it has twelve months.\n\nAnd then it is over, and "
			 "the next one begins where the last one ended." END));
	assert_int_equal(a->notes.n, 0);
	assert_true(page_has(a, STR("[1] is what")));
	article_free(a);
}

static bool read_seed(struct buf *out)
{
	char path[4096];
	const char *data = getenv("PORE_TEST_DATA");
	const char *source = getenv("srcdir");
	if (data)
		snprintf(path, sizeof path, "%s/seed/belt-and-road.txt", data);
	else
		snprintf(path, sizeof path,
			 "%s/../shared/data/seed/belt-and-road.txt",
			 source ? source : ".");
	FILE *f = fopen(path, "rb");
	if (!f) {
		print_message("no %s\n", path);
		return false;
	}
	size_t n;
	while ((n = fread(buf_reserve(out, 4096), 1, 4096, f)) > 0)
		out->n += n;
	fclose(f);
	return true;
}

static void the_seed_is_recognised_whole(void **state)
{
	(void)state;
	struct buf page = {0};
	struct err err;
	if (!read_seed(&page))
		skip();
	struct article *a = format_parse(
		buf_str(&page), STR("belt-and-road.txt"), STR(""), &err);
	assert_non_null(a);
	assert_str(article_str(a, a->format), "pagetext");
	assert_str(article_str(a, a->series),
		   "President Xi’s Second Term: Prospects for Japan-China "
		   "Relations");
	assert_str(article_str(a, a->title),
		   "The Belt and Road Initiative: Responding to Beijing’s "
		   "Ambitious Endeavor");
	assert_str(article_str(a, a->date), "2018-06-13");
	assert_str(article_str(a, a->language), "en");
	assert_int_equal(a->authors.n, 1);
	const struct author *author = article_author(a, 0);
	assert_str(article_str(a, author->name), "Kawashima Shin");
	assert_true(str_starts(article_str(a, author->about),
			       STR("Editorial Planning Committee chair")));
	assert_true(str_ends(article_str(a, author->about),
			     STR("and other works.")));
	assert_int_equal(article_block(a, 0)->type, BLOCK_DECK);
	assert_int_equal(page_count(a, BLOCK_DECK), 1);
	assert_int_equal(page_count(a, BLOCK_HEADING), 3);
	assert_int_equal(page_count(a, BLOCK_PARAGRAPH), 9);
	assert_int_equal(a->blocks.n, 13);
	assert_int_equal(a->notes.n, 1);
	const struct note *note = article_note(a, 0);
	assert_str(article_str(a, note->text), "Accessed June 2, 2018.");
	assert_int_equal(note->block, 12);
	assert_int_equal(a->related.n, 2);
	const struct related *r = article_related(a, 0);
	assert_str(article_str(a, r->group), "Other articles in this report");
	assert_true(str_ends(article_str(a, r->title), STR("Tactics Work?")));
	assert_true(str_starts(article_str(a, r->teaser), STR("The drive by")));
	r = article_related(a, 1);
	assert_true(
		str_ends(article_str(a, r->title), STR("Economic Relations")));
	assert_true(str_starts(article_str(a, r->teaser), STR("Even as the")));
	assert_false(page_has(a, STR("(*1)")));
	assert_false(page_has(a, STR("Follow Us")));
	assert_false(page_has(a, STR("columnists")));
	article_free(a);
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starred_numbers),
		cmocka_unit_test(bracketed_numbers),
		cmocka_unit_test(superscripts_and_signs),
		cmocka_unit_test(numbers_below_a_heading),
		cmocka_unit_test(a_mark_without_a_note_is_text),
		cmocka_unit_test(a_note_without_a_call_is_text),
		cmocka_unit_test(the_seed_is_recognised_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

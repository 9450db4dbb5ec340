/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes give an article, and twice as many take about twice as long.
 */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "format/pagetext_page.h"
#include "unit.h"

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void read_any(struct str text)
{
	struct err err;
	struct article *a =
		format_parse(text, STR("any"), STR("pagetext"), &err);
	if (a && !article_check(a, a->size, &err))
		fail_msg("%s", err.text);
	article_free(a);
}

/* Pieces that mean something to the format, in any order. */
static const char *const pieces[] = {
	"\n",
	"\n\n",
	"  • ",
	"(*1) ^ ",
	"[1] ",
	"1. ",
	"Notes\n",
	"By Ada Brown",
	"† ",
	"¹",
	"Share\n",
	"Related articles\n",
	"\xff\xfe",
	"\xe3\x80\x82",
	"行頭に来ては",
	"In-depth ",
	"2018.06.13",
	"(c) ",
	"    ",
	"A word or two, and one more for good measure, until it ends. ",
	"3 comments\n",
	"Reply\n",
	"[",
	"(",
	"\t",
	"\xc2\xad\n",
	"Read more: ",
	"***\n",
	":",
	"Work?The ",
};

static void any_bytes_give_an_article(void **state)
{
	(void)state;
	uint32_t seed = 7;
	struct buf text = {0};
	for (int round = 0; round < 1500; round++) {
		text.n = 0;
		for (uint32_t n = next_random(&seed) % 60; n > 0; n--) {
			uint32_t pick = next_random(&seed);
			size_t count = sizeof pieces / sizeof *pieces;
			if (pick % 7 == 0)
				buf_add_char(&text, (char)(pick >> 4));
			else
				buf_add(&text,
					str_of(pieces[(pick >> 3) % count]));
		}
		read_any(buf_str(&text));
	}
	buf_release(&text);
}

static void every_beginning_of_a_page_gives_an_article(void **state)
{
	(void)state;
	struct str page = STR(
		"Menu\n\nIn-depth Files\nWhat Is a Page?\n\nAda Brown "
		"[Profile]\n\nA library of small files — “each” of them can "
		"be read.(*1) And so it goes on for a while, as it must.\n\n"
		"行頭に来てはいけない文字の代表は、句読点である。\n\n"
		"(*1) ^ Accessed.\n\n  • [2018.06.13]\n\nBorn in Leeds, the "
		"author of a book.\n\nRelated articles\n  • Work?The drive by "
		"the owners to clear all of it has begun.\n");
	for (size_t n = 1; n <= page.n; n++)
		read_any(str_sub(page, 0, n));
}

static double seconds_of(const char *piece, size_t times)
{
	struct buf text = {0};
	for (size_t i = 0; i < times; i++)
		buf_add(&text, str_of(piece));
	clock_t start = clock();
	read_any(buf_str(&text));
	buf_release(&text);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* A quadratic reader would take 64 times as long for 8 times the text. */
static void hostile_pages_take_linear_time(void **state)
{
	(void)state;
	static const char *const hostile[] = {
		"Related articles\n",
		"[1] a [1]\n",
		"(((((((((",
		"¹²³",
		"A b C.D e. ",
		"x\n\n",
		"Read more: a\n",
		"Reply\n",
		"• a\n",
		"A line of words that is of the full width, seventy cells.\n",
		"Notes\n1. a\n",
		"1 comments\n",
		"***\n",
	};
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		size_t few = 16384 / strlen(hostile[i]) + 1;
		double once = seconds_of(hostile[i], few);
		double more = seconds_of(hostile[i], few * 8);
		if (more > 0.5 && more > once * 40)
			fail_msg("%s: %.3f s, then %.3f s", hostile[i], once,
				 more);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_bytes_give_an_article),
		cmocka_unit_test(every_beginning_of_a_page_gives_an_article),
		cmocka_unit_test(hostile_pages_take_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

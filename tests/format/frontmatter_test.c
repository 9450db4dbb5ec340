/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "describe.h"
#include "format/date.h"
#include "format/format.h"
#include "format/value.h"

static void markdown(const char *source, const char *want)
{
	assert_article(source, "x.md", "", want);
}

static void yaml_gives_all_there_is(void **state)
{
	(void)state;
	markdown("---\n# a comment\ntitle: \"A &amp; B\"\nsubtitle: of "
		 "*metadata*\n"
		 "author: [Kim, {name: Jo, bio: 'Writes.'}]\n"
		 "date: 2018-06-13 10:00:00 -0400\ntags:\n  - one\n  - two\n"
		 "keywords: three, two\nseries: S\npermalink: /a/b/\n"
		 "related:\n  - other.md\n  - '[[Wiki]]'\n"
		 "  - {title: T, url: 'http://x'}\n---\nText.\n",
		 "title: A & B\nseries: S\ndate: 2018-06-13\nurl: /a/b/\n"
		 "description: of metadata\nauthor: Kim ()\n"
		 "author: Jo (Writes.)\ntag: one\ntag: two\ntag: three\n"
		 "paragraph: Text.\nrelated:  <other.md>\n"
		 "related: Wiki <>\nrelated: T <http://x>\n");
}

static void toml_does_too(void **state)
{
	(void)state;
	markdown("+++\ntitle = 'A \"B\"' # comment\ndate = "
		 "2018-06-13T10:00:00Z\n"
		 "draft = false\ntags = [ \"one\", # first\n  "
		 "\"t\\u0077o\",\n]\n"
		 "description = \"\"\"\nTwo \\\n   lines.\"\"\"\n"
		 "[params]\ntitle = \"not this\"\n[[authors]]\nname = \"Jo\"\n"
		 "bio = \"Writes.\"\n[[authors]]\nname = \"Kim\"\n+++\nText.\n",
		 "title: A \"B\"\ndate: 2018-06-13\n"
		 "description: Two lines.\nauthor: Jo (Writes.)\n"
		 "author: Kim ()\ntag: one\ntag: two\nparagraph: Text.\n");
}

static void broken_yaml_costs_a_line_not_the_article(void **state)
{
	(void)state;
	markdown("---\ntitle: One: two\nauthor: Kim\n---\nText.\n",
		 "title: One: two\nauthor: Kim ()\nparagraph: Text.\n"
		 "problem: the front matter is broken at its line 1: mapping "
		 "values are not allowed in this context\n");
	markdown("+++\ntitle = \"One\"\nx = [1, \n+++\nText.\n",
		 "title: One\nparagraph: Text.\n"
		 "problem: the front matter is broken at its line 3: a value "
		 "has no end\n");
	markdown("---\ntitle: T\ndate: someday\n---\nText.\n",
		 "title: T\nparagraph: Text.\nproblem: the date \"someday\" "
		 "in the front matter is not understood\n");
}

static void rules_are_no_front_matter(void **state)
{
	(void)state;
	markdown("---\n\nSome words.\n\n---\n\nMore.\n",
		 "title: x.md\nrule: \nparagraph: Some words.\nrule: \n"
		 "paragraph: More.\n");
	markdown("---\ntitle: never closed\n",
		 "title: x.md\nrule: \nparagraph: title: never closed\n");
}

static void aliases_are_not_followed(void **state)
{
	(void)state;
	markdown("---\ntitle: T\na: &a [x, x]\nb: &b [*a, *a]\ntags: *b\n---\n"
		 "Text.\n",
		 "title: T\nparagraph: Text.\n");
}

static void nesting_is_bounded(void **state)
{
	(void)state;
	struct arena a = {0};
	struct value *map = value_new_map(&a);
	struct err err;
	char deep[3000];
	memset(deep, '[', sizeof deep);
	memcpy(deep, "a = ", 4);
	assert_false(toml_read(str_from(deep, sizeof deep), &a, map, &err));
	memcpy(deep, "a:  ", 4);
	assert_false(yaml_read(str_from(deep, sizeof deep), &a, map, &err));
	struct str ok = STR("a: [[[[[[[[[[[[[x]]]]]]]]]]]]]\nb: y\n");
	struct value *two = value_new_map(&a);
	assert_true(yaml_read(ok, &a, two, &err));
	assert_str(value_get(two, STR("B"))->text, "y");
	arena_release(&a);
}

static void date(const char *text, const char *want)
{
	char day[11] = "";
	bool is_day = date_read(str_of(text), day);
	assert_int_equal(is_day, *want != '\0');
	assert_string_equal(day, want);
}

static void dates_are_read_in_the_usual_notations(void **state)
{
	(void)state;
	date("2018-06-13", "2018-06-13");
	date("2018-06-13T10:00:00+09:00", "2018-06-13");
	date("2018/6/3 10:00", "2018-06-03");
	date("20180613", "2018-06-13");
	date("June 13, 2018", "2018-06-13");
	date("Wed, 13 Jun 2018 10:00:00 GMT", "2018-06-13");
	date("13. Juni 2018", "2018-06-13");
	date("1 août 2018", "2018-08-01");
	date("13 de junio de 2018", "2018-06-13");
	date("2018年6月13日", "2018-06-13");
	date("13/6/2018", "2018-06-13");
	date("6/13/2018", "2018-06-13");
}

static void what_is_no_day_is_no_date(void **state)
{
	(void)state;
	date("", "");
	date("2018", "");
	date("June 2018", "");
	date("2018-13-01", "");
	date("2018-02-30", "");
	date("3/4/2018", "");
	date("10:30", "");
	date("99999999999999999999", "");
}

static int init(void **state)
{
	(void)state;
	format_init();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yaml_gives_all_there_is),
		cmocka_unit_test(toml_does_too),
		cmocka_unit_test(broken_yaml_costs_a_line_not_the_article),
		cmocka_unit_test(rules_are_no_front_matter),
		cmocka_unit_test(aliases_are_not_followed),
		cmocka_unit_test(nesting_is_bounded),
		cmocka_unit_test(dates_are_read_in_the_usual_notations),
		cmocka_unit_test(what_is_no_day_is_no_date),
	};
	return cmocka_run_group_tests(tests, init, NULL);
}

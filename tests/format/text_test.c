/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "describe.h"
#include "format/format.h"

static void text(const char *source, const char *want)
{
	assert_article(source, "x.txt", "text", want);
}

static void wrapped_lines_are_joined(void **state)
{
	(void)state;
	text("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed\n"
	     "do eiusmod tempor incididunt ut labore et dolore magna aliqua.\n"
	     "Ut enim.\n\nDuis aute irure.\n",
	     "title: x.txt\nparagraph: Lorem ipsum dolor sit amet, consectetur "
	     "adipiscing elit, sed do eiusmod tempor incididunt ut labore et "
	     "dolore magna aliqua. Ut enim.\nparagraph: Duis aute irure.\n");
}

static void an_indented_line_begins_a_paragraph(void **state)
{
	(void)state;
	text("Lorem ipsum dolor sit amet, consectetur adipiscing elit,\n"
	     "sed do eiusmod tempor incididunt ut labore et dolore magna\n"
	     "aliqua ut.\n"
	     "  Enim ad minim veniam, quis nostrud exercitation ullamco.\n",
	     "title: x.txt\nparagraph: Lorem ipsum dolor sit amet, consectetur "
	     "adipiscing elit, sed do eiusmod tempor incididunt ut labore et "
	     "dolore magna aliqua ut.\nparagraph: Enim ad minim veniam, quis "
	     "nostrud exercitation ullamco.\n");
}

static void east_asian_lines_join_without_a_space(void **state)
{
	(void)state;
	text("吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ"
	     "。何でも薄暗"
	     "いじめじ\nめした所でニャーニャー泣いていた事だけは記憶している。"
	     "吾輩はここで始めて人間\nというものを見た。\n",
	     "title: x.txt\nparagraph: "
	     "吾輩は猫である。名前はまだ無い。どこで生れたかとん"
	     "と見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いてい"
	     "た"
	     "事だけは記憶している。吾輩はここで始めて人間というものを見た。"
	     "\n");
}

static void verse_keeps_its_lines(void **state)
{
	(void)state;
	text("Shall I compare thee\nto a summer's day?\nThou art\n",
	     "title: x.txt\nparagraph: Shall I compare thee / to a summer's "
	     "day? / Thou art\n");
}

static void a_short_first_line_alone_is_the_title(void **state)
{
	(void)state;
	text("On Lines\n\nText.\n", "title: On Lines\nparagraph: Text.\n");
	text("Not a title.\n\nText.\n",
	     "title: x.txt\nparagraph: Not a title.\nparagraph: Text.\n");
}

static void lists_rules_and_headings(void **state)
{
	(void)state;
	text("Some words.\n\n- one\n- two\n  more\n\n1. a\n2) b\n\n-----\n\n"
	     "CHAPTER TWO\n\nWords.\n",
	     "title: x.txt\nparagraph: Some words.\nitem 1: one\n"
	     "item 1: two more\nitem 1 number 1: a\nitem 1 number 2: b\n"
	     "rule: \nheading 1: CHAPTER TWO\nparagraph: Words.\n");
}

static void columns_are_kept(void **state)
{
	(void)state;
	text("Some words here.\n\nMore words.\n\nName    Size\nfoo       12\n"
	     "bar        3\n\nLast words.\n\nYes.\n",
	     "title: x.txt\nparagraph: Some words here.\n"
	     "paragraph: More words.\n"
	     "code: Name    Size / foo       12 / bar        3\n"
	     "paragraph: Last words.\nparagraph: Yes.\n");
}

static void code_is_kept_whole_with_its_comments(void **state)
{
	(void)state;
	text("/* A comment in words. */\n\nint main(void)\n{\n\treturn 0;\n}\n"
	     "\n\nvoid f(int x);\n",
	     "title: x.txt\ncode: /* A comment in words. */ /  / int "
	     "main(void) / { /  | return 0; / } /  /  / void f(int x);\n");
}

static void overstrike_is_bold_and_underline(void **state)
{
	(void)state;
	text("N\bNA\bAM\bME\bE\n       l\bls\bs - list _\bd_\bi_\br, x\b_y\n",
	     "title: x.txt\ncode: <b>NAME</b> /        <b>ls</b> - list "
	     "<i>dir</i>, <i>x</i>y\n");
	/* Two backspaces behind a wide character. */
	text("\xe7\x8c\xab\b\b\xe7\x8c\xab!\n",
	     "title: x.txt\ncode: <b>猫</b>!\n");
}

static void sgr_gives_styles_and_drops_colours(void **state)
{
	(void)state;
	text("\033[1mb\033[22mc \033[4;31mi\033[0m \033[38;5;1mn\033[m"
	     "\033[38;2;1;3;4mo\033[1;3mx\ny\033[mz\n",
	     "title: x.txt\ncode: <b>b</b>c <i>i</i> no<i><b>x</b></i> / "
	     "<i><b>y</b></i>z\n");
}

static void other_control_sequences_are_visible(void **state)
{
	(void)state;
	text("a\033[2Jb\033]0;t\007c\033[1md\033[m\b\n\be\n",
	     "title: x.txt\ncode: a␛[2Jb␛]0;t␇c<b>d</b> / ␈e\n");
}

static void a_manual_page_is_named_by_its_first_line(void **state)
{
	(void)state;
	text("LS(1)      User Commands      LS(1)\n\nNAME\n       ls - list\n",
	     "title: LS(1)\ncode: LS(1)      User Commands      LS(1) /  / "
	     "NAME /        ls - list\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrapped_lines_are_joined),
		cmocka_unit_test(an_indented_line_begins_a_paragraph),
		cmocka_unit_test(east_asian_lines_join_without_a_space),
		cmocka_unit_test(verse_keeps_its_lines),
		cmocka_unit_test(a_short_first_line_alone_is_the_title),
		cmocka_unit_test(lists_rules_and_headings),
		cmocka_unit_test(columns_are_kept),
		cmocka_unit_test(code_is_kept_whole_with_its_comments),
		cmocka_unit_test(overstrike_is_bold_and_underline),
		cmocka_unit_test(sgr_gives_styles_and_drops_colours),
		cmocka_unit_test(other_control_sequences_are_visible),
		cmocka_unit_test(a_manual_page_is_named_by_its_first_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include <stdatomic.h>

#include "base/buf.h"
#include "base/pool.h"
#include "describe.h"
#include "format/format.h"

static void markdown(const char *source, const char *want)
{
	assert_article(source, "dir/x.md", "markdown", want);
}

static void the_first_heading_is_the_title_and_no_block(void **state)
{
	(void)state;
	markdown("# On *Lines*\n\ntext\n\n## Two\n",
		 "title: On Lines\nparagraph: text\nheading 2: Two\n");
	markdown("text\n", "title: x.md\nparagraph: text\n");
	markdown("> # Quoted\n", "title: x.md\nheading 1 quote 1: Quoted\n");
}

static void a_title_given_above_is_not_repeated_below(void **state)
{
	(void)state;
	markdown("---\ntitle: On Lines\n---\n\n## on lines\n\na\n",
		 "title: On Lines\nparagraph: a\n");
	markdown("---\ntitle: On Lines\n---\n\n# Other\n\na\n",
		 "title: On Lines\nheading 1: Other\nparagraph: a\n");
}

static void a_first_paragraph_in_emphasis_is_the_deck(void **state)
{
	(void)state;
	markdown("# T\n*What it is `x` about.*\n\ntext\n",
		 "title: T\ndeck: What it is <code>x</code> about.\n"
		 "paragraph: text\n");
	markdown("# T\n\n*Some* words.\n\ntext\n",
		 "title: T\nparagraph: <i>Some</i> words.\nparagraph: text\n");
	markdown("*All there is.*\n",
		 "title: x.md\nparagraph: <i>All there is.</i>\n");
}

static void inline_markup_becomes_spans(void **state)
{
	(void)state;
	markdown("a **b *c* d** `e` ~~f~~ [g *h*](u \"t\") <http://i.j>\n"
		 "k  \nl\\\nm &copy; x<sup>2</sup><br>n\n",
		 "title: x.md\n"
		 "paragraph: a <b>b <i>c</i> d</b> <code>e</code> <s>f</s> "
		 "<a u>g <i>h</i></a> <a http://i.j>http://i.j</a> k / l / m © "
		 "x<sup>2</sup> / n\n");
}

static void lists_keep_numbers_tasks_and_paragraphs(void **state)
{
	(void)state;
	markdown("- [ ] a\n- [x] b\n  - c\n\n    d\n\n\n3. e\n4. f\n",
		 "title: x.md\nitem 1 to do: a\nitem 1 done: b\nitem 2: c\n"
		 "item 2 continued: d\nitem 1 number 3: e\nitem 1 number 4: "
		 "f\n");
}

static void quotes_code_tables_and_rules(void **state)
{
	(void)state;
	markdown("> a\n> > b\n\n```c hl\nint x;\n\n\ty\n```\n\n"
		 "|A|B|C|\n|:-|-:|---|\n|`1`|\\||\n\n***\n",
		 "title: x.md\nquote quote 1: a\nquote quote 2: b\n"
		 "code (c): int x; /  /  | y\n"
		 "table (lr-): A | B | C / <code>1</code> | |\n"
		 "rule: \n");
}

static void an_image_alone_is_a_figure(void **state)
{
	(void)state;
	markdown("![A *map*](m.png)\n\nsee ![it](i.png) here\n\n![](x.png)\n",
		 "title: x.md\nfigure (m.png): A <i>map</i>\n"
		 "paragraph: see it here\nfigure (x.png): \n");
}

static void notes_are_numbered_by_their_first_call(void **state)
{
	(void)state;
	markdown("a[^z] b[^y] c[^z]\n\n[^y]: one\n[^z]: two\n\n    three\n",
		 "title: x.md\nparagraph: a[^1] b[^2] c[^1]\n"
		 "note 1: two / three\nnote 2: one\n");
}

static void a_note_that_no_text_calls_is_kept(void **state)
{
	(void)state;
	markdown("a[^a]\n\n[^a]: one\n[^b]: *two*\n",
		 "title: x.md\nparagraph: a[^1]\nnote 1: one\nnote 2: "
		 "<i>two</i>\n");
	/* A fence that never ends would swallow what calls it. */
	markdown("[^b]: two\n\n```\ncode\n", "title: x.md\ncode: code\n");
}

static void wiki_links_are_links(void **state)
{
	(void)state;
	markdown("[[A B]] [[C#d|e]] ![[f]] [[#g]] `[[h]]` [[ i ]] [[]]\n",
		 "title: x.md\nparagraph: <a wiki:A B>A B</a> "
		 "<a wiki:C#d>e</a> <a wiki:f>f</a> <a #g>g</a> "
		 "<code>[[h]]</code> [[ i ]] [[]]\n");
}

static void raw_html_is_its_text(void **state)
{
	(void)state;
	markdown("<div class=\"a>b\">\n<h2>H &amp; J</h2><!-- no -->\n"
		 "<p>One <b>two</b><br>three</p>\n"
		 "<script>alert(\"no\")</script>\n"
		 "<ul><li>x<li>y</ul>\n</div>\n\nin <u>a</u> line <!-- no -->"
		 "<a href='v'>w</a>\n",
		 "title: x.md\nheading 2: H & J\n"
		 "paragraph: One <b>two</b> / three\nitem 1: x\nitem 1: y\n"
		 "paragraph: in a line <a v>w</a>\n");
	/* What is never closed swallows nothing. */
	markdown("<p title=\"x>kept <style> too\n",
		 "title: x.md\nparagraph: kept too\n");
}

static void shortcodes_become_what_a_reader_would_see(void **state)
{
	(void)state;
	markdown("{{< note >}}a{{< /note >}} [b]({{< ref \"c.md\" >}})\n\n"
		 "{{< img src=\"d\" alt=\"E [f]\" >}}\n\n"
		 "{{% button href=\"g\" text=\"h\" %}}\n\n`{{< x >}}`\n\n"
		 "```\n{{< y >}}\n```\n{{ z }}\n",
		 "title: x.md\nparagraph: a <a c.md>b</a>\nfigure (d): E [f]\n"
		 "paragraph: <a g>h</a>\nparagraph: <code>{{< x >}}</code>\n"
		 "code: {{< y >}}\nparagraph: {{ z }}\n");
}

static void control_characters_are_visible(void **state)
{
	(void)state;
	markdown("a\033[31mb &#27;]0;x [c](\033d)\n",
		 "title: x.md\nparagraph: a␛[31mb ␛]0;x "
		 "<a ␛d>c</a>\n");
}

/* n times a text, then parsed: hostile inputs that took parsers minutes. */
static void repeat(const char *text, size_t n)
{
	struct buf source = {0};
	struct err err;
	for (size_t i = 0; i < n; i++)
		buf_add(&source, str_of(text));
	struct article *a = format_parse(buf_str(&source), STR("x.md"),
					 STR("markdown"), &err);
	assert_non_null(a);
	assert_true(article_check(a, a->size, &err));
	article_free(a);
	buf_release(&source);
}

static void hostile_repetitions_end(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"[",	  "![",	     "*a _b ",	"`",	    "<![CDATA[",
		"<!A",	  "<?",	     "<a '\">", "[a](b\n",  "> ",
		"- ",	  "<b>",     "&",	"[[",	    "[^a]: x\n",
		"|a|b\n", "{{<",     "\\",	"~",	    "www.",
		"a@",	  "<style>", "<!--",	"[a]: b\n", "    x\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		repeat(texts[i], 500);
}

/* n times a text behind a start has that problem, and a text that ends it. */
static void too_much(const char *start, const char *text, size_t n,
		     const char *problem, const char *end)
{
	struct buf source = {0};
	struct err err;
	buf_add(&source, str_of(start));
	for (size_t i = 0; i < n; i++)
		buf_add(&source, str_of(text));
	struct article *a = format_parse(buf_str(&source), STR("x.md"),
					 STR("markdown"), &err);
	assert_non_null(a);
	assert_int_equal(a->problems.n, 1);
	assert_str(article_problem(a, 0), problem);
	assert_true(
		str_ends(article_unit_text(a, a->blocks.n - 1), str_of(end)));
	article_free(a);
	buf_release(&source);
}

static void what_would_take_too_long_is_shown_as_written(void **state)
{
	(void)state;
	const char *markup = "markup that would take too long is shown as it "
			     "is written";
	const char *table = "a table is too large; tables are shown as they "
			    "are written";
	struct buf wide = {0}, definition = {0};
	too_much("", "x <? ", 6000, markup, "x <? x <?");
	too_much("", "x <![CDATA[ ", 4000, markup, "x <![CDATA[");
	buf_add(&definition, STR("[a]: b"));
	for (int i = 0; i < 20000; i++)
		buf_add_char(&definition, 'b');
	buf_add(&definition, STR("\n\n"));
	too_much(buf_cstr(&definition), "[a] ", 4000, markup, "[a] [a]");
	for (int i = 0; i < 200; i++)
		buf_add(&wide, STR("|-"));
	buf_add(&wide, STR("\n"));
	too_much(buf_cstr(&wide), "|x\n", 3000, table, "|x |x");
	too_much("a|b\n-|-\n", "x|", 10000, table, "x|x|");
	buf_release(&definition);
	buf_release(&wide);
}

static int init(void **state)
{
	(void)state;
	format_init();
	return 0;
}

/* Counts the links of one text many times; any loss is one too many. */
static void count_links(void *arg, unsigned number)
{
	atomic_uint *lost = arg;
	(void)number;
	for (int i = 0; i < 400; i++) {
		struct article *a = format_parse(
			STR("See https://a.example/b and www.c.example, ~~no~~ "
			    "https://d.example.\n"),
			STR("x.md"), STR("markdown"), NULL);
		if (!a || a->links.n != 3)
			atomic_fetch_add(lost, 1);
		article_free(a);
	}
}

static void threads_lose_no_links_to_each_other(void **state)
{
	(void)state;
	atomic_uint lost = 0;
	pool_join(pool_start(4, count_links, &lost));
	assert_int_equal(atomic_load(&lost), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_heading_is_the_title_and_no_block),
		cmocka_unit_test(a_title_given_above_is_not_repeated_below),
		cmocka_unit_test(a_first_paragraph_in_emphasis_is_the_deck),
		cmocka_unit_test(inline_markup_becomes_spans),
		cmocka_unit_test(lists_keep_numbers_tasks_and_paragraphs),
		cmocka_unit_test(quotes_code_tables_and_rules),
		cmocka_unit_test(an_image_alone_is_a_figure),
		cmocka_unit_test(notes_are_numbered_by_their_first_call),
		cmocka_unit_test(a_note_that_no_text_calls_is_kept),
		cmocka_unit_test(wiki_links_are_links),
		cmocka_unit_test(raw_html_is_its_text),
		cmocka_unit_test(shortcodes_become_what_a_reader_would_see),
		cmocka_unit_test(control_characters_are_visible),
		cmocka_unit_test(hostile_repetitions_end),
		cmocka_unit_test(what_would_take_too_long_is_shown_as_written),
		cmocka_unit_test(threads_lose_no_links_to_each_other),
	};
	return cmocka_run_group_tests(tests, init, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The examples of the Markdown specifications through our model: the text of
 * the article is the text of the HTML that is expected, and there are as many
 * headings, items, code blocks and quotations.
 */
#include "config.h"

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <yajl/yajl_tree.h>

#include "base/buf.h"
#include "format/format.h"
#include "visible.h"

/* A title of our own, so that headings of level 1 stay blocks. */
#define FRONT "---\ntitle: \u00b7\n---\n"

/* A file of the test data, or a skip. */
static void load(const char *name, struct buf *out)
{
	const char *data = getenv("PORE_TEST_DATA");
	const char *srcdir = getenv("srcdir");
	struct buf path = {0};
	if (data)
		buf_addf(&path, "%s/%s", data, name);
	else
		buf_addf(&path, "%s/../shared/data/%s", srcdir ? srcdir : ".",
			 name);
	int fd = open(buf_cstr(&path), O_RDONLY | O_CLOEXEC);
	buf_release(&path);
	if (fd < 0) {
		print_message("%s is not here: skipped\n", name);
		skip();
	}
	ssize_t n;
	while ((n = read(fd, buf_reserve(out, 65536), 65536)) > 0)
		out->n += (size_t)n;
	close(fd);
}

static bool is_same(const struct visible *a, const struct visible *b,
		    bool is_raw)
{
	if (!str_eq(buf_str(&a->text), buf_str(&b->text)))
		return false;
	return is_raw || (a->headings == b->headings && a->items == b->items &&
			  a->codes == b->codes && a->quotes == b->quotes);
}

static void say(const char *what, struct visible *v)
{
	print_error("  %s (h %zu, li %zu, pre %zu, quote %zu): %s\n", what,
		    v->headings, v->items, v->codes, v->quotes,
		    buf_cstr(&v->text));
}

/* Whether one example holds, or does not if that is known. Where the Markdown
 * itself has HTML, elements are not counted: its tags may be lists and
 * headings, or not closed. Nor in notes, where all blocks are paragraphs. */
static bool is_as_expected(struct str markdown, struct str html, int number,
			   bool is_known)
{
	struct buf source = {0};
	struct visible want = {0}, got = {0};
	struct err err;
	bool is_raw = str_has(html, STR("<!")) || str_has(html, STR("<?")) ||
		      str_has(html, STR("class=\"footnotes\""));
	for (size_t at = str_find_char(markdown, '<', 0);
	     at + 1 < markdown.n && !is_raw;
	     at = str_find_char(markdown, '<', at + 1))
		is_raw = ascii_is_alpha(markdown.p[at + 1]) ||
			 markdown.p[at + 1] == '/';
	buf_add(&source, STR(FRONT));
	buf_add(&source, markdown);
	struct article *a = format_parse(buf_str(&source), STR("x.md"),
					 STR("markdown"), &err);
	assert_non_null(a);
	assert_true(article_check(a, a->size, &err));
	visible_html(&want, html);
	visible_article(&got, a);
	bool is_good = is_same(&want, &got, is_raw);
	if (is_good == is_known) {
		print_error("example %d:\n%.*s\n", number, STR_ARG(markdown));
		say("want", &want);
		say("got ", &got);
	}
	article_free(a);
	visible_release(&want);
	visible_release(&got);
	buf_release(&source);
	return is_good != is_known;
}

/* The examples that are known to come out otherwise, for the reasons given
 * with each list. */
static bool is_listed(int number, const int *known)
{
	for (; *known; known++)
		if (*known == number)
			return true;
	return false;
}

static const char *member(yajl_val object, const char *name)
{
	const char *path[] = {name, NULL};
	return YAJL_GET_STRING(yajl_tree_get(object, path, yajl_t_string));
}

static void check_json(const char *name, const int *known)
{
	struct buf file = {0};
	load(name, &file);
	yajl_val tests = yajl_tree_parse(buf_cstr(&file), NULL, 0);
	assert_true(YAJL_IS_ARRAY(tests));
	size_t failed = 0, n = tests->u.array.len;
	for (size_t i = 0; i < n; i++) {
		yajl_val test = tests->u.array.values[i];
		failed += !is_as_expected(str_of(member(test, "markdown")),
					  str_of(member(test, "html")),
					  (int)i + 1,
					  is_listed((int)i + 1, known));
	}
	print_message("%s: %zu examples, %zu not as expected\n", name, n,
		      failed);
	assert_true(n > 600);
	assert_int_equal(failed, 0);
	yajl_tree_free(tests);
	buf_release(&file);
}

/* The examples of a spec.txt, between fences of 32 backticks: Markdown, a
 * line ".", HTML; an arrow stands for a tab. */
static void untab(struct buf *out, struct str s)
{
	struct str arrow = STR("\u2192");
	for (size_t at = 0, next; at < s.n; at = next + arrow.n) {
		next = str_find(s, arrow, at);
		buf_add(out, str_sub(s, at, next));
		if (next == s.n)
			return;
		buf_add_char(out, '\t');
	}
}

static bool check_example(struct str inner, int number, bool is_known)
{
	size_t dot = str_starts(inner, STR(".\n"))
			     ? 0
			     : str_find(inner, STR("\n.\n"), 0) + 1;
	struct buf markdown = {0}, html = {0};
	untab(&markdown, str_sub(inner, 0, dot));
	untab(&html, str_from_at(inner, dot + 2 < inner.n ? dot + 2 : inner.n));
	bool is_good = is_as_expected(buf_str(&markdown), buf_str(&html),
				      number, is_known);
	buf_release(&markdown);
	buf_release(&html);
	return is_good;
}

static void check_spec(const char *name, const int *known, int least)
{
	static const char fence[] = "````````````````````````````````";
	struct buf file = {0};
	load(name, &file);
	struct str s = buf_str(&file);
	size_t at = 0, failed = 0;
	int n = 0;
	while ((at = str_find(s, str_of(fence), at)) < s.n) {
		size_t start = str_find_char(s, '\n', at) + 1;
		size_t end = str_find(s, str_of(fence), start);
		struct str info = str_sub(s, at, start);
		at = end + sizeof fence - 1;
		/* "disabled" examples are not run by cmark-gfm either. */
		if (!str_has(info, STR("example")) ||
		    str_has(info, STR("disabled")))
			continue;
		n++;
		failed += !check_example(str_sub(s, start, end), n,
					 is_listed(n, known));
	}
	print_message("%s: %d examples, %zu not as expected\n", name, n,
		      failed);
	assert_true(n >= least);
	assert_int_equal(failed, 0);
	buf_release(&file);
}

static void commonmark_0_30(void **state)
{
	(void)state;
	/* Younger than cmark-gfm 0.29: 28, references of 8 digits are none;
	 * 171, <textarea> holds blank lines. */
	static const int known[] = {28, 171, 0};
	check_json("commonmark/spec_tests-0.30.json", known);
}

static void commonmark_0_31_2(void **state)
{
	(void)state;
	/* As above; 354, currency signs count as punctuation; 625 and 626, a
	 * comment may hold "--" and be "<!-->". */
	static const int known[] = {28, 171, 354, 625, 626, 0};
	check_json("commonmark/spec_tests-0.31.2.json", known);
}

static void github_flavored(void **state)
{
	(void)state;
	/* 651: GitHub shows the tags that it forbids; we drop all. */
	static const int known[] = {651, 0};
	check_spec("cmark-gfm/spec.txt", known, 600);
}

static void github_extensions(void **state)
{
	(void)state;
	/* 20: its HTML is not given; 22: as 651 above; 23: a note that no text
	 * calls is kept. */
	static const int known[] = {20, 22, 23, 0};
	check_spec("cmark-gfm/extensions.txt", known, 20);
}

/* The fixtures of markdown-it-footnote: a title, then Markdown and HTML, each
 * between lines of one dot. */
static void pandoc_footnotes(void **state)
{
	(void)state;
	/* 4: cmark-gfm 0.29 loses a label that a line end parts; the others
	 * have inline notes, "^[...]", which it does not know. */
	static const int known[] = {4, 5, 6, 13, 0};
	struct buf file = {0};
	load("markdown-it-footnote/footnote.txt", &file);
	struct str s = buf_str(&file);
	size_t at = 0, failed = 0;
	int n = 0;
	while ((at = str_find(s, STR("\n.\n"), at)) < s.n) {
		size_t start = at + 3;
		size_t dot = str_find(s, STR("\n.\n"), start - 1);
		size_t end = str_find(s, STR("\n.\n"), dot + 2);
		at = end + 2;
		n++;
		failed += !is_as_expected(str_sub(s, start, dot + 1),
					  str_sub(s, dot + 3, end + 1), n,
					  is_listed(n, known));
	}
	print_message("footnote.txt: %d examples, %zu not as expected\n", n,
		      failed);
	assert_true(n >= 10);
	assert_int_equal(failed, 0);
	buf_release(&file);
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
		cmocka_unit_test(commonmark_0_30),
		cmocka_unit_test(commonmark_0_31_2),
		cmocka_unit_test(github_flavored),
		cmocka_unit_test(github_extensions),
		cmocka_unit_test(pandoc_footnotes),
	};
	return cmocka_run_group_tests(tests, init, NULL);
}

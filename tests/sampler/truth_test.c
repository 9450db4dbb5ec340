/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writers of the bundled library wrote down what is in each file; the
 * formats must find just that.
 */
#include "config.h"

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <yajl/yajl_tree.h>

#include "base/buf.h"
#include "format/format.h"
#include "text/utf8.h"

static const char *string_at(yajl_val object, const char *key)
{
	const char *path[] = {key, NULL};
	yajl_val v = yajl_tree_get(object, path, yajl_t_string);
	return v ? v->u.string : "";
}

static size_t list_at(yajl_val object, const char *key, yajl_val **values)
{
	const char *path[] = {key, NULL};
	yajl_val v = yajl_tree_get(object, path, yajl_t_array);
	*values = v ? v->u.array.values : NULL;
	return v ? v->u.array.len : 0;
}

/* Appends what is no white space, no-break spaces counted as such. */
static void add_black(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at += utf8_next(s, at, &c);
		if (c != 0xa0 && c != 0x202f &&
		    !(c < 0x80 && ascii_is_space((char)c)))
			buf_add_code(out, c);
	}
}

/* Equal but for composition and white space, which an article folds. */
static bool same(struct str got, const char *want)
{
	struct buf a = {0}, b = {0}, clean = {0};
	utf8_clean(&clean, str_of(want));
	add_black(&a, got);
	add_black(&b, buf_str(&clean));
	bool is_same = str_eq(buf_str(&a), buf_str(&b));
	buf_release(&a);
	buf_release(&b);
	buf_release(&clean);
	return is_same;
}

struct report {
	const char *file;
	int wrong;
};

static void expect(struct report *r, const char *what, struct str got,
		   const char *want)
{
	if (same(got, want))
		return;
	print_error("%s: %s is '%.*s', not '%s'\n", r->file, what, STR_ARG(got),
		    want);
	r->wrong++;
}

static void expect_count(struct report *r, const char *what, size_t got,
			 size_t want)
{
	if (got == want)
		return;
	print_error("%s: %zu %s, not %zu\n", r->file, got, what, want);
	r->wrong++;
}

static void check_headings(struct report *r, const struct article *a,
			   yajl_val truth)
{
	yajl_val *want;
	size_t n_want = list_at(truth, "headings", &want), n = 0;
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		if (article_block(a, i)->type != BLOCK_HEADING)
			continue;
		if (n < n_want)
			expect(r, "a heading", article_unit_text(a, i),
			       YAJL_GET_STRING(want[n]));
		n++;
	}
	expect_count(r, "headings", n, n_want);
}

static void check_notes(struct report *r, const struct article *a,
			yajl_val truth)
{
	yajl_val *want;
	size_t n = list_at(truth, "notes", &want);
	expect_count(r, "notes", a->notes.n, n);
	for (uint32_t i = 0; i < a->notes.n && i < n; i++) {
		const struct note *note = article_note(a, i);
		expect(r, "a note's text", article_str(a, note->text),
		       string_at(want[i], "text"));
		if (note->block == NO_INDEX) {
			print_error("%s: note %u is not called\n", r->file,
				    i + 1);
			r->wrong++;
		}
	}
}

static void check_lists(struct report *r, const struct article *a,
			yajl_val truth)
{
	yajl_val *want;
	size_t n = list_at(truth, "authors", &want);
	expect_count(r, "authors", a->authors.n, n);
	for (uint32_t i = 0; i < a->authors.n && i < n; i++)
		expect(r, "an author",
		       article_str(a, article_author(a, i)->name),
		       YAJL_GET_STRING(want[i]));
	n = list_at(truth, "related", &want);
	if (want)
		expect_count(r, "related pieces", a->related.n, n);
	for (uint32_t i = 0; i < a->related.n && i < n; i++) {
		const struct related *piece = article_related(a, i);
		expect(r, "a related group", article_str(a, piece->group),
		       string_at(want[i], "group"));
		expect(r, "a related title", article_str(a, piece->title),
		       string_at(want[i], "title"));
	}
	n = list_at(truth, "furniture", &want);
	for (size_t k = 0; k < n; k++)
		for (uint32_t i = 0; i < a->blocks.n; i++)
			if (same(article_unit_text(a, i),
				 YAJL_GET_STRING(want[k]))) {
				print_error("%s: furniture in the text: %s\n",
					    r->file, YAJL_GET_STRING(want[k]));
				r->wrong++;
			}
}

static void check_deck(struct report *r, const struct article *a,
		       yajl_val truth)
{
	const char *want = string_at(truth, "deck");
	bool has_deck = a->blocks.n && article_block(a, 0)->type == BLOCK_DECK;
	struct str deck = has_deck ? article_unit_text(a, 0) : STR("");
	struct buf clean = {0};
	utf8_clean(&clean, str_of(want));
	if (clean.n ? !str_starts(deck, str_trim(buf_str(&clean))) : has_deck) {
		print_error("%s: the deck is '%.*s', not '%s...'\n", r->file,
			    STR_ARG(deck), want);
		r->wrong++;
	}
	buf_release(&clean);
}

/* Checks one file; returns how much is wrong. */
static int check_file(const char *srcdir, yajl_val truth, bool has_deck)
{
	struct report r = {.file = string_at(truth, "file")};
	struct buf path = {0};
	buf_addf(&path, "%s/data/sampler/%s", srcdir, r.file);
	int fd = open(buf_cstr(&path), O_RDONLY | O_CLOEXEC);
	struct err err = {""};
	struct article *a = fd < 0 ? NULL
				   : format_read(fd, buf_str(&path), STR(""),
						 &format_budget_default, &err);
	if (fd >= 0)
		close(fd);
	if (!a)
		fail_msg("%s: %s", buf_cstr(&path), err.text);
	expect(&r, "the title", article_str(a, a->title),
	       string_at(truth, "title"));
	expect(&r, "the series", article_str(a, a->series),
	       string_at(truth, "series"));
	expect(&r, "the date", article_str(a, a->date),
	       string_at(truth, "date"));
	expect(&r, "the language", article_str(a, a->language),
	       string_at(truth, "language"));
	check_headings(&r, a, truth);
	check_notes(&r, a, truth);
	check_lists(&r, a, truth);
	if (has_deck)
		check_deck(&r, a, truth);
	article_free(a);
	buf_release(&path);
	return r.wrong;
}

static void check_all(const char *name, bool has_deck, size_t least)
{
	const char *srcdir = getenv("srcdir");
	if (!srcdir)
		srcdir = PORE_SRCDIR;
	struct buf path = {0};
	buf_addf(&path, "%s/tests/sampler/%s", srcdir, name);
	FILE *in = fopen(buf_cstr(&path), "r");
	assert_non_null(in);
	format_init();
	char *line = NULL;
	size_t size = 0, n = 0;
	int wrong = 0;
	while (getline(&line, &size, in) > 0) {
		char why[256];
		yajl_val truth = yajl_tree_parse(line, why, sizeof why);
		assert_non_null(truth);
		wrong += check_file(srcdir, truth, has_deck);
		yajl_tree_free(truth);
		n++;
	}
	free(line);
	fclose(in);
	buf_release(&path);
	assert_true(n >= least);
	assert_int_equal(wrong, 0);
}

static void saved_pages_are_recognised_whole(void **state)
{
	(void)state;
	check_all("pagetext.jsonl", true, 20);
}

static void markdown_is_read_whole(void **state)
{
	(void)state;
	check_all("markdown.jsonl", false, 14);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(saved_pages_are_recognised_whole),
		cmocka_unit_test(markdown_is_read_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

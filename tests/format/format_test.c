/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "format/format.h"

static void format_is(const char *source, const char *path, const char *want)
{
	struct err err;
	struct article *a =
		format_parse(str_of(source), str_of(path), STR(""), &err);
	assert_non_null(a);
	assert_str(article_str(a, a->format), want);
	article_free(a);
}

static void content_decides_and_the_name_breaks_ties(void **state)
{
	(void)state;
	const char *markdown = "# A\n\nSee [b](c) and **d**.\n\n```\ne\n```\n";
	const char *code = "#include <stdio.h>\n\nint main(void)\n{\n"
			   "\treturn printf(\"[a](b)\");\n}\n";
	format_is(markdown, "x", "markdown");
	format_is(markdown, "x.txt", "markdown");
	format_is("# A\n\nSome *text* with a [link](a.md).\n", "-", "markdown");
	format_is("# A *b*\n", "-", "markdown");
	format_is(code, "x.c", "text");
	format_is("m4_pattern_forbid([^AX_])\nm4_foreach([flag], [[-pie], "
		  "[-fPIE]],\n  [PORE_FLAG(flag, [[HARDEN]])])\n"
		  "AC_DEFUN([[X]], [`a` `b` [[c]] [^d]])\n",
		  "x.ac", "text");
	format_is("#!/bin/sh\n# [a](b)\n\n# c\n\necho **d**\n", "x", "text");
	format_is("\033[1m# A\033[m\n\n[b](c) [d](e) ```\n", "x.md", "text");
	format_is("Some words.\n\nMore words.\n", "x.md", "markdown");
}

static void the_format_can_be_forced(void **state)
{
	(void)state;
	struct err err;
	struct article *a =
		format_parse(STR("# A\n"), STR("x"), STR("text"), &err);
	assert_non_null(a);
	assert_str(article_str(a, a->format), "text");
	article_free(a);
}

static void fails(struct str bytes, const char *path, const char *format,
		  const char *want)
{
	struct err err;
	assert_null(format_parse(bytes, str_of(path), str_of(format), &err));
	assert_string_equal(err.text, want);
}

static void what_can_not_be_read_is_said(void **state)
{
	(void)state;
	fails(STR(""), "a", "", "a: is empty");
	fails(STR(" \n\t\r\n"), "a", "", "a: is empty");
	fails(STR("\x7f"
		  "ELF\0\0\0\1\2\3"),
	      "a", "", "a: holds no text (binary)");
	fails(STR(""), "a\033[1m\nb", "", "a␛[1m␊b: is empty");
	fails(STR("x"), "a", "no",
	      "a: unknown format no; the formats are markdown, "
	      "pagetext, text");
}

static void line_ends_are_unified(void **state)
{
	(void)state;
	struct err err;
	struct article *a = format_parse(STR("```\r\na\rb\r\n\r\nc\n```\r"),
					 STR("x"), STR("markdown"), &err);
	assert_non_null(a);
	assert_str(article_unit_text(a, 0), "a\nb\n\nc");
	article_free(a);
}

/* A pipe that holds `text`, its writing end closed. */
static int pipe_with(const char *text)
{
	int fds[2];
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], text, strlen(text)),
			 (ssize_t)strlen(text));
	close(fds[1]);
	return fds[0];
}

static void pipes_are_read_to_their_end(void **state)
{
	(void)state;
	struct err err;
	int fd = pipe_with("Some words.\n");
	struct article *a = format_read(fd, STR("-"), STR(""),
					&format_budget_default, &err);
	assert_non_null(a);
	assert_str(article_str(a, a->title), "Standard input");
	article_free(a);
	close(fd);
}

static void a_budget_cuts_and_says_so(void **state)
{
	(void)state;
	struct err err;
	struct format_budget budget = {.bytes = 4};
	int fd = pipe_with("Some words.\n");
	struct article *a =
		format_read(fd, STR("a"), STR("text"), &budget, &err);
	assert_non_null(a);
	assert_str(article_unit_text(a, 0), "Some");
	assert_int_equal(a->problems.n, 1);
	article_free(a);
	close(fd);
}

static void reading_fails(const char *path, const char *want)
{
	struct err err;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	assert_null(format_read(fd, str_of(path), STR(""),
				&format_budget_default, &err));
	assert_string_equal(err.text, want);
	if (fd >= 0)
		close(fd);
}

static void directories_and_devices_are_refused(void **state)
{
	(void)state;
	reading_fails("/", "/: is a directory");
	reading_fails("/dev/zero", "/dev/zero: is a device, not a file");
	reading_fails("/no/such",
		      "/no/such: can't be read: Bad file descriptor");
}

static void the_names_of_formats_can_be_listed(void **state)
{
	(void)state;
	size_t n = 0;
	while (format_name(n).n)
		n++;
	assert_true(n >= 2);
}

/* Bytes of the kinds that mean something to one format or another. */
static size_t make_noise(uint32_t *x, char *out, size_t size)
{
	static const char alphabet[] =
		"aaaab   "
		"\n\n\t#*_[](){}<>!`~-=+|:\\\"'&;^/.,0123\033\b\r\xe7\x8c"
		"\xab\xc3\xa9\xff";
	*x = *x * 1664525u + 1013904223u;
	size_t n = (*x >> 8) % size;
	bool is_any = *x >> 31;
	for (size_t i = 0; i < n; i++) {
		*x = *x * 1664525u + 1013904223u;
		out[i] = is_any ? (char)(*x >> 24)
				: alphabet[(*x >> 16) % (sizeof alphabet - 1)];
	}
	return n;
}

static void any_bytes_give_a_valid_article_or_a_sentence(void **state)
{
	(void)state;
	static const char *const starts[] = {
		"",	 "---\n", "+++\na = ", "---\ntitle: ",
		"<div>", "```\n", "[^1]: ",    "|a|b|\n|-|-|\n"};
	uint32_t x = 12345;
	for (unsigned round = 0; round < 6000; round++) {
		char bytes[400];
		const char *start =
			starts[round % (sizeof starts / sizeof *starts)];
		size_t n = strlen(start);
		memcpy(bytes, start, n);
		n += make_noise(&x, bytes + n, sizeof bytes - n);
		struct err err = {""};
		struct str format = format_name((x >> 9) % 4);
		struct article *a = format_parse(str_from(bytes, n), STR("x"),
						 format, &err);
		if (!a)
			assert_int_equal(strncmp(err.text, "x: ", 3), 0);
		else if (!article_check(a, a->size, &err))
			fail_msg("round %u: %s", round, err.text);
		article_free(a);
	}
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
		cmocka_unit_test(content_decides_and_the_name_breaks_ties),
		cmocka_unit_test(the_format_can_be_forced),
		cmocka_unit_test(what_can_not_be_read_is_said),
		cmocka_unit_test(line_ends_are_unified),
		cmocka_unit_test(pipes_are_read_to_their_end),
		cmocka_unit_test(a_budget_cuts_and_says_so),
		cmocka_unit_test(directories_and_devices_are_refused),
		cmocka_unit_test(the_names_of_formats_can_be_listed),
		cmocka_unit_test(any_bytes_give_a_valid_article_or_a_sentence),
	};
	return cmocka_run_group_tests(tests, init, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents, names and terminals that mean harm: nothing that pore writes is
 * of a kind that is not on the list of output.c, and the terminal comes back.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty/terminal.h"
#include "unit.h"

#define OSC_52 "\033]52;c;cm0gLXJmIH4K\007"

/* A folder with one file; *path is its name. Both are removed by `drop`. */
struct place {
	char folder[64], path[192];
};

static struct place make(const char *name, struct str content)
{
	struct place p = {.folder = "/tmp/pore-hostile-XXXXXX"};
	assert_non_null(mkdtemp(p.folder));
	snprintf(p.path, sizeof p.path, "%s/%s", p.folder, name);
	int fd = open(p.path, O_WRONLY | O_CREAT, 0600);
	assert_int_equal(write(fd, content.p, content.n), content.n);
	close(fd);
	return p;
}

static void drop(const struct place *p)
{
	unlink(p->path);
	rmdir(p->folder);
}

/* Looks at all of an article with everything that can be shown of it. */
static void look_around(struct terminal *t, const char *word)
{
	terminal_expect_text(t, word);
	terminal_type(t, STR(" Gg\ttr=xG/"));
	terminal_type(t, str_of(word));
	terminal_type(t, STR("\rs"));
	terminal_type(t, str_of(word));
	terminal_expect_text(t, "article");
	terminal_key(t, 0x1b);
	terminal_key(t, '~');
	terminal_expect_text(t, "The library");
	terminal_quit(t);
}

static void show(const char *name, struct str content)
{
	struct place p = make(name, content);
	look_around(terminal_open(p.path), "needle");
	drop(&p);
}

static void control_sequences_in_a_text_do_not_come_out(void **state)
{
	(void)state;
	static const char bad[] =
		"A needle\n\nEnough words that nobody doubts that all of "
		"this is a text, though one with a few odd characters in "
		"it, of the kind that a terminal would obey if it saw "
		"them, and that it must never "
		"see.\n\n\033[2J\033[31mred\033]0;title\007 " OSC_52
		"\033P$q\"p\033\\ \033_apc\033\\ \033^pm\033\\ \033c\0337"
		"\x9b\x33\x31m \x9d\x30;x\x07 \xc2\x9b\x33\x31m "
		"\xc2\x9d\x30;x\x07\x0e\x0f\x07\x08\x7f end.\n";
	show("a.txt", str_of(bad));
	show("a.md", str_of(bad));
}

static void control_characters_written_as_entities_do_not_either(void **state)
{
	(void)state;
	show("a.md",
	     STR("---\ntitle: \"A needle &#27;[31m \\e]0;x\\a\"\n---\n\n"
		 "# needle &#27;[2J\n\n&#x1b;]52;c;eA==&#7; &#155;31m "
		 "&#x9d;0;x&#x9c; `&#27;[A\033[A`\n\n"
		 "[needle&#27;[31m](https://e.org/&#27;[31m\033]0;x)\n\n"
		 "| a&#27;c | b |\n|---|---|\n| \033c | needle |\n"));
}

static void a_hyperlink_that_never_ends_does_not_come_out(void **state)
{
	(void)state;
	show("a.txt", STR("needle\n\nsee \033]8;;https://e.org\nnext line\n\n"
			  "and \033]8;;https://e.org"));
	show("a.txt", STR("needle\n\n\033]8;;https://e.org/\033\\x\033]8;;"));
}

static void bidi_controls_do_not_come_out(void **state)
{
	(void)state;
	struct place p =
		make("a.md",
		     STR("# needle\n\na\u202Eb\u202Dc\u202Ad\u202Be\u202Cf"
			 "\u2066g\u2067h\u2068i\u2069j\u200Ek\u200Fl\u061Cm\n"
			 "\n`code \u202E`\n\n[x](https://e.org/\u202E)\n"));
	struct terminal *t = terminal_open(p.path);
	terminal_expect_text(t, "needle");
	terminal_expect_text(t, "code");
	const char *shown = terminal_screen(t);
	assert_null(strstr(shown, "\u202E"));
	assert_null(strstr(shown, "\u2067"));
	assert_null(strstr(shown, "\u200F"));
	terminal_quit(t);
	drop(&p);
}

static void names_of_files_are_only_names(void **state)
{
	(void)state;
	static const char *const names[] = {
		"a\nb.txt",	  "|touch hurt",	  "-x",
		"--help",	  "\033]0;title\007.txt", "\xff\xfe.txt",
		"$(id);`id`.txt",
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct place p = make(names[i], STR("A needle.\n"));
		const char *const arguments[] = {"--", p.path, NULL};
		struct terminal *t = terminal_start(
			&(struct terminal_start){.arguments = arguments});
		look_around(t, "needle");
		drop(&p);
	}
}

static void what_is_no_article_is_one_clean_line(void **state)
{
	(void)state;
	static const char *const paths[] = {
		"/dev/zero", "/dev/tty",  "/no/such/\033]0;x\007",
		"",	     "/dev/null",
	};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct terminal *t = terminal_open(paths[i]);
		int status = terminal_wait(t);
		terminal_expect_text(t, "pore: ");
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 2);
		assert_null(strchr(strchr(terminal_screen(t), '\n'), 'p'));
		terminal_assert_restored(t);
		terminal_assert_clean(t);
		terminal_free(t);
	}
}

static void a_pipe_without_a_writer_does_not_keep_us_waiting(void **state)
{
	(void)state;
	struct place p = make("article.txt", STR("A needle.\n"));
	char pipe_path[200];
	snprintf(pipe_path, sizeof pipe_path, "%s/pipe", p.folder);
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	const char *const arguments[] = {pipe_path, p.path, NULL};
	struct terminal *t = terminal_start(
		&(struct terminal_start){.arguments = arguments});
	terminal_expect_text(t, "needle");
	terminal_key(t, 'Q');
	assert_int_equal(terminal_wait(t), 0);
	terminal_expect_text(t, "/pipe:");
	terminal_assert_clean(t);
	terminal_free(t);
	unlink(pipe_path);
	drop(&p);
}

static void replies_of_the_terminal_are_no_keys(void **state)
{
	(void)state;
	struct terminal *t = terminal_open("data/sampler/tour.md");
	terminal_expect_text(t, "A Tour of pore");
	terminal_type(t, STR("\033[?62;22c\033[24;80R\033]11;rgb:0/0/0\033\\"
			     "\033P>|Q\033\\\033]52;c;UQ==\007"));
	terminal_key(t, 'G');
	terminal_expect_no_text(t, "A Tour of pore");
	terminal_quit(t);
}

static void a_megabyte_of_control_sequences_is_no_keys(void **state)
{
	(void)state;
	struct buf junk = {0};
	unsigned random = 1;
	while (junk.n < 1000000) {
		random = random * 1103515245u + 12345u;
		buf_addf(&junk, "\033[%s%u;%u%s%c", random & 0x100 ? "?" : "",
			 random >> 24, random >> 12 & 255,
			 random & 0x200 ? " " : "",
			 "cnRtyqxM"[random >> 16 & 7]);
	}
	struct terminal *t = terminal_open("data/sampler/tour.md");
	terminal_expect_text(t, "A Tour of pore");
	terminal_type(t, buf_str(&junk));
	terminal_type(t, STR("\033[999999999999999999999999999999;1qq"));
	buf_release(&junk);
	int status = terminal_wait(t); /* by the q */
	assert_int_equal(status, 0);
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void a_paste_is_never_a_command(void **state)
{
	(void)state;
	struct terminal *t = terminal_open("data/sampler/tour.md");
	terminal_expect_text(t, "A Tour of pore");
	terminal_type(t, STR("\033[200~Q\rZZ:quit\r\033[201~Q\r\033[201~"));
	terminal_type(t, STR("/"));
	terminal_type(t, STR("\033[200~Lin\033[201~\033[200~ks\033[201~"));
	terminal_expect_text(t, "/Links");
	terminal_key(t, 0x1b);
	terminal_quit(t);
}

static void what_is_copied_comes_out_as_base64_alone(void **state)
{
	(void)state;
	struct place p = make("a.txt", STR("One \033]0;x\007needle.\n"));
	struct terminal *t = terminal_open(p.path);
	terminal_expect_text(t, "needle");
	t->output.allows_copy = true;
	terminal_key(t, 'c');
	terminal_key(t, 'h');
	terminal_expect_no_text(t, "needle.");
	assert_true(str_starts(buf_str(&t->output.copied), STR("52;c;")));
	terminal_quit(t);
	drop(&p);
}

static void in_secure_mode_nothing_is_copied(void **state)
{
	(void)state;
	const char *const arguments[] = {"--secure", "data/sampler/tour.md",
					 NULL};
	struct terminal *t = terminal_start(
		&(struct terminal_start){.arguments = arguments});
	terminal_expect_text(t, "A Tour of pore");
	terminal_key(t, 'c');
	terminal_expect_text(t, "secure mode");
	terminal_quit(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(control_sequences_in_a_text_do_not_come_out),
		cmocka_unit_test(
			control_characters_written_as_entities_do_not_either),
		cmocka_unit_test(a_hyperlink_that_never_ends_does_not_come_out),
		cmocka_unit_test(bidi_controls_do_not_come_out),
		cmocka_unit_test(names_of_files_are_only_names),
		cmocka_unit_test(what_is_no_article_is_one_clean_line),
		cmocka_unit_test(
			a_pipe_without_a_writer_does_not_keep_us_waiting),
		cmocka_unit_test(replies_of_the_terminal_are_no_keys),
		cmocka_unit_test(a_megabyte_of_control_sequences_is_no_keys),
		cmocka_unit_test(a_paste_is_never_a_command),
		cmocka_unit_test(what_is_copied_comes_out_as_base64_alone),
		cmocka_unit_test(in_secure_mode_nothing_is_copied),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

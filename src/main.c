/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins everything: what the reader wants, then a mode without a screen, or a
 * session on the terminal.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "format/format.h"
#include "open.h"
#include "plain.h"
#include "play.h"
#include "session.h"
#include "ui/ui.h"

enum { FAILED = 2 };

/* Opens the article read last below the directories among the PATHs. */
static void open_last(const struct options *o, struct session_start *start)
{
	for (size_t i = 0; i < o->paths.n && !start->article; i++) {
		start->path.n = 0;
		if (open_is_directory(o->paths.at[i]) &&
		    keep_last(start->keep, o->paths.at[i], &start->path))
			start->article = open_article(buf_str(&start->path),
						      o->format, NULL);
	}
}

/* Reads the first article there is among the PATHs and puts them all into the
 * library; those that can't be opened are told. False if none can. */
static bool open_first(const struct options *o, struct session_start *start)
{
	bool has_some = false;
	struct err err;
	for (size_t i = 0; i < o->paths.n; i++) {
		struct str path = o->paths.at[i];
		bool ok;
		if (start->article || open_is_directory(path)) {
			ok = library_add(start->lib, path, &err);
		} else {
			start->article = open_article(path, o->format, &err);
			ok = start->article != NULL;
			/* A pipe is an article, but none of a library. */
			if (ok) {
				buf_add(&start->path, path);
				library_add(start->lib, path, NULL);
			}
		}
		has_some |= ok;
		if (!ok)
			plain_complain(err.text);
	}
	return has_some;
}

static bool open_paths(const struct options *o, struct session_start *start)
{
	struct err err;
	bool has_some = open_first(o, start);
	for (size_t i = 0; i < o->libraries.n; i++) {
		bool ok = library_add(start->lib, o->libraries.at[i], &err);
		has_some |= ok;
		if (!ok)
			plain_complain(err.text);
	}
	if (has_some && !start->article)
		open_last(o, start);
	return has_some;
}

/* Where there is no screen: the article, or the list, as plain text. */
static int show_plain(struct setup *setup, const struct session_start *start)
{
	if (setup->settings.color == COLOR_AUTO)
		setup->settings.color = COLOR_NEVER;
	if (start->article) {
		plain_article(setup, start->article);
		return 0;
	}
	setup->options.mode = MODE_LIST;
	return plain_run(setup, start->log);
}

/* *signal_number is the signal that ended it. */
static int read_on_screen(struct setup *setup, struct session_start *start,
			  int *signal_number)
{
	if (!open_paths(&setup->options, start))
		return FAILED;
	if (setup->options.quit_if_one_screen && start->article &&
	    plain_fits(setup, start->article)) {
		plain_article(setup, start->article);
		return 0;
	}
	struct err err;
	const struct term_options how = {
		.color = setup_wants_color(setup, true),
		.mouse = setup->settings.mouse,
	};
	struct term *term = term_open(&how, &err);
	if (!term) {
		fprintf(stderr, "pore: %s; showing plain text\n", err.text);
		return show_plain(setup, start);
	}
	*signal_number = session_run(term, start);
	start->article = NULL; /* the session took it over */
	return 0;
}

static int start_session(struct setup *setup, struct log *log,
			 int *signal_number)
{
	const struct library_options how = {
		.threads = (unsigned)setup->settings.threads,
		.is_background = true,
		.format = setup->options.format,
		.log = log,
	};
	struct err err = {""};
	struct session_start start = {
		.setup = setup,
		.lib = library_new(&how),
		.keep = keep_open(!setup->options.is_secure, &err),
		.message = err.text,
		.log = log,
	};
	int status = read_on_screen(setup, &start, signal_number);
	article_free(start.article);
	buf_release(&start.path);
	keep_close(start.keep);
	library_free(start.lib);
	return status;
}

static void print(struct buf *text)
{
	fwrite(text->p, 1, text->n, stdout);
	buf_release(text);
}

static int run(struct setup *setup, struct log *log, int *signal_number)
{
	struct buf text = {0};
	struct options *o = &setup->options;
	switch (o->mode) {
	case MODE_HELP:
		options_help(&text);
		print(&text);
		return 0;
	case MODE_VERSION:
		puts(PACKAGE_STRING);
		return 0;
	case MODE_PRINT_KEYS:
		ui_print_keys(&text);
		print(&text);
		return 0;
	case MODE_PRINT_CONFIG:
		settings_print(&setup->settings, &text);
		print(&text);
		return 0;
	case MODE_READ:
		if (o->script)
			return play_script(setup, log);
		if (isatty(STDOUT_FILENO))
			return start_session(setup, log, signal_number);
		o->mode = MODE_DUMP;
		break;
	default:
		break;
	}
	return plain_run(setup, log);
}

static void say_problems(struct str problems)
{
	struct str line;
	while (str_next_line(&problems, &line)) {
		struct buf text = {0};
		buf_add(&text, line);
		plain_complain(buf_cstr(&text));
		buf_release(&text);
	}
}

/* Where a standard file is closed, the next one opened would take its place:
 * results would be written over it. What is put there instead can't be
 * written (or, as input, read), and so is told like any other fault. */
static void hold_standard_files(void)
{
	static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", modes[fd]) != fd)
			_exit(FAILED);
}

static void fail_to_write(int number)
{
	(void)number;
}

/* Writing beyond the limit of a file's size is to fail as a full disk does,
 * not to end the program. Not SIG_IGN, which programs we start would keep. */
static void survive_limits(void)
{
	struct sigaction action = {.sa_handler = fail_to_write};
	sigemptyset(&action.sa_mask);
	sigaction(SIGXFSZ, &action, NULL);
}

/* Whether all that was printed has arrived; if not, it is told. */
static bool end_output(void)
{
	if (fflush(stdout) != 0)
		fprintf(stderr, "pore: standard output can't be written: %s\n",
			strerrordesc_np(errno));
	else if (ferror(stdout))
		fputs("pore: standard output could not be written whole\n",
		      stderr);
	else
		return true;
	return false;
}

int main(int argc, char *argv[])
{
	hold_standard_files();
	survive_limits();
	/* Not LC_NUMERIC: figures in JSON have a point everywhere. */
	setlocale(LC_CTYPE, "");
	format_init();
	struct setup setup;
	struct err err;
	struct log *log = NULL;
	int status = FAILED, signal_number = 0;
	if (!setup_read(&setup, argc, argv, &err) ||
	    (setup.options.log && !(log = log_new(setup.options.log, &err)))) {
		plain_complain(err.text);
	} else {
		say_problems(buf_str(&setup.problems));
		status = run(&setup, log, &signal_number);
		if (!end_output())
			status = FAILED;
	}
	log_free(log);
	setup_release(&setup);
	if (signal_number)
		term_die(signal_number);
	return status;
}

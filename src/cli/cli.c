/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <unistd.h>

#include "cli/mode.h"
#include "cli/pages.h"
#include "format/format.h"
#include "text/utf8.h"

void print_styled(const struct printing *p, unsigned sgr, struct str text)
{
	static const char *const codes[] = {";1", ";2", ";3", ";4"};
	bool is_styled = p->has_color && sgr;
	if (text.n == 0)
		return;
	if (is_styled) {
		fputs("\x1b[0", p->out);
		for (unsigned i = 0; i < 4; i++)
			if (sgr & 1u << i)
				fputs(codes[i], p->out);
		fputc('m', p->out);
	}
	fwrite(text.p, 1, text.n, p->out);
	if (is_styled)
		fputs("\x1b[0m", p->out);
}

void print_path(const struct printing *p, unsigned sgr, struct str path)
{
	struct buf shown = {0};
	utf8_clean_name(&shown, path);
	print_styled(p, sgr, buf_str(&shown));
	buf_release(&shown);
}

static void complain(struct str text)
{
	struct buf shown = {0};
	utf8_clean_name(&shown, text);
	fprintf(stderr, "pore: %.*s\n", STR_ARG(buf_str(&shown)));
	buf_release(&shown);
}

bool cli_next_line(struct buf *line)
{
	line->n = 0;
	int c;
	while ((c = getc(stdin)) != EOF && c != '\n')
		buf_add_char(line, (char)c);
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	return c != EOF || line->n > 0;
}

void json_block(struct json *j, const struct article *a, int32_t unit)
{
	if (unit >= 0 && (uint32_t)unit >= a->blocks.n) {
		uint32_t caller =
			article_note(a, (uint32_t)unit - a->blocks.n)->block;
		unit = caller == NO_INDEX ? -1 : (int32_t)caller;
	}
	if (unit < 0)
		json_null(j);
	else
		json_int(j, unit);
}

/* Whether an article at `path` belongs to the PATH given: is it, or lies
 * below it. */
static bool is_below(struct str path, struct str given)
{
	while (given.n > 1 && given.p[given.n - 1] == '/')
		given.n--;
	return str_starts(path, given) &&
	       (path.n == given.n || given.p[given.n - 1] == '/' ||
		path.p[given.n] == '/');
}

static bool is_asked_for(const struct cli *cli, uint32_t id)
{
	struct str path = library_path(cli->lib, id);
	const struct options *o = cli->options;
	for (size_t i = 0; i < o->paths.n; i++)
		if (is_below(path, o->paths.at[i]) ||
		    library_by_path(cli->lib, o->paths.at[i]) == id)
			return true;
	return false;
}

/* Shows an article, and says what of it could not be taken in. */
static void show_article(struct cli *cli, const struct article *a,
			 struct str path,
			 void (*show)(struct cli *cli, const struct article *a,
				      struct str path))
{
	show(cli, a, path);
	for (uint32_t i = 0; i < a->problems.n; i++) {
		struct buf line = {0};
		buf_add(&line, path);
		buf_add(&line, STR(": "));
		buf_add(&line, article_problem(a, i));
		complain(buf_str(&line));
		buf_release(&line);
	}
}

void cli_articles(struct cli *cli,
		  void (*show)(struct cli *cli, const struct article *a,
			       struct str path))
{
	if (cli->input)
		show_article(cli, cli->input, STR("-"), show);
	for (uint32_t id = 0; id < library_count(cli->lib); id++) {
		const struct article *a = library_article(cli->lib, id);
		if (a && is_asked_for(cli, id))
			show_article(cli, a, library_path(cli->lib, id), show);
	}
}

/* Puts the PATHs into the library and standard input aside. */
static void open_paths(struct cli *cli)
{
	const struct options *o = cli->options;
	struct err err;
	for (size_t i = 0; i < o->paths.n; i++) {
		struct str path = o->paths.at[i];
		if (!str_eq(path, STR("-"))) {
			if (library_add(cli->lib, path, &err))
				cli->has_opened = true;
			else
				complain(str_of(err.text));
			continue;
		}
		if (cli->input)
			continue;
		cli->input = format_read(STDIN_FILENO, STR("-"), o->format,
					 &format_budget_default, &err);
		if (cli->input)
			cli->has_opened = true;
		else
			complain(str_of(err.text));
	}
	for (size_t i = 0; i < o->libraries.n; i++) {
		if (library_add(cli->lib, o->libraries.at[i], &err))
			cli->has_opened |= o->mode != MODE_DUMP;
		else
			complain(str_of(err.text));
	}
}

static int run_mode(struct cli *cli)
{
	switch (cli->options->mode) {
	case MODE_LIST:
		return mode_list(cli);
	case MODE_SEARCH:
		return mode_search(cli);
	case MODE_RELATED:
		return mode_related(cli);
	case MODE_NOTES:
		return mode_notes(cli);
	case MODE_OUTLINE:
		return mode_outline(cli);
	case MODE_STATS:
		return mode_stats(cli);
	default:
		return mode_dump(cli);
	}
}

int cli_run(const struct options *options, unsigned threads,
	    const struct printing *printing, struct log *log)
{
	struct cli cli = {.options = options, .print = printing};
	struct library_options how = {
		.threads = threads, .format = options->format, .log = log};
	cli.lib = library_new(&how);
	cli.json = json_new(printing->out);
	cli.pages = pages_new();
	open_paths(&cli);
	library_start(cli.lib);
	library_wait(cli.lib);
	struct library_state state = library_state(cli.lib);
	for (uint32_t i = 0; i < state.skipped; i++)
		complain(library_skipped(cli.lib, i));
	bool has_some = cli.input || state.read > 0;
	int status = cli.has_opened && has_some ? run_mode(&cli) : 2;
	if (cli.has_opened && !has_some && state.skipped == 0)
		complain(STR("no articles there; give a file or a directory "
			     "that has some"));
	pages_free(cli.pages);
	json_free(cli.json);
	article_free(cli.input);
	library_free(cli.lib);
	return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --list: a line an article. Columns stand under each other on a terminal
 * and are parted by tabs elsewhere.
 */
#include "config.h"

#include "base/buf.h"
#include "cli/mode.h"
#include "search/filter.h"
#include "text/width.h"

static void list_json(struct cli *cli, const struct article *a, struct str path)
{
	struct json *j = cli->json;
	json_open_object(j);
	json_path(j, "path", path);
	json_member(j, "title", article_str(a, a->title));
	json_key(j, "authors");
	json_open_array(j);
	for (uint32_t i = 0; i < a->authors.n; i++)
		json_str(j, article_str(a, article_author(a, i)->name));
	json_close_array(j);
	json_member(j, "date", article_str(a, a->date));
	json_member(j, "format", article_str(a, a->format));
	json_member_int(j, "words", a->words);
	json_close_object(j);
	json_end_line(j);
}

static void add_authors(struct buf *out, const struct article *a)
{
	for (uint32_t i = 0; i < a->authors.n; i++) {
		if (i)
			buf_add(out, STR(", "));
		buf_add(out, article_str(a, article_author(a, i)->name));
	}
}

static void print_blanks(const struct printing *p, size_t n)
{
	fprintf(p->out, "%*s", (int)n, "");
}

/* Prints `text` in a column of `cells`, cut where it is longer. */
static void print_column(const struct printing *p, unsigned sgr,
			 struct str text, size_t cells)
{
	struct str shown = text;
	size_t width = width_text(text);
	if (width > cells)
		shown = width_cut(text, cells - 1);
	print_styled(p, sgr, shown);
	size_t used = width_text(shown);
	if (shown.n < text.n) {
		print_styled(p, sgr, p->ascii ? STR(".") : STR("…"));
		used++;
	}
	print_blanks(p, cells > used ? cells - used : 0);
}

static void list_text(struct cli *cli, const struct article *a, struct str path)
{
	const struct printing *p = cli->print;
	struct buf authors = {0};
	add_authors(&authors, a);
	if (p->is_terminal) {
		/* Date, a title that takes what is left, authors, path. */
		size_t left = p->measure > 60 ? p->measure : 60;
		size_t by = left / 5;
		print_column(p, SGR_DIM, article_str(a, a->date), 12);
		print_column(p, SGR_BOLD, article_str(a, a->title),
			     left - 12 - by - 2);
		print_blanks(p, 2);
		print_column(p, 0, buf_str(&authors), by);
		fputs("\n            ", p->out);
		print_path(p, SGR_DIM, path);
	} else {
		print_path(p, 0, path);
		fprintf(p->out, "\t%.*s\t%.*s\t%.*s",
			STR_ARG(article_str(a, a->title)),
			STR_ARG(buf_str(&authors)),
			STR_ARG(article_str(a, a->date)));
	}
	fputc('\n', p->out);
	buf_release(&authors);
}

int mode_list(struct cli *cli)
{
	const struct options *o = cli->options;
	struct filter filter;
	filter_init(&filter, o->author, o->series, o->tag);
	size_t left = o->has_limit && o->limit ? o->limit : SIZE_MAX;
	bool has_any = false;
	for (uint32_t id = 0; id < library_count(cli->lib) && left; id++) {
		const struct article *a = library_article(cli->lib, id);
		if (!a || !filter_takes(&filter, a))
			continue;
		struct str path = library_path(cli->lib, id);
		if (o->is_json)
			list_json(cli, a, path);
		else
			list_text(cli, a, path);
		has_any = true;
		left--;
	}
	filter_release(&filter);
	return has_any ? 0 : 1;
}

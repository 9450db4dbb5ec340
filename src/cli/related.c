/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --related: the pieces of the library related to an article, or to one
 * article a line of standard input.
 */
#include "config.h"

#include "cli/mode.h"

static const struct {
	unsigned why;
	const char *word;
} whys[] = {
	/* What the page itself lists it links to, in the words of JSON. */
	{WHY_LISTED | WHY_LINKED, "linked"}, {WHY_LINKED_FROM, "linked-from"},
	{WHY_SERIES, "same-series"},	     {WHY_AUTHOR, "same-author"},
	{WHY_MENTIONS, "mentions"},	     {WHY_SIMILAR, "similar"},
};
enum { N_WHYS = sizeof whys / sizeof whys[0] };

static void relation_json(struct cli *cli, const struct relation *r,
			  size_t rank)
{
	struct json *j = cli->json;
	json_open_object(j);
	json_member_int(j, "rank", (long long)rank);
	json_key(j, "score");
	json_real(j, r->score);
	json_path(j, "path", library_path(cli->lib, r->article));
	json_member(j, "title", r->title);
	json_key(j, "why");
	json_open_array(j);
	for (size_t i = 0; i < N_WHYS; i++)
		if (r->why & whys[i].why)
			json_str(j, str_of(whys[i].word));
	json_close_array(j);
	json_key(j, "terms");
	json_open_array(j);
	for (size_t i = 0; i < r->n_terms; i++)
		json_str(j, r->terms[i]);
	json_close_array(j);
	json_close_object(j);
}

static void relation_text(struct cli *cli, const struct relation *r,
			  size_t rank)
{
	const struct printing *p = cli->print;
	fprintf(p->out, "%3zu  ", rank);
	print_styled(p, SGR_BOLD, r->title);
	fputs("\n     ", p->out);
	print_path(p, SGR_DIM, library_path(cli->lib, r->article));
	struct buf reasons = {0};
	for (size_t i = 0; i < N_WHYS; i++)
		if (r->why & whys[i].why)
			buf_addf(&reasons, "%s%s", reasons.n ? ", " : "",
				 whys[i].word);
	for (size_t i = 0; i < r->n_terms; i++)
		buf_addf(&reasons, "%s%.*s", i ? ", " : ": ",
			 STR_ARG(r->terms[i]));
	fputs("\n     ", p->out);
	print_styled(p, SGR_DIM, buf_str(&reasons));
	fputc('\n', p->out);
	buf_release(&reasons);
}

/* Prints what is related to `path`; true if anything is. */
static bool relate(struct cli *cli, struct str path)
{
	const struct options *o = cli->options;
	struct arena arena = {0};
	struct relation *relations = NULL;
	size_t n = 0, shown = 0;
	size_t limit = o->limit ? o->limit : library_count(cli->lib);
	uint32_t id = library_by_path(cli->lib, path);
	const struct article *a =
		id == NO_INDEX ? NULL : library_article(cli->lib, id);
	if (a)
		n = library_related(cli->lib, a, library_path(cli->lib, id), id,
				    limit, &arena, &relations);
	if (o->is_json) {
		json_open_object(cli->json);
		json_path(cli->json, "article", path);
		json_key(cli->json, "results");
		json_open_array(cli->json);
	}
	for (size_t i = 0; i < n && shown < limit; i++) {
		if (relations[i].article == NO_INDEX)
			continue;
		shown++;
		if (o->is_json)
			relation_json(cli, &relations[i], shown);
		else
			relation_text(cli, &relations[i], shown);
	}
	if (o->is_json) {
		json_close_array(cli->json);
		json_close_object(cli->json);
		json_end_line(cli->json);
	}
	if (!a) {
		fputs("pore: ", stderr);
		struct printing said = {.out = stderr};
		print_path(&said, 0, path);
		fputs(": no such article in the library; --list names them\n",
		      stderr);
	}
	arena_release(&arena);
	return shown > 0;
}

int mode_related(struct cli *cli)
{
	if (!str_eq(cli->options->query, STR("-")))
		return relate(cli, cli->options->query) ? 0 : 1;
	struct buf line = {0};
	bool has_any = false;
	while (cli_next_line(&line)) {
		has_any |= relate(cli, buf_str(&line));
		fflush(cli->print->out);
	}
	buf_release(&line);
	return has_any ? 0 : 1;
}

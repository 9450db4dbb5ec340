/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --search: one query, or a query a line of standard input.
 */
#include "config.h"

#include "cli/mode.h"
#include "text/utf8.h"

/* Matches are marked so that a script finds them and a font shows nothing. */
#define MARK_OPEN  "\xee\x80\x80" /* U+E000 */
#define MARK_CLOSE "\xee\x80\x81" /* U+E001 */

static struct str marked(const struct snippet *s, struct arena *arena)
{
	struct buf out = {0};
	size_t done = 0;
	for (size_t i = 0; i < s->n_lit; i++) {
		buf_add(&out, str_sub(s->text, done, s->lit[i].start));
		buf_add(&out, STR(MARK_OPEN));
		buf_add(&out, str_sub(s->text, s->lit[i].start, s->lit[i].end));
		buf_add(&out, STR(MARK_CLOSE));
		done = s->lit[i].end;
	}
	buf_add(&out, str_from_at(s->text, done));
	struct str text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void hit_json(struct cli *cli, const struct hit *hit, size_t rank,
		     const struct snippet *s, struct arena *arena)
{
	struct json *j = cli->json;
	const struct article *a = library_article(cli->lib, hit->article);
	json_open_object(j);
	json_member_int(j, "rank", (long long)rank);
	json_key(j, "score");
	json_real(j, hit->score);
	json_path(j, "path", library_path(cli->lib, hit->article));
	json_member(j, "title", article_str(a, a->title));
	json_key(j, "snippet");
	json_str(j, marked(s, arena));
	json_key(j, "terms");
	json_open_array(j);
	for (size_t i = 0; i < s->n_terms; i++)
		json_str(j, s->terms[i]);
	json_close_array(j);
	json_key(j, "block");
	json_block(j, a, s->at.unit);
	json_key(j, "fuzzy");
	json_bool(j, hit->is_fuzzy);
	json_close_object(j);
}

static void hit_text(struct cli *cli, const struct hit *hit, size_t rank,
		     const struct snippet *s)
{
	const struct printing *p = cli->print;
	const struct article *a = library_article(cli->lib, hit->article);
	fprintf(p->out, "%3zu  ", rank);
	print_styled(p, SGR_BOLD, article_str(a, a->title));
	if (hit->is_fuzzy)
		print_styled(p, SGR_DIM, STR("  (similar spelling)"));
	fputs("\n     ", p->out);
	print_path(p, SGR_DIM, library_path(cli->lib, hit->article));
	fputs("\n     ", p->out);
	size_t done = 0;
	for (size_t i = 0; i < s->n_lit; i++) {
		struct range lit = s->lit[i];
		print_styled(p, 0, str_sub(s->text, done, lit.start));
		print_styled(p, SGR_BOLD | SGR_UNDERLINE,
			     str_sub(s->text, lit.start, lit.end));
		done = lit.end;
	}
	print_styled(p, 0, str_from_at(s->text, done));
	fputc('\n', p->out);
}

/* Searches and prints; true with hits. */
static bool search(struct cli *cli, struct str query)
{
	const struct options *o = cli->options;
	struct arena arena = {0};
	struct search_options how = {.limit = o->limit,
				     .author = o->author,
				     .series = o->series,
				     .tag = o->tag};
	struct buf clean = {0};
	utf8_clean(&clean, query);
	struct results r =
		library_search(cli->lib, buf_str(&clean), &how, &arena);
	if (o->is_json) {
		json_open_object(cli->json);
		json_key(cli->json, "query");
		json_str(cli->json, buf_str(&clean));
		json_member_int(cli->json, "total", (long long)r.total);
		json_member_int(cli->json, "micros", r.micros);
		json_key(cli->json, "results");
		json_open_array(cli->json);
	}
	for (size_t i = 0; i < r.n; i++) {
		struct arena passing = {0};
		struct snippet s = library_snippet(
			cli->lib, r.hits[i].article, buf_str(&clean), false,
			2 * (size_t)cli->print->measure, &passing);
		if (o->is_json)
			hit_json(cli, &r.hits[i], i + 1, &s, &passing);
		else
			hit_text(cli, &r.hits[i], i + 1, &s);
		arena_release(&passing);
	}
	if (o->is_json) {
		json_close_array(cli->json);
		json_close_object(cli->json);
		json_end_line(cli->json);
	} else if (r.n < r.total) {
		fprintf(cli->print->out, "     %zu more; --limit=0 shows all\n",
			r.total - r.n);
	}
	bool has_hits = r.n > 0;
	arena_release(&arena);
	buf_release(&clean);
	return has_hits;
}

int mode_search(struct cli *cli)
{
	if (!str_eq(cli->options->query, STR("-")))
		return search(cli, cli->options->query) ? 0 : 1;
	struct buf line = {0};
	bool has_hits = false;
	while (cli_next_line(&line)) {
		has_hits |= search(cli, buf_str(&line));
		fflush(cli->print->out);
	}
	buf_release(&line);
	return has_hits ? 0 : 1;
}

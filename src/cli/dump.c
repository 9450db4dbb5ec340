/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --dump: articles as set pages, or as JSON (interface.md, section 2).
 */
#include "config.h"

#include "cli/mode.h"
#include "cli/pages.h"

static void json_blocks(struct json *j, const struct article *a)
{
	json_key(j, "blocks");
	json_open_array(j);
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = article_block(a, i);
		struct str text = article_str(a, b->text);
		uint32_t n;
		const struct span *spans = article_unit_spans(a, i, &n);
		json_open_object(j);
		json_member(j, "type", block_type_name(b->type));
		json_key(j, "level");
		if (b->level)
			json_int(j, b->level);
		else
			json_null(j);
		json_key(j, "text");
		json_str(j, text);
		json_key(j, "notes");
		json_open_array(j);
		for (uint32_t k = 0; k < n; k++)
			if (spans[k].type == SPAN_NOTE)
				json_str(j,
					 article_str(a,
						     article_note(
							     a, spans[k].target)
							     ->label));
		json_close_array(j);
		json_key(j, "links");
		json_open_array(j);
		for (uint32_t k = 0; k < n; k++) {
			if (spans[k].type != SPAN_LINK)
				continue;
			json_open_object(j);
			json_key(j, "text");
			json_str(j,
				 str_sub(text, spans[k].start, spans[k].end));
			json_key(j, "url");
			json_str(j,
				 article_str(a, article_link(a, spans[k].target)
							->url));
			json_close_object(j);
		}
		json_close_array(j);
		json_close_object(j);
	}
	json_close_array(j);
}

static void json_authors(struct json *j, const struct article *a)
{
	json_key(j, "authors");
	json_open_array(j);
	for (uint32_t i = 0; i < a->authors.n; i++) {
		const struct author *who = article_author(a, i);
		json_open_object(j);
		json_member(j, "name", article_str(a, who->name));
		json_member(j, "about", article_str(a, who->about));
		json_close_object(j);
	}
	json_close_array(j);
}

/* The piece in the library that a page's own list means, or NO_INDEX. */
static uint32_t find_related(struct cli *cli, const struct article *a,
			     struct str path, const struct related *r)
{
	uint32_t id = NO_INDEX;
	if (r->url.n)
		id = library_resolve(cli->lib, path, article_str(a, r->url));
	if (id == NO_INDEX && r->title.n)
		id = library_by_title(cli->lib, article_str(a, r->title));
	return id;
}

static void json_related(struct cli *cli, const struct article *a,
			 struct str path)
{
	struct json *j = cli->json;
	json_key(j, "related");
	json_open_array(j);
	for (uint32_t i = 0; i < a->related.n; i++) {
		const struct related *r = article_related(a, i);
		json_open_object(j);
		json_member(j, "group", article_str(a, r->group));
		json_member(j, "title", article_str(a, r->title));
		json_member(j, "teaser", article_str(a, r->teaser));
		json_member(j, "url", article_str(a, r->url));
		uint32_t id = find_related(cli, a, path, r);
		if (id == NO_INDEX) {
			json_key(j, "article");
			json_null(j);
		} else {
			json_path(j, "article", library_path(cli->lib, id));
		}
		json_close_object(j);
	}
	json_close_array(j);
}

static struct str deck_of(const struct article *a)
{
	if (a->blocks.n && article_block(a, 0)->type == BLOCK_DECK)
		return article_unit_text(a, 0);
	return STR("");
}

static void dump_json(struct cli *cli, const struct article *a, struct str path)
{
	struct json *j = cli->json;
	json_open_object(j);
	json_path(j, "path", path);
	json_member(j, "format", article_str(a, a->format));
	json_member(j, "url", article_str(a, a->url));
	json_member(j, "title", article_str(a, a->title));
	json_member(j, "series", article_str(a, a->series));
	json_member(j, "deck", deck_of(a));
	json_authors(j, a);
	json_member(j, "date", article_str(a, a->date));
	json_member(j, "language", article_str(a, a->language));
	json_key(j, "tags");
	json_open_array(j);
	for (uint32_t i = 0; i < a->tags.n; i++)
		json_str(j, article_tag(a, i));
	json_close_array(j);
	json_member_int(j, "words", a->words);
	json_blocks(j, a);
	json_notes(j, a);
	json_related(cli, a, path);
	json_close_object(j);
	json_end_line(j);
}

static void dump_page(struct cli *cli, const struct article *a, struct str path)
{
	(void)path;
	struct pages *pages = cli->pages;
	pages_part(pages, cli->print);
	pages_print(pages, cli->print, a, -1, INT32_MAX);
}

int mode_dump(struct cli *cli)
{
	cli_articles(cli, cli->options->is_json ? dump_json : dump_page);
	return 0;
}

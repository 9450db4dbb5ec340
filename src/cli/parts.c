/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --notes and --outline: parts of articles.
 */
#include "config.h"

#include "cli/mode.h"
#include "cli/pages.h"

void json_notes(struct json *j, const struct article *a)
{
	json_key(j, "notes");
	json_open_array(j);
	for (uint32_t i = 0; i < a->notes.n; i++) {
		const struct note *note = article_note(a, i);
		json_open_object(j);
		json_member(j, "label", article_str(a, note->label));
		json_key(j, "text");
		json_str(j, article_str(a, note->text));
		json_key(j, "block");
		json_block(j, a, (int32_t)(a->blocks.n + i));
		json_close_object(j);
	}
	json_close_array(j);
}

static void notes_json(struct cli *cli, const struct article *a,
		       struct str path)
{
	json_open_object(cli->json);
	json_path(cli->json, "path", path);
	json_notes(cli->json, a);
	json_close_object(cli->json);
	json_end_line(cli->json);
}

static void notes_text(struct cli *cli, const struct article *a,
		       struct str path)
{
	(void)path;
	if (a->notes.n == 0)
		return;
	pages_part(cli->pages, cli->print);
	print_styled(cli->print, SGR_BOLD, article_str(a, a->title));
	fputc('\n', cli->print->out);
	pages_print(cli->pages, cli->print, a, (int32_t)a->blocks.n, INT32_MAX);
}

int mode_notes(struct cli *cli)
{
	cli_articles(cli, cli->options->is_json ? notes_json : notes_text);
	return 0;
}

static void outline_json(struct cli *cli, const struct article *a,
			 struct str path)
{
	struct json *j = cli->json;
	json_open_object(j);
	json_path(j, "path", path);
	json_member(j, "title", article_str(a, a->title));
	json_key(j, "headings");
	json_open_array(j);
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = article_block(a, i);
		if (b->type != BLOCK_HEADING)
			continue;
		json_open_object(j);
		json_member_int(j, "level", b->level);
		json_member(j, "text", article_str(a, b->text));
		json_member_int(j, "block", i);
		json_close_object(j);
	}
	json_close_array(j);
	json_close_object(j);
	json_end_line(j);
}

static void outline_text(struct cli *cli, const struct article *a,
			 struct str path)
{
	(void)path;
	pages_part(cli->pages, cli->print);
	print_styled(cli->print, SGR_BOLD, article_str(a, a->title));
	fputc('\n', cli->print->out);
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = article_block(a, i);
		if (b->type == BLOCK_HEADING)
			fprintf(cli->print->out, "%*s%.*s\n", 2 * b->level, "",
				STR_ARG(article_str(a, b->text)));
	}
}

int mode_outline(struct cli *cli)
{
	cli_articles(cli, cli->options->is_json ? outline_json : outline_text);
	return 0;
}

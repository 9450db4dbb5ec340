/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the modes share: the library they work on and how they print. For
 * files of this folder.
 */
#ifndef PORE_CLI_MODE_H
#define PORE_CLI_MODE_H

#include "cli/cli.h"
#include "cli/json.h"

struct pages;

struct cli {
	const struct options *options;
	const struct printing *print;
	struct library *lib; /* all is read */
	struct json *json;
	struct article *input; /* from standard input, or NULL */
	struct pages *pages;
	bool has_opened; /* at least one PATH could be opened */
};

/* Calls `show` for each article of the PATHs, in path order. */
void cli_articles(struct cli *cli,
		  void (*show)(struct cli *cli, const struct article *a,
			       struct str path));

/* The modes; they return the exit status. */
int mode_dump(struct cli *cli);
int mode_list(struct cli *cli);
int mode_search(struct cli *cli);
int mode_related(struct cli *cli);
int mode_notes(struct cli *cli);
int mode_outline(struct cli *cli);
int mode_stats(struct cli *cli);

/* The next line of standard input, without its end; false at the end. The
 * line is valid until the next call. */
bool cli_next_line(struct buf *line);

/* Prints text in a style when colours are welcome. */
enum sgr { SGR_BOLD = 1, SGR_DIM = 2, SGR_ITALIC = 4, SGR_UNDERLINE = 8 };
void print_styled(const struct printing *p, unsigned sgr, struct str text);
/* Prints a file's name harmlessly. */
void print_path(const struct printing *p, unsigned sgr, struct str path);

/* Where a hit or note stands, as the JSON's "block": a unit that is a block;
 * the block that calls the note; null for the title. */
void json_block(struct json *j, const struct article *a, int32_t unit);

/* The member "notes" of an article. */
void json_notes(struct json *j, const struct article *a);

#endif

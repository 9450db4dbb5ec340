/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: options of the environment variable PORE first, then the
 * arguments, so that these win.
 */
#ifndef PORE_CLI_OPTIONS_H
#define PORE_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

enum mode {
	MODE_READ, /* on the screen */
	MODE_DUMP,
	MODE_LIST,
	MODE_SEARCH,
	MODE_RELATED,
	MODE_NOTES,
	MODE_OUTLINE,
	MODE_STATS,
	MODE_PRINT_CONFIG,
	MODE_PRINT_KEYS,
	MODE_HELP,
	MODE_VERSION,
};

enum when { WHEN_UNSET, WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct options {
	enum mode mode;
	VEC(struct str) paths;	   /* what to open; "-" is standard input */
	VEC(struct str) libraries; /* -L */
	struct str query;	   /* of --search, or ARTICLE of --related */
	bool is_json;
	bool has_limit;
	size_t limit;	/* 0: all */
	unsigned width; /* 0: not given */
	struct str format;
	struct str author, series, tag;
	bool quit_if_one_screen;
	unsigned start_line; /* +N, from 1; 0: none */
	struct str pattern;
	enum when color;
	int threads; /* -1: not given */
	const char *script, *log, *config;
	bool no_config, is_secure, ascii;
	struct arena arena; /* holds the words of PORE */
};

/* Reads `env` (the value of PORE, may be NULL) and the arguments. False and a
 * sentence on wrong usage. Release in either case. */
bool options_parse(struct options *o, const char *env, int argc,
		   char *const argv[], struct err *err);
void options_release(struct options *o);

/* What --help prints. */
void options_help(struct buf *out);

#endif

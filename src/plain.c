/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/pages.h"
#include "open.h"
#include "text/utf8.h"

void plain_complain(const char *text)
{
	struct buf shown = {0};
	utf8_clean_name(&shown, str_of(text));
	fprintf(stderr, "pore: %.*s\n", STR_ARG(buf_str(&shown)));
	buf_release(&shown);
}

/* The size of the terminal at standard output, or 0 x 0. */
static struct winsize terminal_size(void)
{
	struct winsize size = {0};
	ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	return size;
}

static struct printing printing_for(const struct setup *setup)
{
	bool is_terminal = isatty(STDOUT_FILENO);
	const char *term = getenv("TERM");
	bool is_able =
		is_terminal && term && *term && strcmp(term, "dumb") != 0;
	struct printing p = {
		.out = stdout,
		.measure = (unsigned)setup->settings.measure,
		.is_terminal = is_terminal,
		.has_color = setup_wants_color(setup, is_able),
		.ascii = setup->settings.ascii ||
			 (is_terminal && !setup_is_unicode()),
		.hyphenate = setup->settings.hyphenate,
	};
	unsigned cols = terminal_size().ws_col;
	if (!setup->options.width && cols > 0 && cols < p.measure)
		p.measure = cols;
	return p;
}

int plain_run(const struct setup *setup, struct log *log)
{
	struct printing p = printing_for(setup);
	return cli_run(&setup->options, (unsigned)setup->settings.threads, &p,
		       log);
}

void plain_article(const struct setup *setup, const struct article *a)
{
	struct printing p = printing_for(setup);
	struct pages *pages = pages_new();
	pages_print(pages, &p, a, -1, INT32_MAX);
	pages_free(pages);
	fflush(p.out);
}

bool plain_fits(const struct setup *setup, const struct article *a)
{
	return open_fits(a, printing_for(setup).measure,
			 terminal_size().ws_row - 1);
}

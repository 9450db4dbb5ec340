/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/confine.h"

#include "text/utf8.h"

enum {
	LRE = 0x202a,
	RLE,
	PDF,
	LRO,
	RLO,
	LRI = 0x2066,
	RLI,
	FSI,
	PDI,
};

/* A PDI closes the innermost isolate and all that was opened in it. */
static void close_isolate(struct confine *c)
{
	size_t n = c->open.n;
	while (n > 0 && c->open.p[n - 1] != '[')
		n--;
	if (n > 0)
		c->open.n = n - 1;
}

void confine_add(struct confine *c, struct str text)
{
	/* All of them begin with the byte E2. */
	size_t at = str_find_char(text, '\xe2', 0);
	while (at < text.n) {
		uint32_t code;
		at += utf8_next(text, at, &code);
		if (code == LRE || code == RLE || code == LRO || code == RLO)
			buf_add_char(&c->open, '(');
		else if (code == LRI || code == RLI || code == FSI)
			buf_add_char(&c->open, '[');
		else if (code == PDI)
			close_isolate(c);
		else if (code == PDF && c->open.n &&
			 c->open.p[c->open.n - 1] == '(')
			c->open.n--;
		at = str_find_char(text, '\xe2', at);
	}
}

void confine_end(struct confine *c, struct buf *out)
{
	while (c->open.n)
		buf_add_code(out, c->open.p[--c->open.n] == '[' ? PDI : PDF);
}

void confine_release(struct confine *c)
{
	buf_release(&c->open);
}

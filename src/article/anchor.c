/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings by their slug, as GitHub makes it, for links such as "#the-name".
 */
#include "config.h"

#include <unicase.h>
#include <unictype.h>

#include "article/article.h"
#include "base/buf.h"
#include "text/utf8.h"

/* Appends the slug of a heading: letters, marks, digits, '_' and '-' in
 * lower case, a hyphen for each space. */
static void add_slug(struct buf *out, struct str heading)
{
	for (size_t at = 0; at < heading.n;) {
		uint32_t c;
		at += utf8_next(heading, at, &c);
		if (c == ' ')
			buf_add_char(out, '-');
		else if (c == '-' || c == '_' || uc_is_property_alphabetic(c) ||
			 uc_is_general_category(c, UC_MARK) ||
			 uc_is_general_category(c, UC_NUMBER))
			buf_add_code(out, uc_tolower(c));
	}
}

/* The number behind "name-" in `wanted`: the nth repetition of `slug`; 0 for
 * the slug itself, -1 if it is another name. */
static long repetition(struct str wanted, struct str slug)
{
	if (!str_starts(wanted, slug))
		return -1;
	struct str rest = str_from_at(wanted, slug.n);
	if (rest.n == 0)
		return 0;
	if (rest.n < 2 || rest.n > 6 || rest.p[0] != '-')
		return -1;
	long n = 0;
	for (size_t i = 1; i < rest.n; i++) {
		if (!ascii_is_digit(rest.p[i]))
			return -1;
		n = n * 10 + (rest.p[i] - '0');
	}
	return n;
}

bool article_find_anchor(const struct article *a, struct str name,
			 struct position *out)
{
	struct buf wanted = {0}, slug = {0};
	add_slug(&wanted, name);
	long seen = 0;
	bool is_found = false;
	for (uint32_t i = 0; wanted.n && i < a->blocks.n && !is_found; i++) {
		const struct block *block = article_block(a, i);
		if (block->type != BLOCK_HEADING)
			continue;
		slug.n = 0;
		add_slug(&slug, article_str(a, block->text));
		long n = repetition(buf_str(&wanted), buf_str(&slug));
		if (n < 0)
			continue;
		is_found = n == 0 || n == seen;
		seen++;
		if (is_found)
			*out = (struct position){(int32_t)i, 0};
	}
	buf_release(&wanted);
	buf_release(&slug);
	return is_found;
}

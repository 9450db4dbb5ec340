/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As MediaWiki and Obsidian have them. A shell's "[[ -f x ]]" is none: a title
 * begins and ends with no space and holds no bracket.
 */
#include "config.h"

#include "format/wikilink.h"

#include "base/buf.h"

enum { LIMIT_TITLE = 300 };

struct wikilink {
	size_t start, end; /* all of it, the '!' of an embed too */
	struct str target; /* "Title#Heading" */
	struct str text;   /* what is seen */
};

/* What stands between the brackets that open at `open`. */
static bool read_at(struct str s, size_t open, struct wikilink *link)
{
	size_t start = open + 2, end = start;
	while (end < s.n && s.p[end] != '[' && s.p[end] != ']' &&
	       s.p[end] != '\n' && end - start <= LIMIT_TITLE)
		end++;
	if (end + 1 >= s.n || s.p[end] != ']' || s.p[end + 1] != ']')
		return false;
	struct str inner = str_sub(s, start, end);
	if (inner.n == 0 || inner.n > LIMIT_TITLE ||
	    str_trim(inner).n != inner.n)
		return false;
	size_t bar = str_find_char(inner, '|', 0);
	link->target = str_trim(str_sub(inner, 0, bar));
	link->text = bar < inner.n ? str_trim(str_from_at(inner, bar + 1))
				   : link->target;
	if (link->target.n == 0)
		return false;
	if (link->text.n == 0)
		link->text = link->target;
	if (link->text.p[0] == '#' && link->text.n > 1)
		link->text = str_from_at(link->text, 1);
	link->start = open > 0 && s.p[open - 1] == '!' ? open - 1 : open;
	link->end = end + 2;
	return true;
}

static bool find_next(struct str s, size_t from, struct wikilink *link)
{
	for (size_t at = from;; at++) {
		at = str_find(s, STR("[["), at);
		if (at == s.n)
			return false;
		if (read_at(s, at, link)) {
			if (link->start < from)
				link->start = from;
			return true;
		}
	}
}

void wikilink_text(struct build *b, struct str text)
{
	struct wikilink link;
	size_t at = 0;
	while (find_next(text, at, &link)) {
		struct buf url = {0};
		if (link.target.p[0] != '#')
			buf_add(&url, STR("wiki:"));
		buf_add(&url, link.target);
		build_text(b, str_sub(text, at, link.start));
		build_link_start(b, buf_str(&url));
		build_text(b, link.text);
		build_link_stop(b);
		buf_release(&url);
		at = link.end;
	}
	build_text(b, str_from_at(text, at));
}

size_t wikilink_count(struct str text)
{
	struct wikilink link;
	size_t n = 0, at = 0;
	while (find_next(text, at, &link)) {
		at = link.end;
		n++;
	}
	return n;
}

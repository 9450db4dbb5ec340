/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term/kind.h"

#include <stdlib.h>

#include <curses.h>
/* Last, for it makes macros of common words, such as `lines`. */
#include <term.h>

bool kind_check(int fd, struct err *err)
{
	const char *name = getenv("TERM");
	int code;
	if (!name || !*name) {
		err_set(err, "TERM is not set, so the terminal's kind is not "
			     "known");
		return false;
	}
	if (setupterm(name, fd, &code) != OK) {
		err_set(err, "the terminal '%s' is unknown here", name);
		return false;
	}
	bool is_able = kind_capability("cup") && kind_capability("clear");
	if (!is_able)
		err_set(err, "the terminal '%s' can't show a screen", name);
	del_curterm(cur_term);
	return is_able;
}

const char *kind_capability(const char *name)
{
	const char *s = tigetstr(name);
	return s == (const char *)-1 ? NULL : s;
}

void kind_add_capability(struct buf *out, const char *name)
{
	struct str s = str_of(kind_capability(name));
	for (size_t at = 0; at < s.n;) {
		size_t pad = str_find(s, STR("$<"), at);
		buf_add(out, str_sub(s, at, pad));
		size_t end = str_find_char(s, '>', pad);
		at = end < s.n ? end + 1 : s.n;
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/dirs.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* The specification says to ignore relative paths. */
static bool add_absolute(struct buf *out, const char *variable)
{
	struct str value = str_of(getenv(variable));
	if (value.n == 0 || value.p[0] != '/')
		return false;
	buf_add(out, value);
	return true;
}

static bool find(struct buf *out, const char *variable, struct str below_home,
		 struct str name)
{
	if (!add_absolute(out, variable)) {
		if (!add_absolute(out, "HOME"))
			return false;
		buf_add(out, below_home);
	}
	buf_add(out, STR("/pore/"));
	buf_add(out, name);
	return true;
}

bool dirs_config(struct buf *out, struct str name)
{
	return find(out, "XDG_CONFIG_HOME", STR("/.config"), name);
}

bool dirs_state(struct buf *out, struct str name)
{
	return find(out, "XDG_STATE_HOME", STR("/.local/state"), name);
}

bool dirs_make_parents(struct str path)
{
	bool is_ok = true;
	for (size_t at = 1; at < path.n && is_ok; at++) {
		if (path.p[at] != '/')
			continue;
		struct buf dir = {0};
		buf_add(&dir, str_sub(path, 0, at));
		is_ok = mkdir(buf_cstr(&dir), 0700) == 0 || errno == EEXIST;
		buf_release(&dir);
	}
	return is_ok;
}

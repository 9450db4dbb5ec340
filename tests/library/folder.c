/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

void folder_make(struct folder *f)
{
	char name[] = "/tmp/pore-test-XXXXXX";
	*f = (struct folder){0};
	if (!mkdtemp(name))
		BUG("no temporary folder");
	f->path = arena_str(&f->arena, str_of(name));
}

struct str folder_path(struct folder *f, const char *name)
{
	return arena_printf(&f->arena, "%s/%s", f->path.p, name);
}

void folder_write(struct folder *f, const char *name, const char *text)
{
	struct str path = folder_path(f, name);
	for (size_t i = f->path.n + 1; i < path.n; i++)
		if (path.p[i] == '/')
			mkdir(arena_cstr(&f->arena, str_sub(path, 0, i)),
			      0700);
	FILE *file = fopen(path.p, "w");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		BUG("a test's file could not be written");
}

static int drop(const char *path, const struct stat *st, int type,
		struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void folder_remove(struct folder *f)
{
	nftw(f->path.p, drop, 16, FTW_DEPTH | FTW_PHYS);
	arena_release(&f->arena);
}

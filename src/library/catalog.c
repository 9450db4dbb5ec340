/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fts(3) walks; it tells loops. A directory reached by two ways (through a
 * link) is entered once, or links among n directories could give n! paths.
 */
#include "config.h"

#include "library/catalog.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/article.h"
#include "base/mem.h"

/* What names a file whatever its path. */
struct identity {
	uint64_t dev, ino;
};

static struct identity identity_of(dev_t dev, ino_t ino)
{
	return (struct identity){(uint64_t)dev, (uint64_t)ino};
}

static struct str identity_key(const struct identity *id)
{
	return (struct str){(const char *)id, sizeof *id};
}

/* Slashes at the end say nothing, but for the root. */
static struct str trim_slashes(struct str path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	return path;
}

bool catalog_check(struct str path, struct err *err)
{
	struct arena arena = {0};
	const char *name = arena_cstr(&arena, path);
	struct stat st;
	bool ok = false;
	if (path.n == 0)
		err_set(err, "an empty name is no path");
	else if (stat(name, &st) != 0)
		err_set(err, "%s: %s", name, strerror(errno));
	else if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
		err_set(err, "%s: neither a file nor a directory", name);
	else if (access(name, S_ISDIR(st.st_mode) ? R_OK | X_OK : R_OK) != 0)
		err_set(err, "%s: %s", name, strerror(errno));
	else
		ok = true;
	arena_release(&arena);
	return ok;
}

static void skip(struct catalog *c, const char *path, const char *why)
{
	c->skipped = mem_grow(c->skipped, &c->skipped_cap, c->n_skipped + 1,
			      sizeof *c->skipped);
	c->skipped[c->n_skipped++] =
		arena_printf(&c->arena, "%s: %s", path, why);
}

static void add_file(struct catalog *c, const FTSENT *e)
{
	c->files = mem_grow(c->files, &c->cap, c->n + 1, sizeof *c->files);
	struct str path = {e->fts_path, e->fts_pathlen};
	c->files[c->n++] = (struct catalog_file){
		.path = arena_str(&c->arena, path),
		.dev = e->fts_statp->st_dev,
		.ino = e->fts_statp->st_ino,
	};
}

/* Puts a directory among the seen; false if it is there already. */
static bool is_new_directory(struct catalog *c, const struct stat *st)
{
	struct identity id = identity_of(st->st_dev, st->st_ino);
	struct str key = identity_key(&id);
	if (map_get(&c->seen, key))
		return false;
	map_put(&c->seen, arena_str(&c->arena, key), NO_INDEX);
	return true;
}

static void visit(struct catalog *c, FTS *fts, FTSENT *e)
{
	/* Hidden names, but for the paths given themselves. */
	if (e->fts_level > 0 && e->fts_name[0] == '.') {
		if (e->fts_info == FTS_D)
			fts_set(fts, e, FTS_SKIP);
		return;
	}
	switch (e->fts_info) {
	case FTS_F:
		add_file(c, e);
		break;
	case FTS_D:
		if (!is_new_directory(c, e->fts_statp))
			fts_set(fts, e, FTS_SKIP);
		break;
	case FTS_DC:
		skip(c, e->fts_path, "a link back to a directory it is in");
		break;
	case FTS_DNR:
	case FTS_ERR:
	case FTS_NS:
		skip(c, e->fts_path, strerror(e->fts_errno));
		break;
	case FTS_SL:
	case FTS_SLNONE:
		skip(c, e->fts_path, "a link that leads nowhere");
		break;
	case FTS_DEFAULT:
		skip(c, e->fts_path, "a device, socket or pipe, not a file");
		break;
	default: /* a directory left */
		break;
	}
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int by_path(const void *a, const void *b)
{
	const struct catalog_file *x = a, *y = b;
	return str_cmp(x->path, y->path);
}

/* Keeps the first by path of those that are the same file. */
static void drop_repeated(struct catalog *c)
{
	struct identity *ids = arena_array(&c->arena, struct identity, c->n);
	uint32_t n = 0;
	for (size_t i = 0; i < c->n; i++) {
		ids[n] = identity_of(c->files[i].dev, c->files[i].ino);
		if (*map_put(&c->seen, identity_key(&ids[n]), n) == n) {
			c->files[n] = c->files[i];
			n++;
		}
	}
	c->n = n;
}

void catalog_walk(struct catalog *c, const struct str *paths, size_t n,
		  atomic_uint *found, const atomic_bool *stop)
{
	char **roots = mem_new((n + 1) * sizeof *roots);
	for (size_t i = 0; i < n; i++) {
		struct str path = trim_slashes(paths[i]);
		roots[i] = strndup(path.p, path.n);
	}
	FTS *fts =
		n ? fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name) : NULL;
	FTSENT *e;
	/* glibc's fts_close leaks its list when nothing has been read of it:
	 * so one that is stopped goes on to the end, entering no directory. */
	while (fts && (e = fts_read(fts))) {
		if (atomic_load(stop))
			fts_set(fts, e, FTS_SKIP);
		else
			visit(c, fts, e);
		atomic_store(found, (unsigned)c->n);
	}
	if (fts)
		fts_close(fts);
	for (size_t i = 0; i < n; i++)
		free(roots[i]);
	mem_free(roots);
	if (c->n)
		qsort(c->files, c->n, sizeof *c->files, by_path);
	drop_repeated(c);
	atomic_store(found, (unsigned)c->n);
}

uint32_t catalog_same(const struct catalog *c, struct str path)
{
	struct arena arena = {0};
	struct stat st;
	uint32_t *same = NULL;
	if (path.n && stat(arena_cstr(&arena, path), &st) == 0) {
		struct identity id = identity_of(st.st_dev, st.st_ino);
		same = map_get(&c->seen, identity_key(&id));
	}
	arena_release(&arena);
	return same ? *same : NO_INDEX;
}

void catalog_release(struct catalog *c)
{
	mem_free(c->files);
	mem_free(c->skipped);
	map_release(&c->seen);
	arena_release(&c->arena);
	*c = (struct catalog){0};
}

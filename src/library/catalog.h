/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a library: what a walk of the paths given finds.
 */
#ifndef PORE_LIBRARY_CATALOG_H
#define PORE_LIBRARY_CATALOG_H

#include <stdatomic.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"

struct catalog_file {
	struct str path; /* as reached from the path given; NUL-terminated */
	dev_t dev;
	ino_t ino;
};

struct catalog {
	struct arena arena;
	struct catalog_file *files; /* by path, each file once */
	size_t n, cap;
	struct str *skipped; /* a sentence each */
	size_t n_skipped, skipped_cap;
	struct map seen; /* directories and files, by device and inode */
};

/* Whether the path is a file or directory that can be read; else a sentence. */
bool catalog_check(struct str path, struct err *err);
/* Walks the paths. `found` counts along, `stop` ends the walk early. Hidden
 * names are left out; links are followed, but no directory is entered twice;
 * what is no file or can't be read is put among the skipped. */
void catalog_walk(struct catalog *c, const struct str *paths, size_t n,
		  atomic_uint *found, const atomic_bool *stop);
/* The index of the file that `path` names, if it is one of these by another
 * name; NO_INDEX if not. */
uint32_t catalog_same(const struct catalog *c, struct str path);
void catalog_release(struct catalog *c);

#endif

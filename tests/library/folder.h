/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of files for one test, gone afterwards.
 */
#ifndef PORE_TESTS_LIBRARY_FOLDER_H
#define PORE_TESTS_LIBRARY_FOLDER_H

#include "base/arena.h"

struct folder {
	struct str path; /* NUL-terminated */
	struct arena arena;
};

void folder_make(struct folder *f);
/* Writes a file, making the folders in its name. */
void folder_write(struct folder *f, const char *name, const char *text);
/* The path of a name in it, NUL-terminated. */
struct str folder_path(struct folder *f, const char *name);
void folder_remove(struct folder *f);

#endif

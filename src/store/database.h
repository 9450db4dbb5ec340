/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an SQLite file that must not fail its reader. For this folder.
 */
#ifndef PORE_STORE_DATABASE_H
#define PORE_STORE_DATABASE_H

#include <sqlite3.h>

#include "base/err.h"
#include "base/str.h"

struct database_kind {
	const char *schema;	/* statements that make the tables */
	const char *const *sql; /* the statements to prepare */
	int statements;
	int version; /* in the file as user_version */
};

/* Opens the file and prepares the statements into at[]. A file that is no
 * good is set aside, and a new one made: true, and a sentence in *err. False
 * and a sentence if no file can be used. */
bool database_open(sqlite3 **db, sqlite3_stmt **at, const char *path,
		   const struct database_kind *kind, struct err *err);
void database_open_memory(sqlite3 **db, sqlite3_stmt **at,
			  const struct database_kind *kind);
void database_close(sqlite3 *db, sqlite3_stmt **at, int statements);

#endif

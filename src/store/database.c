/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What opening a file can come to:
 *
 *     good      ours, whole, all statements prepare
 *     damaged   SQLite says so, or its tables are not ours -> set aside
 *     newer     a later pore's -> set aside, so that it finds it again
 *     barred    not to be read or written, locked, no room -> given up
 *
 * A file is set aside by renaming it and its log, never deleted.
 *
 * In WAL mode a commit is in the log when it returns, so that a process
 * killed then loses nothing; synchronous = NORMAL saves the fsync that only
 * the loss of power would need, and cannot harm the file.
 */
#include "config.h"

#include "store/database.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/dirs.h"

/* "pore", so that another program's file is told from ours. */
#define APPLICATION_ID 0x706f7265

/* Another pore writes for milliseconds; longer means that it hangs. */
#define BUSY_MS 2000

enum verdict { GOOD, DAMAGED, NEWER, BARRED };

static bool is_damage(int code)
{
	code &= 0xff;
	return code == SQLITE_CORRUPT || code == SQLITE_NOTADB ||
	       code == SQLITE_ERROR || code == SQLITE_FORMAT;
}

static enum verdict verdict_of(int code)
{
	return code == SQLITE_OK ? GOOD : is_damage(code) ? DAMAGED : BARRED;
}

static int run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The first column of the first row, as a number. */
static int ask(sqlite3 *db, const char *sql, sqlite3_int64 *answer)
{
	sqlite3_stmt *statement;
	int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
	if (code == SQLITE_OK &&
	    (code = sqlite3_step(statement)) == SQLITE_ROW) {
		*answer = sqlite3_column_int64(statement, 0);
		code = SQLITE_OK;
	}
	sqlite3_finalize(statement);
	return code;
}

/* Whether SQLite finds no fault; a page with any byte flipped may still be
 * read well, and then holds what it holds. */
static int check(sqlite3 *db)
{
	sqlite3_stmt *statement;
	int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1,
				      &statement, NULL);
	if (code == SQLITE_OK &&
	    (code = sqlite3_step(statement)) == SQLITE_ROW) {
		const unsigned char *said = sqlite3_column_text(statement, 0);
		code = said && strcmp((const char *)said, "ok") == 0
			       ? SQLITE_OK
			       : SQLITE_CORRUPT;
	}
	sqlite3_finalize(statement);
	return code;
}

/* Makes the tables of an empty file; two pores may come to it at once. */
static int make(sqlite3 *db, const struct database_kind *kind)
{
	struct buf sql = {0};
	sqlite3_int64 tables = 0;
	int code = run(db, "BEGIN IMMEDIATE");
	if (code == SQLITE_OK)
		code = ask(db, "SELECT count(*) FROM sqlite_schema", &tables);
	if (code == SQLITE_OK && tables == 0) {
		buf_addf(&sql,
			 "PRAGMA application_id=%d; PRAGMA user_version=%d; %s",
			 APPLICATION_ID, kind->version, kind->schema);
		code = run(db, buf_cstr(&sql));
	}
	if (code == SQLITE_OK)
		code = run(db, "COMMIT");
	if (code != SQLITE_OK)
		run(db, "ROLLBACK");
	buf_release(&sql);
	return code;
}

static int prepare(sqlite3 *db, sqlite3_stmt **at,
		   const struct database_kind *kind)
{
	int code = SQLITE_OK;
	for (int i = 0; i < kind->statements && code == SQLITE_OK; i++)
		code = sqlite3_prepare_v3(db, kind->sql[i], -1,
					  SQLITE_PREPARE_PERSISTENT, &at[i],
					  NULL);
	return code;
}

/* Looks at an open file and makes it ready. */
static enum verdict examine(sqlite3 *db, sqlite3_stmt **at,
			    const struct database_kind *kind)
{
	sqlite3_int64 tables = 0, id = 0, version = 0;
	sqlite3_busy_timeout(db, BUSY_MS);
	sqlite3_extended_result_codes(db, 1);
	/* Tables and triggers of a file made by others do nothing to us. */
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	int code = ask(db, "SELECT count(*) FROM sqlite_schema", &tables);
	if (code == SQLITE_OK)
		code = ask(db, "PRAGMA application_id", &id);
	if (code == SQLITE_OK)
		code = ask(db, "PRAGMA user_version", &version);
	if (code != SQLITE_OK)
		return verdict_of(code);
	if (tables && id != APPLICATION_ID)
		return DAMAGED;
	if (tables && version != kind->version)
		return version > kind->version ? NEWER : DAMAGED;
	/* A header that asks for a later way of writing. */
	if (sqlite3_db_readonly(db, "main"))
		return NEWER;
	/* Where the log's shared memory can't be had (some network file
	 * systems) the mode stays as it is, and works too. */
	run(db, "PRAGMA journal_mode=WAL");
	run(db, "PRAGMA synchronous=NORMAL");
	if (tables == 0)
		code = make(db, kind);
	if (code == SQLITE_OK)
		code = check(db);
	if (code == SQLITE_OK)
		code = prepare(db, at, kind);
	return verdict_of(code);
}

void database_close(sqlite3 *db, sqlite3_stmt **at, int statements)
{
	for (int i = 0; i < statements; i++) {
		sqlite3_finalize(at[i]);
		at[i] = NULL;
	}
	sqlite3_close(db);
}

void database_open_memory(sqlite3 **db, sqlite3_stmt **at,
			  const struct database_kind *kind)
{
	if (sqlite3_open(":memory:", db) != SQLITE_OK ||
	    examine(*db, at, kind) != GOOD)
		BUG("no database in memory");
}

static enum verdict try_open(sqlite3 **db, sqlite3_stmt **at, const char *path,
			     const struct database_kind *kind, struct err *err)
{
	int code = sqlite3_open_v2(path, db,
				   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
					   SQLITE_OPEN_NOFOLLOW,
				   NULL);
	enum verdict verdict =
		code == SQLITE_OK ? examine(*db, at, kind) : BARRED;
	if (verdict != GOOD) {
		err_set(err, "%s: %s; what is read now is not remembered", path,
			sqlite3_errmsg(*db));
		database_close(*db, at, kind->statements);
		*db = NULL;
	}
	return verdict;
}

/* Finds a name that is free: PATH.SUFFIX-N. */
static bool find_name(struct buf *name, const char *path, const char *suffix)
{
	struct stat st;
	for (int i = 1; i < 1000; i++) {
		name->n = 0;
		buf_addf(name, "%s.%s-%d", path, suffix, i);
		if (lstat(buf_cstr(name), &st) != 0)
			return errno == ENOENT;
	}
	return false;
}

static bool rename_with(const char *path, const char *name, const char *tail)
{
	struct buf from = {0}, to = {0};
	buf_addf(&from, "%s%s", path, tail);
	buf_addf(&to, "%s%s", name, tail);
	bool is_ok = rename(buf_cstr(&from), buf_cstr(&to)) == 0;
	buf_release(&from);
	buf_release(&to);
	return is_ok;
}

/* Renames the file and what SQLite keeps beside it. */
static bool set_aside(const char *path, enum verdict verdict, struct err *err)
{
	struct buf name = {0};
	bool is_newer = verdict == NEWER;
	bool is_ok = find_name(&name, path, is_newer ? "newer" : "damaged");
	if (is_ok) {
		rename_with(path, buf_cstr(&name), "-wal");
		rename_with(path, buf_cstr(&name), "-shm");
		is_ok = rename_with(path, buf_cstr(&name), "");
	}
	if (is_ok)
		err_set(err, "%s %s; it is kept as %s, and a new one begun",
			path, is_newer ? "is from a newer pore" : "was damaged",
			buf_cstr(&name));
	else
		err_set(err,
			"%s %s and can't be renamed (%s); what is read now is "
			"not remembered",
			path, is_newer ? "is from a newer pore" : "is damaged",
			strerrordesc_np(errno));
	buf_release(&name);
	return is_ok;
}

bool database_open(sqlite3 **db, sqlite3_stmt **at, const char *path,
		   const struct database_kind *kind, struct err *err)
{
	struct err why;
	if (!dirs_make_parents(str_of(path))) {
		err_set(err,
			"the directory of %s can't be made (%s); what is read "
			"now is not remembered",
			path, strerrordesc_np(errno));
		return false;
	}
	enum verdict verdict = try_open(db, at, path, kind, &why);
	if (verdict == GOOD)
		return true;
	if (verdict == BARRED) {
		err_set(err, "%s", why.text);
		return false;
	}
	if (!set_aside(path, verdict, err))
		return false;
	if (try_open(db, at, path, kind, &why) == GOOD)
		return true;
	err_set(err, "%s", why.text);
	return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables, and one prepared statement a function. Opening, and what to do
 * with a file that is no good, is in database.c.
 */
#include "config.h"

#include "store/store.h"

#include "base/mem.h"
#include "store/database.h"

/* What the tables keep of the past. */
#define KEEP_OPENED  "10000"
#define KEEP_QUERIES "1000"

enum statement {
	PUT_PLACE,
	GET_PLACE,
	PUT_OPENED,
	TRIM_OPENED,
	EACH_OPENED,
	LAST_BELOW,
	PUT_QUERY,
	TRIM_QUERIES,
	EACH_QUERY,
	STATEMENTS
};

/* Text is bound as bytes: a path need not be UTF-8, and is found again only
 * if nothing converts it. Ids only grow, so they order what they number. */
static const char schema[] =
	"CREATE TABLE place(path BLOB PRIMARY KEY, unit INTEGER NOT NULL,"
	" off INTEGER NOT NULL, percent INTEGER NOT NULL,"
	" time INTEGER NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE opened(id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" path BLOB NOT NULL UNIQUE, title BLOB NOT NULL,"
	" time INTEGER NOT NULL);"
	"CREATE TABLE query(id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" kind BLOB NOT NULL, text BLOB NOT NULL, UNIQUE(kind, text));";

static const char *const sql[STATEMENTS] = {
	[PUT_PLACE] = "INSERT OR REPLACE INTO place VALUES(?1,?2,?3,?4,?5)",
	[GET_PLACE] = "SELECT unit,off,percent,time FROM place WHERE path=?1",
	[PUT_OPENED] = "INSERT OR REPLACE INTO opened(path,title,time)"
		       " VALUES(?1,?2,?3)",
	[TRIM_OPENED] = "DELETE FROM opened WHERE id <="
			" (SELECT max(id) FROM opened) - " KEEP_OPENED,
	[EACH_OPENED] = "SELECT path,title,time FROM opened"
			" ORDER BY id DESC LIMIT ?1",
	/* ?1 is the directory with its slash, ?2 the same with the next
	 * character: what sorts between begins with ?1. */
	[LAST_BELOW] = "SELECT path FROM opened WHERE path > ?1 AND path < ?2"
		       " ORDER BY id DESC LIMIT 1",
	[PUT_QUERY] = "INSERT OR REPLACE INTO query(kind,text) VALUES(?1,?2)",
	[TRIM_QUERIES] = "DELETE FROM query WHERE id <="
			 " (SELECT max(id) FROM query) - " KEEP_QUERIES,
	[EACH_QUERY] = "SELECT text FROM query WHERE kind=?1"
		       " ORDER BY id DESC LIMIT ?2",
};

struct store {
	sqlite3 *db;
	sqlite3_stmt *at[STATEMENTS];
	bool is_lasting;
};

static const struct database_kind kind = {
	.schema = schema, .sql = sql, .statements = STATEMENTS, .version = 1};

struct store *store_open(const char *path, struct err *err)
{
	struct store *s = mem_new(sizeof *s);
	s->is_lasting = path && database_open(&s->db, s->at, path, &kind, err);
	if (!s->is_lasting)
		database_open_memory(&s->db, s->at, &kind);
	return s;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	database_close(s->db, s->at, STATEMENTS);
	mem_free(s);
}

bool store_is_lasting(const struct store *s)
{
	return s->is_lasting;
}

static void bind_str(sqlite3_stmt *statement, int at, struct str s)
{
	/* An empty string with no address would be NULL to SQLite. */
	sqlite3_bind_blob64(statement, at, s.n ? s.p : "", s.n, SQLITE_STATIC);
}

static struct str column_str(sqlite3_stmt *statement, int column)
{
	const char *p = sqlite3_column_blob(statement, column);
	return str_from(p, (size_t)sqlite3_column_bytes(statement, column));
}

/* Runs a statement that gives no rows. */
static bool run(struct store *s, enum statement which, struct err *err)
{
	sqlite3_stmt *statement = s->at[which];
	bool is_ok = sqlite3_step(statement) == SQLITE_DONE;
	if (!is_ok)
		err_set(err, "what was read can't be remembered: %s",
			sqlite3_errmsg(s->db));
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
	return is_ok;
}

static void end(sqlite3_stmt *statement)
{
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
}

bool store_put_place(struct store *s, struct str path,
		     const struct store_place *place, struct err *err)
{
	sqlite3_stmt *statement = s->at[PUT_PLACE];
	bind_str(statement, 1, path);
	sqlite3_bind_int(statement, 2, place->unit);
	sqlite3_bind_int64(statement, 3, place->off);
	sqlite3_bind_int64(statement, 4, place->percent);
	sqlite3_bind_int64(statement, 5, place->time);
	return run(s, PUT_PLACE, err);
}

bool store_get_place(struct store *s, struct str path,
		     struct store_place *place)
{
	sqlite3_stmt *statement = s->at[GET_PLACE];
	bind_str(statement, 1, path);
	bool is_there = sqlite3_step(statement) == SQLITE_ROW;
	if (is_there) {
		place->unit = sqlite3_column_int(statement, 0);
		place->off = (uint32_t)sqlite3_column_int64(statement, 1);
		place->percent = (uint32_t)sqlite3_column_int64(statement, 2);
		place->time = sqlite3_column_int64(statement, 3);
	}
	end(statement);
	return is_there;
}

bool store_put_opened(struct store *s, struct str path, struct str title,
		      int64_t time, struct err *err)
{
	sqlite3_stmt *statement = s->at[PUT_OPENED];
	bind_str(statement, 1, path);
	bind_str(statement, 2, title);
	sqlite3_bind_int64(statement, 3, time);
	return run(s, PUT_OPENED, err) && run(s, TRIM_OPENED, err);
}

bool store_put_query(struct store *s, struct str kind_name, struct str query,
		     struct err *err)
{
	sqlite3_stmt *statement = s->at[PUT_QUERY];
	bind_str(statement, 1, kind_name);
	bind_str(statement, 2, query);
	return run(s, PUT_QUERY, err) && run(s, TRIM_QUERIES, err);
}

bool store_last_below(struct store *s, struct str dir, struct buf *path)
{
	sqlite3_stmt *statement = s->at[LAST_BELOW];
	struct buf from = {0}, to = {0};
	while (dir.n && dir.p[dir.n - 1] == '/')
		dir.n--;
	buf_add(&from, dir);
	buf_add_char(&from, '/');
	buf_add(&to, dir);
	buf_add_char(&to, '/' + 1);
	bind_str(statement, 1, buf_str(&from));
	bind_str(statement, 2, buf_str(&to));
	bool is_there = sqlite3_step(statement) == SQLITE_ROW;
	if (is_there)
		buf_add(path, column_str(statement, 0));
	end(statement);
	buf_release(&from);
	buf_release(&to);
	return is_there;
}

void store_each_opened(struct store *s, size_t limit, store_opened_fn *f,
		       void *arg)
{
	sqlite3_stmt *statement = s->at[EACH_OPENED];
	sqlite3_bind_int64(statement, 1, (sqlite3_int64)limit);
	while (sqlite3_step(statement) == SQLITE_ROW)
		f(arg, column_str(statement, 0), column_str(statement, 1),
		  sqlite3_column_int64(statement, 2));
	end(statement);
}

void store_each_query(struct store *s, struct str kind_name, size_t limit,
		      store_query_fn *f, void *arg)
{
	sqlite3_stmt *statement = s->at[EACH_QUERY];
	bind_str(statement, 1, kind_name);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)limit);
	while (sqlite3_step(statement) == SQLITE_ROW)
		f(arg, column_str(statement, 0));
	end(statement);
}

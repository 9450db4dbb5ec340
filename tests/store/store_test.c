/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store.h"

struct fixture {
	char dir[64];
	char path[128]; /* in a directory that does not exist yet */
};

static int make_dir(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	strcpy(f->dir, "/tmp/pore-store-XXXXXX");
	if (!f || !mkdtemp(f->dir))
		return -1;
	snprintf(f->path, sizeof f->path, "%s/a/b/state.db", f->dir);
	*state = f;
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int remove_dir(void **state)
{
	struct fixture *f = *state;
	nftw(f->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(f);
	return 0;
}

/* Opens; fails the test if there is anything to say. */
static struct store *open_quietly(const char *path)
{
	struct err err = {""};
	struct store *s = store_open(path, &err);
	assert_string_equal(err.text, "");
	return s;
}

static void put(struct store *s, const char *path, uint32_t off)
{
	struct err err;
	struct store_place place = {
		.unit = -1, .off = off, .percent = 43, .time = 1528848000};
	assert_true(store_put_place(s, str_of(path), &place, &err));
}

static uint32_t get(struct store *s, const char *path)
{
	struct store_place place = {.off = UINT32_MAX};
	if (!store_get_place(s, str_of(path), &place))
		return UINT32_MAX;
	assert_int_equal(place.unit, -1);
	assert_int_equal(place.percent, 43);
	assert_int_equal(place.time, 1528848000);
	return place.off;
}

static void positions_are_kept(void **state)
{
	struct fixture *f = *state;
	struct store *s = open_quietly(f->path);
	assert_true(store_is_lasting(s));
	assert_int_equal(get(s, "/x"), UINT32_MAX);
	put(s, "/x", 7);
	put(s, "/x", 4000000000u);
	put(s, "/\xff not UTF-8", 9);
	store_close(s);
	s = open_quietly(f->path);
	assert_int_equal(get(s, "/x"), 4000000000u);
	assert_int_equal(get(s, "/\xff not UTF-8"), 9);
	store_close(s);
}

static void add_line(void *arg, struct str path, struct str title, int64_t time)
{
	buf_addf(arg, "%.*s %.*s %d\n", STR_ARG(path), STR_ARG(title),
		 (int)time);
}

static void the_last_opened_comes_first(void **state)
{
	struct fixture *f = *state;
	struct store *s = open_quietly(f->path);
	struct buf lines = {0};
	assert_true(store_put_opened(s, STR("/d/a"), STR("A"), 1, NULL));
	assert_true(store_put_opened(s, STR("/d/b"), STR(""), 2, NULL));
	assert_true(store_put_opened(s, STR("/e/c"), STR("C"), 2, NULL));
	assert_true(store_put_opened(s, STR("/d/a"), STR("A2"), 3, NULL));
	store_each_opened(s, 2, add_line, &lines);
	assert_string_equal(buf_cstr(&lines), "/d/a A2 3\n/e/c C 2\n");
	buf_release(&lines);
	store_close(s);
}

static void last_below(struct store *s, const char *dir, const char *want)
{
	struct buf path = {0};
	assert_int_equal(store_last_below(s, str_of(dir), &path), *want != 0);
	assert_string_equal(buf_cstr(&path), want);
	buf_release(&path);
}

static void the_last_article_below_a_directory_is_known(void **state)
{
	(void)state;
	struct store *s = open_quietly(NULL);
	assert_false(store_is_lasting(s));
	store_put_opened(s, STR("/d/x/a"), STR("A"), 1, NULL);
	store_put_opened(s, STR("/d/b"), STR("B"), 2, NULL);
	store_put_opened(s, STR("/dd/c"), STR("C"), 3, NULL);
	last_below(s, "/d", "/d/b");
	last_below(s, "/d/", "/d/b");
	last_below(s, "/d/x", "/d/x/a");
	last_below(s, "/", "/dd/c");
	last_below(s, "/none", "");
	store_close(s);
}

static void add_query(void *arg, struct str query)
{
	buf_addf(arg, "%.*s|", STR_ARG(query));
}

static void queries_are_kept_by_kind_without_doubles(void **state)
{
	(void)state;
	struct store *s = open_quietly(NULL);
	struct buf got = {0};
	store_put_query(s, STR("search"), STR("a"), NULL);
	store_put_query(s, STR("search"), STR("b"), NULL);
	store_put_query(s, STR("find"), STR("c"), NULL);
	store_put_query(s, STR("search"), STR("a"), NULL);
	store_each_query(s, STR("search"), 10, add_query, &got);
	assert_string_equal(buf_cstr(&got), "a|b|");
	buf_release(&got);
	store_close(s);
}

static void two_pores_use_one_file(void **state)
{
	struct fixture *f = *state;
	struct store *a = open_quietly(f->path), *b = open_quietly(f->path);
	put(a, "/x", 1);
	assert_int_equal(get(b, "/x"), 1);
	put(b, "/y", 2);
	put(a, "/x", 3);
	assert_int_equal(get(b, "/x"), 3);
	assert_int_equal(get(a, "/y"), 2);
	store_close(a);
	assert_int_equal(get(b, "/x"), 3);
	store_close(b);
}

/* Writes the bytes; NULL makes the file empty. */
static void write_file(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes ? bytes : "", n), (ssize_t)n);
	close(fd);
}

static struct buf read_file(const char *path)
{
	struct buf out = {0};
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	ssize_t n;
	while ((n = read(fd, buf_reserve(&out, 65536), 65536)) > 0)
		out.n += (size_t)n;
	close(fd);
	return out;
}

/* A good file with one position in it. */
static void make_file(const char *path)
{
	struct store *s = open_quietly(path);
	put(s, "/x", 7);
	store_close(s);
}

/* The file is set aside with a sentence that has `word`; a new one works. */
static void is_set_aside(const char *path, const char *word)
{
	struct err err = {""};
	struct store *s = store_open(path, &err);
	assert_true(str_has(str_of(err.text), str_of(word)));
	assert_true(store_is_lasting(s));
	assert_int_equal(get(s, "/x"), UINT32_MAX);
	put(s, "/x", 8);
	store_close(s);
	s = open_quietly(path);
	assert_int_equal(get(s, "/x"), 8);
	store_close(s);
}

static void a_foreign_file_is_set_aside(void **state)
{
	struct fixture *f = *state;
	make_file(f->path);
	write_file(f->path, "Some words, no database at all.", 31);
	is_set_aside(f->path, "was damaged");
	struct buf kept = {0};
	char name[160];
	snprintf(name, sizeof name, "%s.damaged-1", f->path);
	kept = read_file(name);
	assert_str(buf_str(&kept), "Some words, no database at all.");
	buf_release(&kept);
	write_file(f->path, "again", 5);
	is_set_aside(f->path, "damaged-2");
}

static void an_empty_file_is_a_new_one(void **state)
{
	struct fixture *f = *state;
	make_file(f->path);
	write_file(f->path, NULL, 0);
	struct store *s = open_quietly(f->path);
	put(s, "/x", 1);
	store_close(s);
}

static void a_newer_file_is_set_aside(void **state)
{
	struct fixture *f = *state;
	make_file(f->path);
	struct buf bytes = read_file(f->path);
	bytes.p[63] = 2; /* the last byte of user_version */
	write_file(f->path, bytes.p, bytes.n);
	is_set_aside(f->path, "newer pore");
	buf_release(&bytes);
}

/* Every byte of the header and schema flipped, and some of the rest: each
 * time the store opens and works, and a position is the old one or none. */
static void a_flipped_byte_never_stops_us(void **state)
{
	struct fixture *f = *state;
	make_file(f->path);
	struct buf good = read_file(f->path);
	for (size_t i = 0; i < good.n; i += i < 1024 ? 5 : 97) {
		struct buf bad = {0};
		buf_add(&bad, buf_str(&good));
		bad.p[i] = (char)(bad.p[i] ^ 0xff);
		write_file(f->path, bad.p, bad.n);
		buf_release(&bad);
		struct err err = {""};
		struct store *s = store_open(f->path, &err);
		struct store_place place;
		store_get_place(s, STR("/x"), &place);
		assert_true(store_put_place(
			s, STR("/y"), &(struct store_place){.off = 1}, &err));
		store_close(s);
	}
	buf_release(&good);
}

static void where_nothing_can_be_written_memory_serves(void **state)
{
	struct fixture *f = *state;
	struct err err = {""};
	char path[160];
	snprintf(path, sizeof path, "%s/file", f->dir);
	write_file(path, "x", 1);
	snprintf(path, sizeof path, "%s/file/state.db", f->dir);
	struct store *s = store_open(path, &err);
	assert_true(str_has(str_of(err.text), STR("not remembered")));
	assert_false(store_is_lasting(s));
	put(s, "/x", 1);
	assert_int_equal(get(s, "/x"), 1);
	store_close(s);
}

/* A child saves 0, 1, 2, ... and tells each through a pipe when it is saved;
 * killed at any moment, the file has the last one told, or the next. */
static void a_kill_loses_nothing_saved(void **state)
{
	struct fixture *f = *state;
	for (int round = 0; round < 20; round++) {
		int fds[2];
		assert_int_equal(pipe(fds), 0);
		pid_t pid = fork();
		assert_true(pid >= 0);
		if (pid == 0) {
			struct err err = {""};
			struct store *s = store_open(f->path, &err);
			for (uint32_t i = 0;; i++) {
				struct store_place place = {.unit = -1,
							    .off = i,
							    .percent = 43,
							    .time = 1528848000};
				if (!store_put_place(s, STR("/x"), &place,
						     &err) ||
				    write(fds[1], &i, sizeof i) != sizeof i)
					_exit(1);
			}
		}
		close(fds[1]);
		uint32_t told = 0, last = 0;
		for (int i = 0; i <= round * 3; i++)
			assert_int_equal(read(fds[0], &told, sizeof told),
					 sizeof told);
		kill(pid, SIGKILL);
		while (read(fds[0], &last, sizeof last) == sizeof last)
			told = last;
		close(fds[0]);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		struct store *s = open_quietly(f->path);
		uint32_t kept = get(s, "/x");
		assert_true(kept == told || kept == told + 1);
		store_close(s);
	}
}

int main(void)
{
#define WITH_DIR(test)                                                         \
	cmocka_unit_test_setup_teardown(test, make_dir, remove_dir)
	const struct CMUnitTest tests[] = {
		WITH_DIR(positions_are_kept),
		WITH_DIR(the_last_opened_comes_first),
		cmocka_unit_test(the_last_article_below_a_directory_is_known),
		cmocka_unit_test(queries_are_kept_by_kind_without_doubles),
		WITH_DIR(two_pores_use_one_file),
		WITH_DIR(a_foreign_file_is_set_aside),
		WITH_DIR(an_empty_file_is_a_new_one),
		WITH_DIR(a_newer_file_is_set_aside),
		WITH_DIR(a_flipped_byte_never_stops_us),
		WITH_DIR(where_nothing_can_be_written_memory_serves),
		WITH_DIR(a_kill_loses_nothing_saved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

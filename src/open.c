/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "open.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "format/format.h"
#include "typeset/page.h"

struct article *open_article(struct str path, struct str format,
			     struct err *err)
{
	if (str_eq(path, STR("-")))
		return format_read(STDIN_FILENO, path, format,
				   &format_budget_default, err);
	struct arena arena = {0};
	const char *name = arena_cstr(&arena, path);
	/* A pipe that nobody writes to must not keep us waiting. */
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct article *a = NULL;
	if (fd >= 0) {
		a = format_read(fd, path, format, &format_budget_default, err);
		close(fd);
	} else {
		err_set(err, "%s: %s", name, strerror(errno));
	}
	arena_release(&arena);
	return a;
}

bool open_is_directory(struct str path)
{
	struct arena arena = {0};
	struct stat st;
	bool is_directory =
		stat(arena_cstr(&arena, path), &st) == 0 && S_ISDIR(st.st_mode);
	arena_release(&arena);
	return is_directory;
}

static struct page *set(const struct article *a, unsigned measure)
{
	struct page_options how = {.measure = measure, .wrap = true};
	return page_new(a, &how, NULL);
}

struct position open_line(const struct article *a, unsigned measure,
			  unsigned number)
{
	struct page *page = set(a, measure);
	struct place place = {.unit = -1};
	page_move(page, &place, number > 0 ? (long)number - 1 : 0);
	struct position at = page_position(page, place);
	page_free(page);
	return at;
}

bool open_fits(const struct article *a, unsigned measure, int rows)
{
	struct page *page = set(a, measure);
	struct place place = {.unit = -1};
	bool fits = page_move(page, &place, rows) < rows;
	page_free(page);
	return fits;
}

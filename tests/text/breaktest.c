/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/breaktest.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

enum { MOST_BYTES = 4096 };

static void check_line(struct str line,
		       void (*check)(const struct break_case *))
{
	unsigned char is_break[MOST_BYTES] = {0};
	struct buf text = {0};
	struct str rest = line, part;
	while (str_next_part(&rest, ' ', &part)) {
		char hex[8];
		if (str_eq(part, STR("÷")))
			is_break[text.n] = 1;
		if (part.n < 4 || part.n >= sizeof hex)
			continue;
		snprintf(hex, sizeof hex, "%.*s", STR_ARG(part));
		buf_add_code(&text, (uint32_t)strtoul(hex, NULL, 16));
		if (text.n >= MOST_BYTES)
			abort();
	}
	struct break_case c = {line, buf_str(&text), is_break};
	check(&c);
	buf_release(&text);
}

static size_t check_file(const char *path,
			 void (*check)(const struct break_case *))
{
	char line[4 * MOST_BYTES];
	size_t n = 0;
	FILE *file = fopen(path, "r");
	if (!file)
		return 0;
	while (fgets(line, sizeof line, file)) {
		struct str s = str_of(line);
		s = str_trim(str_sub(s, 0, str_find_char(s, '#', 0)));
		if (s.n == 0)
			continue;
		check_line(s, check);
		n++;
	}
	fclose(file);
	return n;
}

size_t break_cases(const char *name, void (*check)(const struct break_case *))
{
	char path[1024];
	const char *ucd = getenv("UCD");
	const char *data = getenv("PORE_TEST_DATA");
	const char *srcdir = getenv("srcdir");
	snprintf(path, sizeof path, "%s/auxiliary/%s",
		 ucd ? ucd : "/usr/share/unicode", name);
	size_t n = check_file(path, check);
	if (data)
		snprintf(path, sizeof path, "%s/unicode-14/%s", data, name);
	else
		snprintf(path, sizeof path, "%s/../shared/data/unicode-14/%s",
			 srcdir ? srcdir : ".", name);
	return n + check_file(path, check);
}

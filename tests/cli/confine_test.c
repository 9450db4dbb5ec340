/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/confine.h"
#include "unit.h"

#define LRE "\u202a"
#define PDF "\u202c"
#define RLO "\u202e"
#define RLI "\u2067"
#define PDI "\u2069"

static void closes(const char *line, const char *want)
{
	struct confine c = {0};
	struct buf out = {0};
	confine_add(&c, str_of(line));
	confine_end(&c, &out);
	assert_string_equal(buf_cstr(&out), want);
	out.n = 0;
	confine_end(&c, &out);
	assert_int_equal(out.n, 0);
	buf_release(&out);
	confine_release(&c);
}

static void what_a_line_opens_it_closes(void **state)
{
	(void)state;
	closes("plain \u2013 text", "");
	closes("a " RLO "b", PDF);
	closes("a " RLO "b" PDF, "");
	closes(RLI "a" LRE "b", PDF PDI);
	closes(RLI "a" LRE "b" PDI "c", "");
	closes(PDI PDF "a" RLI PDF "b", PDI);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_line_opens_it_closes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

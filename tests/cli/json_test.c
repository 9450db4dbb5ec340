/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include <stdio.h>

#include "cli/json.h"

static void lines_hold_members_in_order(void **state)
{
	(void)state;
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	struct json *j = json_new(out);
	for (int i = 0; i < 2; i++) {
		json_open_object(j);
		json_member(j, "title", STR("a \"b\"\n\u00e9\x01"));
		json_member(j, "none", STR(""));
		json_member_int(j, "n", -3);
		json_key(j, "score");
		json_real(j, 1.5);
		json_key(j, "list");
		json_open_array(j);
		json_bool(j, true);
		json_null(j);
		json_close_array(j);
		json_close_object(j);
		json_end_line(j);
	}
	json_free(j);
	fclose(out);
#define LINE                                                                   \
	"{\"title\":\"a \\\"b\\\"\\n\u00e9\\u0001\",\"none\":null,\"n\":-3,"   \
	"\"score\":1.5000,\"list\":[true,null]}\n"
	assert_string_equal(text, LINE LINE);
	free(text);
}

static void an_unclean_path_has_its_bytes_beside_it(void **state)
{
	(void)state;
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	struct json *j = json_new(out);
	json_open_object(j);
	json_path(j, "path", STR("a/b.md"));
	json_path(j, "article", STR("a\n\xff"));
	json_close_object(j);
	json_free(j);
	fclose(out);
	assert_string_equal(text, "{\"path\":\"a/b.md\",\"article\":"
				  "\"a\u240a\ufffd\","
				  "\"article_base64\":\"YQr/\"}");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_hold_members_in_order),
		cmocka_unit_test(an_unclean_path_has_its_bytes_beside_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

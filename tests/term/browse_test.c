/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "browse.h"

#include "unit.h"

static void expect(const char *url, const char *address)
{
	struct buf out = {0};
	struct err err = {""};
	bool ok = browse_address(str_of(url), &out, &err);
	assert_int_equal(ok, address != NULL);
	if (ok)
		assert_string_equal(buf_cstr(&out), address);
	else
		assert_string_not_equal(err.text, "");
	buf_release(&out);
}

static void addresses_of_the_web_and_of_mail_are_handed_over(void **state)
{
	(void)state;
	expect("https://example.org/a?b=c&d#e",
	       "https://example.org/a?b=c&d#e");
	expect("HTTP://example.org", "HTTP://example.org");
	expect("mailto:a@example.org", "mailto:a@example.org");
}

static void nothing_else_is(void **state)
{
	(void)state;
	expect("javascript:alert(1)", NULL);
	expect("file:///etc/passwd", NULL);
	expect("-x", NULL);
	expect("--help", NULL);
	expect("https://", NULL);
	expect("", NULL);
	expect(" -https://example.org", NULL);
}

static void what_a_shell_or_a_terminal_would_obey_is_encoded(void **state)
{
	(void)state;
	expect("https://e.org/\033]0;x\007", "https://e.org/%1B]0;x%07");
	expect("https://e.org/$(id)`id`", "https://e.org/%24(id)%60id%60");
	expect("https://e.org/a b\"'|", "https://e.org/a%20b%22%27%7C");
	expect("https://e.org/\xc3\xa9\n", "https://e.org/%C3%A9");
}

static void a_browser_that_is_not_there_is_told(void **state)
{
	(void)state;
	struct err err = {""};
	setenv("BROWSER", "/no/such/browser", 1);
	assert_false(browse(STR("https://example.org/"), &err));
	assert_non_null(strstr(err.text, "/no/such/browser"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			addresses_of_the_web_and_of_mail_are_handed_over),
		cmocka_unit_test(nothing_else_is),
		cmocka_unit_test(
			what_a_shell_or_a_terminal_would_obey_is_encoded),
		cmocka_unit_test(a_browser_that_is_not_there_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit.h"

#include "cli/options.h"

/* Parses words given after the program's name, up to a NULL. */
static bool parse(struct options *o, const char *env, struct err *err,
		  char *const words[])
{
	int n = 0;
	while (words[n])
		n++;
	return options_parse(o, env, n, words, err);
}
#define PARSE(o, env, err, ...)                                                \
	parse(o, env, err, (char *const[]){"pore", __VA_ARGS__, NULL})

static void letters_words_and_values_mix(void **state)
{
	(void)state;
	struct options o;
	assert_true(PARSE(&o, NULL, NULL, "-jn", "5", "--search=rice harvest",
			  "-L/lib", "dir", "--", "-x"));
	assert_int_equal(o.mode, MODE_SEARCH);
	assert_true(o.is_json);
	assert_true(o.has_limit);
	assert_int_equal(o.limit, 5);
	assert_str(o.query, "rice harvest");
	assert_int_equal(o.libraries.n, 1);
	assert_str(o.libraries.at[0], "/lib");
	assert_int_equal(o.paths.n, 2);
	assert_str(o.paths.at[1], "-x");
	options_release(&o);
}

static void a_dash_is_a_path_and_plus_a_place(void **state)
{
	(void)state;
	struct options o;
	assert_true(PARSE(&o, NULL, NULL, "-", "+12", "+/belt and road"));
	assert_int_equal(o.paths.n, 1);
	assert_str(o.paths.at[0], "-");
	assert_int_equal(o.start_line, 12);
	assert_str(o.pattern, "belt and road");
	options_release(&o);
	assert_true(PARSE(&o, NULL, NULL, "+x"));
	assert_str(o.paths.at[0], "+x");
	options_release(&o);
}

static void the_command_line_wins_over_the_environment(void **state)
{
	(void)state;
	struct options o;
	assert_true(PARSE(&o, " --width=50  --ascii", NULL, "-d", "-w", "60"));
	assert_int_equal(o.width, 60);
	assert_true(o.ascii);
	options_release(&o);
}

static void a_long_option_may_be_cut_where_it_is_clear(void **state)
{
	(void)state;
	struct options o;
	struct err err = {""};
	assert_true(PARSE(&o, NULL, NULL, "--outl"));
	assert_int_equal(o.mode, MODE_OUTLINE);
	options_release(&o);
	assert_false(PARSE(&o, NULL, &err, "--li"));
	assert_true(str_has(str_of(err.text), STR("--library")));
	options_release(&o);
}

static void wrong_usage_is_said(void **state)
{
	(void)state;
	static const struct {
		const char *word, *says;
	} cases[] = {
		{"--nothing", "no option --nothing"},
		{"-Z", "no option -Z"},
		{"--limit=x", "number"},
		{"--limit=-1", "number"},
		{"--width=0", "number"},
		{"--width=99999999999999999999", "number"},
		{"--dump=yes", "takes no value"},
		{"--search", "needs a value"},
		{"-s", "needs a value"},
		{"--color=red", "always"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct options o;
		struct err err = {""};
		char word[64];
		strcpy(word, cases[i].word);
		assert_false(PARSE(&o, NULL, &err, word));
		assert_true(str_has(str_of(err.text), str_of(cases[i].says)));
		options_release(&o);
	}
	struct options o;
	struct err err = {""};
	assert_false(PARSE(&o, NULL, &err, "--dump", "--list"));
	assert_true(str_has(str_of(err.text), STR("one of")));
	options_release(&o);
}

static void help_names_every_option(void **state)
{
	(void)state;
	struct buf help = {0};
	options_help(&help);
	static const char *const names[] = {
#define OPTION(name, text, letter, argument, what) "--" text,
#include "cli/options.def"
#undef OPTION
	};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_true(str_has(buf_str(&help), str_of(names[i])));
	struct str rest = buf_str(&help), line;
	while (str_next_line(&rest, &line))
		assert_true(line.n <= 80);
	buf_release(&help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_words_and_values_mix),
		cmocka_unit_test(a_dash_is_a_path_and_plus_a_place),
		cmocka_unit_test(the_command_line_wins_over_the_environment),
		cmocka_unit_test(a_long_option_may_be_cut_where_it_is_clear),
		cmocka_unit_test(wrong_usage_is_said),
		cmocka_unit_test(help_names_every_option),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

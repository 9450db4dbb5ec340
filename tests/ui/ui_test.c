/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ui's contract with main: what it asks for, and what it makes of what
 * comes.
 */
#include "config.h"

#include "format/format.h"
#include "ui/ui.h"
#include "unit.h"

static struct library *lib;

static const char links[] =
	"# Links\n\n[web](https://example.org/a) "
	"[mail](mailto:a@b.example) [bad](javascript:alert(1)) "
	"[file](file:///etc/passwd) [gone](gone.md) [here](#deep-down) "
	"[wiki][[No Such Title]]\n\nText.\n\n## Deep down\n\nMore text.\n";

static struct ui *ui_as(const struct ui_options *options, const char *markdown)
{
	struct ui *ui = ui_new(lib, options);
	if (markdown)
		ui_show(ui,
			format_parse(str_of(markdown), STR("a/b.md"),
				     STR("markdown"), NULL),
			STR("a/b.md"), (struct position){-1, 0});
	return ui;
}

static struct ui *ui_with(const char *markdown)
{
	return ui_as(&(struct ui_options){.measure = 72}, markdown);
}

static struct effect press(struct ui *ui, const char *keys)
{
	struct str rest = str_of(keys), name;
	struct effect effect = {0};
	while (str_next_part(&rest, ' ', &name)) {
		struct event event = {.type = EVENT_KEY,
				      .key = key_parse(name)};
		assert_int_not_equal(event.key, 0);
		effect = ui_update(ui, &event);
	}
	return effect;
}

static bool shows(struct ui *ui, int cols, const char *text)
{
	struct grid g = {0};
	struct buf rows = {0};
	grid_reset(&g, 24, cols);
	ui_draw(ui, &g);
	grid_text(&g, false, &rows);
	bool found = strstr(buf_cstr(&rows), text) != NULL;
	buf_release(&rows);
	grid_release(&g);
	return found;
}

static void assert_shows(struct ui *ui, const char *text)
{
	if (!shows(ui, 80, text))
		fail_msg("no “%s” on the screen", text);
}

static void web_and_mail_links_go_to_the_opener(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	struct effect effect = press(ui, "TAB RET");
	assert_int_equal(effect.type, EFFECT_BROWSE);
	assert_str(effect.text, "https://example.org/a");
	effect = press(ui, "TAB RET");
	assert_int_equal(effect.type, EFFECT_BROWSE);
	assert_str(effect.text, "mailto:a@b.example");
	ui_free(ui);
}

static void other_links_are_refused_in_a_sentence(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	assert_int_equal(press(ui, "TAB TAB TAB RET").type, EFFECT_NONE);
	assert_shows(ui, "pore does not follow javascript: addresses.");
	assert_int_equal(press(ui, "TAB RET").type, EFFECT_NONE);
	assert_shows(ui, "pore does not follow file: addresses.");
	assert_int_equal(press(ui, "TAB RET").type, EFFECT_NONE);
	assert_shows(ui, "“gone.md” is not in the library.");
	ui_free(ui);
}

static void a_place_in_the_article_is_gone_to_and_come_back_from(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	struct reading reading;
	press(ui, "TAB TAB TAB TAB TAB TAB RET");
	assert_true(ui_reading(ui, &reading));
	assert_int_equal(reading.at.unit, 2);
	press(ui, "l");
	assert_true(ui_reading(ui, &reading));
	assert_int_equal(reading.at.unit, -1);
	ui_free(ui);
}

static void what_could_not_be_opened_changes_nothing(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	ui_show(ui,
		format_parse(STR("# Other\n\nIts text.\n"), STR("a/c.md"),
			     STR("markdown"), NULL),
		STR("a/c.md"), (struct position){-1, 0});
	struct effect effect = press(ui, "l");
	assert_int_equal(effect.type, EFFECT_OPEN);
	assert_str(effect.path, "a/b.md");
	assert_true(effect.has_position);
	ui_say(ui, true, "a/b.md: it is gone.");
	assert_shows(ui, "a/b.md: it is gone.");
	assert_shows(ui, "Its text.");
	/* The way back is still there. */
	effect = press(ui, "j l");
	assert_int_equal(effect.type, EFFECT_OPEN);
	assert_str(effect.path, "a/b.md");
	ui_free(ui);
}

static void reloading_keeps_the_place(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	struct reading before, after;
	press(ui, "] ]");
	ui_reading(ui, &before);
	struct effect effect = press(ui, "R");
	assert_int_equal(effect.type, EFFECT_RELOAD);
	ui_show(ui,
		format_parse(str_of(links), STR("a/b.md"), STR("markdown"),
			     NULL),
		effect.path, effect.at);
	ui_reading(ui, &after);
	assert_int_equal(position_cmp(before.at, after.at), 0);
	press(ui, "l");
	assert_shows(ui, "There is nothing to go back to.");
	ui_free(ui);
}

static void a_position_is_restored(void **state)
{
	(void)state;
	struct ui *ui = ui_with(NULL);
	struct reading reading;
	assert_false(ui_reading(ui, &reading));
	ui_show(ui,
		format_parse(str_of(links), STR("a/b.md"), STR("markdown"),
			     NULL),
		STR("a/b.md"), (struct position){1, 0});
	assert_true(ui_reading(ui, &reading));
	assert_int_equal(reading.at.unit, 1);
	assert_str(reading.path, "a/b.md");
	ui_free(ui);
}

static void moving_is_worth_remembering(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	assert_int_equal(press(ui, "]").type, EFFECT_REMEMBER);
	assert_int_equal(press(ui, "=").type, EFFECT_NONE);
	ui_free(ui);
}

static void accepted_lines_are_to_be_kept(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	struct effect effect = press(ui, "/ t e x t");
	assert_int_equal(effect.prompt, UI_PROMPT_NONE);
	effect = press(ui, "RET");
	assert_int_equal(effect.prompt, UI_PROMPT_FIND);
	assert_str(effect.line, "text");
	effect = press(ui, "j");
	assert_int_equal(effect.prompt, UI_PROMPT_NONE);
	effect = press(ui, "s x y ESC");
	assert_int_equal(effect.prompt, UI_PROMPT_SEARCH);
	assert_str(effect.line, "xy");
	effect = press(ui, ": q u i t RET");
	assert_int_equal(effect.type, EFFECT_QUIT);
	assert_int_equal(effect.prompt, UI_PROMPT_COMMAND);
	ui_recall(ui, UI_PROMPT_SEARCH, STR("older"));
	press(ui, "s M-p M-p");
	assert_shows(ui, "Search: older");
	ui_free(ui);
}

static void q_closes_the_pane_before_it_leaves(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	assert_int_equal(press(ui, "t q").type, EFFECT_NONE);
	assert_int_equal(press(ui, "h q").type, EFFECT_NONE);
	assert_int_equal(press(ui, "q").type, EFFECT_QUIT);
	assert_int_equal(press(ui, "t Q").type, EFFECT_QUIT);
	assert_int_equal(press(ui, "Z").type, EFFECT_NONE);
	assert_int_equal(press(ui, "Z").type, EFFECT_QUIT);
	ui_free(ui);
}

static void bound_keys_are_obeyed(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	assert_true(ui_bind(ui, STR("quit"), STR("F9"), NULL));
	assert_int_equal(press(ui, "F9").type, EFFECT_QUIT);
	assert_int_equal(press(ui, "Q").type, EFFECT_NONE);
	ui_free(ui);
}

static void a_message_cannot_carry_control_characters(void **state)
{
	(void)state;
	struct ui *ui = ui_with(links);
	ui_say(ui, true, "%s", "bad\x1b[2Jname\xff\nhere");
	assert_shows(ui, "bad␛[2Jname\uFFFD here");
	ui_free(ui);
}

static void an_empty_library_says_what_to_press(void **state)
{
	(void)state;
	struct ui *ui = ui_with(NULL);
	ui_start_page(ui);
	assert_shows(ui, "There is no article here.");
	press(ui, "n");
	assert_shows(ui, "That is for an article");
	press(ui, "s x");
	assert_shows(ui, "No article has “x”.");
	ui_free(ui);
}

/* At which widths the sidebar stands by itself. */
static void check_sidebar(enum settings_sidebar sidebar, int from)
{
	const struct ui_options how = {.measure = 72, .sidebar = sidebar};
	const int widths[] = {79, 80, 99, 100, 200};
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		struct ui *ui = ui_as(&how, links);
		assert_int_equal(shows(ui, widths[i], "RELATED"),
				 from && widths[i] >= from);
		press(ui, "r");
		assert_true(shows(ui, widths[i], "RELATED"));
		press(ui, "r");
		assert_false(shows(ui, widths[i], "RELATED"));
		ui_free(ui);
	}
}

static void the_sidebar_stands_where_it_is_wanted(void **state)
{
	(void)state;
	check_sidebar(SIDEBAR_AUTO, 100);
	check_sidebar(SIDEBAR_ON, 80);
	check_sidebar(SIDEBAR_OFF, 0);
}

static void
an_unwanted_sidebar_does_not_stay_when_the_screen_widens(void **state)
{
	(void)state;
	struct ui *ui = ui_as(
		&(struct ui_options){.measure = 72, .sidebar = SIDEBAR_OFF},
		links);
	assert_false(shows(ui, 80, "RELATED"));
	press(ui, "r r");
	assert_false(shows(ui, 120, "RELATED"));
	press(ui, "t t");
	assert_false(shows(ui, 120, "RELATED"));
	ui_free(ui);
}

static const char noted[] =
	"# Noted\n\nIts text.[^a]\n\n[^a]: The note.\n\n"
	"A\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG\n\nH\n\nI\n\nJ\n\nK\n\nL\n";

static void notes_after_the_text_have_no_pane_until_asked_for(void **state)
{
	(void)state;
	struct ui *ui = ui_as(
		&(struct ui_options){.measure = 72, .notes = NOTES_END}, noted);
	assert_false(shows(ui, 80, "The note."));
	press(ui, "TAB RET");
	assert_shows(ui, "The note.");
	press(ui, "ESC ESC");
	assert_false(shows(ui, 80, "The note."));
	press(ui, "x");
	assert_shows(ui, "The note.");
	ui_free(ui);
	ui = ui_with(noted);
	assert_shows(ui, "The note.");
	ui_free(ui);
}

static int setup(void **state)
{
	(void)state;
	const struct library_options options = {.threads = 1};
	format_init();
	lib = library_new(&options);
	library_start(lib);
	library_wait(lib);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	library_free(lib);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(web_and_mail_links_go_to_the_opener),
		cmocka_unit_test(other_links_are_refused_in_a_sentence),
		cmocka_unit_test(
			a_place_in_the_article_is_gone_to_and_come_back_from),
		cmocka_unit_test(what_could_not_be_opened_changes_nothing),
		cmocka_unit_test(reloading_keeps_the_place),
		cmocka_unit_test(a_position_is_restored),
		cmocka_unit_test(moving_is_worth_remembering),
		cmocka_unit_test(accepted_lines_are_to_be_kept),
		cmocka_unit_test(q_closes_the_pane_before_it_leaves),
		cmocka_unit_test(bound_keys_are_obeyed),
		cmocka_unit_test(a_message_cannot_carry_control_characters),
		cmocka_unit_test(an_empty_library_says_what_to_press),
		cmocka_unit_test(the_sidebar_stands_where_it_is_wanted),
		cmocka_unit_test(
			an_unwanted_sidebar_does_not_stay_when_the_screen_widens),
		cmocka_unit_test(
			notes_after_the_text_have_no_pane_until_asked_for),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}

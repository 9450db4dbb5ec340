/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scripts of tests/ui/scripts on a terminal: the program as it is
 * installed, the same keys, the same screens. Those are left out that look at
 * what a terminal does not show (`effect`), or that change the article in a
 * way that no key does (a second `open`).
 */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

#include "base/vec.h"
#include "pty/terminal.h"
#include "ui/script.h"
#include "unit.h"

#define FOLDER	"tests/ui/scripts"
#define LIBRARY "data/sampler"

enum { ENOUGH = 20, WHEEL_LINES = 3 };

static void read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char block[4096];
	size_t n;
	assert_non_null(f);
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(out, str_from(block, n));
	fclose(f);
}

/* What a script does before its first key: where it starts. */
struct opening {
	struct str article; /* "": the start page */
	int rows, cols;
	bool is_fit; /* for a terminal */
};

static struct opening look_at(struct str text)
{
	struct opening o = {.rows = 24, .cols = 80, .is_fit = true};
	struct script script = {.rest = text};
	struct step step;
	struct err err = {""};
	bool has_begun = false;
	while (script_next(&script, &step, &err)) {
		if (step.type == STEP_OPEN && !has_begun && !o.article.n)
			o.article = step.text;
		else if (step.type == STEP_SIZE && !has_begun) {
			o.rows = step.rows;
			o.cols = step.cols;
		} else if (step.type == STEP_OPEN || step.type == STEP_EFFECT)
			o.is_fit = false;
		else if (step.type != STEP_WAIT)
			has_begun = true;
		if (step.type == STEP_WHEEL && step.lines % WHEEL_LINES)
			o.is_fit = false;
	}
	assert_string_equal(err.text, "");
	return o;
}

static struct terminal *open_script(const struct opening *o)
{
	struct buf path = {0};
	buf_add(&path, STR(LIBRARY "/"));
	buf_add(&path, o->article);
	const char *const on_article[] = {buf_cstr(&path), "-L", LIBRARY, NULL};
	const char *const on_library[] = {LIBRARY, NULL};
	const struct terminal_start start = {
		.arguments = o->article.n ? on_article : on_library,
		.rows = o->rows,
		.cols = o->cols,
	};
	struct terminal *t = terminal_start(&start);
	buf_release(&path);
	/* In process, all is read before the first key. */
	terminal_expect_log(t, "library read");
	return t;
}

static void send_mouse(struct terminal *t, int button, const struct step *step)
{
	struct buf out = {0};
	buf_addf(&out, "\033[<%d;%d;%dM", button, step->col + 1, step->row + 1);
	if (button == 0)
		buf_addf(&out, "\033[<%d;%d;%dm", button, step->col + 1,
			 step->row + 1);
	terminal_type(t, buf_str(&out));
	buf_release(&out);
}

/* The rows without the '|' before each. */
static void expect(struct terminal *t, struct str expected)
{
	struct buf rows = {0};
	struct str line;
	while (str_next_line(&expected, &line)) {
		buf_add(&rows, str_from_at(line, 1));
		buf_add_char(&rows, '\n');
	}
	terminal_expect(t, buf_str(&rows));
	buf_release(&rows);
}

static void run_step(struct terminal *t, const struct step *step)
{
	switch (step->type) {
	case STEP_SIZE:
		terminal_resize(t, step->rows, step->cols);
		break;
	case STEP_KEY:
		terminal_key(t, step->key);
		break;
	case STEP_TYPE:
		terminal_type(t, step->text);
		break;
	case STEP_PASTE:
		terminal_type(t, STR("\033[200~"));
		terminal_type(t, step->text);
		terminal_type(t, STR("\033[201~"));
		break;
	case STEP_CLICK:
		send_mouse(t, 0, step);
		break;
	case STEP_WHEEL:
		for (int i = 0; i < abs(step->lines); i += WHEEL_LINES)
			send_mouse(t, step->lines < 0 ? 64 : 65, step);
		break;
	case STEP_EXPECT:
		expect(t, step->text);
		break;
	case STEP_OPEN: /* done */
	case STEP_WAIT:
	case STEP_EFFECT: /* not here */
	case STEP_EXPECT_STYLES:
		break;
	}
}

static void run_script(struct str text, const struct opening *opening)
{
	struct terminal *t = open_script(opening);
	struct script script = {.rest = text};
	struct step step;
	struct err err = {""};
	while (script_next(&script, &step, &err))
		run_step(t, &step);
	terminal_assert_clean(t);
	terminal_free(t);
}

static void script_shows_the_same_screens(void **state)
{
	struct buf text = {0};
	read_file(*state, &text);
	struct opening opening = look_at(buf_str(&text));
	if (opening.is_fit)
		run_script(buf_str(&text), &opening);
	buf_release(&text);
	if (!opening.is_fit)
		skip();
}

static int is_script(const struct dirent *entry)
{
	return str_ends(str_of(entry->d_name), STR(".script"));
}

int main(void)
{
	const char *top = getenv("srcdir");
	if (top && chdir(top) != 0)
		return 99;
	struct dirent **entries;
	int n = scandir(FOLDER, &entries, is_script, alphasort);
	if (n < ENOUGH)
		return 99;
	VEC(struct CMUnitTest) tests = {0};
	for (int i = 0; i < n; i++) {
		struct buf path = {0};
		buf_addf(&path, FOLDER "/%s", entries[i]->d_name);
		struct CMUnitTest test = {
			.name = strdup(buf_cstr(&path)),
			.test_func = script_shows_the_same_screens,
		};
		test.initial_state = (void *)(uintptr_t)test.name;
		vec_push(&tests, test);
		buf_release(&path);
		free(entries[i]);
	}
	free(entries);
	int failed = _cmocka_run_group_tests("scripts on a terminal", tests.at,
					     tests.n, NULL, NULL);
	for (size_t i = 0; i < tests.n; i++)
		free((void *)(uintptr_t)tests.at[i].name);
	vec_release(&tests);
	return failed;
}

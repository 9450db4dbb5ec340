/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pty/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "base/arena.h"
#include "base/mem.h"
#include "unit.h"

static long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Lets the sanitizers leave signals to pore, whose handlers are what is
 * tested; faults are still told by the status. */
#define SANITIZERS                                                             \
	"handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:"        \
	"handle_sigill=0"

static char *make_folder(void)
{
	char name[] = "/tmp/pore-pty-XXXXXX";
	if (!mkdtemp(name))
		fail_msg("no temporary folder: %s", strerror(errno));
	return strdup(name);
}

static int open_log(struct terminal *t, struct arena *arena, const char **path)
{
	*path = arena_printf(arena, "%s/log", t->folder).p;
	if (mkfifo(*path, 0600) != 0)
		fail_msg("no FIFO: %s", strerror(errno));
	return open(*path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

static char *const *make_argv(const char *const *arguments, const char *log,
			      struct arena *arena)
{
	size_t n = 0;
	while (arguments && arguments[n])
		n++;
	char **argv = arena_array(arena, char *, n + 4);
	size_t at = 0;
	argv[at++] = strdup("pore");
	argv[at++] = strdup(arena_printf(arena, "--log=%s", log).p);
	for (size_t i = 0; i < n; i++)
		argv[at++] = strdup(arguments[i]);
	return argv;
}

static void free_argv(char *const *argv)
{
	for (size_t i = 0; argv[i]; i++)
		free(argv[i]);
}

struct terminal *terminal_start(const struct terminal_start *start)
{
	const char *builddir = getenv("builddir"), *srcdir = getenv("srcdir");
	if (srcdir && chdir(srcdir) != 0)
		fail_msg("%s: %s", srcdir, strerror(errno));
	struct arena arena = {0};
	struct terminal *t = mem_new(sizeof *t);
	t->folder = make_folder();
	const char *log;
	t->log = open_log(t, &arena, &log);
	const char *term = start->term ? start->term : "xterm-256color";
	const char *locale = start->locale ? start->locale : "C.UTF-8";
	const char *const env[] = {
		arena_printf(&arena, "TERM=%s", term).p,
		arena_printf(&arena, "LC_ALL=%s", locale).p,
		arena_printf(&arena, "HOME=%s", t->folder).p,
		arena_printf(&arena, "XDG_CONFIG_HOME=%s/config", t->folder).p,
		arena_printf(&arena, "XDG_STATE_HOME=%s/state", t->folder).p,
		arena_printf(&arena, "XDG_CACHE_HOME=%s/cache", t->folder).p,
		"ASAN_OPTIONS=" SANITIZERS,
		"PORE",
		"NO_COLOR",
		"LESSSECURE",
		"LINES",
		"COLUMNS",
		start->more_env,
		NULL,
	};
	char *const *argv = make_argv(start->arguments, log, &arena);
	struct job_start job = {
		.program = arena_printf(&arena, "%s/src/pore",
					builddir ? builddir : ".")
				   .p,
		.argv = argv,
		.input = start->input,
		.env = env,
		.rows = start->rows ? start->rows : 24,
		.cols = start->cols ? start->cols : 80,
	};
	t->rows = job.rows;
	t->cols = job.cols;
	t->vterm = vterm_new(t->rows, t->cols);
	vterm_set_utf8(t->vterm, strstr(locale, "UTF-8") != NULL);
	t->screen = vterm_obtain_screen(t->vterm);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->job = job_start(&job);
	free_argv(argv);
	arena_release(&arena);
	return t;
}

struct terminal *terminal_open(const char *path)
{
	const char *const arguments[] = {path, NULL};
	return terminal_start(&(struct terminal_start){.arguments = arguments});
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return remove(path);
}

void terminal_free(struct terminal *t)
{
	if (!t)
		return;
	job_end(&t->job);
	close(t->log);
	vterm_free(t->vterm);
	nftw(t->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(t->folder);
	output_release(&t->output);
	buf_release(&t->shown);
	buf_release(&t->logged);
	mem_free(t);
}

/* Takes what there is; waits for something until `deadline`, or until there is
 * room to write if `writes`. False when the time is over. */
static bool pump(struct terminal *t, long deadline, bool writes)
{
	struct pollfd at[] = {
		{.fd = t->is_closed ? -1 : t->job.fd,
		 .events = (short)(POLLIN | (writes ? POLLOUT : 0))},
		{.fd = t->has_status ? -1 : t->job.reports, .events = POLLIN},
		{.fd = t->log, .events = POLLIN},
	};
	long left = deadline - now();
	if (left < 0 || poll(at, 3, (int)left) <= 0)
		return false;
	char bytes[65536];
	ssize_t n = at[0].revents ? read(t->job.fd, bytes, sizeof bytes) : 0;
	if (n > 0) {
		output_take(&t->output, str_from(bytes, (size_t)n));
		vterm_input_write(t->vterm, bytes, (size_t)n);
	} else if (n < 0 && errno != EAGAIN && errno != EINTR) {
		t->is_closed = true; /* EIO: nobody has it open any more */
	}
	if (at[2].revents & POLLIN) {
		n = read(t->log, bytes, sizeof bytes);
		if (n > 0)
			buf_add(&t->logged, str_from(bytes, (size_t)n));
	} else if (at[2].revents) {
		close(t->log); /* pore has closed it: no more to come */
		t->log = -1;
	}
	/* Its last words come before its end. */
	if (at[1].revents && !(at[0].revents & POLLIN)) {
		t->status = job_report(&t->job);
		t->has_status = true;
	}
	return true;
}

static void add_cell(struct buf *out, const VTermScreenCell *cell)
{
	if (cell->chars[0] == 0)
		buf_add_char(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		buf_add_code(out, cell->chars[i]);
}

const char *terminal_screen(struct terminal *t)
{
	t->shown.n = 0;
	for (int row = 0; row < t->rows; row++) {
		size_t start = t->shown.n;
		for (int col = 0; col < t->cols; col++) {
			VTermScreenCell cell;
			VTermPos pos = {.row = row, .col = col};
			if (!vterm_screen_get_cell(t->screen, pos, &cell))
				continue;
			add_cell(&t->shown, &cell);
			if (cell.width == 2)
				col++;
		}
		while (t->shown.n > start && t->shown.p[t->shown.n - 1] == ' ')
			t->shown.n--;
		buf_add_char(&t->shown, '\n');
	}
	return buf_cstr(&t->shown);
}

static void say_screen(struct terminal *t, const char *title)
{
	struct str rest = str_of(terminal_screen(t)), line;
	fprintf(stderr, "# %s (%d x %d):\n", title, t->rows, t->cols);
	while (str_next_line(&rest, &line))
		fprintf(stderr, "# |%.*s\n", STR_ARG(line));
	if (t->has_status)
		fprintf(stderr, "# its wait status: %#x\n", t->status);
	rest = buf_str(&t->logged);
	while (str_next_line(&rest, &line))
		fprintf(stderr, "# logged: %.*s\n", STR_ARG(line));
}

void terminal_type(struct terminal *t, struct str bytes)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (bytes.n > 0) {
		ssize_t n = write(t->job.fd, bytes.p, bytes.n);
		if (n > 0)
			bytes = str_from_at(bytes, (size_t)n);
		else if (errno != EAGAIN && errno != EINTR)
			fail_msg("typing: %s", strerror(errno));
		else if (!pump(t, deadline, true)) {
			say_screen(t, "it does not read");
			fail_msg("it does not read what is typed");
		}
	}
}

void terminal_key(struct terminal *t, uint32_t key)
{
	static const struct {
		uint32_t key;
		const char *sent;
	} keys[] = {
		/* In the form that needs no silence behind it. */
		{0x1b, "\033[27u"},
		{KEY_ARROW_UP, "\033[A"},
		{KEY_ARROW_DOWN, "\033[B"},
		{KEY_ARROW_RIGHT, "\033[C"},
		{KEY_ARROW_LEFT, "\033[D"},
		{KEY_TO_HOME, "\033[H"},
		{KEY_TO_END, "\033[F"},
		{KEY_PAGE_UP, "\033[5~"},
		{KEY_PAGE_DOWN, "\033[6~"},
		{KEY_INS, "\033[2~"},
		{KEY_DEL, "\033[3~"},
		{KEY_RUBOUT, "\177"},
		{KEY_SHIFT_TAB, "\033[Z"},
		{KEY_F_FIRST, "\033OP"},
		{KEY_F_FIRST + 5, "\033[17~"},
	};
	struct buf out = {0};
	if (key & KEY_META)
		buf_add_char(&out, '\033');
	key &= ~KEY_META;
	bool is_named = false;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].key == key) {
			buf_add(&out, str_of(keys[i].sent));
			is_named = true;
		}
	if (!is_named)
		buf_add_code(&out, key);
	terminal_type(t, buf_str(&out));
	buf_release(&out);
}

void terminal_resize(struct terminal *t, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
			       .ws_col = (unsigned short)cols};
	t->rows = rows;
	t->cols = cols;
	vterm_set_size(t->vterm, rows, cols);
	ioctl(t->job.fd, TIOCSWINSZ, &size);
}

static bool screen_is(struct terminal *t, struct str rows)
{
	return str_eq(str_of(terminal_screen(t)), rows);
}

void terminal_expect(struct terminal *t, struct str rows)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (!screen_is(t, rows) && pump(t, deadline, false))
		;
	if (screen_is(t, rows))
		return;
	struct str rest = rows, line;
	fprintf(stderr, "# expected:\n");
	while (str_next_line(&rest, &line))
		fprintf(stderr, "# |%.*s\n", STR_ARG(line));
	say_screen(t, "shown");
	fail_msg("the screen is not as expected");
}

static void expect(struct terminal *t, const char *text, bool wanted)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (!strstr(terminal_screen(t), text) == wanted &&
	       pump(t, deadline, false))
		;
	if (!strstr(terminal_screen(t), text) != wanted)
		return;
	say_screen(t, "shown");
	fail_msg("'%s' is %s", text, wanted ? "not shown" : "still shown");
}

void terminal_expect_text(struct terminal *t, const char *text)
{
	expect(t, text, true);
}

void terminal_expect_no_text(struct terminal *t, const char *text)
{
	expect(t, text, false);
}

void terminal_expect_taken(struct terminal *t)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (!t->output.has_sgr_mouse || !t->output.has_paste)
		if (!pump(t, deadline, false))
			fail_msg("the mouse and pasting are not switched on");
	assert_true(t->output.has_mouse);
	assert_true(t->output.is_alternate);
}

void terminal_expect_log(struct terminal *t, const char *text)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (!str_has(buf_str(&t->logged), str_of(text)))
		if (!pump(t, deadline, false)) {
			say_screen(t, "shown");
			fail_msg("'%s' is not logged", text);
		}
}

int terminal_wait(struct terminal *t)
{
	long deadline = now() + TERMINAL_PATIENCE;
	while (!t->has_status)
		if (!pump(t, deadline, false)) {
			say_screen(t, "shown");
			fail_msg("it does not end");
		}
	if (WIFSTOPPED(t->status))
		t->has_status = false;
	return t->status;
}

void terminal_assert_restored(struct terminal *t)
{
	struct termios after;
	tcgetattr(t->job.fd, &after);
	assert_int_equal(after.c_iflag, t->job.before.c_iflag);
	assert_int_equal(after.c_oflag, t->job.before.c_oflag);
	assert_int_equal(after.c_cflag, t->job.before.c_cflag);
	assert_int_equal(after.c_lflag, t->job.before.c_lflag);
	assert_memory_equal(after.c_cc, t->job.before.c_cc, sizeof after.c_cc);
	assert_false(t->output.is_alternate);
	assert_false(t->output.has_mouse);
	assert_false(t->output.has_sgr_mouse);
	assert_false(t->output.has_paste);
	assert_false(t->output.hides_cursor);
}

void terminal_assert_clean(struct terminal *t)
{
	if (t->output.bad.n > 0)
		fail_msg("written and not allowed:\n%s",
			 buf_cstr(&t->output.bad));
}

void terminal_quit(struct terminal *t)
{
	terminal_key(t, 'Q');
	int status = terminal_wait(t);
	if (status != 0)
		say_screen(t, "at its end");
	assert_int_equal(status, 0);
	terminal_assert_restored(t);
	terminal_assert_clean(t);
	terminal_free(t);
}

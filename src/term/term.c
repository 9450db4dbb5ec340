/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * curses is used for what it is good at, putting cells on any terminal with
 * few bytes; not for input (keys.c says why), nor for deciding what fits in a
 * cell (safe.c does). A row that changed is always written whole, so that a
 * terminal that draws some character in another width is wrong in that row
 * alone and right again with the next change of it.
 */
#include "config.h"

/* curses has a function of this name that is not ours. */
#define key_name curses_key_name
#include <curses.h>
#undef key_name
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "term/term.h"

#include "base/mem.h"
#include "term/keys.h"
#include "term/kind.h"
#include "term/safe.h"
#include "term/signals.h"
#include "term/theme.h"

enum {
	SIDE_MAX = 2000, /* rows or columns of the largest screen */
	READ_MAX = 4096, /* bytes taken before what they mean is shown */
};

struct term {
	FILE *file;
	int fd;
	SCREEN *screen;
	struct termios before, raw;
	struct theme theme;
	struct keys *keys;
	struct grid shown; /* what stands on the screen, if is_known */
	bool is_known;
	bool is_xterm_like; /* mouse, paste and clipboard are as with xterm */
	bool wants_mouse;
	bool has_modes; /* write_modes has switched them on */
	bool is_resized, is_news, is_gone, has_next;
	struct event next;
	int end_signal;
	cchar_t *row; /* one of the screen */
};

static void write_all(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(fd, s.p, s.n);
		if (n > 0)
			s = str_from_at(s, (size_t)n);
		else if (errno == EAGAIN)
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1,
			     1000);
		else if (errno != EINTR)
			return; /* gone: the next read says so */
	}
}

/* What curses does not switch on and off itself. The mouse: clicks and the
 * wheel, in the SGR form that has no limit of 223 columns. */
static void switch_modes(const struct term *t, bool on, struct buf *out)
{
	char c = on ? 'h' : 'l';
	if (!t->is_xterm_like)
		return;
	if (t->wants_mouse)
		buf_addf(out, "\033[?1000%c\033[?1006%c", c, c);
	buf_addf(out, "\033[?2004%c", c);
}

static void write_modes(const struct term *t, bool on)
{
	struct buf out = {0};
	switch_modes(t, on, &out);
	write_all(t->fd, buf_str(&out));
	buf_release(&out);
}

/* From now on the end of the program gives the terminal back. */
static void arm(const struct term *t)
{
	struct buf reset = {0};
	switch_modes(t, false, &reset);
	kind_add_capability(&reset, "sgr0");
	kind_add_capability(&reset, "op");
	kind_add_capability(&reset, "cnorm");
	if (kind_capability("rmcup"))
		kind_add_capability(&reset, "rmcup");
	else
		buf_add(&reset, STR("\r\n"));
	signals_arm(t->fd, buf_str(&reset), &t->before);
	buf_release(&reset);
}

/* Raw but for ^\, the way out of a program that does not answer. */
static void set_modes(struct term *t)
{
	raw();
	noecho();
	nonl();
	tcgetattr(t->fd, &t->raw);
	t->raw.c_lflag |= ISIG;
	t->raw.c_cc[VINTR] = t->raw.c_cc[VSUSP] = _POSIX_VDISABLE;
	tcsetattr(t->fd, TCSADRAIN, &t->raw);
	def_prog_mode();
}

static void read_size(const struct term *t, int *rows, int *cols)
{
	struct winsize size = {0};
	ioctl(t->fd, TIOCGWINSZ, &size);
	*rows = size.ws_row ? size.ws_row : LINES;
	*cols = size.ws_col ? size.ws_col : COLS;
	if (*rows > SIDE_MAX)
		*rows = SIDE_MAX;
	if (*cols > SIDE_MAX)
		*cols = SIDE_MAX;
}

static void take_size(struct term *t)
{
	int rows, cols;
	read_size(t, &rows, &cols);
	/* Not resizeterm, which would put a KEY_RESIZE into curses' queue. */
	resize_term(rows, cols);
	t->row = mem_resize(t->row, (size_t)cols * sizeof *t->row);
	term_repaint(t);
}

/* The terminal's file, or NULL. */
static FILE *open_file(void)
{
	int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "r+");
	if (!file && fd >= 0)
		close(fd);
	return file;
}

/* curses on the terminal; false with a sentence, and nothing changed. */
static bool open_screen(struct term *t, struct err *err)
{
	if (!kind_check(t->fd, err))
		return false;
	t->screen = newterm(NULL, t->file, t->file);
	if (!t->screen)
		err_set(err, "curses can't use the terminal");
	return t->screen != NULL;
}

struct term *term_open(const struct term_options *options, struct err *err)
{
	FILE *file = open_file();
	if (!file) {
		err_set(err, "there is no terminal to show a screen on");
		return NULL;
	}
	struct term *t = mem_new(sizeof *t);
	t->file = file;
	t->fd = fileno(file);
	/* Before newterm, which would put its own handlers otherwise. */
	if (tcgetattr(t->fd, &t->before) != 0 || !signals_open(err)) {
		fclose(file);
		mem_free(t);
		return NULL;
	}
	signals_arm(t->fd, STR(""), &t->before);
	if (!open_screen(t, err)) {
		signals_disarm();
		signals_close();
		fclose(file);
		mem_free(t);
		return NULL;
	}
	const char *mouse = kind_capability("kmous");
	t->is_xterm_like = mouse && *mouse;
	t->wants_mouse = options->mouse;
	arm(t);
	set_modes(t);
	idcok(stdscr, FALSE);
	leaveok(stdscr, FALSE);
	theme_init(&t->theme, options->color);
	t->keys = keys_new();
	take_size(t);
	return t;
}

void term_close(struct term *t)
{
	if (!t)
		return;
	if (t->has_modes)
		write_modes(t, false);
	endwin();
	tcsetattr(t->fd, TCSADRAIN, &t->before);
	signals_disarm();
	signals_close();
	delscreen(t->screen);
	fclose(t->file);
	keys_free(t->keys);
	grid_release(&t->shown);
	mem_free(t->row);
	mem_free(t);
}

void term_size(const struct term *t, int *rows, int *cols)
{
	(void)t;
	*rows = LINES;
	*cols = COLS;
}

static bool cell_is_same(const struct cell *a, const struct cell *b)
{
	return a->width == b->width && a->style.role == b->style.role &&
	       a->style.attributes == b->style.attributes &&
	       strcmp(a->text, b->text) == 0;
}

static bool row_is_same(const struct grid *a, const struct grid *b, int row)
{
	for (int col = 0; col < a->cols; col++)
		if (!cell_is_same(grid_at(a, row, col), grid_at(b, row, col)))
			return false;
	return true;
}

static void write_row(struct term *t, const struct grid *grid, int row)
{
	static const struct cell blank = {.text = " ", .width = 1};
	int n = 0;
	for (int col = 0; col < COLS; col++) {
		const struct cell *cell =
			col < grid->cols ? grid_at(grid, row, col) : &blank;
		if (cell->width == 0)
			continue;
		if (col + cell->width > COLS)
			cell = &blank;
		struct rendition look = theme_rendition(&t->theme, cell->style);
		struct safe parts[2];
		int count = safe_split(cell, parts);
		for (int i = 0; i < count; i++)
			setcchar(&t->row[n++], parts[i].text, look.attributes,
				 look.pair, NULL);
	}
	mvadd_wchnstr(row, 0, t->row, n);
	wredrawln(stdscr, row, 1);
}

void term_show(struct term *t, const struct grid *grid)
{
	bool is_known = t->is_known && t->shown.rows == grid->rows &&
			t->shown.cols == grid->cols;
	for (int row = 0; row < LINES && row < grid->rows; row++)
		if (!is_known || !row_is_same(grid, &t->shown, row))
			write_row(t, grid, row);
	bool has_cursor = grid->cursor_row >= 0 && grid->cursor_row < LINES &&
			  grid->cursor_col >= 0 && grid->cursor_col < COLS;
	curs_set(has_cursor);
	if (has_cursor)
		move(grid->cursor_row, grid->cursor_col);
	refresh();
	/* Not before: only now is curses' buffer empty, which it may have
	 * flushed in the middle of a sequence. */
	if (!t->has_modes)
		write_modes(t, true);
	t->has_modes = true;

	grid_reset(&t->shown, grid->rows, grid->cols);
	memcpy(t->shown.cells, grid->cells,
	       (size_t)grid->rows * (size_t)grid->cols * sizeof *grid->cells);
	t->is_known = true;
}

void term_repaint(struct term *t)
{
	clearok(curscr, TRUE);
	t->is_known = false;
}

/* Gives the terminal back for a while. Not by endwin: the refresh after it
 * would reset the palette that the reader has set for the terminal. */
static void leave(void)
{
	panic_restore();
}

/* Takes it again, in whatever state it is. */
static void enter(struct term *t)
{
	struct buf out = {0};
	arm(t);
	tcsetattr(t->fd, TCSADRAIN, &t->raw);
	kind_add_capability(&out, "smcup");
	switch_modes(t, true, &out);
	write_all(t->fd, buf_str(&out));
	buf_release(&out);
	/* curses must say again how the cursor is. */
	int before = curs_set(1);
	curs_set(0);
	curs_set(before == ERR ? 1 : before);
	t->is_resized = true; /* it may have been, meanwhile */
	term_repaint(t);
}

static void stop(struct term *t, bool is_job)
{
	leave();
	signals_stop(is_job);
	signals_take(); /* CONT; what asks for the end is told again */
	enter(t);
}

void term_suspend(struct term *t)
{
	stop(t, true);
}

static void take_signals(struct term *t)
{
	struct signals s = signals_take();
	t->is_resized |= s.is_resized;
	if (s.end)
		t->end_signal = s.end;
	else if (s.is_stopped)
		stop(t, false);
	else if (s.is_continued) {
		leave();
		enter(t);
	}
}

/* Reads what has been typed; false when the terminal is gone. */
static bool read_keys(struct term *t)
{
	char bytes[READ_MAX];
	ssize_t n = read(t->fd, bytes, sizeof bytes);
	if (n > 0)
		keys_feed(t->keys, str_from(bytes, (size_t)n));
	return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

static bool has_event(struct term *t)
{
	if (!t->has_next)
		t->has_next = keys_next(t->keys, &t->next);
	return t->has_next || t->is_resized || t->is_news || t->is_gone ||
	       t->end_signal;
}

void term_wait(struct term *t, int news_fd)
{
	while (!has_event(t)) {
		struct pollfd at[] = {
			{.fd = signals_fd(), .events = POLLIN},
			{.fd = t->fd, .events = POLLIN},
			{.fd = news_fd, .events = POLLIN},
		};
		int n = poll(at, 3, keys_patience(t->keys));
		if (n == 0)
			keys_silence(t->keys);
		if (n <= 0)
			continue; /* EINTR: the pipe has a byte */
		if (at[0].revents)
			take_signals(t);
		if (at[1].revents)
			t->is_gone = !read_keys(t);
		t->is_news = at[2].revents != 0;
	}
}

bool term_next(struct term *t, struct event *out)
{
	*out = (struct event){.type = EVENT_NONE};
	if (t->end_signal || t->is_gone) {
		out->type = EVENT_END;
	} else if (t->is_resized) {
		t->is_resized = false;
		take_size(t);
		out->type = EVENT_RESIZE;
		term_size(t, &out->rows, &out->cols);
	} else if (has_event(t) && t->has_next) {
		*out = t->next;
		t->has_next = false;
	} else if (t->is_news) {
		t->is_news = false;
		out->type = EVENT_NEWS;
	}
	return out->type != EVENT_NONE;
}

int term_end_signal(const struct term *t)
{
	return t->end_signal;
}

void term_die(int signal_number)
{
	signals_die(signal_number);
}

static void add_base64(struct buf *out, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < s.n; i += 3) {
		uint32_t bits = 0;
		size_t n = s.n - i < 3 ? s.n - i : 3;
		for (size_t j = 0; j < 3; j++)
			bits = bits << 8 |
			       (j < n ? (unsigned char)s.p[i + j] : 0u);
		for (size_t j = 0; j < 4; j++)
			buf_add_char(out,
				     j <= n ? digits[bits >> (18 - 6 * j) & 63]
					    : '=');
	}
}

bool term_copy(struct term *t, struct str text)
{
	if (!t->is_xterm_like || text.n > TERM_COPY_MAX)
		return false;
	struct buf out = {0};
	buf_add(&out, STR("\033]52;c;"));
	add_base64(&out, text);
	buf_add(&out, STR("\033\\"));
	write_all(t->fd, buf_str(&out));
	buf_release(&out);
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "browse.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

bool browse_address(struct str url, struct buf *out, struct err *err)
{
	static const struct str schemes[] = {
		{"https://", 8}, {"http://", 7}, {"mailto:", 7}};
	bool is_allowed = false;
	url = str_trim(url);
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		is_allowed |= str_starts_nocase(url, schemes[i]) &&
			      url.n > schemes[i].n;
	if (!is_allowed) {
		err_set(err, "only http, https and mailto addresses are handed "
			     "to the browser");
		return false;
	}
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];
		if (c <= 0x20 || c >= 0x7f || strchr("\"'`\\<>^{|}$", c))
			buf_addf(out, "%%%02X", c);
		else
			buf_add_char(out, (char)c);
	}
	return true;
}

/* $BROWSER is a list parted by ":"; its first is taken, as a name without
 * arguments. */
static struct str browser(void)
{
	struct str list = str_of(getenv("BROWSER")), first;
	if (str_next_part(&list, ':', &first) && first.n > 0)
		return first;
	return STR("xdg-open");
}

/* The browser's own process group keeps ^C and ^Z from it; what it prints
 * must not reach the screen. */
static int spawn(const char *program, const char *address, pid_t *pid)
{
	char *argv[] = {(char *)(uintptr_t)program, (char *)(uintptr_t)address,
			NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none;
	sigemptyset(&none);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		posix_spawn_file_actions_addopen(&files, fd, "/dev/null",
						 O_RDWR, 0);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP |
					       POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&how, &none);
	extern char **environ;
	int error = posix_spawnp(pid, program, &files, &how, argv, environ);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

bool browse(struct str url, struct err *err)
{
	struct arena arena = {0};
	struct buf address = {0};
	const char *program = arena_cstr(&arena, browser());
	bool ok = browse_address(url, &address, err);
	pid_t pid;
	if (ok) {
		int error = spawn(program, buf_cstr(&address), &pid);
		if (error) {
			err_set(err, "%s can't be started: %s", program,
				strerror(error));
			ok = false;
		}
	}
	/* Those that have ended since the last time. */
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
	buf_release(&address);
	arena_release(&arena);
	return ok;
}

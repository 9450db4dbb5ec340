/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Threads, the log they write, and the end of the program.
 */
#include "config.h"

#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/pool.h"

struct job {
	atomic_uint next;
	atomic_uint seen[1000];
	atomic_uint blocked; /* threads in which SIGTERM is blocked */
	struct log *log;
};

static void work(void *arg, unsigned number)
{
	struct job *job = arg;
	sigset_t set;
	pthread_sigmask(SIG_BLOCK, NULL, &set);
	if (sigismember(&set, SIGTERM) && !sigismember(&set, SIGSEGV))
		job->blocked++;
	unsigned i;
	while ((i = job->next++) < 1000) {
		job->seen[i]++;
		if (i % 100 == 0)
			log_line(job->log, "thread %u took %u", number, i);
	}
}

static void all_work_is_done_once(void **state)
{
	(void)state;
	static struct job job;
	char path[] = "/tmp/pore-log-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	job.log = log_new(path, NULL);
	assert_non_null(job.log);
	struct pool *pool = pool_start(4, work, &job);
	pool_join(pool);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(job.seen[i], 1);
	assert_int_equal(job.blocked, 4);
	log_free(job.log);

	char text[4096];
	ssize_t n = read(fd, text, sizeof text);
	struct str rest = str_from(text, (size_t)n), line;
	int lines = 0;
	while (str_next_line(&rest, &line)) {
		assert_true(str_has(line, STR(" thread ")));
		lines++;
	}
	assert_int_equal(lines, 10);
	close(fd);
	unlink(path);
}

static void a_log_that_cannot_be_opened_says_so(void **state)
{
	(void)state;
	struct err err = {""};
	assert_null(log_new("/nowhere/at/all", &err));
	assert_true(str_starts(str_of(err.text), STR("/nowhere/at/all: ")));
	log_line(NULL, "nothing happens");
}

static void the_processors_are_counted(void **state)
{
	(void)state;
	assert_true(pool_processors() >= 1);
}

static void a_panic_says_where_and_aborts(void **state)
{
	(void)state;
	int fds[2];
	assert_int_equal(pipe(fds), 0);
	pid_t child = fork();
	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		dup2(fds[1], STDERR_FILENO);
		BUG("it broke");
	}
	close(fds[1]);
	char text[512];
	ssize_t n = read(fds[0], text, sizeof text);
	assert_true(n > 0);
	assert_true(str_has(str_from(text, (size_t)n), STR("it broke")));
	assert_true(str_has(str_from(text, (size_t)n), STR("pool_test.c")));
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	close(fds[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_work_is_done_once),
		cmocka_unit_test(a_log_that_cannot_be_opened_says_so),
		cmocka_unit_test(the_processors_are_counted),
		cmocka_unit_test(a_panic_says_where_and_aborts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files are read, not mapped: one that shrinks while we look at it would
 * otherwise end the program with SIGBUS.
 */
#include "config.h"

#include "format/input.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the kind of file is one to read; *size is a hint, 0 if unknown. */
static bool check_kind(int fd, size_t *size, struct err *err)
{
	struct stat st;
	if (fstat(fd, &st) != 0) {
		err_set(err, "can't be read: %s", strerrordesc_np(errno));
		return false;
	}
	*size = st.st_size > 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
	if (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode))
		return true;
	if (S_ISDIR(st.st_mode))
		err_set(err, "is a directory");
	else if (isatty(fd))
		err_set(err, "is a terminal");
	else
		err_set(err, "is a device, not a file");
	return false;
}

/* As read, but waits out interruptions and a descriptor that does not block
 * (standard input may have been left so by another program). */
static ssize_t read_some(int fd, char *to, size_t n)
{
	for (;;) {
		ssize_t got = read(fd, to, n);
		if (got >= 0)
			return got;
		if (errno == EAGAIN || errno == EWOULDBLOCK) {
			struct pollfd p = {.fd = fd, .events = POLLIN};
			if (poll(&p, 1, -1) < 0 && errno != EINTR)
				return -1;
		} else if (errno != EINTR) {
			return -1;
		}
	}
}

bool input_read(int fd, size_t limit, struct buf *out, bool *is_cut,
		struct err *err)
{
	size_t size, start = out->n;
	if (!check_kind(fd, &size, err))
		return false;
	*is_cut = false;
	for (;;) {
		size_t taken = out->n - start;
		/* One byte over the limit tells whether there is more, and one
		 * over the size whether the file is at its end. */
		size_t want = limit - taken + 1;
		size_t likely = taken <= size ? size - taken + 1 : 65536;
		if (want > likely)
			want = likely;
		ssize_t got = read_some(fd, buf_reserve(out, want), want);
		if (got < 0) {
			err_set(err, "can't be read: %s",
				strerrordesc_np(errno));
			return false;
		}
		if (got == 0)
			return true;
		out->n += (size_t)got;
		if (out->n - start > limit) {
			out->n = start + limit;
			*is_cut = true;
			return true;
		}
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main of a fuzz target that is built without libFuzzer: gives it each
 * file of its corpus once, so that `make check` replays what fuzzing has
 * taught, with any compiler. Speaks TAP.
 *
 *     fuzz_X            replays $srcdir/tests/fuzz/corpus/X
 *     fuzz_X FILE...    replays these (what `make fuzz` has left behind)
 *
 * An input that fails ends the process; the line before it names the file.
 */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

#pragma weak LLVMFuzzerInitialize

/* The whole file in a block of just its size, so that ASan sees a read
 * behind its end. NULL if it can't be read. */
static uint8_t *read_file(const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	uint8_t *bytes = NULL;
	long size = -1;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
	    fseek(file, 0, SEEK_SET) == 0)
		bytes = malloc(size ? (size_t)size : 1);
	*n = size > 0 ? (size_t)size : 0;
	if (bytes && fread(bytes, 1, *n, file) != *n) {
		free(bytes);
		bytes = NULL;
	}
	fclose(file);
	return bytes;
}

static bool replay(int number, const char *path)
{
	size_t n;
	uint8_t *bytes = read_file(path, &n);
	if (!bytes) {
		printf("not ok %d - %s: %s\n", number, path, strerror(errno));
		return false;
	}
	printf("# %s\n", path);
	fflush(stdout);
	LLVMFuzzerTestOneInput(bytes, n);
	free(bytes);
	printf("ok %d - %s\n", number, path);
	return true;
}

static int is_input(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int replay_corpus(const char *program)
{
	const char *name = strrchr(program, '/');
	name = name ? name + 1 : program;
	if (strncmp(name, "fuzz_", 5) == 0)
		name += 5;
	const char *top = getenv("srcdir");
	char folder[4096], path[8192];
	snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%s",
		 top ? top : ".", name);
	struct dirent **entries;
	int n = scandir(folder, &entries, is_input, alphasort);
	if (n <= 0) {
		printf("1..1\nnot ok 1 - there is a corpus in %s\n", folder);
		return 1;
	}
	printf("1..%d\n", n);
	bool ok = true;
	for (int i = 0; i < n; i++) {
		snprintf(path, sizeof path, "%s/%s", folder,
			 entries[i]->d_name);
		ok = replay(i + 1, path) && ok;
		free(entries[i]);
	}
	free(entries);
	return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
	if (LLVMFuzzerInitialize)
		LLVMFuzzerInitialize(&argc, &argv);
	if (argc < 2)
		return replay_corpus(argv[0]);
	bool ok = true;
	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++)
		ok = replay(i, argv[i]) && ok;
	return ok ? 0 : 1;
}

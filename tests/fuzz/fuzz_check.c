/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that come from elsewhere are refused by article_check or safe to read
 * in full.
 *
 * An input is the bytes of an article or, so that a corpus outlives changes of
 * the layout and reaches deep from the start, a script (script.h) whose
 * article is then damaged: after a line "%%", each line "WHERE VALUE" writes a
 * 32-bit VALUE over word WHERE (decimal, both folded into range).
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "fuzz/fuzz.h"
#include "fuzz/script.h"

static uint32_t take_number(struct str *line)
{
	uint32_t number = 0;
	size_t i = 0;
	for (; i < line->n && ascii_is_digit(line->p[i]); i++)
		number = number * 10 + (uint32_t)(line->p[i] - '0');
	*line = str_trim(str_from_at(*line, i));
	return number;
}

/* The input as an article's bytes, perhaps broken ones, in a block of just
 * their size; the caller frees it. */
static uint32_t *article_bytes(struct str input, size_t *n)
{
	struct str mark = STR("\n%%\n");
	size_t at = str_find(input, mark, 0);
	if (at == input.n) {
		*n = input.n;
		uint32_t *raw = mem_new(input.n);
		if (input.n)
			memcpy(raw, input.p, input.n);
		return raw;
	}
	struct article *a = script_build(str_sub(input, 0, at));
	*n = a->size;
	uint32_t *words = mem_new(a->size);
	memcpy(words, a, a->size);
	article_free(a);
	struct str rest = str_from_at(input, at + mark.n), line;
	while (str_next_line(&rest, &line)) {
		uint32_t where = take_number(&line);
		words[where % (*n / sizeof *words)] = take_number(&line);
	}
	return words;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	size_t size;
	uint32_t *words =
		article_bytes((struct str){(const char *)bytes, n}, &size);
	if (article_check(words, size, NULL))
		script_read_all((const struct article *)(const void *)words);
	mem_free(words);
	return 0;
}

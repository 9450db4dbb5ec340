/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes, first as the format they look like, then as plain text, give a
 * valid article, or a sentence. Decoding and sniffing are on the way.
 */
#include "config.h"

#include "base/mem.h"
#include "format/format.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	format_init();
	return 0;
}

static void parse(struct str bytes, struct str format)
{
	struct err err;
	struct article *a = format_parse(bytes, STR("x"), format, &err);
	if (a && !article_check(a, a->size, &err))
		BUG("an article that is not valid");
	article_free(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str s = str_from((const char *)bytes, n);
	parse(s, STR(""));
	parse(s, STR("text"));
	return 0;
}

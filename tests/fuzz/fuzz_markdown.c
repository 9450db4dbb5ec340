/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as Markdown give a valid article, or a sentence.
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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct err err;
	struct article *a = format_parse(str_from((const char *)bytes, n),
					 STR("x.md"), STR("markdown"), &err);
	if (a && !article_check(a, a->size, &err))
		BUG("an article that is not valid");
	article_free(a);
	return 0;
}

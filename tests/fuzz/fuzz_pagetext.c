/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a saved page give a valid article, or a sentence.
 */
#include "config.h"

#include "base/mem.h"
#include "format/format.h"
#include "fuzz/fuzz.h"
#include "fuzz/script.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	format_init();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct err err = {""};
	struct article *a = format_parse(str_from((const char *)bytes, n),
					 STR("page.txt"), STR("pagetext"), &err);
	if (!a && !err.text[0])
		BUG("refused without a word");
	if (a && !article_check(a, a->size, &err))
		panic(__FILE__, __LINE__, err.text);
	if (a)
		script_read_all(a);
	article_free(a);
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any calls of article/build.h, in any order, give a valid article.
 */
#include "config.h"

#include "base/mem.h"
#include "fuzz/fuzz.h"
#include "fuzz/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct article *a = script_build((struct str){(const char *)bytes, n});
	struct err err = {""};
	if (!article_check(a, a->size, &err))
		panic(__FILE__, __LINE__, err.text);
	script_read_all(a);
	article_free(a);
	return 0;
}

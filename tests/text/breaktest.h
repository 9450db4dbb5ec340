/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The break tests of the Unicode Character Database: lines such as
 *
 *     × 0020 × 0308 ÷ 0020 ÷ # what each sign is and which rule decides
 */
#ifndef PORE_TESTS_TEXT_BREAKTEST_H
#define PORE_TESTS_TEXT_BREAKTEST_H

#include "base/str.h"

struct break_case {
	struct str line;	       /* without the comment */
	struct str text;	       /* in UTF-8 */
	const unsigned char *is_break; /* at byte i of the text, 0..text.n */
};

/* Calls check for each case of the file `name`, as Debian's unicode-data has
 * it in auxiliary/, and as the test data do. Returns how many cases there
 * were, 0 without a file. */
size_t break_cases(const char *name, void (*check)(const struct break_case *));

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cmocka with the headers it needs, and a few helpers for strings.
 */
#ifndef PORE_TESTS_UNIT_H
#define PORE_TESTS_UNIT_H

/* cmocka.h needs these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

/* A struct str equals a C string. */
#define assert_str(s, cstr)                                                    \
	do {                                                                   \
		struct str got_ = (s);                                         \
		char *copy_ = strndup(got_.p, got_.n);                         \
		assert_string_equal(copy_, cstr);                              \
		free(copy_);                                                   \
	} while (0)

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article from any bytes, read as a small program of calls of
 * article/build.h: for property tests.
 */
#ifndef PORE_TESTS_TYPESET_PROGRAM_H
#define PORE_TESTS_TYPESET_PROGRAM_H

#include "article/build.h"

/* The caller frees it. */
struct article *program_run(const uint8_t *bytes, size_t n);

#endif

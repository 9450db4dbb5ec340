/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promises of typeset/page.h, held against a page.
 */
#ifndef PORE_TESTS_TYPESET_FAULT_H
#define PORE_TESTS_TYPESET_FAULT_H

#include "typeset/page.h"

/* Whether a page keeps what page.h promises of all its lines: no line too
 * wide, every byte of text shown once by a run that is where it says, places
 * and positions in agreement. Returns NULL, or which promise is broken, with
 * its unit and line in *at. */
const char *page_fault(struct page *page, struct place *at);

#endif

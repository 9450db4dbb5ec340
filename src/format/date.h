/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as metadata writes them.
 */
#ifndef PORE_FORMAT_DATE_H
#define PORE_FORMAT_DATE_H

#include "base/str.h"

/* Finds the day in "2018-06-13", with "/" or "." or nothing between, with a
 * time behind it; in "June 13, 2018" and "13 June 2018" and "13. Juni 2018"
 * (English, German, French, Spanish months, whole or their first letters);
 * with a weekday before it; in "2018年6月13日". Writes "YYYY-MM-DD" and a NUL
 * into out; false if it is no day. A month without a day is none. */
bool date_read(struct str s, char out[11]);

#endif

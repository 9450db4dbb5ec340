/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing, where there is no screen or none is wanted.
 */
#ifndef PORE_PLAIN_H
#define PORE_PLAIN_H

#include "article/article.h"
#include "base/log.h"
#include "setup.h"

/* "pore: TEXT", made harmless, on standard error. */
void plain_complain(const char *text);
/* Runs the mode of the options; returns the exit status. */
int plain_run(const struct setup *setup, struct log *log);
/* Prints one article as --dump does. */
void plain_article(const struct setup *setup, const struct article *a);
/* Whether it is shorter than the terminal at standard output, as printed. */
bool plain_fits(const struct setup *setup, const struct article *a);

#endif

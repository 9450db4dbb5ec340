/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The front matter: the series, dim, above the title; byline and date under
 * it. What is said about the authors is not shown here.
 */
#ifndef PORE_TYPESET_FRONT_H
#define PORE_TYPESET_FRONT_H

#include "typeset/setter.h"

void front_set(struct setter *s);

#endif

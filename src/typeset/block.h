/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets one block of the body, each type after its manner.
 */
#ifndef PORE_TYPESET_BLOCK_H
#define PORE_TYPESET_BLOCK_H

#include "typeset/setter.h"

void block_set(struct setter *s, uint32_t block);

#endif

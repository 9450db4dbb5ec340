/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/setter.h"

void setter_release(struct setter *s)
{
	runs_release(&s->runs);
	galley_release(&s->galley);
	items_release(&s->items);
	vec_release(&s->nodes);
	vec_release(&s->slugs);
	buf_release(&s->scratch);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/index.h"

#include <math.h>

#include "base/mem.h"

/* Robertson's k1 and b; see tests/bench/quality_search.c for what they give. */
static const float k1 = 1.2f, b = 0.6f;

void index_add(struct index *index, const struct segment *s)
{
	index->segments = mem_grow(index->segments, &index->cap, index->n + 1,
				   sizeof *index->segments);
	index->segments[index->n++] = s;
	index->n_read += s->n_read;
	index->words += s->words;
}

void index_release(struct index *index)
{
	mem_free(index->segments);
	*index = (struct index){0};
}

float index_idf(const struct index *index, uint64_t articles)
{
	double n = index->n_read, df = (double)articles;
	return (float)log(1 + (n - df + 0.5) / (df + 0.5));
}

uint64_t index_count(const struct index *index, struct str word)
{
	uint64_t n = 0;
	for (size_t i = 0; i < index->n; i++) {
		uint32_t from, to;
		segment_find(index->segments[i], word, false, &from, &to);
		for (; from < to; from++)
			n += segment_count(index->segments[i], from);
	}
	return n;
}

struct saturation index_saturation(const struct index *index)
{
	float mean =
		index->n_read
			? (float)((double)index->words / (double)index->n_read)
			: 1;
	return (struct saturation){k1 * (1 - b),
				   k1 * b / (mean > 1 ? mean : 1)};
}

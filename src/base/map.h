/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map from strings to 32-bit numbers: open addressing, linear probing.
 * Keys are borrowed: they must live as long as the map. {0} is an empty one.
 */
#ifndef PORE_BASE_MAP_H
#define PORE_BASE_MAP_H

#include "base/str.h"

struct map_slot {
	struct str key;
	uint32_t hash;
	uint32_t value;
};

struct map {
	struct map_slot *slots;
	size_t n, cap; /* cap is 0 or a power of two */
};

/* The value under `key`, or NULL. Valid until the next map_put. */
uint32_t *map_get(const struct map *m, struct str key);
/* The value under `key`, put in as `value` first if the key is new. */
uint32_t *map_put(struct map *m, struct str key, uint32_t value);
void map_release(struct map *m);

#endif

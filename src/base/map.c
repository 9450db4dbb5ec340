/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/map.h"

#include "base/mem.h"

/* A slot is empty when its key has no pointer; STR("") has one. */
static struct map_slot *find(const struct map *m, struct str key, uint32_t hash)
{
	size_t i = hash & (m->cap - 1);
	while (m->slots[i].key.p &&
	       (m->slots[i].hash != hash || !str_eq(m->slots[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

uint32_t *map_get(const struct map *m, struct str key)
{
	if (m->n == 0)
		return NULL;
	struct map_slot *slot = find(m, key, (uint32_t)str_hash(key));
	return slot->key.p ? &slot->value : NULL;
}

static void grow(struct map *m)
{
	struct map old = *m;
	m->cap = old.cap ? old.cap * 2 : 16;
	m->slots = mem_new(m->cap * sizeof *m->slots);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].key.p)
			*find(m, old.slots[i].key, old.slots[i].hash) =
				old.slots[i];
	mem_free(old.slots);
}

uint32_t *map_put(struct map *m, struct str key, uint32_t value)
{
	if ((m->n + 1) * 4 > m->cap * 3)
		grow(m);
	uint32_t hash = (uint32_t)str_hash(key);
	struct map_slot *slot = find(m, key, hash);
	if (!slot->key.p) {
		if (key.n == 0)
			key = STR("");
		*slot = (struct map_slot){key, hash, value};
		m->n++;
	}
	return &slot->value;
}

void map_release(struct map *m)
{
	mem_free(m->slots);
	*m = (struct map){0};
}

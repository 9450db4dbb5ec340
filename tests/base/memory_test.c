/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds things: arenas, buffers, vectors, maps.
 */
#include "config.h"

#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

static void an_arena_gives_zeroed_aligned_memory(void **state)
{
	(void)state;
	struct arena a = {0};
	static const size_t sizes[] = {1, 7, 64, 5000, 3, 300000, 2000000, 16};
	char *p[8];
	for (int round = 0; round < 50; round++)
		for (size_t i = 0; i < 8; i++) {
			p[i] = arena_new(&a, sizes[i]);
			assert_int_equal((uintptr_t)p[i] % 16, 0);
			assert_int_equal(p[i][0], 0);
			assert_int_equal(p[i][sizes[i] - 1], 0);
			memset(p[i], (int)i + 1, sizes[i]);
		}
	for (size_t i = 0; i < 8; i++) {
		assert_int_equal(p[i][0], i + 1);
		assert_int_equal(p[i][sizes[i] - 1], i + 1);
	}
	arena_release(&a);
}

static void an_arena_copies_strings(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str s = arena_str(&a, STR("abc"));
	assert_int_equal(s.p[3], '\0');
	assert_str(s, "abc");
	assert_str(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	assert_str(arena_printf(&a, "%s", ""), "");
	arena_release(&a);
}

static void a_buffer_writes_utf8(void **state)
{
	(void)state;
	struct buf b = {0};
	buf_add_code(&b, 'a');
	buf_add_code(&b, 0xe9);
	buf_add_code(&b, 0x4e2d);
	buf_add_code(&b, 0x1f600);
	buf_addf(&b, " %03d", 5);
	assert_string_equal(buf_cstr(&b), "a\u00e9\u4e2d\U0001f600 005");
	buf_release(&b);
	assert_int_equal(buf_str(&b).n, 0);
}

static void a_vector_grows(void **state)
{
	(void)state;
	VEC(int) v = {0};
	for (int i = 0; i < 10000; i++)
		vec_push(&v, i);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(v.at[i], i);
	assert_int_equal(*vec_last(&v), 9999);
	vec_release(&v);
	assert_int_equal(v.n, 0);
}

static void a_map_finds_what_was_put(void **state)
{
	(void)state;
	struct map m = {0};
	struct arena a = {0};
	assert_null(map_get(&m, STR("none")));
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(*map_put(&m, arena_printf(&a, "key %u", i), i),
				 i);
	assert_int_equal(*map_put(&m, STR("key 17"), 99), 17);
	*map_put(&m, STR(""), 1) = 2;
	assert_int_equal(*map_get(&m, (struct str){NULL, 0}), 2);
	assert_int_equal(m.n, 5001);
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(*map_get(&m, arena_printf(&a, "key %u", i)),
				 i);
	assert_null(map_get(&m, STR("key 5000")));
	map_release(&m);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(an_arena_copies_strings),
		cmocka_unit_test(a_buffer_writes_utf8),
		cmocka_unit_test(a_vector_grows),
		cmocka_unit_test(a_map_finds_what_was_put),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

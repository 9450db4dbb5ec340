# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/base/memory_test tests/base/pool_test tests/base/str_test
tests_base_memory_test_SOURCES = tests/base/memory_test.c tests/unit.h
tests_base_memory_test_LDADD = $(test_libs)
tests_base_pool_test_SOURCES = tests/base/pool_test.c tests/unit.h
tests_base_pool_test_LDADD = $(test_libs)
tests_base_str_test_SOURCES = tests/base/str_test.c tests/unit.h
tests_base_str_test_LDADD = $(test_libs)

# SPDX-License-Identifier: GPL-3.0-or-later
# A program per subject: name it in `unit_tests`, then its sources and libraries.
unit_tests += tests/screen/grid_test
tests_screen_grid_test_SOURCES = tests/screen/grid_test.c tests/unit.h
tests_screen_grid_test_LDADD = $(test_libs)
unit_tests += tests/screen/key_test
tests_screen_key_test_SOURCES = tests/screen/key_test.c tests/unit.h
tests_screen_key_test_LDADD = $(test_libs)

# SPDX-License-Identifier: GPL-3.0-or-later
# A program per subject: name it in `unit_tests`, then its sources and libraries.
unit_tests += tests/store/settings_test
tests_store_settings_test_SOURCES = tests/store/settings_test.c tests/unit.h
tests_store_settings_test_LDADD = $(test_libs)

unit_tests += tests/store/store_test
tests_store_store_test_SOURCES = tests/store/store_test.c tests/unit.h
tests_store_store_test_LDADD = $(test_libs)

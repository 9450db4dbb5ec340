# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/cli/options_test tests/cli/json_test
tests_cli_options_test_SOURCES = tests/cli/options_test.c tests/unit.h
tests_cli_options_test_LDADD = $(test_libs)
tests_cli_json_test_SOURCES = tests/cli/json_test.c tests/unit.h
tests_cli_json_test_LDADD = $(test_libs)
unit_tests += tests/cli/confine_test
tests_cli_confine_test_SOURCES = tests/cli/confine_test.c tests/unit.h
tests_cli_confine_test_LDADD = $(test_libs)

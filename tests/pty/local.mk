# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself, on a terminal made of a pty and libvterm.
unit_tests += \
	tests/pty/end_test \
	tests/pty/hostile_test \
	tests/pty/keep_test \
	tests/pty/kinds_test \
	tests/pty/resize_test \
	tests/pty/scripts_test
pty_harness = \
	tests/pty/job.c tests/pty/job.h \
	tests/pty/output.c tests/pty/output.h \
	tests/pty/terminal.c tests/pty/terminal.h \
	tests/unit.h
pty_libs = $(test_libs) $(VTERM_LIBS) -lutil
tests_pty_scripts_test_SOURCES = tests/pty/scripts_test.c $(pty_harness)
tests_pty_scripts_test_LDADD = $(pty_libs)
tests_pty_end_test_SOURCES = tests/pty/end_test.c $(pty_harness)
tests_pty_end_test_LDADD = $(pty_libs)
tests_pty_hostile_test_SOURCES = tests/pty/hostile_test.c $(pty_harness)
tests_pty_hostile_test_LDADD = $(pty_libs)
tests_pty_keep_test_SOURCES = tests/pty/keep_test.c $(pty_harness)
tests_pty_keep_test_LDADD = $(pty_libs)
tests_pty_kinds_test_SOURCES = tests/pty/kinds_test.c $(pty_harness)
tests_pty_kinds_test_LDADD = $(pty_libs)
tests_pty_resize_test_SOURCES = tests/pty/resize_test.c $(pty_harness)
tests_pty_resize_test_LDADD = $(pty_libs)

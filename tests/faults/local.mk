# SPDX-License-Identifier: GPL-3.0-or-later
# The program against hostile files and a failing world: shell scripts that
# make what they need and speak TAP. What takes a terminal is in tests/pty.
fault_tests = \
	tests/faults/control.sh \
	tests/faults/environment.sh \
	tests/faults/files.sh \
	tests/faults/large.sh \
	tests/faults/limits.sh \
	tests/faults/markdown.sh \
	tests/faults/output.sh \
	tests/faults/unicode.sh
TESTS += $(fault_tests)
EXTRA_DIST += $(fault_tests) tests/faults/faults.sh

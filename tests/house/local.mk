# SPDX-License-Identifier: GPL-3.0-or-later
# The house keeps its own rules.
house_tests = tests/house/layers.sh tests/house/globals.sh \
	tests/house/completions.sh tests/house/listed.sh tests/house/manual.sh
TESTS += $(house_tests)
EXTRA_DIST += $(house_tests) tests/house/installed.sh tests/house/cppcheck.txt
tests/house/globals.log: src/libpore.a
tests/house/completions.log: $(completions)

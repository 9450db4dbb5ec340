# SPDX-License-Identifier: GPL-3.0-or-later
golden_tests += tests/golden/golden.sh
TESTS += tests/golden/golden.sh
EXTRA_DIST += tests/golden/golden.sh tests/golden/expected

# SPDX-License-Identifier: GPL-3.0-or-later
# cmocka programs, a folder each as in src/; they speak TAP.
AM_TESTS_ENVIRONMENT = CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	srcdir='$(abs_top_srcdir)'; export srcdir; \
	builddir='$(abs_top_builddir)'; export builddir; \
	CC='$(CC)'; export CC; CFLAGS='$(CFLAGS)'; export CFLAGS; \
	NM='$(NM)'; export NM; AWK='$(AWK)'; export AWK; \
	ASAN_OPTIONS=handle_segv=2; export ASAN_OPTIONS; \
	LC_ALL=C.UTF-8; export LC_ALL;
unit_tests =
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/tap.sh
LOG_DRIVER = env AM_TAP_AWK="$(AWK)" $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh

# The tests (of TESTS) that hold what they see against expected files, and write
# these anew when the environment has PORE_UPDATE_GOLDENS=1.
golden_tests =

include tests/house/local.mk
include tests/base/local.mk
include tests/text/local.mk
include tests/article/local.mk
include tests/format/local.mk
include tests/typeset/local.mk
include tests/search/local.mk
include tests/library/local.mk
include tests/store/local.mk
include tests/screen/local.mk
include tests/ui/local.mk
include tests/pty/local.mk
include tests/term/local.mk
include tests/cli/local.mk
include tests/sampler/local.mk
include tests/faults/local.mk
include tests/golden/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk

check_PROGRAMS += $(unit_tests)
EXTRA_DIST += tests/tap.sh
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
TESTS += $(unit_tests)

# What main and workers share: for a build with --enable-sanitizers=thread.
check-threads:
	@list=; for t in $(unit_tests); do \
		case $$t in tests/search/* | tests/library/*) list="$$list $$t";; esac; \
	done; \
	test -n "$$list" || { echo "check-threads: no such tests" >&2; exit 1; }; \
	$(MAKE) $(AM_MAKEFLAGS) check check_PROGRAMS="$$list" TESTS="$$list"

update-goldens:
	@list=; for t in $(golden_tests); do \
		case $$t in *.sh) ;; *) list="$$list $$t";; esac; \
	done; \
	PORE_UPDATE_GOLDENS=1; export PORE_UPDATE_GOLDENS; \
	$(MAKE) $(AM_MAKEFLAGS) check check_PROGRAMS="$$list" \
		TESTS="$(golden_tests)"
	@echo "Now read what has changed (git diff) before you keep it."

.PHONY: check-threads update-goldens

# SPDX-License-Identifier: GPL-3.0-or-later
# What its writers say is in the bundled library, against what is recognised.
unit_tests += tests/sampler/truth_test
tests_sampler_truth_test_SOURCES = tests/sampler/truth_test.c tests/unit.h
tests_sampler_truth_test_LDADD = $(test_libs)
EXTRA_DIST += tests/sampler/pagetext.jsonl tests/sampler/markdown.jsonl

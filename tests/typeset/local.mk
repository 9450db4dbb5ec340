# SPDX-License-Identifier: GPL-3.0-or-later
typeset_fault = tests/typeset/fault.c tests/typeset/fault.h
typeset_program = $(typeset_fault) \
	tests/typeset/program.c tests/typeset/program.h tests/unit.h

unit_tests += tests/typeset/page_test
tests_typeset_page_test_SOURCES = tests/typeset/page_test.c $(typeset_program)
tests_typeset_page_test_LDADD = $(test_libs)

typeset_sheet = tests/typeset/sheet.c tests/typeset/sheet.h tests/unit.h

unit_tests += tests/typeset/paragraph_test
tests_typeset_paragraph_test_SOURCES = tests/typeset/paragraph_test.c \
	$(typeset_sheet)
tests_typeset_paragraph_test_LDADD = $(test_libs)

unit_tests += tests/typeset/block_test
tests_typeset_block_test_SOURCES = tests/typeset/block_test.c $(typeset_sheet)
tests_typeset_block_test_LDADD = $(test_libs)

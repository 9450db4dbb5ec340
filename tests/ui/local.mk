# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/ui/keymap_test
tests_ui_keymap_test_SOURCES = tests/ui/keymap_test.c tests/unit.h
tests_ui_keymap_test_LDADD = $(test_libs)
unit_tests += tests/ui/progress_test
tests_ui_progress_test_SOURCES = tests/ui/progress_test.c $(library_folder)
tests_ui_progress_test_LDADD = $(test_libs)
unit_tests += tests/ui/prompt_test
tests_ui_prompt_test_SOURCES = tests/ui/prompt_test.c tests/unit.h
tests_ui_prompt_test_LDADD = $(test_libs)
unit_tests += tests/ui/reading_test
tests_ui_reading_test_SOURCES = tests/ui/reading_test.c tests/unit.h
tests_ui_reading_test_LDADD = $(test_libs)
unit_tests += tests/ui/ui_test
tests_ui_ui_test_SOURCES = tests/ui/ui_test.c tests/unit.h
tests_ui_ui_test_LDADD = $(test_libs)
unit_tests += tests/ui/scripts_test
tests_ui_scripts_test_SOURCES = tests/ui/scripts.c
tests_ui_scripts_test_LDADD = $(test_libs)

# Keys and the screens that follow; `make update-goldens` writes them anew.
golden_tests += tests/ui/scripts_test
ui_scripts = \
	tests/ui/scripts/ahead.script \
	tests/ui/scripts/back.script \
	tests/ui/scripts/command.script \
	tests/ui/scripts/contents.script \
	tests/ui/scripts/ends.script \
	tests/ui/scripts/filter.script \
	tests/ui/scripts/find.script \
	tests/ui/scripts/find-across.script \
	tests/ui/scripts/find-back.script \
	tests/ui/scripts/find-escape.script \
	tests/ui/scripts/find-folded.script \
	tests/ui/scripts/help.script \
	tests/ui/scripts/hints.script \
	tests/ui/scripts/jump.script \
	tests/ui/scripts/links.script \
	tests/ui/scripts/marks.script \
	tests/ui/scripts/measure.script \
	tests/ui/scripts/mouse.script \
	tests/ui/scripts/narrow.script \
	tests/ui/scripts/note-place.script \
	tests/ui/scripts/notes.script \
	tests/ui/scripts/notes-scroll.script \
	tests/ui/scripts/only.script \
	tests/ui/scripts/only-apart.script \
	tests/ui/scripts/open.script \
	tests/ui/scripts/paragraphs.script \
	tests/ui/scripts/prompt.script \
	tests/ui/scripts/related.script \
	tests/ui/scripts/resize.script \
	tests/ui/scripts/right-to-left.script \
	tests/ui/scripts/scroll.script \
	tests/ui/scripts/search.script \
	tests/ui/scripts/search-open.script \
	tests/ui/scripts/search-preview.script \
	tests/ui/scripts/sideways.script \
	tests/ui/scripts/start.script \
	tests/ui/scripts/tiny.script \
	tests/ui/scripts/title.script \
	tests/ui/scripts/where.script \
	tests/ui/scripts/wide.script \
	tests/ui/scripts/wide-characters.script
EXTRA_DIST += $(ui_scripts)

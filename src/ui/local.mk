# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/ui/act.c \
	src/ui/action.def \
	src/ui/command.c \
	src/ui/contents.c \
	src/ui/find.c \
	src/ui/glyph.c src/ui/glyph.h \
	src/ui/help.c \
	src/ui/history.c src/ui/history.h \
	src/ui/keymap.c src/ui/keymap.h \
	src/ui/layout.c src/ui/layout.h \
	src/ui/lights.c src/ui/lights.h \
	src/ui/list.c src/ui/list.h \
	src/ui/notes.c src/ui/notes.h \
	src/ui/panes.c src/ui/panes.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/reader.c src/ui/reader.h \
	src/ui/script.c src/ui/script.h \
	src/ui/search.c \
	src/ui/sidebar.c \
	src/ui/start.c \
	src/ui/state.h \
	src/ui/status.c \
	src/ui/target.c src/ui/target.h \
	src/ui/titles.c \
	src/ui/ui.c src/ui/ui.h \
	src/ui/view.c src/ui/view.h

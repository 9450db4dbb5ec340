# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/typeset/block.c src/typeset/block.h \
	src/typeset/code.c src/typeset/code.h \
	src/typeset/column.c src/typeset/column.h \
	src/typeset/frame.c src/typeset/frame.h \
	src/typeset/front.c src/typeset/front.h \
	src/typeset/galley.c src/typeset/galley.h \
	src/typeset/items.c src/typeset/items.h \
	src/typeset/notes.c src/typeset/notes.h \
	src/typeset/page.c src/typeset/page.h \
	src/typeset/paragraph.c src/typeset/paragraph.h \
	src/typeset/runs.c src/typeset/runs.h \
	src/typeset/setter.c src/typeset/setter.h \
	src/typeset/table.c src/typeset/table.h

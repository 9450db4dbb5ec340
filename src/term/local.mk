# SPDX-License-Identifier: GPL-3.0-or-later
# Linked into the program alone: the only code that knows curses.
src_pore_SOURCES += \
	src/term/kind.c src/term/kind.h \
	src/term/safe.c src/term/safe.h \
	src/term/keys.c src/term/keys.h \
	src/term/signals.c src/term/signals.h \
	src/term/term.c src/term/term.h \
	src/term/theme.c src/term/theme.h

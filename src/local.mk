# SPDX-License-Identifier: GPL-3.0-or-later
# What joins the layers.
src_pore_SOURCES = \
	src/browse.c src/browse.h \
	src/keep.c src/keep.h \
	src/main.c \
	src/open.c src/open.h \
	src/plain.c src/plain.h \
	src/play.c src/play.h \
	src/session.c src/session.h \
	src/setup.c src/setup.h

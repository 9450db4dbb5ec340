# SPDX-License-Identifier: GPL-3.0-or-later
src_libpore_a_SOURCES += \
	src/format/chunk.c src/format/chunk.h \
	src/format/date.c src/format/date.h \
	src/format/format.c src/format/format.h \
	src/format/frontmatter.c src/format/frontmatter.h \
	src/format/input.c src/format/input.h \
	src/format/markdown.c \
	src/format/mdguard.c src/format/mdguard.h \
	src/format/mdparse.c src/format/mdparse.h \
	src/format/mdsniff.c \
	src/format/pagetext/page.h src/format/pagetext/lexicon.def \
	src/format/pagetext/body.c \
	src/format/pagetext/dateline.c \
	src/format/pagetext/front.c \
	src/format/pagetext/lexicon.c \
	src/format/pagetext/line.c \
	src/format/pagetext/name.c \
	src/format/pagetext/note.c \
	src/format/pagetext/pagetext.c \
	src/format/pagetext/sniff.c \
	src/format/pagetext/span.c \
	src/format/pagetext/tail.c \
	src/format/pagetext/write.c \
	src/format/printed.c src/format/printed.h \
	src/format/rawhtml.c src/format/rawhtml.h \
	src/format/reader.h \
	src/format/shortcode.c src/format/shortcode.h \
	src/format/text.c \
	src/format/toml.c \
	src/format/value.c src/format/value.h \
	src/format/wikilink.c src/format/wikilink.h \
	src/format/yaml.c

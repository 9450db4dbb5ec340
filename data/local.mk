# SPDX-License-Identifier: GPL-3.0-or-later
# The bundled library: what pore opens when it is given nothing to open.
samplerdir = $(pkgdatadir)/sampler
dist_sampler_DATA = \
	data/sampler/bidi.md \
	data/sampler/concordance.txt \
	data/sampler/contents-list.txt \
	data/sampler/emoji.md \
	data/sampler/escape-sequences.md \
	data/sampler/essay.txt \
	data/sampler/footnote.txt \
	data/sampler/fraktur.de.txt \
	data/sampler/front-page.txt \
	data/sampler/grapheme-clusters.md \
	data/sampler/guillemets.fr.md \
	data/sampler/hypertext.md \
	data/sampler/hyphenation.txt \
	data/sampler/incremental-search.txt \
	data/sampler/index-history.txt \
	data/sampler/inverted-file.txt \
	data/sampler/juanzhou.zh.md \
	data/sampler/justification.txt \
	data/sampler/kinsoku.ja.txt \
	data/sampler/libraries.md \
	data/sampler/line-breaking.txt \
	data/sampler/marginalia.txt \
	data/sampler/markdown.md \
	data/sampler/measure.txt \
	data/sampler/memex.md \
	data/sampler/more-and-less.md \
	data/sampler/naskh.ar.md \
	data/sampler/pagination.txt \
	data/sampler/punctuation.txt \
	data/sampler/relevance.txt \
	data/sampler/ruby.ja.md \
	data/sampler/samizdat.ru.txt \
	data/sampler/serial-novel.txt \
	data/sampler/silbentrennung.de.md \
	data/sampler/silent-reading.txt \
	data/sampler/stemming.txt \
	data/sampler/terminal-cell.md \
	data/sampler/title-page.txt \
	data/sampler/total-fit.md \
	data/sampler/tour.md \
	data/sampler/unicode.md \
	data/sampler/word-space.txt

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A segment: the inverted index of a run of at most SEGMENT_MAX articles.
 * Made by search/build.h, never changed afterwards, read by any thread.
 *
 *     keys      the first 8 bytes of each term, big-endian  } sorted by
 *     terms     where its text and its postings begin       } (text, language)
 *     docs      article - first, rising within a term
 *     codes     how often it occurs there, fields weighted  (tf_decode)
 *     lengths   tokens an article has
 *     stems     (hash of the stem, term), sorted
 *
 * A term is a word in one language: the same word in articles of two
 * languages stands twice, side by side. So stems never mix languages.
 */
#ifndef PORE_SEARCH_SEGMENT_H
#define PORE_SEARCH_SEGMENT_H

#include "base/str.h"

enum { SEGMENT_MAX = 65536 };

struct segment_term {
	uint32_t text;	  /* into text; ends where the next one begins */
	uint32_t posting; /* into docs and codes; likewise */
};

struct segment_stem {
	uint32_t hash; /* dict_stem_hash */
	uint32_t term;
};

struct segment {
	uint32_t first;	 /* the id of the first article */
	uint32_t n_docs; /* ids that it covers, read or not */
	uint32_t n_read; /* articles that are in it */
	uint32_t n_terms;
	uint32_t n_stems;
	uint32_t languages; /* bit i: terms of stem language i */
	uint64_t words;	    /* the sum of lengths */
	uint64_t text_bytes;
	uint64_t *keys;
	struct segment_term *terms; /* n_terms + 1 */
	uint8_t *term_languages;
	char *text;
	uint16_t *docs;
	uint8_t *codes;
	uint32_t *lengths; /* 0 for one that was skipped */
	struct segment_stem *stems;
};

void segment_free(struct segment *s);
/* Bytes of memory it takes. */
size_t segment_bytes(const struct segment *s);

static inline struct str segment_text(const struct segment *s, uint32_t term)
{
	return (struct str){s->text + s->terms[term].text,
			    s->terms[term + 1].text - s->terms[term].text};
}

static inline uint32_t segment_count(const struct segment *s, uint32_t term)
{
	return s->terms[term + 1].posting - s->terms[term].posting;
}

/* The terms [*from, *to) that equal `word` (one a language), or that begin
 * with it. */
void segment_find(const struct segment *s, struct str word, bool is_prefix,
		  uint32_t *from, uint32_t *to);
/* The stems [*from, *to) of that hash. */
void segment_find_stems(const struct segment *s, uint32_t hash, uint32_t *from,
			uint32_t *to);

/* The first 8 bytes of a term, zero-filled, as a number that sorts alike. */
uint64_t segment_key(struct str word);

/* Weighted term frequencies, counted in quarters, in one byte: a float of 4
 * bits of exponent and 4 of mantissa; exact up to 8. Rising; 0 only for 0. */
uint8_t tf_encode(uint32_t quarters);
float tf_decode(uint8_t code);

#endif

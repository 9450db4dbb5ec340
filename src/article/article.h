/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article: what every format becomes and everything else reads.
 *
 * One flat buffer of `size` bytes that begins with struct article: header,
 * arrays, strings, tied together by 32-bit offsets from its start, so that
 * the same bytes serve memory, pipe and cache. Immutable once made by
 * article/build.h; bytes from elsewhere go through article_check first.
 *
 * All text is logical text: valid UTF-8, NFC, no control character but LF
 * (a hard line break, or a line of code, or a row of a table) and TAB (in
 * code, or between two cells of a table), no note marks, no layout.
 *
 *     blocks   what there is to read, in order: deck first, then the body
 *     notes    footnotes, in the order of their first call; then uncalled ones
 *     units    blocks and notes together: unit u < n_blocks is a block,
 *              the others are notes. Spans, positions, search, typesetting
 *              know units only.
 */
#ifndef PORE_ARTICLE_ARTICLE_H
#define PORE_ARTICLE_ARTICLE_H

#include "base/err.h"
#include "base/str.h"

enum block_type {
	BLOCK_DECK,    /* the standfirst, at most one, the first block */
	BLOCK_HEADING, /* level 1..6 */
	BLOCK_PARAGRAPH,
	BLOCK_QUOTE,  /* a paragraph inside a quotation */
	BLOCK_ITEM,   /* a paragraph of a list item */
	BLOCK_CODE,   /* lines kept; info: the language, or "" */
	BLOCK_TABLE,  /* a row a line, cells parted by TAB; info: a letter
			 a column, l c r or - (unsaid); the first row is
			 the header */
	BLOCK_RULE,   /* no text */
	BLOCK_FIGURE, /* text: the alternative text; info: the address */
	BLOCK_CAPTION,
	BLOCK_TERM,
	BLOCK_DEFINITION,
	BLOCK_TYPES
};

enum block_flags {
	BLOCK_ORDERED = 1, /* item of a numbered list: see `number` */
	BLOCK_CONTINUED =
		2,	/* not the first paragraph of its item: no bullet */
	BLOCK_TASK = 4, /* a task item */
	BLOCK_DONE = 8, /* ... that is done */
};

enum span_type {
	SPAN_EMPHASIS,
	SPAN_STRONG,
	SPAN_CODE,
	SPAN_STRIKE,
	SPAN_SUPER,
	SPAN_SUB,
	SPAN_LINK, /* target: an index into links */
	SPAN_NOTE, /* empty, where the mark stands; target: an index into notes
		    */
	SPAN_TYPES
};

struct ref {	      /* a string or an array inside the buffer */
	uint32_t off; /* bytes from the start of the article */
	uint32_t n;   /* bytes of a string, elements of an array */
};

struct block {
	uint8_t type;	 /* enum block_type */
	uint8_t level;	 /* of a heading; the depth of the innermost list for
			    a block in one (1 the top); else 0 */
	uint8_t quote;	 /* how many quotations it stands in */
	uint8_t flags;	 /* enum block_flags */
	uint32_t number; /* of an ordered item */
	struct ref text;
	struct ref info;
	struct ref spans; /* sorted by start, outer before inner */
};

struct note {
	struct ref label; /* as the page writes it: "1", "*", "†" */
	struct ref text;  /* paragraphs parted by LF */
	struct ref spans;
	uint32_t block; /* whose text calls it first, NO_INDEX if none does */
	uint32_t at;	/* byte offset of that call in the block's text */
};

struct span {
	uint32_t start, end; /* bytes of the unit's text */
	uint32_t type;	     /* enum span_type */
	uint32_t target;     /* see enum span_type, else 0 */
};

struct link {
	struct ref url; /* as written: absolute, relative, "#place", or
			   "wiki:Title" for a wiki link */
	uint32_t unit;	/* where it stands */
	uint32_t start, end;
};

struct author {
	struct ref name;
	struct ref about; /* life or position, "" if unsaid */
};

struct related {	  /* a piece that the page itself lists */
	struct ref group; /* the heading it stands under */
	struct ref title;
	struct ref teaser;
	struct ref url; /* "" if the page has none */
};

struct article {
	uint32_t magic;	   /* ARTICLE_MAGIC */
	uint32_t version;  /* ARTICLE_VERSION */
	uint32_t size;	   /* bytes of the whole buffer */
	uint32_t words;	   /* in deck, body and notes, as text/word.h counts */
	struct ref format; /* "pagetext", "markdown", "text", ... */
	struct ref url;
	struct ref title; /* never "" : the file's name if nothing better */
	struct ref series;
	struct ref date;     /* "YYYY-MM-DD", or "" */
	struct ref language; /* BCP 47, "" if not known */
	struct ref
		description; /* of the metadata alone: not text of the page */
	struct ref authors;  /* struct author */
	struct ref tags;     /* struct ref */
	struct ref blocks;   /* struct block */
	struct ref notes;    /* struct note */
	struct ref spans;    /* struct span: all of them; blocks' and notes'
				refs have byte offsets too */
	struct ref links;    /* struct link */
	struct ref related;  /* struct related */
	struct ref problems; /* struct ref: sentences on what was broken */
};

#define ARTICLE_MAGIC	0x65726f70u /* "pore" */
#define ARTICLE_VERSION 1u
#define NO_INDEX	UINT32_MAX

/* A place in an article that survives any typesetting. Block -1 is the front
 * matter (title, byline, date), where `off` is 0 or an offset into the title;
 * other values are units. */
struct position {
	int32_t unit;
	uint32_t off; /* bytes into the unit's logical text */
};

static inline struct str article_str(const struct article *a, struct ref r)
{
	return (struct str){(const char *)a + r.off, r.n};
}

/* The element at `off` bytes; for the accessors below. */
static inline const void *article_at(const struct article *a, struct ref array,
				     uint32_t i, size_t size)
{
	return (const char *)a + array.off + (size_t)i * size;
}

#define ARTICLE_ACCESSOR(name, type, array)                                    \
	static inline const type *article_##name(const struct article *a,      \
						 uint32_t i)                   \
	{                                                                      \
		return article_at(a, a->array, i, sizeof(type));               \
	}
/* i is less than a->array.n */
ARTICLE_ACCESSOR(block, struct block, blocks)
ARTICLE_ACCESSOR(note, struct note, notes)
ARTICLE_ACCESSOR(link, struct link, links)
ARTICLE_ACCESSOR(author, struct author, authors)
ARTICLE_ACCESSOR(related, struct related, related)
#undef ARTICLE_ACCESSOR

static inline struct str article_tag(const struct article *a, uint32_t i)
{
	return article_str(a, *(const struct ref *)article_at(
				      a, a->tags, i, sizeof(struct ref)));
}

static inline struct str article_problem(const struct article *a, uint32_t i)
{
	return article_str(a, *(const struct ref *)article_at(
				      a, a->problems, i, sizeof(struct ref)));
}

/* How many units there are, and a unit's text. */
static inline uint32_t article_units(const struct article *a)
{
	return a->blocks.n + a->notes.n;
}
struct str article_unit_text(const struct article *a, uint32_t unit);
/* The text at a position's unit: the title for unit -1. */
struct str article_position_text(const struct article *a, int32_t unit);

/* The spans of a unit, and their number. */
const struct span *article_unit_spans(const struct article *a, uint32_t unit,
				      uint32_t *n);

/* The word of interface.md for a block type ("paragraph"). */
struct str block_type_name(enum block_type type);

/* Less, equal, greater than 0, in reading order. */
int position_cmp(struct position a, struct position b);

/* The position of the heading that "#name" means: the one whose slug (as
 * GitHub makes it: lower case, spaces to hyphens, punctuation gone) is
 * `name`, without '#'. False if there is none. */
bool article_find_anchor(const struct article *a, struct str name,
			 struct position *out);

/* Whether `bytes` (n of them, aligned for uint32_t) are an article in which
 * every offset, index, order and string holds what is promised above. */
bool article_check(const void *bytes, size_t n, struct err *err);

/* Frees what build_finish returned. */
void article_free(struct article *a);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Markdown: CommonMark and GitHub's extensions by libcmark-gfm, with front
 * matter, wiki links and shortcodes around it.
 *
 *     source -> front matter | body -> shortcodes -> cmark's tree -> builder
 *
 * The tree is walked by cmark's iterator, without recursion.
 *
 * The title is the front matter's, else the first heading of level 1; a
 * heading that says the same at the very top is not repeated as a block. A
 * first paragraph that is emphasised from end to end is the deck.
 */
#include "config.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string.h>

#include "format/frontmatter.h"
#include "format/mdparse.h"
#include "format/rawhtml.h"
#include "format/reader.h"
#include "format/shortcode.h"
#include "format/wikilink.h"

struct walk {
	struct build *b;
	struct buf text;      /* text nodes that follow each other */
	cmark_node *title;    /* the heading that is no block, or NULL */
	cmark_node *deck;     /* the paragraph that is the deck, or NULL */
	cmark_node *sentinel; /* a paragraph that is ours: see mdparse.h */
	size_t notes;	      /* definitions so far */
	unsigned column;      /* of the table row we are in */
	unsigned table_rows;  /* before it */
};

/* Node types of extensions have no constants: they are given at run time. */
static bool is_node(cmark_node *node, const char *type)
{
	return strcmp(cmark_node_get_type_string(node), type) == 0;
}

static struct str literal(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

static struct str url_of(cmark_node *node)
{
	return str_of(cmark_node_get_url(node));
}

/* Writes the text nodes so far: wiki links may lie across them. */
static void flush(struct walk *w)
{
	if (w->text.n)
		wikilink_text(w->b, buf_str(&w->text));
	w->text.n = 0;
}

/* The plain text inside a node, appended: of a title, of an image. */
static void add_plain(cmark_node *node, struct buf *out)
{
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *at = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(at);
		if (event != CMARK_EVENT_ENTER) {
			if (type == CMARK_NODE_PARAGRAPH)
				buf_add_char(out, ' ');
			continue;
		}
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_add(out, literal(at));
		else if (type == CMARK_NODE_SOFTBREAK ||
			 type == CMARK_NODE_LINEBREAK)
			buf_add_char(out, ' ');
	}
	cmark_iter_free(iter);
}

static void open_code(struct walk *w, cmark_node *node)
{
	struct str code = literal(node);
	struct str info = str_of(cmark_node_get_fence_info(node));
	while (code.n && code.p[code.n - 1] == '\n')
		code.n--;
	build_open(w->b, BLOCK_CODE);
	/* The first word is the language: "c", "{.python .numberLines}". */
	info = str_sub(info, 0, str_find_char(info, ' ', 0));
	build_info(w->b, info);
	build_text(w->b, code);
	build_close(w->b);
}

static void enter_list(struct walk *w, cmark_node *node)
{
	if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
		int start = cmark_node_get_list_start(node);
		build_enter(w->b, IN_ORDERED);
		build_number(w->b, start > 0 ? (uint32_t)start : 0);
	} else {
		build_enter(w->b, IN_LIST);
	}
}

static void leave_list(struct walk *w, cmark_node *node)
{
	build_leave(w->b, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
				  ? IN_ORDERED
				  : IN_LIST);
}

static void enter_item(struct walk *w, cmark_node *node)
{
	build_enter(w->b, IN_ITEM);
	if (is_node(node, "tasklist"))
		build_flags(
			w->b,
			BLOCK_TASK |
				(cmark_gfm_extensions_get_tasklist_item_checked(
					 node)
					 ? BLOCK_DONE
					 : 0));
}

static void open_table(struct walk *w, cmark_node *node)
{
	uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
	const uint8_t *align = cmark_gfm_extensions_get_table_alignments(node);
	struct buf info = {0};
	for (uint16_t i = 0; i < columns; i++)
		buf_add_char(&info, align[i] ? (char)align[i] : '-');
	build_open(w->b, BLOCK_TABLE);
	build_info(w->b, buf_str(&info));
	buf_release(&info);
	w->table_rows = 0;
}

/* Tables, their parts, and struck text: nodes of extensions. */
static void visit_extension(struct walk *w, cmark_node *node, bool is_enter)
{
	if (is_node(node, "strikethrough")) {
		if (is_enter)
			build_start(w->b, SPAN_STRIKE);
		else
			build_stop(w->b, SPAN_STRIKE);
	} else if (is_node(node, "table")) {
		if (is_enter)
			open_table(w, node);
		else
			build_close(w->b);
	} else if (is_node(node, "table_row") ||
		   is_node(node, "table_header")) {
		if (is_enter && w->table_rows++)
			build_text(w->b, STR("\n"));
		w->column = 0;
	} else if (is_node(node, "table_cell")) {
		if (is_enter && w->column++)
			build_text(w->b, STR("\t"));
	}
}

/* cmark numbers calls by first call, and sorts the definitions so; it does not
 * give their numbers. */
static void open_note(struct walk *w)
{
	struct buf label = {0};
	buf_addf(&label, "%zu", ++w->notes);
	build_note_open(w->b, buf_str(&label));
	buf_release(&label);
}

static void visit_paragraph(struct walk *w, cmark_node *node, bool is_enter)
{
	if (!is_enter) {
		build_close(w->b);
		return;
	}
	cmark_node *child = cmark_node_first_child(node);
	if (child && !cmark_node_next(child) &&
	    cmark_node_get_type(child) == CMARK_NODE_IMAGE) {
		build_open(w->b, BLOCK_FIGURE);
		build_info(w->b, url_of(child));
	} else {
		build_open(w->b,
			   node == w->deck ? BLOCK_DECK : BLOCK_PARAGRAPH);
	}
}

static void visit_link(struct walk *w, cmark_node *node, bool is_enter)
{
	if (!is_enter)
		build_link_stop(w->b);
	else
		build_link_start(w->b, url_of(node));
}

static void visit_span(struct walk *w, cmark_node *node, enum span_type type,
		       bool is_enter)
{
	/* The deck's look says that it is one. */
	if (cmark_node_parent(node) == w->deck && w->deck)
		return;
	if (is_enter)
		build_start(w->b, type);
	else
		build_stop(w->b, type);
}

static void visit_inline(struct walk *w, cmark_node *node, bool is_enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_SOFTBREAK:
		build_text(w->b, STR("\n"));
		break;
	case CMARK_NODE_LINEBREAK:
		build_break(w->b);
		break;
	case CMARK_NODE_CODE:
		build_start(w->b, SPAN_CODE);
		build_text(w->b, literal(node));
		build_stop(w->b, SPAN_CODE);
		break;
	case CMARK_NODE_HTML_INLINE:
		rawhtml_inline(literal(node), w->b);
		break;
	case CMARK_NODE_EMPH:
		visit_span(w, node, SPAN_EMPHASIS, is_enter);
		break;
	case CMARK_NODE_STRONG:
		visit_span(w, node, SPAN_STRONG, is_enter);
		break;
	case CMARK_NODE_LINK:
		visit_link(w, node, is_enter);
		break;
	case CMARK_NODE_FOOTNOTE_REFERENCE:
		/* No leaf for cmark's iterator: it comes twice. */
		if (is_enter)
			build_note_call(w->b, literal(node));
		break;
	default: /* an image is its alternative text, which comes by itself */
		visit_extension(w, node, is_enter);
		break;
	}
}

static void visit(struct walk *w, cmark_node *node, bool is_enter)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT) {
		buf_add(&w->text, literal(node));
		return;
	}
	flush(w);
	switch (type) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		if (is_enter)
			build_enter(w->b, IN_QUOTE);
		else
			build_leave(w->b, IN_QUOTE);
		break;
	case CMARK_NODE_LIST:
		if (is_enter)
			enter_list(w, node);
		else
			leave_list(w, node);
		break;
	case CMARK_NODE_ITEM:
		if (is_enter)
			enter_item(w, node);
		else
			build_leave(w->b, IN_ITEM);
		break;
	case CMARK_NODE_CODE_BLOCK:
		open_code(w, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		rawhtml_block(literal(node), w->b);
		build_close(w->b);
		break;
	case CMARK_NODE_PARAGRAPH:
		visit_paragraph(w, node, is_enter);
		break;
	case CMARK_NODE_HEADING:
		if (is_enter)
			build_heading(
				w->b,
				(unsigned)cmark_node_get_heading_level(node));
		else
			build_close(w->b);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		build_open(w->b, BLOCK_RULE);
		build_close(w->b);
		break;
	case CMARK_NODE_FOOTNOTE_DEFINITION:
		if (is_enter)
			open_note(w);
		else
			build_note_close(w->b);
		break;
	default:
		visit_inline(w, node, is_enter);
		break;
	}
}

static void walk_all(struct walk *w, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		bool is_enter = event == CMARK_EVENT_ENTER;
		if (is_enter && (node == w->title || node == w->sentinel))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		else if (node != w->title && node != w->sentinel)
			visit(w, node, is_enter);
	}
	flush(w);
	cmark_iter_free(iter);
}

static cmark_node *first_h1(cmark_node *root)
{
	for (cmark_node *n = cmark_node_first_child(root); n;
	     n = cmark_node_next(n))
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING &&
		    cmark_node_get_heading_level(n) == 1)
			return n;
	return NULL;
}

/* Finds the title, and what stands above or below it on the page. */
static void find_head(struct walk *w, cmark_node *root, struct str title)
{
	cmark_node *top = cmark_node_first_child(root);
	struct buf text = {0};
	if (title.n == 0) {
		w->title = first_h1(root);
		if (w->title)
			add_plain(w->title, &text);
		build_meta(w->b, META_TITLE, buf_str(&text));
		/* A heading of no text is no title. */
		if (str_trim(buf_str(&text)).n == 0)
			w->title = NULL;
	} else if (top && cmark_node_get_type(top) == CMARK_NODE_HEADING) {
		add_plain(top, &text);
		if (str_eq_nocase(str_trim(buf_str(&text)), str_trim(title)))
			w->title = top;
	}
	buf_release(&text);
	cmark_node *first = top && top == w->title ? cmark_node_next(top) : top;
	if (!first || !cmark_node_next(first) ||
	    cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
		return;
	cmark_node *child = cmark_node_first_child(first);
	if (child && !cmark_node_next(child) &&
	    cmark_node_get_type(child) == CMARK_NODE_EMPH)
		w->deck = first;
}

/* The body, below the front matter. */
static void read_body(struct str body, struct build *b, struct str title)
{
	struct mdtree tree = mdparse(body, b);
	struct walk w = {.b = b, .sentinel = tree.sentinel};
	find_head(&w, tree.root, title);
	walk_all(&w, tree.root);
	buf_release(&w.text);
	mdtree_release(&tree);
}

/* The description is metadata, so text alone, but is written as Markdown. */
static void set_description(struct build *b, struct str markdown)
{
	if (markdown.n == 0)
		return;
	struct mdtree tree = mdparse(markdown, b);
	struct buf plain = {0};
	add_plain(tree.root, &plain);
	build_meta(b, META_DESCRIPTION, buf_str(&plain));
	buf_release(&plain);
	mdtree_release(&tree);
}

void markdown_read(const struct source *source, struct build *b)
{
	size_t matter = frontmatter_find(source->text);
	struct str body = str_from_at(source->text, matter);
	struct buf title = {0}, description = {0}, plain = {0};
	if (matter)
		frontmatter_read(str_sub(source->text, 0, matter), b, &title,
				 &description);
	set_description(b, buf_str(&description));
	if (shortcode_is_in(body)) {
		shortcode_replace(&plain, body);
		body = buf_str(&plain);
	}
	read_body(body, b, buf_str(&title));
	buf_release(&title);
	buf_release(&description);
	buf_release(&plain);
}

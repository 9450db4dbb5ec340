/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cmark-gfm drops footnotes that no text calls. If there are any, the text is
 * parsed again with a paragraph at its end, the sentinel, that calls them
 * all; the walker passes it over.
 */
#include "config.h"

#include "format/mdparse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "format/mdguard.h"

/* What marks the sentinel: private use, so in no one's text. */
#define SENTINEL "\uf8f1\uf8f2\uf8f3"

enum {
	/* Cells of one table, empty ones that its header asks for among them.
	 */
	LIMIT_CELLS = 500000,
	/* Labels that the sentinel calls. */
	LIMIT_NOTES = 10000,
};

static void *take(size_t n, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(n, size, &bytes))
		panic(NULL, 0, "out of memory");
	return mem_new(bytes);
}

/* cmark's own says something else when memory ends. Its functions want a
 * pointer to one that may change, but leave it as it is. */
static cmark_mem *memory(void)
{
	static const cmark_mem functions = {take, mem_resize, mem_free};
	return (cmark_mem *)(uintptr_t)&functions;
}

static cmark_syntax_extension *extension(const char *name)
{
	cmark_syntax_extension *e = cmark_find_syntax_extension(name);
	if (!e)
		BUG("format_init was not called");
	return e;
}

/* The extension whose data is the lock: cmark lets one keep some. */
static const char keeper[] = "autolink";

static void free_lock(cmark_mem *mem, void *lock)
{
	(void)mem;
	pthread_mutex_destroy(lock);
	mem_free(lock);
}

void mdparse_init(void)
{
	/* cmark keeps its extensions in a list that must not change while
	 * another thread parses. */
	cmark_gfm_core_extensions_ensure_registered();
	if (cmark_syntax_extension_get_private(extension(keeper)))
		return;
	/* Its size, not its contents. */
	/* NOLINTNEXTLINE(cert-fio38-c,misc-non-copyable-objects) */
	pthread_mutex_t *lock = mem_new(sizeof *lock);
	if (pthread_mutex_init(lock, NULL) != 0)
		panic(NULL, 0, "out of memory");
	cmark_syntax_extension_set_private(extension(keeper), lock, free_lock);
}

/* Ends the parse: now the inlines are parsed. For that time cmark makes the
 * characters that extensions look for special, in one table for all parsers,
 * and plain again after it: two at once lose links. So they take turns. */
static cmark_node *finish(cmark_parser *parser)
{
	pthread_mutex_t *lock =
		cmark_syntax_extension_get_private(extension(keeper));
	pthread_mutex_lock(lock);
	cmark_node *root = cmark_parser_finish(parser);
	pthread_mutex_unlock(lock);
	return root;
}

static cmark_node *parse(struct str text, struct str tail, bool has_tables)
{
	static const char *const extensions[] = {"strikethrough", "autolink",
						 "tasklist", "table"};
	cmark_parser *parser = cmark_parser_new_with_mem(
		CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8, memory());
	size_t n = sizeof extensions / sizeof *extensions;
	for (size_t i = 0; i < n - !has_tables; i++)
		cmark_parser_attach_syntax_extension(parser,
						     extension(extensions[i]));
	cmark_parser_feed(parser, text.p, text.n);
	cmark_parser_feed(parser, tail.p, tail.n);
	cmark_node *root = finish(parser);
	cmark_parser_free(parser);
	return root;
}

/* The label of "[^label]:" at the start of a line, "" if there is none. */
static struct str definition_label(struct str line)
{
	size_t at = 0;
	while (at < line.n && (line.p[at] == ' ' || line.p[at] == '>'))
		at++;
	struct str s = str_from_at(line, at);
	if (!str_starts(s, STR("[^")))
		return STR("");
	size_t end = str_find(s, STR("]:"), 2);
	struct str label = str_sub(s, 2, end);
	return end < s.n && str_find_char(label, '[', 0) == label.n &&
			       str_find_char(label, ']', 0) == label.n
		       ? label
		       : STR("");
}

/* The paragraph that calls every note that a line of the text seems to
 * define; returns how many those are. */
static size_t write_sentinel(struct str text, struct buf *out)
{
	struct str line;
	size_t n = 0;
	if (!str_has(text, STR("[^")))
		return 0;
	buf_add(out, STR("\n\n" SENTINEL));
	while (n < LIMIT_NOTES && str_next_line(&text, &line)) {
		struct str label = definition_label(line);
		if (label.n == 0)
			continue;
		buf_add(out, STR(" [^"));
		buf_add(out, label);
		buf_add(out, STR("]"));
		n++;
	}
	buf_add(out, STR("\n"));
	return n;
}

static bool is_note(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
}

/* cmark moves the notes that are called to the document's end. */
static size_t count_notes(cmark_node *root)
{
	size_t n = 0;
	for (cmark_node *c = cmark_node_last_child(root); c && is_note(c);
	     c = cmark_node_previous(c))
		n++;
	return n;
}

/* The sentinel, or NULL: a fence or comment that never ends swallows it. */
static cmark_node *find_sentinel(cmark_node *root)
{
	cmark_node *c = cmark_node_last_child(root);
	while (c && is_note(c))
		c = cmark_node_previous(c);
	cmark_node *text = c ? cmark_node_first_child(c) : NULL;
	if (!text || cmark_node_get_type(c) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return NULL;
	return str_starts(str_of(cmark_node_get_literal(text)), STR(SENTINEL))
		       ? c
		       : NULL;
}

struct mdtree mdparse(struct str text, struct build *b)
{
	struct mdtree tree = {0};
	struct buf tail = {0}, safe = {0};
	bool is_huge = mdguard_has_huge_table(text);
	if (is_huge)
		build_problem(b, "a table is too large; tables are shown as "
				 "they are written");
	if (mdguard_escape(text, &safe)) {
		build_problem(b, "markup that would take too long is shown as "
				 "it is written");
		text = buf_str(&safe);
	}
	tree.root = parse(text, STR(""), !is_huge);
	if (write_sentinel(text, &tail) > count_notes(tree.root)) {
		cmark_node *again = parse(text, buf_str(&tail), !is_huge);
		tree.sentinel = find_sentinel(again);
		cmark_node_free(tree.sentinel ? tree.root : again);
		if (tree.sentinel)
			tree.root = again;
	}
	buf_release(&tail);
	buf_release(&safe);
	return tree;
}

void mdtree_release(struct mdtree *tree)
{
	cmark_node_free(tree->root);
	*tree = (struct mdtree){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door: bytes -> UTF-8 with LF -> the format that is surest -> article.
 *
 * All formats run here, in the caller's process and thread; nothing below
 * keeps state between two files.
 */
#include "config.h"

#include "format/format.h"

#include <string.h>

#include "format/input.h"
#include "format/mdparse.h"
#include "format/reader.h"
#include "text/charset.h"
#include "text/language.h"
#include "text/utf8.h"

/* 32 MB of text is some 60 long novels. */
const struct format_budget format_budget_default = {.bytes = 32u << 20};

/* What a fitting extension weighs against a sniffer's 0 to 100: it breaks a
 * tie, it does not overrule what the content says. */
#define EXTENSION_WEIGHT 15

/* The language shows in the first few KB. */
#define LANGUAGE_BYTES 8192

static const struct reader readers[] = {
	{{"markdown", 8},
	 "md markdown mkd mkdn mdown mdwn mdx rmd qmd",
	 markdown_sniff,
	 markdown_read},
	{{"pagetext", 8}, "txt text", pagetext_sniff, pagetext_read},
	{{"text", 4}, "txt text log", text_sniff, text_read},
};

#define READERS (sizeof readers / sizeof *readers)

void format_init(void)
{
	mdparse_init();
}

struct str format_name(size_t i)
{
	return i < READERS ? readers[i].name : STR("");
}

/* The path as it may be shown: no control character moves the terminal, and
 * the message stays one line. */
static void show_path(struct str path, struct buf *out)
{
	struct buf clean = {0};
	utf8_clean(&clean, path);
	for (size_t i = 0; i < clean.n; i++) {
		if (clean.p[i] == '\n')
			buf_add(out, STR("\u240a"));
		else if (clean.p[i] == '\t')
			buf_add(out, STR("\u2409"));
		else
			buf_add_char(out, clean.p[i]);
	}
	buf_release(&clean);
}

static void set_error(struct err *err, struct str path, const char *what)
{
	struct buf shown = {0};
	show_path(path, &shown);
	/* A path may be longer than a message. */
	err_set(err, "%.*s: %s", (int)(shown.n < 400 ? shown.n : 400), shown.p,
		what);
	buf_release(&shown);
}

static const struct reader *find_reader(struct str name)
{
	for (size_t i = 0; i < READERS; i++)
		if (str_eq(readers[i].name, name))
			return &readers[i];
	return NULL;
}

static void set_unknown_format(struct err *err, struct str path,
			       struct str name)
{
	struct buf text = {0};
	buf_add(&text, STR("unknown format "));
	show_path(str_sub(name, 0, 40), &text);
	buf_add(&text, STR("; the formats are"));
	for (size_t i = 0; i < READERS; i++)
		buf_addf(&text, "%s %.*s", i ? "," : "",
			 STR_ARG(readers[i].name));
	set_error(err, path, buf_cstr(&text));
	buf_release(&text);
}

static struct str base_name(struct str path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	size_t i = path.n;
	while (i > 0 && path.p[i - 1] != '/')
		i--;
	return str_from_at(path, i);
}

static bool has_extension(struct str path, const char *extensions)
{
	struct str name = base_name(path), rest = str_of(extensions), ext;
	while (str_next_part(&rest, ' ', &ext))
		if (name.n > ext.n + 1 && name.p[name.n - ext.n - 1] == '.' &&
		    str_eq_nocase(str_from_at(name, name.n - ext.n), ext))
			return true;
	return false;
}

static const struct reader *choose(const struct source *source)
{
	const struct reader *best = NULL;
	int top = 0;
	for (size_t i = 0; i < READERS; i++) {
		bool fits = has_extension(source->path, readers[i].extensions);
		int extra = fits ? EXTENSION_WEIGHT : 0;
		int score = readers[i].sniff(source, top - extra);
		if (score > 0)
			score += extra;
		if (!best || score > top) {
			best = &readers[i];
			top = score;
		}
	}
	return best;
}

/* CR LF and CR become LF, in place. */
static void unify_line_ends(struct buf *text)
{
	char *to = text->p ? memchr(text->p, '\r', text->n) : NULL;
	if (!to)
		return;
	const char *end = text->p + text->n;
	for (const char *p = to; p < end; p++) {
		if (*p == '\r' && p + 1 < end && p[1] == '\n')
			continue;
		*to++ = *p == '\r' ? '\n' : *p;
	}
	text->n = (size_t)(to - text->p);
}

static struct article *read_source(const struct source *source,
				   const struct reader *reader, bool is_cut)
{
	struct build *b = build_new(reader->name);
	reader->read(source, b);
	struct str name = base_name(source->path);
	if (!build_has_meta(b, META_TITLE))
		build_meta(b, META_TITLE,
			   str_eq(name, STR("-")) || name.n == 0
				   ? STR("Standard input")
				   : name);
	if (!build_has_meta(b, META_LANGUAGE))
		build_meta(b, META_LANGUAGE,
			   language_guess(
				   str_sub(source->text, 0, LANGUAGE_BYTES)));
	if (is_cut)
		build_problem(b, "the file is longer than what is read of one "
				 "file; the rest is left out");
	return build_finish(b);
}

/* The bytes as UTF-8 with LF. False with a sentence if they are no text. */
static bool decode(struct str bytes, struct str path, struct buf *text,
		   struct err *err)
{
	bool is_text = !charset_is_binary(bytes);
	if (is_text) {
		charset_decode(text, bytes, STR(""));
		unify_line_ends(text);
	} else {
		set_error(err, path, "holds no text (binary)");
	}
	return is_text;
}

static struct article *parse(struct str text, struct str path,
			     struct str format, bool is_cut, struct err *err)
{
	const struct reader *reader = NULL;
	if (format.n && !(reader = find_reader(format))) {
		set_unknown_format(err, path, format);
		return NULL;
	}
	if (str_trim(text).n == 0) {
		set_error(err, path, "is empty");
		return NULL;
	}
	struct source source = {.text = text, .path = path};
	return read_source(&source, reader ? reader : choose(&source), is_cut);
}

struct article *format_parse(struct str bytes, struct str path,
			     struct str format, struct err *err)
{
	size_t limit = format_budget_default.bytes;
	struct buf text = {0};
	struct article *a = NULL;
	if (decode(str_sub(bytes, 0, limit), path, &text, err))
		a = parse(buf_str(&text), path, format, bytes.n > limit, err);
	buf_release(&text);
	return a;
}

struct article *format_read(int fd, struct str path, struct str format,
			    const struct format_budget *budget, struct err *err)
{
	struct buf bytes = {0}, text = {0};
	struct err why;
	bool is_cut;
	struct article *a = NULL;
	if (!input_read(fd, budget->bytes, &bytes, &is_cut, &why))
		set_error(err, path, why.text);
	else if (decode(buf_str(&bytes), path, &text, err)) {
		/* A large file need not be in memory once more. */
		buf_release(&bytes);
		a = parse(buf_str(&text), path, format, is_cut, err);
	}
	buf_release(&bytes);
	buf_release(&text);
	return a;
}

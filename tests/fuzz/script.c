/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz/script.h"

/* The number that an argument begins with, below `count`; takes it off. */
static unsigned take_digit(struct str *argument, unsigned count)
{
	if (argument->n == 0)
		return 0;
	unsigned digit = (unsigned char)argument->p[0] - (unsigned)'0';
	*argument = str_from_at(*argument, 1);
	return digit % count;
}

static struct str take_part(struct str *argument)
{
	struct str part = {0};
	str_next_part(argument, '|', &part);
	return part;
}

static void related(struct build *b, struct str argument)
{
	struct str group = take_part(&argument);
	struct str title = take_part(&argument);
	struct str teaser = take_part(&argument);
	build_related(b, group, title, teaser, argument);
}

/* Commands about what holds text; false if the letter is none of them. */
static bool outer_command(struct build *b, char letter, struct str argument)
{
	switch (letter) {
	case 'm': {
		enum meta meta = take_digit(&argument, META_COUNT);
		build_meta(b, meta, argument);
		return true;
	}
	case 'a': {
		struct str name = take_part(&argument);
		build_author(b, name, argument);
		return true;
	}
	case '#':
		build_tag(b, argument);
		return true;
	case '!':
		build_problem(b, "%.*s", STR_ARG(argument));
		return true;
	case 'R':
		related(b, argument);
		return true;
	case '>':
		build_enter(b, IN_QUOTE);
		return true;
	case '-':
		build_enter(b, IN_LIST);
		return true;
	case '1':
		build_enter(b, IN_ORDERED);
		return true;
	case '*':
		build_enter(b, IN_ITEM);
		return true;
	case '<':
		build_leave(b, (enum container)take_digit(&argument, 4));
		return true;
	case 'n':
		build_number(b, take_digit(&argument, 256) * 16777259u);
		return true;
	case 'f':
		build_flags(b, take_digit(&argument, 256));
		return true;
	default:
		return false;
	}
}

static void inner_command(struct build *b, char letter, struct str argument)
{
	switch (letter) {
	case 'p':
		build_open(b,
			   (enum block_type)take_digit(&argument, BLOCK_TYPES));
		break;
	case 'h':
		build_heading(b, take_digit(&argument, 6) + 1);
		break;
	case 'i':
		build_info(b, argument);
		break;
	case '.':
		build_close(b);
		break;
	case '/':
		build_break(b);
		break;
	case '[':
		build_start(b,
			    (enum span_type)take_digit(&argument, SPAN_LINK));
		break;
	case ']':
		build_stop(b, (enum span_type)take_digit(&argument, SPAN_LINK));
		break;
	case 'l':
		build_link_start(b, argument);
		break;
	case 'L':
		build_link_stop(b);
		break;
	case 'c':
		build_note_call(b, argument);
		break;
	case 'o':
		build_note_open(b, argument);
		break;
	case 'O':
		build_note_close(b);
		break;
	default:
		build_text(b, argument);
	}
}

struct article *script_build(struct str script)
{
	struct build *b = build_new(STR("fuzz"));
	struct str line;
	while (str_next_line(&script, &line)) {
		if (line.n == 0)
			continue;
		struct str argument = str_from_at(line, 1);
		if (!outer_command(b, line.p[0], argument))
			inner_command(b, line.p[0], argument);
	}
	return build_finish(b);
}

static size_t sum_of(struct str s)
{
	size_t sum = s.n;
	for (size_t i = 0; i < s.n; i++)
		sum += (unsigned char)s.p[i];
	return sum;
}

static size_t read_unit(const struct article *a, uint32_t unit)
{
	struct str text = article_unit_text(a, unit);
	size_t sum = sum_of(text);
	uint32_t n;
	const struct span *spans = article_unit_spans(a, unit, &n);
	for (uint32_t i = 0; i < n; i++) {
		sum += sum_of(str_sub(text, spans[i].start, spans[i].end));
		if (spans[i].type == SPAN_LINK)
			sum += sum_of(article_str(
				a, article_link(a, spans[i].target)->url));
		if (spans[i].type == SPAN_NOTE)
			sum += article_note(a, spans[i].target)->label.n;
	}
	return sum;
}

static size_t read_lists(const struct article *a)
{
	size_t sum = 0;
	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = article_link(a, i);
		sum += sum_of(article_str(a, l->url)) +
		       sum_of(str_sub(article_unit_text(a, l->unit), l->start,
				      l->end));
	}
	for (uint32_t i = 0; i < a->authors.n; i++)
		sum += sum_of(article_str(a, article_author(a, i)->name)) +
		       sum_of(article_str(a, article_author(a, i)->about));
	for (uint32_t i = 0; i < a->related.n; i++) {
		const struct related *r = article_related(a, i);
		sum += sum_of(article_str(a, r->group)) +
		       sum_of(article_str(a, r->title)) +
		       sum_of(article_str(a, r->teaser)) +
		       sum_of(article_str(a, r->url));
	}
	for (uint32_t i = 0; i < a->tags.n; i++)
		sum += sum_of(article_tag(a, i));
	for (uint32_t i = 0; i < a->problems.n; i++)
		sum += sum_of(article_problem(a, i));
	return sum;
}

size_t script_read_all(const struct article *a)
{
	const struct ref strings[] = {a->format,     a->url,  a->title,
				      a->series,     a->date, a->language,
				      a->description};
	size_t sum = read_lists(a);
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		sum += sum_of(article_str(a, strings[i]));
	for (uint32_t unit = 0; unit < article_units(a); unit++)
		sum += read_unit(a, unit);
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *block = article_block(a, i);
		sum += sum_of(article_str(a, block->info)) +
		       block_type_name((enum block_type)block->type).n;
	}
	for (uint32_t i = 0; i < a->notes.n; i++) {
		const struct note *note = article_note(a, i);
		sum += sum_of(article_str(a, note->label));
		if (note->block != NO_INDEX)
			sum += sum_of(str_sub(article_unit_text(a, note->block),
					      0, note->at));
	}
	struct position at;
	if (article_find_anchor(a, STR("a-heading"), &at))
		sum += article_position_text(a, at.unit).n;
	return sum;
}

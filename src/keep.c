/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "keep.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "base/arena.h"
#include "base/mem.h"
#include "store/dirs.h"
#include "store/store.h"

/* Lines of a prompt that come back. */
enum { RECALL_MAX = 200 };

struct keep {
	struct store *store;
};

struct keep *keep_open(bool is_lasting, struct err *err)
{
	struct keep *k = mem_new(sizeof *k);
	struct buf path = {0};
	if (is_lasting)
		is_lasting = dirs_state(&path, STR("state.db"));
	k->store = store_open(is_lasting ? buf_cstr(&path) : NULL, err);
	buf_release(&path);
	return k;
}

void keep_close(struct keep *k)
{
	if (!k)
		return;
	store_close(k->store);
	mem_free(k);
}

/* The one name of what a path names, in the arena; "" if it is no regular file
 * or directory. */
static struct str real_path(struct str path, struct arena *arena)
{
	char *real = realpath(arena_cstr(arena, path), NULL);
	struct stat st;
	struct str out = STR("");
	if (real && stat(real, &st) == 0 &&
	    (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)))
		out = arena_str(arena, str_of(real));
	free(real);
	return out;
}

/* Their names in the store. */
static const char *const prompts[UI_PROMPTS] = {
	[UI_PROMPT_SEARCH] = "search",
	[UI_PROMPT_FIND] = "find",
	[UI_PROMPT_TITLE] = "title",
	[UI_PROMPT_COMMAND] = "command",
};

bool keep_line(struct keep *k, enum ui_prompt prompt, struct str line,
	       struct err *err)
{
	return store_put_query(k->store, str_of(prompts[prompt]), line, err);
}

struct recall {
	struct ui *ui;
	enum ui_prompt prompt;
};

static void recall_line(void *arg, struct str line)
{
	const struct recall *r = arg;
	ui_recall(r->ui, r->prompt, line);
}

void keep_recall(struct keep *k, struct ui *ui)
{
	struct recall r = {.ui = ui};
	for (r.prompt = UI_PROMPT_NONE + 1; r.prompt < UI_PROMPTS; r.prompt++)
		store_each_query(k->store, str_of(prompts[r.prompt]),
				 RECALL_MAX, recall_line, &r);
}

struct position keep_find(struct keep *k, struct str path,
			  const struct article *a)
{
	struct position top = {.unit = -1};
	struct arena arena = {0};
	struct store_place place;
	struct str real = real_path(path, &arena);
	bool has = real.n > 0 && store_get_place(k->store, real, &place);
	arena_release(&arena);
	/* It may have been written anew, and shorter. */
	if (!has || place.unit < -1 ||
	    place.unit >= (int64_t)article_units(a) ||
	    place.off > article_position_text(a, place.unit).n)
		return top;
	return (struct position){.unit = place.unit, .off = place.off};
}

bool keep_place(struct keep *k, struct str path, struct position at,
		int percent, struct err *err)
{
	struct arena arena = {0};
	struct str real = real_path(path, &arena);
	const struct store_place place = {
		.unit = at.unit,
		.off = at.off,
		.percent = (uint32_t)percent,
		.time = time(NULL),
	};
	bool ok = real.n == 0 || store_put_place(k->store, real, &place, err);
	arena_release(&arena);
	return ok;
}

void keep_opened(struct keep *k, struct str path, const struct article *a)
{
	struct arena arena = {0};
	struct str real = real_path(path, &arena);
	/* If it can't be kept, neither can the place: that will be told. */
	if (real.n > 0)
		store_put_opened(k->store, real, article_str(a, a->title),
				 time(NULL), NULL);
	arena_release(&arena);
}

bool keep_last(struct keep *k, struct str dir, struct buf *path)
{
	struct arena arena = {0};
	struct buf last = {0};
	struct str real = real_path(dir, &arena);
	bool has = real.n > 0 && store_last_below(k->store, real, &last);
	if (has) {
		while (real.n > 0 && real.p[real.n - 1] == '/')
			real.n--;
		while (dir.n > 0 && dir.p[dir.n - 1] == '/')
			dir.n--;
		buf_add(path, dir);
		buf_add(path, str_from_at(buf_str(&last), real.n));
	}
	buf_release(&last);
	arena_release(&arena);
	return has;
}

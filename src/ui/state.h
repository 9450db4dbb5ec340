/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that the screen remembers: the only mutable state of the program's
 * face. What can be computed from the library, the article and the size of
 * the screen is not here, but for what is too dear to compute for each frame
 * (pages, matches, related articles, rows of lists).
 */
#ifndef PORE_UI_STATE_H
#define PORE_UI_STATE_H

#include "ui/glyph.h"
#include "ui/keymap.h"
#include "ui/lights.h"
#include "ui/list.h"
#include "ui/prompt.h"
#include "ui/ui.h"
#include "ui/view.h"

enum pane_id {
	PANE_NONE,
	/* one of them is the base, always there */
	PANE_READER,
	PANE_START,
	/* beside the base, or over it on narrow screens */
	PANE_RELATED,
	PANE_CONTENTS,
	/* below it */
	PANE_NOTES,
	/* over all but the status line */
	PANE_SEARCH,
	PANE_TITLES,
	PANE_HELP,
	/* in the status line */
	PANE_FIND,
	PANE_ONLY,
	PANE_FILTER,
	PANE_COMMAND,
	PANES
};

struct visit {		 /* a place to come back to */
	struct buf path; /* "": the start page */
	struct top top;
};

struct reader {
	struct article *article; /* owned; NULL: none yet */
	struct buf path;
	struct page *page; /* of the article, at the measure shown */
	struct hyphens *hyphens;
	struct top top;
	int sideways;
	struct target chosen;
	unsigned char *kept; /* see struct view; NULL: all is shown */
	unsigned shown;	     /* counts the articles shown so far */
};

struct find { /* the prompts that look for text in the article */
	struct prompt prompt;
	struct top origin; /* where ESC returns to */
	struct buf before; /* ... and what was lit there */
	bool was_query;
	unsigned char *kept; /* ... and what it was narrowed to */
	bool is_backward;
	unsigned flags; /* enum fold_flags */
};

struct sidebar {
	struct arena arena;
	struct relation *at;
	size_t n;
	struct list list;
	unsigned shown; /* the article and the state of the library that */
	uint32_t read;	/* it was computed for */
	bool is_done;
};

struct notes {
	bool is_off;
	uint32_t shown;	    /* the note asked for, or NO_INDEX */
	int top;	    /* the first line of the pane */
	struct top origin;  /* where NOTE_PLACE came from */
	struct place place; /* ... and what it went to */
	bool has_origin;
};

struct search {
	struct prompt prompt;
	struct arena arena;
	struct results results;
	size_t chosen, top; /* indexes of hits */
	bool has_run;
	struct page *page; /* the preview's */
	uint32_t page_of;  /* ... article */
	struct lights lights;
};

struct titles { /* articles by their titles: the pane and the start page */
	struct prompt prompt;
	struct arena arena;
	uint32_t *ids;
	size_t n;
	struct list list;
	bool is_made; /* for this state of the library: */
	bool is_done;
	uint32_t read;
};

struct history {
	VEC(struct visit) back;
	VEC(struct visit) forward;
	struct visit before; /* where the last jump in the article began */
};

struct mark {
	char letter;
	struct visit visit;
};

enum arrival { /* how an article that main was asked for comes */
	       ARRIVE_NEW,
	       ARRIVE_BACK,
	       ARRIVE_FORWARD,
	       ARRIVE_RELOAD,
};

struct coming {
	bool is_set;
	enum arrival arrival;
	struct top top;
	bool is_hit; /* its words are to be lit */
};

struct trail { /* the list an article was opened from */
	VEC(uint32_t) ids;
	size_t at;
};

enum awaited { /* the key after one that asks for another */
	       AWAIT_NONE,
	       AWAIT_MARK,
	       AWAIT_GO_MARK,
	       AWAIT_HINT,
	       AWAIT_HINT_BROWSE,
};

struct ui {
	struct library *lib;
	struct ui_options options;
	struct keymap keymap;
	int rows, cols;
	int measure;   /* the widest that is wanted */
	bool wraps;    /* code and tables */
	bool is_alone; /* the text and nothing else */
	enum pane_id base, focus;
	enum pane_id side;	  /* what stands beside where there is room */
	enum pane_id side_before; /* the contents were shown */
	uint32_t count;		  /* the number being typed, 0: none */
	uint32_t prefix;	  /* the first key of a pair */
	enum awaited awaited;
	struct buf message;
	bool is_error;
	struct buf path, text, line; /* of the effect */
	struct effect effect;
	struct arena frame; /* freed before each event and each drawing */

	struct reader reader;
	struct lights lights;
	struct find find;
	struct prompt command;
	struct buf stem; /* what was typed of it before TAB */
	struct sidebar related;
	struct list contents;
	struct notes notes;
	struct search search;
	struct titles titles, start;
	struct list help;
	struct history history;
	VEC(struct mark) marks;
	struct coming coming;
	struct trail trail;
};

#endif

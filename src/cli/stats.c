/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * --stats: what building the index cost and how large it is.
 */
#include "config.h"

#include <sys/resource.h>

#include "cli/mode.h"

int mode_stats(struct cli *cli)
{
	struct library_stats s = library_stats(cli->lib);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	const struct {
		const char *name;
		uint64_t value;
	} rows[] = {
		{"articles", s.articles},
		{"words", s.words},
		{"terms", s.terms},
		{"postings", s.postings},
		{"text_bytes", s.text_bytes},
		{"index_bytes", s.index_bytes},
		{"read_micros", s.read_micros},
		{"index_micros", s.index_micros},
		{"wall_micros", s.wall_micros},
		{"threads", s.threads},
		{"peak_rss_bytes", (uint64_t)usage.ru_maxrss * 1024},
		{"skipped", s.skipped},
	};
	enum { N = sizeof rows / sizeof rows[0] };
	if (cli->options->is_json) {
		json_open_object(cli->json);
		for (int i = 0; i < N; i++)
			json_member_int(cli->json, rows[i].name,
					(long long)rows[i].value);
		json_close_object(cli->json);
		json_end_line(cli->json);
		return 0;
	}
	for (int i = 0; i < N; i++)
		fprintf(cli->print->out, "%-15s %14llu\n", rows[i].name,
			(unsigned long long)rows[i].value);
	return 0;
}

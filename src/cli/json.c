/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/json.h"

#include <string.h>
#include <yajl/yajl_gen.h>

#include "base/mem.h"
#include "text/utf8.h"

struct json {
	FILE *out;
	yajl_gen gen;
};

static void print(void *out, const char *text, size_t n)
{
	fwrite(text, 1, n, out);
}

struct json *json_new(FILE *out)
{
	struct json *j = mem_new(sizeof *j);
	j->out = out;
	j->gen = yajl_gen_alloc(NULL);
	if (!j->gen)
		panic(NULL, 0, "out of memory");
	yajl_gen_config(j->gen, yajl_gen_print_callback, print, out);
	return j;
}

void json_end_line(struct json *j)
{
	yajl_gen_reset(j->gen, NULL);
	fputc('\n', j->out);
}

void json_free(struct json *j)
{
	yajl_gen_free(j->gen);
	mem_free(j);
}

void json_open_object(struct json *j)
{
	yajl_gen_map_open(j->gen);
}

void json_close_object(struct json *j)
{
	yajl_gen_map_close(j->gen);
}

void json_open_array(struct json *j)
{
	yajl_gen_array_open(j->gen);
}

void json_close_array(struct json *j)
{
	yajl_gen_array_close(j->gen);
}

void json_str(struct json *j, struct str s)
{
	yajl_gen_string(j->gen, (const unsigned char *)s.p, s.n);
}

void json_key(struct json *j, const char *key)
{
	json_str(j, str_of(key));
}

void json_str_or_null(struct json *j, struct str s)
{
	if (s.n)
		json_str(j, s);
	else
		json_null(j);
}

void json_int(struct json *j, long long n)
{
	yajl_gen_integer(j->gen, n);
}

void json_real(struct json *j, double x)
{
	char text[64];
	int n = snprintf(text, sizeof text, "%.4f", x);
	/* The decimal point of the locale is not JSON's. */
	char *comma = memchr(text, ',', (size_t)n);
	if (comma)
		*comma = '.';
	yajl_gen_number(j->gen, text, (size_t)n);
}

void json_bool(struct json *j, bool b)
{
	yajl_gen_bool(j->gen, b);
}

void json_null(struct json *j)
{
	yajl_gen_null(j->gen);
}

void json_member(struct json *j, const char *key, struct str s)
{
	json_key(j, key);
	json_str_or_null(j, s);
}

void json_member_int(struct json *j, const char *key, long long n)
{
	json_key(j, key);
	json_int(j, n);
}

static void add_base64(struct buf *out, struct str s)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
		"+/";
	for (size_t i = 0; i < s.n; i += 3) {
		uint32_t bits = (uint32_t)(unsigned char)s.p[i] << 16;
		if (i + 1 < s.n)
			bits |= (uint32_t)(unsigned char)s.p[i + 1] << 8;
		if (i + 2 < s.n)
			bits |= (unsigned char)s.p[i + 2];
		buf_add_char(out, digits[bits >> 18]);
		buf_add_char(out, digits[bits >> 12 & 63]);
		buf_add_char(out, i + 1 < s.n ? digits[bits >> 6 & 63] : '=');
		buf_add_char(out, i + 2 < s.n ? digits[bits & 63] : '=');
	}
}

void json_path(struct json *j, const char *key, struct str path)
{
	json_key(j, key);
	struct buf shown = {0};
	utf8_clean_name(&shown, path);
	json_str(j, buf_str(&shown));
	if (!str_eq(buf_str(&shown), path)) {
		struct buf name = {0}, bytes = {0};
		buf_addf(&name, "%s_base64", key);
		add_base64(&bytes, path);
		json_str(j, buf_str(&name));
		json_str(j, buf_str(&bytes));
		buf_release(&name);
		buf_release(&bytes);
	}
	buf_release(&shown);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON Lines: one object a line, members in the order they are written.
 */
#ifndef PORE_CLI_JSON_H
#define PORE_CLI_JSON_H

#include <stdio.h>

#include "base/str.h"

struct json;

struct json *json_new(FILE *out);
/* Ends the line's object and begins anew; between two objects of a line
 * nothing of this is needed. */
void json_end_line(struct json *j);
void json_free(struct json *j);

void json_open_object(struct json *j);
void json_close_object(struct json *j);
void json_open_array(struct json *j);
void json_close_array(struct json *j);
void json_key(struct json *j, const char *key);

void json_str(struct json *j, struct str s);	     /* valid UTF-8 */
void json_str_or_null(struct json *j, struct str s); /* "" gives null */
void json_int(struct json *j, long long n);
void json_real(struct json *j, double x); /* four places */
void json_bool(struct json *j, bool b);
void json_null(struct json *j);

/* A key and its value in one. */
void json_member(struct json *j, const char *key, struct str s);
void json_member_int(struct json *j, const char *key, long long n);
/* A file's name: with placeholders, and its bytes as `KEY_base64` behind it
 * where the name is not clean UTF-8. */
void json_path(struct json *j, const char *key, struct str path);

#endif

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/*
 * Emits content lines of iCalendar: folded after at most 75 octets, never inside a character, ended
 * by CR LF. What is put through here cannot break its line.
 */
typedef struct {
  ChnWriter *out;
  guint used; /* octets in the physical line */
} ChnContentLine;

/* A whole line whose value needs no escaping: "VERSION", "2.0". */
void chn_line_put_property (ChnContentLine *line, const char *name, const char *value);

/* A whole line with a TEXT value (RFC 5545, 3.3.11); nothing when the text is NULL or empty. */
void chn_line_put_text_property (ChnContentLine *line, const char *name, const char *text);

/* A whole line with a URI value: what a URI cannot hold is percent-encoded. */
void chn_line_put_uri_property (ChnContentLine *line, const char *name, const char *uri);

/* Pieces: a name with its parameters and colon, then values, then the end. */
void chn_line_begin (ChnContentLine *line, const char *name);
void chn_line_put_raw (ChnContentLine *line, const char *bytes, gsize length);
void chn_line_put_text (ChnContentLine *line, const char *text);
void chn_line_end (ChnContentLine *line);

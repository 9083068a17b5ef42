/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/*
 * Emits content lines of iCalendar: folded after at most 75 octets, never inside a character, ended
 * by CR LF. What is put through here cannot break its line.
 */
typedef struct {
  ChnWriter *out;
  guint used;          /* octets in the physical line */
  gboolean digesting;  /* whether the two below are kept */
  guint64 line_digest; /* of this line, as if it were not folded */
  guint64 digest;      /* of whole lines, whatever their order */
} ChnContentLine;

/* A whole line with a TEXT value (RFC 5545, 3.3.11); nothing when the text is NULL or empty. */
void chn_line_put_text_property (ChnContentLine *line, const char *name, const char *text);

/* A whole line with a URI value: what a URI cannot hold is percent-encoded. */
void chn_line_put_uri_property (ChnContentLine *line, const char *name, const char *uri);

/* A whole line that was content elsewhere: name, parameters and value, unfolded. */
void chn_line_put_content (ChnContentLine *line, const char *content, gsize length);

/* Pieces: a name with its parameters, the colon, then values, then the end. */
void chn_line_put_text (ChnContentLine *line, const char *text);
void chn_line_end (ChnContentLine *line);

/* Bytes that do not fit into the physical line, or that are digested. */
void chn_line_put_across (ChnContentLine *line, const char *bytes, gsize length);

enum { CHN_LINE_FOLD_AT = 75 };

static inline void
chn_line_put_raw (ChnContentLine *line, const char *bytes, gsize length)
{
  if (line->digesting || length > CHN_LINE_FOLD_AT - line->used) {
    chn_line_put_across (line, bytes, length);
    return;
  }
  chn_writer_put (line->out, bytes, length);
  line->used += (guint) length;
}

void chn_line_reset (ChnContentLine *line);

static inline void
chn_line_begin (ChnContentLine *line, const char *name)
{
  chn_line_reset (line);
  chn_line_put_raw (line, name, strlen (name));
  chn_line_put_raw (line, ":", 1);
}

/* A whole line whose value needs no escaping: "VERSION", "2.0". */
static inline void
chn_line_put_property (ChnContentLine *line, const char *name, const char *value)
{
  chn_line_begin (line, name);
  chn_line_put_raw (line, value, strlen (value));
  chn_line_end (line);
}

/* Lines from here on are digested, until the digest is taken. */
void chn_line_start_digest (ChnContentLine *line);
guint64 chn_line_take_digest (ChnContentLine *line);

/* The digest of one unfolded line; that of several is the sum of theirs. */
guint64 chn_line_digest_content (const char *content, gsize length);

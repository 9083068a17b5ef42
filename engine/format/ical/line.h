/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/append.h"
#include "base/writer.h"

/* Takes one content line, unfolded: its bytes are valid until it returns. */
typedef void (*ChnLineFunc) (gpointer data, const char *content, gsize length);

/*
 * Emits content lines of iCalendar. What is put through here cannot break its line. Into a file they go folded after
 * at most 75 octets, never inside a character, ended by CR LF.
 */
typedef struct {
  GString *content; /* the line at hand, unfolded */
  ChnLineFunc take; /* what is done with it */
  gpointer data;
  gboolean is_unescaped; /* TEXT is put as it is, for whoever takes lines and compares it so */
  gboolean digesting;
  guint64 digest; /* of the lines since then, whatever their order */
} ChnContentLine;

/* Lines that go into a file; the writer is borrowed, and given anew for another one. */
void chn_line_init (ChnContentLine *line, ChnWriter *out);
/* Lines that are handed on. */
void chn_line_init_func (ChnContentLine *line, ChnLineFunc take, gpointer data);
void chn_line_clear (ChnContentLine *line);

/* A whole line with a TEXT value (RFC 5545, 3.3.11); nothing when the text is NULL or empty. */
void chn_line_put_text_property (ChnContentLine *line, const char *name, const char *text);

/* A whole line with a URI value: what a URI cannot hold is percent-encoded. */
void chn_line_put_uri_property (ChnContentLine *line, const char *name, const char *uri);

/* A whole line that was content elsewhere: name, parameters and value, unfolded. */
void chn_line_put_content (ChnContentLine *line, const char *content, gsize length);

/* Pieces: a name with its parameters and the colon, then values, then the end. */
void chn_line_put_text (ChnContentLine *line, const char *text);
void chn_line_end (ChnContentLine *line);

static inline void
chn_line_put_raw (ChnContentLine *line, const char *bytes, gsize length)
{
  chn_append_bytes (line->content, bytes, length);
}

static inline void
chn_line_begin (ChnContentLine *line, const char *name)
{
  chn_assign_bytes (line->content, name, strlen (name));
  chn_append_bytes (line->content, ":", 1);
}

/* A whole line whose value needs no escaping: "VERSION", "2.0". */
static inline void
chn_line_put_property (ChnContentLine *line, const char *name, const char *value)
{
  chn_line_begin (line, name);
  chn_line_put_raw (line, value, strlen (value));
  chn_line_end (line);
}

/* Lines from here on are digested. */
static inline void
chn_line_start_digest (ChnContentLine *line)
{
  line->digesting = TRUE;
  line->digest = 0;
}

/* The digest of one unfolded line; that of several is the sum of theirs. */
guint64 chn_line_digest_content (const char *content, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnContentLine, chn_line_clear)

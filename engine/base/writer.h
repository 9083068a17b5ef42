/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include <chancery/sink.h>

/*
 * Collects bytes and hands them to a sink in pieces: of 64 KiB, and of up to a MiB what comes in one
 * piece, which is not copied. The first error sticks:
 * what is written after it goes nowhere, and chn_writer_finish() reports it. So emitters need
 * not test every call.
 */
typedef struct _ChnWriter ChnWriter;

enum { CHN_WRITER_PIECE = 65536, CHN_WRITER_LARGEST = 1 << 20 };

typedef gboolean (*ChnWriterGuard) (gconstpointer data, GError **error);

/* Only for the inline functions below: emitters put a few bytes at a time, and millions of times. */
struct _ChnWriter {
  ChnSink sink;
  gpointer data;
  ChnWriterGuard guard; /* NULL: nothing is asked */
  gconstpointer guard_data;
  GError *error;
  gsize used;
  char buffer[CHN_WRITER_PIECE];
};

ChnWriter *chn_writer_new (ChnSink sink, gpointer data);

/* One whose bytes go behind what is in a string. */
ChnWriter *chn_writer_new_for_string (GString *out);

/* What is asked before each piece goes out; when it fails, its error sticks. */
void chn_writer_set_guard (ChnWriter *writer, ChnWriterGuard guard, gconstpointer data);

/* Drops what was not flushed. */
void chn_writer_free (ChnWriter *writer);

/* What does not fit into the buffer. */
void chn_writer_put_across (ChnWriter *writer, const char *bytes, gsize length);

static inline void
chn_writer_put (ChnWriter *writer, const char *bytes, gsize length)
{
  if (length > CHN_WRITER_PIECE - writer->used) {
    chn_writer_put_across (writer, bytes, length);
    return;
  }
  memcpy (writer->buffer + writer->used, bytes, length);
  writer->used += length;
}

/* Text that ends in NUL. */
static inline void
chn_writer_puts (ChnWriter *writer, const char *text)
{
  chn_writer_put (writer, text, strlen (text));
}

static inline void
chn_writer_putc (ChnWriter *writer, char byte)
{
  if (writer->used == CHN_WRITER_PIECE)
    chn_writer_put_across (writer, &byte, 1);
  else
    writer->buffer[writer->used++] = byte;
}

void chn_writer_printf (ChnWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A whole number in decimal, without the cost of printf. */
void chn_writer_put_int (ChnWriter *writer, gint64 number);

/* An error of whoever writes, which sticks as one of the sink's does; taken. */
void chn_writer_fail (ChnWriter *writer, GError *error);

/* Whether what is written goes nowhere any more. */
static inline gboolean
chn_writer_has_failed (const ChnWriter *writer)
{
  return writer->error != NULL;
}

/* Flushes; FALSE with the first error. */
gboolean chn_writer_finish (ChnWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnWriter, chn_writer_free)

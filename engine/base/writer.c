/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The byte writer: one buffer in front of a sink, with a sticky error. */
#include "base/writer.h"

ChnWriter *
chn_writer_new (ChnSink sink, gpointer data)
{
  ChnWriter *writer = g_new (ChnWriter, 1);
  writer->sink = sink;
  writer->data = data;
  writer->guard = NULL;
  writer->guard_data = NULL;
  writer->error = NULL;
  writer->used = 0;
  return writer;
}

static gboolean
append_to_string (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void) error;
  g_string_append_len (out, bytes, (gssize) length);
  return TRUE;
}

ChnWriter *
chn_writer_new_for_string (GString *out)
{
  return chn_writer_new (append_to_string, out);
}

void
chn_writer_set_guard (ChnWriter *writer, ChnWriterGuard guard, gconstpointer data)
{
  writer->guard = guard;
  writer->guard_data = data;
}

void
chn_writer_free (ChnWriter *writer)
{
  if (!writer)
    return;
  g_clear_error (&writer->error);
  g_free (writer);
}

static void
hand_over (ChnWriter *writer, const char *bytes, gsize length)
{
  if (!writer->error && writer->guard)
    writer->guard (writer->guard_data, &writer->error);
  if (!writer->error && length > 0)
    writer->sink (bytes, length, writer->data, &writer->error);
}

static void
flush (ChnWriter *writer)
{
  hand_over (writer, writer->buffer, writer->used);
  writer->used = 0;
}

void
chn_writer_put_across (ChnWriter *writer, const char *bytes, gsize length)
{
  while (length > 0) {
    if (writer->used == CHN_WRITER_PIECE)
      flush (writer);
    gsize piece = MIN (length, CHN_WRITER_PIECE - writer->used);
    if (piece == CHN_WRITER_PIECE) {
      piece = MIN (length, CHN_WRITER_LARGEST);
      hand_over (writer, bytes, piece);
    } else {
      memcpy (writer->buffer + writer->used, bytes, piece);
      writer->used += piece;
    }
    bytes += piece;
    length -= piece;
  }
}

void
chn_writer_printf (ChnWriter *writer, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_writer_puts (writer, text);
}

void
chn_writer_put_int (ChnWriter *writer, gint64 number)
{
  char digits[24];
  gsize at = sizeof digits;
  guint64 rest = number < 0 ? 0 - (guint64) number : (guint64) number;
  do {
    digits[--at] = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (number < 0)
    digits[--at] = '-';
  chn_writer_put (writer, digits + at, sizeof digits - at);
}

void
chn_writer_fail (ChnWriter *writer, GError *error)
{
  if (writer->error)
    g_error_free (error);
  else
    writer->error = error;
}

gboolean
chn_writer_finish (ChnWriter *writer, GError **error)
{
  flush (writer);
  if (!writer->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&writer->error));
  return FALSE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the byte writer: pieces, numbers, and the error that sticks. */
#include <chancery/error.h>
#include <string.h>

#include "base/error.h"
#include "base/writer.h"
#include "suite.h"

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static gboolean
refuse (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) bytes, (void) length;
  guint *calls = data;
  ++*calls;
  chn_error_set (error, CHN_ERROR_IO, NULL, "the disk is full");
  return FALSE;
}

static void
test_pieces (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  g_autoptr (GError) error = NULL;
  chn_writer_puts (writer, "events: ");
  chn_writer_printf (writer, "%d of %s", 3, "five");
  chn_writer_putc (writer, '\n');
  chn_writer_put (writer, "a\0b", 3);
  CU_ASSERT_TRUE (chn_writer_finish (writer, &error));
  CHN_ASSERT_INT (out->len, 21);
  CU_ASSERT_EQUAL (memcmp (out->str, "events: 3 of five\na\0b", 21), 0);
}

static void
test_string (void)
{
  g_autoptr (GString) out = g_string_new ("before, ");
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (out);
  chn_writer_puts (writer, "behind");
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  CHN_ASSERT_STRING (out->str, "before, behind");
}

static void
test_more_than_a_piece (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  guint faults = 0;
  for (guint i = 0; i < 200000; i++)
    chn_writer_putc (writer, (char) ('a' + i % 26));
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  CHN_ASSERT_INT (out->len, 200000);
  for (guint i = 0; i < out->len; i++)
    faults += out->str[i] != (char) ('a' + i % 26);
  CHN_ASSERT_INT (faults, 0);
}

/* What comes in one piece, with something before it and behind. */
static void
test_large_pieces (void)
{
  static const gsize lengths[] = { CHN_WRITER_PIECE - 1, CHN_WRITER_PIECE, CHN_WRITER_PIECE + 1, CHN_WRITER_LARGEST,
                                   3 * CHN_WRITER_LARGEST + 7 };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint before = 0; before < 2; before++) {
      g_autoptr (GString) out = g_string_new (NULL), expected = g_string_new (NULL);
      g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
      g_autofree char *bytes = g_malloc (lengths[i]);
      for (gsize k = 0; k < lengths[i]; k++)
        bytes[k] = (char) ('a' + k % 23);
      chn_writer_put (writer, "before", before * strlen ("before"));
      chn_writer_put (writer, bytes, lengths[i]);
      chn_writer_puts (writer, "behind");
      CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
      g_string_append_len (expected, "before", (gssize) (before * strlen ("before")));
      g_string_append_len (expected, bytes, (gssize) lengths[i]);
      g_string_append (expected, "behind");
      CU_ASSERT_TRUE (g_string_equal (out, expected));
    }
}

static void
test_numbers (void)
{
  static const gint64 numbers[] = { 0, 7, -7, 1234567890, G_MAXINT64, G_MININT64 };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
    chn_writer_put_int (writer, numbers[i]);
    CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
    g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);
    CHN_ASSERT_STRING (out->str, expected);
  }
}

static void
test_sticky_error (void)
{
  guint calls = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnWriter) writer = chn_writer_new (refuse, &calls);
  for (guint i = 0; i < 300000; i++)
    chn_writer_putc (writer, 'x');
  CU_ASSERT_FALSE (chn_writer_finish (writer, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  CHN_ASSERT_INT (calls, 1);
}

static const ChnTest tests[] = {
  { "text, bytes and formats", test_pieces },
  { "a string as the sink", test_string },
  { "more than one piece", test_more_than_a_piece },
  { "a piece larger than the buffer", test_large_pieces },
  { "whole numbers", test_numbers },
  { "the first error sticks and is reported", test_sticky_error },
};

CHN_SUITE ("base/writer", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fuzzes the reader of tables of votes: what it takes comes back whole through both flat formats, and is the same
 * where the table comes in pieces.
 */
#include "round-trip.h"

#include <stddef.h>
#include <stdint.h>

#include "format/rolls/read.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What is read of pieces of so many bytes; NULL where it is refused. */
static GString *
read_pieces (const char *bytes, gsize length, gsize piece)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (get_registry (), report, NULL);
  gpointer reader = chn_rolls_pieces.begin (&(ChnReadJob){ .name = "in", .builder = builder });
  for (gsize at = 0; at < length; at += piece)
    chn_rolls_pieces.take (reader, bytes + at, MIN (piece, length - at));
  chn_rolls_pieces.end (reader);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  check_findings (report);
  return timeline ? write_all (timeline, "json") : NULL;
}

static void
compare_pieces (const char *bytes, gsize length)
{
  GString *whole = read_pieces (bytes, length, MAX (length, 1)), *parts = read_pieces (bytes, length, 7);
  g_assert_true ((whole != NULL) == (parts != NULL));
  g_assert_true (!whole || g_string_equal (whole, parts));
  if (whole)
    g_string_free (whole, TRUE);
  if (parts)
    g_string_free (parts, TRUE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_format ("roll-calls", (const char *) data, size);
  if (is_turn (size, 0, 4))
    compare_pieces ((const char *) data, size);
  return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the order of a timeline: earliest, latest, precision, order of reading. */
#include "timeline/fixture.h"

static void
assert_order (const ChnTimeline *timeline, const char *const *ids, guint n)
{
  CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), n);
  for (guint row = 0; row < n; row++)
    CHN_ASSERT_STRING (chn_timeline_get_id (timeline, row), ids[row]);
}

static void
test_sorts (void)
{
  static const struct {
    const char *id, *date;
  } events[] = {
    { "open-end", "2014-01-01/.." },
    { "year", "2014" },
    { "tie-1", "2014-01-01" },
    { "before", "-0043-03-15" },
    { "tie-2", "2014-01-01" },
    { "open-start", "../2014" },
    { "days", "2014-01-01/2014-12-31" },
    { "tie-3", "2014-01-01" },
    { "month", "2014-01" },
    { "unknown-start", "/2013" },
    { "noon", "2014-01-01T12:00:00" },
  };
  static const char *const expected[] = {
    "unknown-start", "open-start", "before", "tie-1", "tie-2", "tie-3", "month", "days", "year", "open-end", "noon",
  };
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    fixture_add_plain (&fixture, events[i].id, events[i].date, i + 1);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  assert_order (timeline, expected, G_N_ELEMENTS (expected));
}

static void
test_keeps_sorted_input (void)
{
  static const char *const ids[] = { "a", "b", "c" };
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  fixture_add_plain (&fixture, "a", "2001", 1);
  fixture_add_plain (&fixture, "b", "2001", 2);
  fixture_add_plain (&fixture, "c", "2002", 3);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  assert_order (timeline, ids, 3);
}

static void
test_is_a_total_order (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  guint32 random = 1;
  for (guint i = 0; i < 2000; i++) {
    random = random * 1664525 + 1013904223;
    g_autofree char *id = g_strdup_printf ("e%u", i);
    g_autofree char *date = g_strdup_printf ("%04u-%02u", 1990 + (random >> 8) % 10, 1 + (random >> 16) % 12);
    fixture_add_plain (&fixture, id, date, i + 1);
  }
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  gint64 earliest = CHN_TIME_MIN;
  guint64 number = 0;
  for (guint row = 0; row < 2000; row++) {
    chn_timeline_load (timeline, row, event);
    gint64 next = chn_event_get_bounds (event)->earliest;
    guint64 next_number = g_ascii_strtoull (chn_event_get_text (event, CHN_FIELD_ID) + 1, NULL, 10);
    CU_ASSERT (next > earliest || (next == earliest && next_number > number));
    earliest = next;
    number = next_number;
  }
}

static const ChnTest tests[] = {
  { "earlier, shorter, finer and first read come first", test_sorts },
  { "what is in order stays so", test_keeps_sorted_input },
  { "two thousand events are in order, ties as read", test_is_a_total_order },
};

CHN_SUITE ("timeline/order", tests)

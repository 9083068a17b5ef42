/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What sources correct and withdraw goes through every format and back, those that no event cites too. */
#include "round-trip.h"

static const char timeline_file[] =
    "timeline: t\n"
    "sources:\n"
    "  a: {title: A, date: 2014-11-19}\n"
    "  b: {title: B, date: 2014-11-20, corrects: [a, d], reason: \"misprinted; see page 2\"}\n"
    "  c: {title: C, date: 2014-11-21}\n"
    "  d: {title: D, date: 2014-11-19}\n"
    "  e: {title: E, date: 2014-11-22, withdraws: c}\n"
    "  f: {title: F, date: 2014-11-19}\n"
    "  g: {title: G, date: 2014-11-23, withdraws: f}\n"
    "  h: {title: H, date: 2014-11-24, withdraws: g}\n"
    "events:\n"
    "  - {id: one, date: 2014-11-18, title: One, place: Geneva,\n"
    "     sources: [{source: a, says: {date: 2014-11-17, place: Vienna}}, {source: b, says: {date: 2014-11-18}}]}\n"
    "  - {id: two, date: 2014-11-18, title: Two, sources: [{source: d, says: {date: 2014-11-17}}, b]}\n"
    "  - {id: three, date: 2014-11-18, title: Three, sources: [{source: c, says: {date: 2014-11-17}}]}\n"
    "  - {id: four, date: 2014-11-18, title: Four, sources: [{source: f, says: {date: 2014-11-17}}]}\n"
    "  - {id: five, date: 2014-11-18, title: Five, sources: [{source: a, says: {date: 2014-11-17}}]}\n";

/* How each claim stands, event by event. */
static const char stances[] =
    "one: superseded by b, disputes, confirms; two: superseded by b; three: superseded by e; "
    "four: disputes; five: disputes; ";

static void
append_claim (const ChnTimeline *timeline, guint row, guint citation, guint claim, GString *out)
{
  const ChnSource *by = chn_timeline_find_successor (timeline, row, citation, claim);
  const char *stance = chn_stance_get_name (chn_timeline_judge_claim (timeline, row, citation, claim));
  g_string_append_printf (out, "%s%s%s%s", g_str_has_suffix (out->str, ": ") ? "" : ", ", stance, by ? " by " : "",
                          by ? by->text[CHN_SOURCE_KEY] : "");
}

static char *
describe (const ChnTimeline *timeline)
{
  static const char *const ids[] = { "one", "two", "three", "four", "five" };
  GString *out = g_string_new (NULL);
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    guint n = 0, row = 0;
    CU_ASSERT_FATAL (chn_timeline_find (timeline, ids[i], &row));
    chn_timeline_load (timeline, row, event);
    const ChnCitation *citations = chn_event_get_citations (event, &n);
    g_string_append_printf (out, "%s: ", ids[i]);
    for (guint k = 0; k < n; k++)
      for (guint m = 0; m < citations[k].n_claims; m++)
        append_claim (timeline, row, k, m, out);
    g_string_append (out, "; ");
  }
  return g_string_free (out, FALSE);
}

static void
test_round_trips (void)
{
  static const char *const formats[] = { "yaml", "json", "csv", "ics" };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_well (registry, "yaml", timeline_file);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *found = describe (timeline);
  CHN_ASSERT_STRING (found, stances);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *written = write_all (timeline, formats[i], NULL, NULL);
    g_autoptr (ChnTimeline) back = read_well (registry, formats[i], written);
    CU_ASSERT_PTR_NOT_NULL_FATAL (back);
    g_autofree char *again = describe (back);
    CHN_ASSERT_STRING (again, stances);
    CHN_ASSERT_STRING (chn_timeline_find_source (back, "b")->text[CHN_SOURCE_REASON], "misprinted; see page 2");
    CHN_ASSERT_STRING (chn_timeline_find_source (back, "b")->text[CHN_SOURCE_CORRECTS], "a; d");
  }
}

/* An excerpt in YAML has the sources that those of its events name. */
static void
test_excerpt (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_well (registry, "yaml", timeline_file);
  g_autoptr (GString) out = g_string_new (NULL);
  guint row = 0;
  CU_ASSERT_FATAL (timeline && chn_timeline_find (timeline, "two", &row));
  ChnRows rows = { .n = 1, .row = &row };
  CU_ASSERT_TRUE (
      chn_format_write (chn_format_find ("yaml", NULL), timeline, &rows, NULL, NULL, append_to_string, out, NULL));
  g_autoptr (ChnTimeline) back = read_well (registry, "yaml", out->str);
  CU_ASSERT_PTR_NOT_NULL_FATAL (back);
  CHN_ASSERT_INT (chn_timeline_get_n_sources (back), 3); /* a, b and d */
  CHN_ASSERT_INT (chn_timeline_judge_claim (back, 0, 0, 0), CHN_STANCE_SUPERSEDED);
}

/* A chain is followed however long it is: every second source is withdrawn. */
static void
test_long_chain (void)
{
  enum { LENGTH = 20000 };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (GString) text = g_string_new ("timeline: t\nsources:\n  s0: {title: T}\n");
  for (guint i = 1; i < LENGTH; i++)
    g_string_append_printf (text, "  s%u: {withdraws: s%u}\n", i, i - 1);
  g_string_append (text, "events:\n  - {id: a, date: 2014, title: T}\n");
  g_autoptr (ChnTimeline) timeline = read_well (registry, "yaml", text->str);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  CU_ASSERT_PTR_NOT_NULL (chn_timeline_find_withdrawal (timeline, "s0"));
  CU_ASSERT_PTR_NULL (chn_timeline_find_withdrawal (timeline, "s1"));
  CU_ASSERT_PTR_NULL (chn_timeline_find_withdrawal (timeline, "s19999"));
}

static const ChnTest tests[] = {
  { "corrections go through every format", test_round_trips },
  { "corrections in an excerpt", test_excerpt },
  { "a long chain of withdrawals", test_long_chain },
};

CHN_SUITE ("format/corrections", tests)

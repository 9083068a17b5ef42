/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Many rows are written by several threads: the same bytes and the same warnings as row by row. */
#include "round-trip.h"

#define HEADINGS                                                                                                     \
  "id,title,summary,date,earliest,latest,precision,kind,forums,actors,symbols,yes,no,abstain,method,result,place,"   \
  "status,importance,tags,series,relations,sources,confidence,revised,label,payload\r\n"

enum { N_MANY = 1999 };

/* Events of which every seventh has a title that a table cannot show as it is. */
static ChnTimeline *
make_many (ChnRegistry *registry)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, NULL);
  for (guint i = 0; i < N_MANY; i++) {
    g_autofree char *id = g_strdup_printf ("e-%u", i);
    g_autofree char *year = g_strdup_printf ("%u", 9000 - i);
    g_autoptr (ChnDate) date = chn_date_parse (year, -1, NULL);
    chn_event_clear (event);
    chn_event_set_text (event, CHN_FIELD_ID, id, -1);
    chn_event_set_text (event, CHN_FIELD_TITLE, i % 7 == 0 ? "a\x1B" : "a", -1);
    chn_event_set_date (event, CHN_FIELD_DATE, date);
    chn_timeline_builder_add_event (builder, event);
  }
  return chn_timeline_builder_seal (builder, NULL);
}

typedef struct {
  const char *format, *heading; /* what stands before all rows */
  guint n_findings;
} Case;

static const Case cases[] = {
  { "csv", HEADINGS, N_MANY / 7 + 1 },
  { "json", "", 0 },
};

/* Row by row; what is said of each must be what was said of all, in order. */
static GString *
write_one_by_one (const ChnTimeline *timeline, const Case *test, const ChnReport *report)
{
  GString *all = g_string_new (test->heading);
  for (guint row = 0, n = 0; row < N_MANY; row++) {
    ChnRows one = { 1, &row, NULL };
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (ChnReport) said = chn_report_new ();
    chn_format_write (chn_format_find (test->format, NULL), timeline, &one, NULL, said, append_to_string, out, NULL);
    g_string_append (all, out->str + strlen (test->heading));
    for (guint i = 0; i < chn_report_get_n_findings (said); i++, n++)
      CHN_ASSERT_STRING (chn_report_get_finding (report, n)->event, chn_report_get_finding (said, i)->event);
  }
  return all;
}

static void
many_rows_are_written_in_order (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = make_many (registry);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autofree char *found = write_all (timeline, cases[i].format, NULL, report);
    CHN_ASSERT_INT (chn_report_get_n_findings (report), cases[i].n_findings);
    g_autoptr (GString) expected = write_one_by_one (timeline, &cases[i], report);
    if (strcmp (found, expected->str) != 0)
      fail_at_difference (cases[i].format, found, expected->str);
  }
}

static const ChnTest tests[] = {
  { "many rows are written in order", many_rows_are_written_in_order },
};

CHN_SUITE ("format/parts", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs the writer for one event at a time, into memory, and splits what it wrote into lines. */
#include "format/ical/expect.h"

#include "format/ical/event.h"
#include "format/options.h"

struct _ChnIcalExpectation {
  const ChnTimeline *timeline;
  ChnWriteOptions *options;
  ChnReport *report;
  ChnDescriber *describer;
  ChnZones *zones;
  ChnCategories *categories;
  GString *uid;
  GString *bytes;
  ChnIcalLines lines;
};

ChnIcalExpectation *
chn_ical_expectation_new (const ChnTimeline *timeline)
{
  ChnIcalExpectation *expectation = g_new0 (ChnIcalExpectation, 1);
  expectation->timeline = timeline;
  expectation->options = chn_write_options_new ();
  expectation->report = chn_report_new ();
  expectation->describer = chn_describer_new ();
  expectation->zones = chn_zones_new ();
  expectation->categories = chn_categories_new (chn_timeline_get_registry (timeline));
  expectation->uid = g_string_new (NULL);
  expectation->bytes = g_string_new (NULL);
  chn_ical_lines_init (&expectation->lines);
  return expectation;
}

void
chn_ical_expectation_free (ChnIcalExpectation *expectation)
{
  if (!expectation)
    return;
  chn_write_options_free (expectation->options);
  chn_report_free (expectation->report);
  chn_describer_free (expectation->describer);
  chn_zones_free (expectation->zones);
  chn_categories_free (expectation->categories);
  g_string_free (expectation->uid, TRUE);
  g_string_free (expectation->bytes, TRUE);
  chn_ical_lines_clear (&expectation->lines);
  g_free (expectation);
}

static void
write_event (ChnIcalExpectation *expectation, guint row, const ChnEvent *event)
{
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (expectation->bytes);
  ChnWriteJob job = {
    .timeline = expectation->timeline, .options = expectation->options, .report = expectation->report, .out = writer
  };
  ChnIcalPage page = { .job = &job,
                       .line = { .out = writer },
                       .describer = expectation->describer,
                       .zones = expectation->zones,
                       .categories = expectation->categories,
                       .uid = expectation->uid,
                       .row = row,
                       .event = event };
  g_string_truncate (expectation->bytes, 0);
  chn_ical_put_event (&page);
  chn_writer_finish (writer, NULL);
}

const ChnIcalLines *
chn_ical_expect (ChnIcalExpectation *expectation, guint row, const ChnEvent *event)
{
  write_event (expectation, row, event);
  chn_ical_lines_reset (&expectation->lines);
  g_autoptr (ChnScanner) scanner =
      chn_scanner_new (expectation->bytes->str, expectation->bytes->len, chn_limits_get_default ());
  ChnScanLine line;
  guint depth = 0;
  while (chn_scanner_next (scanner, &line, NULL) == CHN_SCAN_LINE) {
    ChnIcalName name = chn_ical_name_find (line.name.text, line.name.length);
    if (name == CHN_ICAL_BEGIN)
      depth++;
    else if (name == CHN_ICAL_END)
      depth--;
    else if (depth == 1)
      chn_ical_lines_add (&expectation->lines, name, &line, FALSE);
  }
  return &expectation->lines;
}

void
chn_ical_expect_when (ChnIcalExpectation *expectation, const ChnEvent *event, ChnImprecise imprecise, gboolean daily,
                      ChnWhen *when)
{
  ChnWhenRules rules = { .zones = expectation->zones, .imprecise = imprecise, .daily = daily };
  chn_when_init (when, event, &rules);
}

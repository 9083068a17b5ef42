/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "round-trip.h"

/* Events of every shape, seeded: all forms of EDTF, many scripts, hostile text, every status. */

static const char *const generated_dates[] = {
  "2014-11-18",
  "2014-11-18T15:08:00-05:00",
  "2014-12-22T23:30:00",
  "2014-02",
  "2014",
  "2014-09~",
  "2014-09-13?",
  "2014-09-13%",
  "2014?",
  "201X",
  "20XX",
  "2004-06-XX",
  "2004-XX-12",
  "156X-12-25",
  "2014-21",
  "2014-24",
  "2014-33",
  "2014-37",
  "2014-41",
  "2001/2003",
  "2014-09-01/2014-09-05",
  "2014-09/2014-10",
  "2014-04~/2014-06",
  "2014-09-01/..",
  "../2014-09-01",
  "2014-09-01/",
  "/2014-09-01",
  "../..",
  "[2014-04-27..2014-05-01]",
  "{2014-11-18,2014-11-20}",
  "[..2014-05-01]",
  "[2014-05-01..]",
  "[1667,1668,1670..1672]",
  "2016-02-29",
  "2000-02-29",
  "1600-02-29",
  "0001",
  "0001-01-01",
  "0999-12-31",
  "1000-01-01",
  "1000",
  "1582-10-04",
  "1582-10-10",
  "1648-10-24",
  "1945-10-24",
  "9999",
  "9999-12-30",
  "9999-12-31",
  "9999-12-31T23:59:59Z",
  "-0044-03-15",
  "0000",
  "Y170000002",
  "Y-17E7",
  "1950S2",
  "2014-?11-18",
  "2014-~09-18",
  "2014-03-09T02:30:00",
  "2014-11-02T01:30:00",
  "2014-11-02T01:30:00-05:00",
  "1000-01-01T00:30:00+05:00",
  "2007-03-20T12:00:00",
  "2006-03-20T12:00:00",
  "2050-07-01T12:00:00",
  "1883-11-18T11:59:00",
  "2026-12-01",
  "2031-06-15T10:00:00",
};

static const char *const generated_texts[] = {
  "Security Council adopts resolution 2321",
  "Совет Безопасности провёл заседание",
  "安全理事会通过决议",
  "مجلس الأمن يعتمد القرار",
  "सुरक्षा परिषद",
  "안전보장이사회",
  "a,b;c\\d",
  "line one\nline two\r\nline three",
  "END:VEVENT\r\nBEGIN:VEVENT",
  "esc\x1B[31m\x01\x7F\xC2\x85",
  "\\",
  "\\\\n",
  "trailing\\",
  "quotes \"a\" 'b' ^n ^^",
  "tab\there",
  "  blanks  ",
  "e\xCC\x81 combining",
  "\xE2\x80\xAE override",
  "\xF0\x9F\x95\x8A\xEF\xB8\x8F astral",
  "\xEF\xBB\xBF mark",
  ":;:=,",
  "%s%n",
  "<script>",
};

static const char *const generated_rules[] = {
  "FREQ=YEARLY",
  "FREQ=WEEKLY;BYDAY=MO;COUNT=5",
  "FREQ=MONTHLY;UNTIL=20301231",
  "FREQ=DAILY;UNTIL=20141231T120000Z",
  "FREQ=SECONDLY",
  "nonsense\r\nX:y",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
};

static const char *const generated_zones[] = { "America/New_York", "Europe/Zurich", "Asia/Pyongyang", "UTC" };

static inline const char *
generated_pick (GRand *random, const char *const *list, guint n)
{
  return list[g_rand_int_range (random, 0, (gint32) n)];
}

#define PICK(random, list) generated_pick ((random), (list), G_N_ELEMENTS (list))

/* Now and then a text of a thousand characters, which folding must not cut inside one. */
static inline char *
generated_text (GRand *random)
{
  GString *text = g_string_new (PICK (random, generated_texts));
  while (g_rand_int_range (random, 0, 3) == 0)
    g_string_append (text, PICK (random, generated_texts));
  while (g_rand_int_range (random, 0, 20) == 0 && g_utf8_strlen (text->str, -1) < 1000)
    for (guint i = 0; i < 200; i++)
      g_string_append (text, PICK (random, generated_texts));
  return g_string_free (text, FALSE);
}

static inline void
generated_set (GRand *random, ChnEvent *event, ChnField field)
{
  g_autofree char *text = generated_text (random);
  chn_event_set_text (event, field, text, -1);
}

static inline void
generated_cite (GRand *random, ChnTimelineBuilder *builder, ChnEvent *event)
{
  static const char *const urls[] = { "https://example.org/a b?c=é", "http://example.org/\r\nX:y",
                                      "javascript:alert(1)", "ftp://example.org/", "https://example.org/,;\"" };
  g_autofree char *key = g_strdup_printf ("s%u", g_rand_int (random));
  g_autofree char *title = generated_text (random);
  ChnSource source = { { [CHN_SOURCE_KEY] = key,
                         [CHN_SOURCE_TITLE] = title,
                         [CHN_SOURCE_DATE] = "2014-11",
                         [CHN_SOURCE_URL] = PICK (random, urls) } };
  ChnClaim claim = { CHN_FIELD_DATE, "2013-03-22" };
  ChnCitation citation = { .source = key, .at = "para 12", .quote = title, .n_claims = 1, .claims = &claim };
  chn_timeline_builder_add_source (builder, &source, 0, 0);
  chn_event_add_citation (event, &citation);
}

static inline void
generated_fill (GRand *random, ChnTimelineBuilder *builder, ChnEvent *event, guint i)
{
  static const char *const symbols[] = { "A/C.3/69/L.28/Rev.1", "S/PV.7353", "S/RES/2270 (2016)", "A/HRC/25/63" };
  g_autofree char *id = g_strdup_printf ("event-%u", i);
  g_autoptr (ChnDate) date = chn_date_parse (generated_dates[i % G_N_ELEMENTS (generated_dates)], -1, NULL);
  g_autoptr (ChnDate) revised = chn_date_parse (i % 2 ? "2016-12-31" : "2017-01-25", -1, NULL);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  generated_set (random, event, CHN_FIELD_TITLE);
  chn_event_set_term (event, CHN_FIELD_STATUS, (guint) g_rand_int_range (random, 0, 4));
  chn_event_set_term (event, CHN_FIELD_KIND, (guint) g_rand_int_range (random, 0, 10));
  chn_event_set_term (event, CHN_FIELD_CONFIDENCE, (guint) g_rand_int_range (random, 0, 5));
  chn_event_set_text (event, CHN_FIELD_ZONE, g_rand_boolean (random) ? PICK (random, generated_zones) : NULL, -1);
  if (g_rand_boolean (random))
    generated_set (random, event, CHN_FIELD_LABEL);
  if (g_rand_boolean (random))
    generated_set (random, event, CHN_FIELD_SUMMARY);
  if (g_rand_boolean (random))
    generated_set (random, event, CHN_FIELD_PLACE);
  if (g_rand_int_range (random, 0, 5) == 0)
    chn_event_set_text (event, CHN_FIELD_REPEAT, PICK (random, generated_rules), -1);
  if (g_rand_boolean (random))
    chn_event_set_date (event, CHN_FIELD_REVISED, revised);
  chn_event_add_item (event, CHN_FIELD_FORUMS, "un.sc", -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, PICK (random, generated_texts), -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, PICK (random, symbols), -1);
  chn_event_add_actor (event, "prk", -1, 1);
  chn_event_add_actor (event, "eu", -1, 0);
  if (i > 0)
    chn_event_add_relation (event, 0, "event-0", -1);
  while (g_rand_boolean (random))
    generated_cite (random, builder, event);
}

static inline ChnTimeline *
generated_timeline (guint32 seed, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = generated_text (random);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, "generated");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "generated");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TITLE, title);
  if (seed % 2 == 0)
    chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, "America/New_York");
  for (guint i = 0; i < n; i++) {
    chn_event_clear (event);
    generated_fill (random, builder, event, i);
    chn_timeline_builder_add_event (builder, event);
  }
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  for (guint i = 0; !timeline && i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    CHN_FAIL ("%s", line);
  }
  return timeline;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Our own calendars come back: every field as it was, and what people edit in a calendar app as their edit. */
#include "ical-generated.h"

#include "base/base64.h"

static char *
write_rows (const ChnTimeline *timeline, const ChnRows *rows, const char *format, const char *option,
            const char *value)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GError) error = NULL;
  if (option)
    CU_ASSERT_TRUE (chn_write_options_set (options, option, value, NULL));
  chn_format_write (chn_format_find (format, NULL), timeline, rows, options, NULL, append_to_string, out, &error);
  CHN_ASSERT_NO_ERROR (error);
  return g_string_free (out, FALSE);
}

/* Whether text can carry it and a calendar hold it, however imprecise dates are shown. */
static gboolean
is_whole (const ChnTimeline *timeline, guint32 row)
{
  ChnRows one = { .row = &row, .n = 1 };
  g_autofree char *json = write_rows (timeline, &one, "json", NULL, NULL);
  g_autofree char *calendar = write_rows (timeline, &one, "ics", "imprecise", "span");
  return !strstr (json, "\\u00") && !strstr (json, "\x7F") && !strstr (json, "\xC2\x85") &&
         strstr (calendar, "\r\nBEGIN:VEVENT\r\n");
}

/* FALSE when the first event, which the others point at, is not among them. */
static gboolean
choose_rows (const ChnTimeline *timeline, ChnRows *chosen)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean has_first = FALSE;
  for (guint32 row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    if (!is_whole (timeline, row))
      continue;
    has_first = has_first || strcmp (chn_timeline_get_id (timeline, row), "event-0") == 0;
    g_array_append_val (rows, row);
  }
  chosen->n = rows->len;
  chosen->row = g_memdup2 (rows->data, rows->len * sizeof (guint32));
  return has_first;
}

static void
check_return (const ChnTimeline *timeline, const ChnRows *rows, const char *option, const char *value)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *before = write_rows (timeline, rows, "json", NULL, NULL);
  g_autofree char *calendar = write_rows (timeline, rows, "ics", option, value);
  g_autoptr (ChnTimeline) again = read_text (registry, "ics", calendar, report);
  g_autofree char *after = again ? write_all (again, "json", NULL, NULL) : NULL;
  for (guint i = 0; i < chn_report_get_n_findings (report) && i < 5; i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    CHN_FAIL ("%s: %s", option ? option : "plain", line);
  }
  if (g_strcmp0 (after, before) != 0)
    fail_at_difference (option ? option : "plain", after, before);
  else
    CU_PASS ("identical");
}

static void
test_generated (void)
{
  static const char *const options[][2] = { { NULL, NULL },
                                            { "local-times", NULL },
                                            { "imprecise", "span" },
                                            { "imprecise", "anchor" },
                                            { "anniversaries", NULL } };
  guint n_tried = 0;
  for (guint32 seed = 1; n_tried < 4 && seed < 100; seed++) {
    g_autoptr (ChnTimeline) timeline = generated_timeline (seed, 150);
    g_auto (ChnRows) rows = { 0 };
    if (!timeline || !choose_rows (timeline, &rows))
      continue;
    n_tried++;
    CU_ASSERT (rows.n > 20);
    for (guint i = 0; i < G_N_ELEMENTS (options); i++)
      check_return (timeline, &rows, options[i][0], options[i][1]);
  }
  CHN_ASSERT_INT (n_tried, 4);
}

static ChnTimeline *
make_sample (ChnRegistry *registry)
{
  static const char lines[] =
      "{\"id\":\"a\",\"title\":\"Vote in committee\",\"summary\":\"It was "
      "close.\",\"date\":\"2014-11-18T15:08:00-05:00\","
      "\"kind\":\"vote\",\"forums\":[\"un.ga.c3\"],\"actors\":[{\"id\":\"prk\",\"name\":\"x\",\"role\":\"subject\"}],"
      "\"place\":\"New York\","
      "\"tags\":[\"draft, revised\"],\"revised\":\"2015-01-01\",\"zone\":\"America/New_York\",\"timeline\":\"t\"}\n"
      "{\"id\":\"b\",\"title\":\"Debate\",\"date\":\"2014-09~\",\"symbols\":[\"S/"
      "PV.7353\"],\"status\":\"planned\",\"timeline\":\"t\"}\n"
      "{\"id\":\"c\",\"title\":\"Session\",\"date\":\"2014-09-02/"
      "2014-09-05\",\"repeat\":\"FREQ=YEARLY;BYMONTH=9\",\"timeline\":\"t\"}\n";
  return read_well (registry, "json", lines);
}

/* The sample's calendar with lines unfolded, so that it can be edited. */
static char *
dup_calendar (ChnRegistry *registry)
{
  g_autoptr (ChnTimeline) timeline = make_sample (registry);
  g_autofree char *folded = write_all (timeline, "ics", NULL, NULL);
  g_auto (GStrv) pieces = g_strsplit (folded, "\r\n ", -1);
  return g_strjoinv ("", pieces);
}

typedef struct {
  const char *from, *to; /* text of the calendar */
  const char *json;      /* that must come of it; NULL: nothing is edited */
  guint n_notes;
} Edit;

static const Edit edits[] = {
  { "SUMMARY:Vote in committee", "SUMMARY:Vote\\, at last", "\"title\":\"Vote, at last\"", 1 },
  { "SUMMARY:≈ Sep 2014: Debate", "SUMMARY:≈ Sep 2014: Long debate", "\"title\":\"Long debate\"", 1 },
  { "SUMMARY:≈ Sep 2014: Debate", "SUMMARY:Long debate", "\"title\":\"Long debate\"", 1 },
  { "SUMMARY:≈ Sep 2014: Debate", "SUMMARY:Debate", NULL, 0 },
  { "SUMMARY:Vote in committee", "SUMMARY;LANGUAGE=en:Vote in committee ", NULL, 0 },
  { "DESCRIPTION:It was close.", "DESCRIPTION:It was very close.", "\"summary\":\"It was very close.\"", 1 },
  { "DESCRIPTION:It was close.", "DESCRIPTION:It was close.\\nMy note.", "\"summary\":\"It was close.\\nMy note.\"",
    1 },
  { "DTSTART:20141118T200800Z", "DTSTART;TZID=Europe/London:20141118T200800", NULL, 0 },
  { "DTSTART:20141118T200800Z", "DTSTART:20141118T210000Z", "\"date\":\"2014-11-18T16:00:00-05:00\"", 1 },
  { "DTSTART:20141118T200800Z", "DTSTART;VALUE=DATE:20141119", "\"date\":\"2014-11-19\"", 1 },
  { "DTSTART:20141118T200800Z", "DTSTART:20141118T200800Z\r\nDTEND:20141118T210800Z", NULL, 0 },
  { "DTSTART:20141118T200800Z", "DTSTART:20141118T210000Z\r\nDTEND:20141118T220000Z",
    "\"date\":\"2014-11-18T16:00:00-05:00/2014-11-18T17:00:00-05:00\"", 1 },
  { "DTEND;VALUE=DATE:20140906", "DTEND;VALUE=DATE:20140908", "\"date\":\"2014-09-02/2014-09-07\"", 1 },
  { "DTEND;VALUE=DATE:20140906", "DURATION:P4D", NULL, 0 },
  { "LOCATION:New York", "LOCATION:Geneva", "\"place\":\"Geneva\"", 1 },
  { "LOCATION:New York\r\n", "", "\"place\":null,\"status\":\"occurred\"", 1 },
  { "STATUS:TENTATIVE", "STATUS:CANCELLED", "\"status\":\"cancelled\"", 1 },
  { "CATEGORIES:draft\\, revised", "CATEGORIES:draft,revised", NULL, 0 },
  { "CATEGORIES:draft\\, revised", "CATEGORIES:final", "\"tags\":[\"final\"]", 1 },
  { "CATEGORIES:draft\\, revised", "CATEGORIES:draft\\, revised\r\nCATEGORIES:un.sc",
    "\"forums\":[\"un.ga.c3\",\"un.sc\"]", 1 },
  { "RRULE:FREQ=YEARLY;BYMONTH=9", "RRULE:BYMONTH=9;FREQ=YEARLY", NULL, 0 },
  { "RRULE:FREQ=YEARLY;BYMONTH=9", "RRULE:FREQ=MONTHLY", "\"repeat\":\"FREQ=MONTHLY\"", 1 },
  { "TRANSP:TRANSPARENT",
    "TRANSP:TRANSPARENT\r\nX-CLIENT-STATE:7\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-P1D\r\nEND:VALARM", NULL, 0 },
};

static void
check_edit (ChnRegistry *registry, const char *calendar, const char *unedited, const Edit *edit)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_auto (GStrv) pieces = g_strsplit (calendar, edit->from, 2);
  if (!pieces[1]) {
    CHN_FAIL ("no %s in %s", edit->from, calendar);
    return;
  }
  g_autofree char *edited = g_strconcat (pieces[0], edit->to, pieces[1], NULL);
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", edited, report);
  g_autofree char *json = timeline ? write_all (timeline, "json", NULL, NULL) : g_strdup ("");
  guint n_notes = chn_report_get_n_findings (report);
  for (guint i = 0; i < n_notes; i++)
    CHN_ASSERT_STRING (chn_report_get_finding (report, i)->code, "edited");
  gboolean as_expected = edit->json ? strstr (json, edit->json) != NULL : g_str_equal (json, unedited);
  if (!as_expected || n_notes != edit->n_notes)
    CHN_FAIL ("%s for %s: %u notes, %s", edit->to, edit->from, n_notes, json);
}

static void
test_edits (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autofree char *calendar = dup_calendar (registry);
  g_autoptr (ChnTimeline) sample = make_sample (registry);
  g_autofree char *unedited = write_all (sample, "json", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    check_edit (registry, calendar, unedited, &edits[i]);
}

/* The lines of an event in the opposite order, each folded where no other writer would fold it. */
static char *
dup_rearranged (const char *calendar)
{
  g_auto (GStrv) lines = g_strsplit (calendar, "\r\n", -1);
  g_autoptr (GString) event = g_string_new (NULL);
  GString *out = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *rest = g_strndup (lines[i], MIN (strlen (lines[i]), 3));
    g_autofree char *folded = g_strconcat (rest, "\r\n ", lines[i] + strlen (rest), "\r\n", NULL);
    gboolean is_edge = g_str_has_prefix (lines[i], "BEGIN:") || g_str_has_prefix (lines[i], "END:");
    if (!is_edge)
      g_string_prepend (event, lines[i][0] ? folded : "");
    if (is_edge || !lines[i + 1])
      g_string_append_printf (out, "%s%s\r\n", event->str, is_edge ? lines[i] : "");
    if (is_edge)
      g_string_truncate (event, 0);
  }
  return g_string_free (out, FALSE);
}

/* With another digest in each payload. The calendar's lines may be folded. */
static char *
dup_with_digest (const char *calendar, const char *digest)
{
  static const char mark[] = "X-CHANCERY-EVENT:b64u.";
  g_auto (GStrv) pieces = g_strsplit (calendar, "\r\n ", -1);
  g_autofree char *unfolded = g_strjoinv ("", pieces);
  g_auto (GStrv) events = g_strsplit (unfolded, mark, -1);
  GString *out = g_string_new (events[0]);
  for (guint i = 1; events[i]; i++) {
    gsize length = strcspn (events[i], "\r"), offset;
    g_autoptr (GString) json = g_string_new (NULL);
    g_autoptr (GString) encoded = g_string_new (NULL);
    CU_ASSERT_TRUE (chn_base64_decode (events[i], length, json, &offset));
    char *member = strstr (json->str, "\"digest\":");
    CU_ASSERT_PTR_NOT_NULL_FATAL (member);
    g_string_truncate (json, (gsize) (member - json->str));
    g_string_append_printf (json, "%s}", digest);
    chn_base64_encode (json->str, json->len, encoded);
    g_string_append_printf (out, "%s%s%s", mark, encoded->str, events[i] + length);
  }
  return g_string_free (out, FALSE);
}

/* Neither order nor folding is an edit; whether the payload's digest still holds, or is gone, or never was right. */
static void
test_rearranged (void)
{
  static const char *const digests[] = { NULL, "\"digest\":\"AAAAAAAAAAA\"", "\"digest\":null" };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autofree char *calendar = dup_calendar (registry);
  g_autofree char *rearranged = dup_rearranged (calendar);
  g_autoptr (ChnTimeline) sample = make_sample (registry);
  g_autofree char *expected = write_all (sample, "json", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++) {
    g_autofree char *text = digests[i] ? dup_with_digest (rearranged, digests[i]) : g_strdup (rearranged);
    g_autoptr (ChnTimeline) timeline = read_well (registry, "ics", text);
    g_autofree char *json = timeline ? write_all (timeline, "json", NULL, NULL) : g_strdup ("");
    CHN_ASSERT_STRING (json, expected);
  }
}

static const ChnTest tests[] = {
  { "events of every shape come back whole", test_generated },
  { "edits come back as edits", test_edits },
  { "lines in another order are no edit", test_rearranged },
};

CHN_SUITE ("format/ical-return", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Mutates calendars as calendars: properties and whole components come, go and change places, values and parameters
 * are taken from tables, lines are folded. Bytes are still changed as they come, every third time.
 */
#include "lines.h"

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t room, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver (const uint8_t *one, size_t n_one, const uint8_t *two, size_t n_two, uint8_t *out,
                                  size_t room, unsigned int seed);

static const char *const properties[] = { "UID:a@x",
                                          "UID:b@x",
                                          "UID:",
                                          "SEQUENCE:2",
                                          "SEQUENCE:-1",
                                          "SEQUENCE:99999999999999999999",
                                          "SUMMARY:title",
                                          "SUMMARY;LANGUAGE=fr:titre",
                                          "DESCRIPTION:one\\ntwo\\, three\\; four\\\\",
                                          "DTSTART:20141118T150000Z",
                                          "DTSTART;VALUE=DATE:20141118",
                                          "DTSTART;TZID=America/New_York:20141118T150000",
                                          "DTSTART;TZID=Own:20141118T150000",
                                          "DTEND:20141119T150000Z",
                                          "DTEND;VALUE=DATE:20141120",
                                          "DURATION:PT1H30M",
                                          "DURATION:-P1W",
                                          "DTSTAMP:20141118T150000Z",
                                          "CREATED:20141118T150000Z",
                                          "LAST-MODIFIED:20141118T150000Z",
                                          "RRULE:FREQ=DAILY;COUNT=5",
                                          "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20300101",
                                          "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1",
                                          "RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO,WE;INTERVAL=2",
                                          "RRULE:FREQ=SECONDLY",
                                          "RDATE:20150101T000000Z,20160101T000000Z",
                                          "RDATE;VALUE=PERIOD:20150101T000000Z/PT1H",
                                          "EXDATE:20141119T150000Z",
                                          "EXDATE;VALUE=DATE:20141119",
                                          "EXRULE:FREQ=DAILY;COUNT=2",
                                          "RECURRENCE-ID:20141119T150000Z",
                                          "RECURRENCE-ID;RANGE=THISANDFUTURE:20141119T150000Z",
                                          "CATEGORIES:a,b\\,c",
                                          "CLASS:PRIVATE",
                                          "STATUS:CANCELLED",
                                          "STATUS:TENTATIVE",
                                          "TRANSP:TRANSPARENT",
                                          "PRIORITY:5",
                                          "LOCATION:Geneva",
                                          "GEO:46.2;6.1",
                                          "URL:https://un.org/a",
                                          "URL:javascript:alert(1)",
                                          "ATTACH:https://un.org/b",
                                          "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",
                                          "ATTENDEE;CN=\"A, B\";PARTSTAT=ACCEPTED:mailto:a@x",
                                          "ORGANIZER:mailto:b@x",
                                          "CONTACT:someone",
                                          "COMMENT:note",
                                          "RELATED-TO;RELTYPE=PARENT:b@x",
                                          "RELATED-TO:a@x",
                                          "RESOURCES:room",
                                          "REQUEST-STATUS:2.0;ok",
                                          "X-CHANCERY-EVENT:b64u.eyJpZCI6ImEifQ",
                                          "X-CHANCERY-EVENT:{\"id\":\"a\"}",
                                          "X-OWN;A=b:c",
                                          "METHOD:CANCEL",
                                          "CALSCALE:GREGORIAN",
                                          "X-WR-CALNAME:name",
                                          "X-WR-TIMEZONE:Europe/Zurich",
                                          "TZID:Own",
                                          "TZOFFSETFROM:+0100",
                                          "TZOFFSETTO:-235959",
                                          "TZNAME:CET",
                                          "BEGIN:VEVENT",
                                          "END:VEVENT",
                                          "BEGIN:VALARM",
                                          "END:VALARM",
                                          "BEGIN:VTIMEZONE",
                                          "END:VTIMEZONE",
                                          "BEGIN:DAYLIGHT",
                                          "END:DAYLIGHT",
                                          "BEGIN:STANDARD",
                                          "END:STANDARD",
                                          "BEGIN:VTODO",
                                          "END:VTODO",
                                          "BEGIN:VCALENDAR",
                                          "END:VCALENDAR",
                                          NULL };

static const char *const parameters[] = { "VALUE=DATE",
                                          "VALUE=DATE-TIME",
                                          "VALUE=PERIOD",
                                          "TZID=Europe/Zurich",
                                          "TZID=Own",
                                          "TZID=\"W. Europe Standard Time\"",
                                          "LANGUAGE=fr",
                                          "CN=\"a;b:c\"",
                                          "ALTREP=\"https://x\"",
                                          "X-A=b,c,d",
                                          "ENCODING=QUOTED-PRINTABLE",
                                          "RANGE=THISANDFUTURE",
                                          NULL };

static const char *const values[] = { "20141118",
                                      "20141118T150000",
                                      "20141118T150000Z",
                                      "00000101",
                                      "99991231T235959Z",
                                      "20140230",
                                      "20141318T256000",
                                      "20150308T023000",
                                      "-1",
                                      "0",
                                      "4294967296",
                                      "PT0S",
                                      "P1Y",
                                      "",
                                      "\\n",
                                      "\\",
                                      "a\\,b",
                                      "é日本😀",
                                      "b64u.e30",
                                      "{}",
                                      NULL };

/* How many lines from BEGIN to the END that belongs to it. */
static guint
measure_component (const Lines *lines, guint at)
{
  guint depth = 0;
  for (guint i = at; i < lines->line->len; i++) {
    if (g_str_has_prefix (lines->line->pdata[i], "BEGIN:"))
      depth++;
    if (depth == 0)
      return 1;
    if (g_str_has_prefix (lines->line->pdata[i], "END:") && --depth == 0)
      return i - at + 1;
  }
  return 1;
}

static void
add_parameter (Lines *lines, guint at)
{
  const char *line = lines->line->pdata[at];
  gsize name = strcspn (line, ";:");
  lines_set (lines, at, g_strdup_printf ("%.*s;%s%s", (int) name, line, pick_text (lines, parameters), line + name));
}

static void
fold (Lines *lines, guint at)
{
  const char *line = lines->line->pdata[at];
  gsize cut = pick (lines, (guint) strlen (line) + 1);
  g_ptr_array_insert (lines->line, (gint) at + 1, g_strconcat (pick (lines, 2) ? " " : "\t", line + cut, NULL));
  lines_set_rest (lines, at, cut, "");
}

static void
change (Lines *lines)
{
  guint n = lines->line->len, at = pick (lines, n);
  const char *line = lines->line->pdata[at];
  switch (pick (lines, 8)) {
  case 0:
    g_ptr_array_insert (lines->line, (gint) at, g_strdup (pick_text (lines, properties)));
    break;
  case 1:
    lines_remove (lines, at, measure_component (lines, at));
    break;
  case 2:
    lines_copy (lines, at, measure_component (lines, at), pick (lines, n + 1));
    break;
  case 3:
    add_parameter (lines, at);
    break;
  case 4:
    lines_set_rest (lines, at, strcspn (line, ":") + 1, pick_text (lines, values));
    break;
  case 5:
    fold (lines, at);
    break;
  case 6:
    lines_set (lines, at, g_strdup (pick_text (lines, properties)));
    break;
  default:
    lines_copy (lines, at, 1, pick (lines, n + 1));
    lines_remove (lines, at, 1);
    break;
  }
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t room, unsigned int seed)
{
  if (seed % 3 == 0)
    return LLVMFuzzerMutate (data, size, room);
  Lines lines = lines_new (data, size, seed);
  if (lines.line->len == 0)
    g_ptr_array_add (lines.line, g_strdup ("BEGIN:VCALENDAR"));
  for (guint n = 1 + pick (&lines, 4); n > 0 && lines.line->len > 0; n--)
    change (&lines);
  return lines_end (&lines, data, room, pick (&lines, 8) ? "\r\n" : "\n");
}

size_t
LLVMFuzzerCustomCrossOver (const uint8_t *one, size_t n_one, const uint8_t *two, size_t n_two, uint8_t *out,
                           size_t room, unsigned int seed)
{
  return lines_cross (one, n_one, two, n_two, out, room, seed, "\r\n");
}

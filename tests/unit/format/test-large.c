/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tests of files of which only a window is in memory: what comes of them is what comes of the same bytes at once,
 * events and findings alike.
 */
#include <errno.h>
#include <unistd.h>

#include "ical-generated.h"

#include "format/format.h"

enum { EVENTS = 2500 };

/* A file of this text, which is gone when it is closed. */
static int
open_file (const GString *text)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("chancery-XXXXXX", &name, NULL);
  CU_ASSERT_FATAL (fd >= 0);
  unlink (name);
  CHN_ASSERT_INT (write (fd, text->str, text->len), (gssize) text->len);
  return fd;
}

static void
read_in_windows (const ChnFormat *format, const GString *text, ChnTimelineBuilder *builder)
{
  ChnWindowSource source = { open_file (text), text->len, 0 };
  g_auto (ChnWindow) window = { 0 };
  CU_ASSERT_TRUE (chn_window_open (&window, &source));
  chn_format_read_window (format, &window, "in", builder, NULL);
  CU_ASSERT (window.left > window.start && window.loaded == window.end);
  CHN_ASSERT_INT (source.error, 0);
  close (source.fd);
}

/* What a file comes to: events as JSON, or findings. */
static char *
read_file (const char *name, const GString *text, gboolean in_windows, gboolean keep_going)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  const ChnFormat *format = chn_format_find (name, NULL);
  chn_timeline_builder_set_keep_going (builder, keep_going);
  if (in_windows)
    read_in_windows (format, text, builder);
  else
    chn_format_read (format, text->str, text->len, "in", builder, NULL);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  if (timeline) {
    g_autofree char *json = write_all (timeline, "json", NULL, NULL);
    g_string_append_printf (out, "%u origins, title %s\n%s", chn_timeline_get_n_origins (timeline),
                            chn_timeline_get_header (timeline, 0, CHN_HEADER_TITLE), json);
  }
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    g_string_append_printf (out, "%s\n", line);
  }
  return g_strdup (out->str);
}

static void
compare (const char *format, const GString *text, gboolean keep_going)
{
  g_autofree char *in_windows = read_file (format, text, TRUE, keep_going);
  g_autofree char *at_once = read_file (format, text, FALSE, keep_going);
  CU_ASSERT (strlen (at_once) > 1000);
  if (strcmp (in_windows, at_once) != 0)
    fail_at_difference ("windows", in_windows, at_once);
}

/* Larger than what is given back at once; what is looked for from the beginning stands at the end. */
static GString *
make_calendar (const char *option)
{
  static const char zone[] = "BEGIN:VTIMEZONE\r\nTZID:Base 1\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                             "TZOFFSETFROM:+0430\r\nTZOFFSETTO:+0430\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  static const char first[] =
      "BEGIN:VEVENT\r\nUID:first@x\r\nDTSTART;TZID=Base 1:20141118T150800\r\nRELATED-TO:last@x\r\nSUMMARY:First\r\n"
      "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:twice@x\r\nDTSTART:20141118\r\nSUMMARY:Old\r\nEND:VEVENT\r\n";
  static const char last[] = "BEGIN:VEVENT\r\nUID:last@x\r\nDTSTART:20141119\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
                             "UID:twice@x\r\nSEQUENCE:1\r\nDTSTART:20141118\r\nSUMMARY:New\r\nEND:VEVENT\r\n";
  g_autoptr (ChnTimeline) timeline = generated_timeline (7, EVENTS);
  g_autofree char *written = write_all (timeline, "ics", option, NULL);
  GString *text = g_string_new (written);
  gssize at = strstr (text->str, "BEGIN:VEVENT") - text->str;
  g_string_insert (text, at, first);
  at = g_strrstr (text->str, "END:VCALENDAR") - text->str;
  g_string_insert (text, at, last);
  g_string_insert (text, at, zone);
  return text;
}

/* As old files of Macintosh have them; one pass, since so long a text is not to be moved at each line. */
static void
end_lines_with_return (GString *text)
{
  gsize n = 0;
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '\n')
      text->str[n++] = text->str[i];
  g_string_truncate (text, n);
}

static void
test_right (void)
{
  g_autoptr (GString) text = make_calendar (NULL);
  compare ("ics", text, FALSE);
  end_lines_with_return (text);
  g_autoptr (GString) blanks = g_string_new ("");
  g_string_set_size (blanks, 3 << 20);
  memset (blanks->str, '\r', blanks->len);
  g_string_insert_len (text, g_strrstr (text->str, "UID:last") - text->str, blanks->str, (gssize) blanks->len);
  compare ("ics", text, FALSE);
}

/* In one pass: g_string_replace() moves the rest of the text each time, which takes minutes under sanitizers. At most
 * `most` places; 0: all. */
static void
replace (GString *text, const char *from, const char *to, guint most)
{
  g_autoptr (GString) made = g_string_sized_new (text->len);
  gsize length = strlen (from), at = 0;
  for (guint n = 0; most == 0 || n < most; n++) {
    const char *found = memmem (text->str + at, text->len - at, from, length);
    if (!found)
      break;
    gsize place = (gsize) (found - text->str);
    g_string_append_len (made, text->str + at, (gssize) (place - at));
    g_string_append (made, to);
    at = place + length;
  }
  g_string_append_len (made, text->str + at, (gssize) (text->len - at));
  g_string_assign (text, made->str);
}

/* Every so often something that the reader finds wrong. */
static void
test_faults (void)
{
  static const char *const rows[][2] = { { "DTSTART", "DTSTERT" }, { "UID:event-12", "UID:event-13" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = make_calendar ("no-payload");
    replace (text, rows[i][0], rows[i][1], 100);
    compare ("ics", text, FALSE);
    compare ("ics", text, TRUE);
  }
}

/* Records longer than what is loaded at once, and of each kind of fault many, wherever a window ends. */
static void
test_flat (void)
{
  static const struct {
    const char *format, *right, *wrong;
  } rows[] = {
    { "json", "\"id\"", "\"id\"" },
    { "json", "\"title\":\"", "\"title\":\"\xE9" },
    { "json", "{\"id\":", "{\"id\" " },
    { "csv", "\r\n", "\r\n" },
    { "csv", "\r\n", "\n\n,,\n" },
    { "csv", ",occurred,", ",occur\"red," },
    { "csv", "\"\r\n", "\"\"\r\n" },
    { "csv", "\"\r\n", "\" \xE9\r\n" },
    { "csv", ",occurred,", ",\"occurred\n\"," },
  };
  g_autoptr (ChnTimeline) timeline = generated_timeline (7, EVENTS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *written = write_all (timeline, rows[i].format, NULL, NULL), *blanks = g_strnfill (700000, ' ');
    g_autoptr (GString) text = g_string_new (written);
    g_string_insert (text, strchr (text->str + text->len / 2, '{') + 1 - text->str, blanks);
    replace (text, rows[i].right, rows[i].wrong, 0);
    compare (rows[i].format, text, FALSE);
    compare (rows[i].format, text, TRUE);
  }
}

/* Votes of roll calls, a row each; a quote now and then that does not end, and a byte that is no text. */
static void
test_rolls (void)
{
  enum { CALLS = 900, VOTES = 30 };
  static const char *const codes[] = { "PRK", "KOR", "JPN", "CHN" };
  g_autoptr (GString) text = g_string_new ("undl_id,ms_code,ms_name,ms_vote,date,resolution,title\n");
  for (guint i = 0; i < CALLS; i++)
    for (guint k = 0; k < VOTES; k++)
      g_string_append_printf (text,
                              "%u,%s,Name,%c,2004-12-%02u,A/RES/59/%u,%sSituation of item %u, in a long row of "
                              "words%s: resolution%s\n",
                              4000000 + i, codes[k % G_N_ELEMENTS (codes)], "YNA"[i % 3], 1 + i % 28, i + 1,
                              i % 7 == 0 ? "" : "\"", i, k == 5 && i % 90 == 0 ? "\xE9" : "",
                              i % 7 == 0 || (k == 9 && i % 100 == 50) ? "" : "\"");
  compare ("roll-calls", text, FALSE);
  compare ("roll-calls", text, TRUE);
}

/* A file that is cut short meanwhile ends there, and it is known that it did. */
static void
test_cut (void)
{
  g_autoptr (GString) text = make_calendar (NULL);
  ChnWindowSource source = { open_file (text), text->len, 0 };
  g_auto (ChnWindow) window = { 0 };
  CU_ASSERT_TRUE (chn_window_open (&window, &source));
  CU_ASSERT_TRUE (chn_window_load (&window, window.start + 1));
  CHN_ASSERT_INT (ftruncate (source.fd, (off_t) text->len / 2), 0);
  CU_ASSERT_FALSE (chn_window_load (&window, window.end));
  CU_ASSERT (window.end == window.loaded && window.end == window.start + text->len / 2);
  CHN_ASSERT_INT (source.error, ESTALE);
  close (source.fd);
}

static const ChnTest tests[] = {
  { "a large calendar comes to the same", test_right },      { "so does one with faults", test_faults },
  { "records come to the same, right or wrong", test_flat }, { "tables of votes come to the same", test_rolls },
  { "one that is cut short meanwhile", test_cut },
};

CHN_SUITE ("format/large", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Calendars in the shapes that other programs write: each NAME.ics is read as NAME.json beside it says, and
 * what is written from it has every property that it had.
 */
#include "format/ical/name.h"
#include "format/ical/scan.h"
#include "format/ical/value.h"
#include "round-trip.h"

static ChnRegistry *
load_registry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("CHANCERY_DATA_DIR"), "registry", NULL);
  ChnRegistry *registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_calendars (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHANCERY_TEST_CORPUS"), "ics-foreign", NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".ics"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

static char *
dup_contents (const char *path)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &bytes, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  return bytes;
}

typedef void (*CheckFunc) (const char *path, ChnRegistry *registry, const char *bytes, ChnTimeline *timeline);

static void
for_each (CheckFunc check)
{
  g_autoptr (ChnRegistry) registry = load_registry ();
  g_autoptr (GPtrArray) files = list_calendars ();
  CU_ASSERT (files->len >= 25);
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *bytes = dup_contents (files->pdata[i]);
    g_autoptr (ChnTimeline) timeline = bytes ? read_well (registry, "ics", bytes) : NULL;
    if (timeline)
      check (files->pdata[i], registry, bytes, timeline);
    else
      CHN_FAIL ("%s is not read", (char *) files->pdata[i]);
  }
}

static void
check_expected (const char *path, ChnRegistry *registry, const char *bytes, ChnTimeline *timeline)
{
  (void) registry, (void) bytes;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".ics"));
  g_autofree char *expected_path = g_strconcat (stem, ".json", NULL);
  g_autofree char *expected = dup_contents (expected_path);
  g_autofree char *found = write_all (timeline, "json", NULL, NULL);
  if (g_strcmp0 (found, expected) != 0)
    fail_at_difference (path, found, expected);
  else
    CU_PASS ("as expected");
}

static void
test_expected (void)
{
  for_each (check_expected);
}

/* Through our own calendar, with and without payload, nothing is lost and nothing counts as edited. */
static void
check_return (const char *path, ChnRegistry *registry, const char *bytes, ChnTimeline *timeline)
{
  (void) bytes;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *before = write_all (timeline, "json", NULL, NULL);
  g_autofree char *written = write_all (timeline, "ics", NULL, NULL);
  g_autoptr (ChnTimeline) again = read_text (registry, "ics", written, report);
  g_autofree char *after = again ? write_all (again, "json", NULL, NULL) : NULL;
  if (g_strcmp0 (after, before) != 0)
    fail_at_difference (path, after, before);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    if (strcmp (chn_report_get_finding (report, i)->code, "edited") == 0)
      CHN_FAIL ("%s: %s", path, chn_report_get_finding (report, i)->message);
}

static void
test_return (void)
{
  for_each (check_return);
}

/* Which of NAME, VERSION and so on are the file's own and not the calendar's. */
static gboolean
is_of_product (ChnIcalName name)
{
  return name == CHN_ICAL_PRODID || name == CHN_ICAL_VERSION || name == CHN_ICAL_CALSCALE;
}

static void
append_upper (GString *out, const ChnSlice *slice)
{
  for (gsize i = 0; i < slice->length; i++)
    g_string_append_c (out, g_ascii_toupper (slice->text[i]));
}

/* The lines of a calendar that are taken otherwise than they stand, or left out, which was said. */
static GHashTable *
find_mended (ChnRegistry *registry, const char *bytes)
{
  GHashTable *lines = g_hash_table_new (NULL, NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  chn_timeline_unref (read_text (registry, "ics", bytes, report));
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (strcmp (finding->code, "mended") == 0 || strcmp (finding->code, "left-out") == 0)
      g_hash_table_add (lines, GUINT_TO_POINTER (finding->line));
  }
  return lines;
}

/* "VCALENDAR/VEVENT/SUMMARY;LANGUAGE=en:text" to how often it is there, but for some lines. */
static GHashTable *
count_properties (const char *bytes, GHashTable *passed_over)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ChnScanner) scanner = chn_scanner_new (bytes, strlen (bytes), chn_limits_get_default ());
  g_autoptr (GString) path = g_string_new (NULL);
  ChnScanLine line;
  while (chn_scanner_next (scanner, &line, NULL) == CHN_SCAN_LINE) {
    ChnIcalName name = chn_ical_name_find (line.name.text, line.name.length);
    ChnSlice value = chn_slice_trim (line.value);
    if (name == CHN_ICAL_BEGIN) {
      append_upper (path, &value);
      g_string_append_c (path, '/');
    } else if (name == CHN_ICAL_END) {
      g_string_truncate (path, path->len - 1);
      char *slash = strrchr (path->str, '/');
      g_string_truncate (path, slash ? (gsize) (slash + 1 - path->str) : 0);
    } else if (!is_of_product (name) && !g_hash_table_contains (passed_over, GUINT_TO_POINTER (line.line))) {
      g_autoptr (GString) key = g_string_new (path->str);
      append_upper (key, &line.name);
      for (guint i = 0; i < line.n_parameters; i++)
        g_string_append_printf (key, ";%.*s=%.*s", (int) line.parameter[i].name.length, line.parameter[i].name.text,
                                (int) line.parameter[i].value.length, line.parameter[i].value.text);
      g_string_append_c (key, ':');
      chn_ical_assign_text (key, value.text, value.length);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key->str));
      g_hash_table_insert (counts, g_strdup (key->str), GUINT_TO_POINTER (n + 1));
    }
  }
  return counts;
}

static void
check_kept (const char *path, ChnRegistry *registry, const char *bytes, const char *written)
{
  g_autoptr (GHashTable) mended = find_mended (registry, bytes), none = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) before = count_properties (bytes, mended), after = count_properties (written, none);
  GHashTableIter iter;
  gpointer key, count;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (GPOINTER_TO_UINT (g_hash_table_lookup (after, key)) < GPOINTER_TO_UINT (count))
      CHN_FAIL ("%s: lost %s", path, (char *) key);
}

/* Of a calendar the properties stand first, then the components. */
static void
check_order (const char *path, const char *written)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (written, strlen (written), chn_limits_get_default ());
  gboolean had_part = FALSE;
  guint depth = 0;
  ChnScanLine line;
  while (chn_scanner_next (scanner, &line, NULL) == CHN_SCAN_LINE) {
    ChnIcalName name = chn_ical_name_find (line.name.text, line.name.length);
    if (name == CHN_ICAL_BEGIN)
      had_part = depth++ > 0;
    else if (name == CHN_ICAL_END)
      depth--;
    else if (depth == 1 && had_part)
      CHN_FAIL ("%s: %.*s stands behind a component", path, (int) line.content.length, line.content.text);
  }
}

static void
check_properties (const char *path, ChnRegistry *registry, const char *bytes, ChnTimeline *timeline)
{
  static const char *const options[] = { NULL, "no-payload" };
  g_autofree char *local = write_all (timeline, "ics", "local-times", NULL);
  check_order (path, local);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    g_autofree char *written = write_all (timeline, "ics", options[i], NULL);
    check_order (path, written);
    g_autoptr (ChnTimeline) again = read_well (registry, "ics", written);
    g_autofree char *twice = again ? write_all (again, "ics", options[i], NULL) : g_strdup ("");
    check_kept (path, registry, bytes, written);
    CHN_ASSERT_STRING (twice, written);
  }
}

/* Two calendars in one file become one, whose properties are those of both. */
static void
test_properties (void)
{
  for_each (check_properties);
}

static GString *
keep (const ChnTimeline *timeline, const char *format)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (GError) error = NULL;
  chn_rows_all (timeline, &rows);
  chn_format_write (chn_format_find (format, NULL), timeline, &rows, NULL, NULL, append_to_string, out, &error);
  CHN_ASSERT_NO_ERROR (error);
  return out;
}

/* The calendar's own properties and time zones too come back through a timeline file and a snapshot. */
static void
check_other_formats (const char *path, ChnRegistry *registry, const char *bytes, ChnTimeline *timeline)
{
  static const char *const formats[] = { "yaml", "chn" };
  (void) bytes;
  g_autofree char *expected = write_all (timeline, "ics", "no-payload", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (GString) kept = keep (timeline, formats[i]);
    g_autoptr (ChnTimeline) again = read_bytes (registry, formats[i], kept->str, kept->len, NULL, report);
    g_autofree char *found = again ? write_all (again, "ics", "no-payload", NULL) : NULL;
    if (g_strcmp0 (found, expected) != 0)
      fail_at_difference (path, found, expected);
  }
}

static void
test_other_formats (void)
{
  for_each (check_other_formats);
}

/* What was edited since goes out as edited, however the calendar had put it. */
static void
test_edits_win (void)
{
  static const char calendar[] =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;TZID=Europe/Paris:20200101T100000\r\n"
      "DTEND;TZID=Europe/Paris:20200101T110000\r\nSUMMARY;LANGUAGE=fr:Ancien\r\n"
      "CATEGORIES:x,y\r\nX-KEPT:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_well (registry, "ics", calendar);
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnDate) date = chn_date_parse ("2020-02-02", -1, NULL);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_load (timeline, 0, event);
  chn_event_set_text (event, CHN_FIELD_TITLE, "Nouveau", -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_add_item (event, CHN_FIELD_TAGS, "z", -1);
  chn_timeline_builder_add_event (builder, event);
  g_autoptr (ChnTimeline) edited = chn_timeline_builder_seal (builder, NULL);
  g_autofree char *written = write_all (edited, "ics", "no-payload", NULL);
  static const char *const there[] = { "UID:a@b\r\n", "DTSTART;VALUE=DATE:20200202\r\n", "SUMMARY:Nouveau\r\n",
                                       "CATEGORIES:z\r\n", "X-KEPT:1\r\n" };
  static const char *const gone[] = { "Ancien", "T100000", "T110000", "x,y" };
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (!strstr (written, there[i]))
      CHN_FAIL ("no %s in %s", there[i], written);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (strstr (written, gone[i]))
      CHN_FAIL ("%s in %s", gone[i], written);
}

static const ChnTest tests[] = {
  { "each calendar is read as expected", test_expected },
  { "each comes back through our own", test_return },
  { "each property is written again", test_properties },
  { "each comes back through other formats", test_other_formats },
  { "what was edited since goes before what came", test_edits_win },
};

CHN_SUITE ("format/ical-foreign", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Faults that calendars of others have: each NAME.ics is read as NAME.json beside it says, with the findings of
 * NAME.said, and what is written of it is read again without any.
 */
#include "round-trip.h"

static char *
dup_contents (const char *path, const char *ending)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_strconcat (path, ending, NULL);
  g_file_get_contents (other, &bytes, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  return bytes;
}

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

/* "9 warning left-out", a line each. */
static char *
dup_said (const ChnReport *report)
{
  static const char *const severities[] = { "note", "warning", "error" };
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_string_append_printf (said, "%u %s %s\n", finding->line, severities[finding->severity], finding->code);
  }
  return g_string_free (said, FALSE);
}

/* What is kept as it stands is said each time. */
static gboolean
is_said_again (const char *code)
{
  static const char *const codes[] = { "unknown-zone", "missing-title", "kept" };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (code, codes[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
check_again (const char *path, ChnRegistry *registry, const ChnTimeline *timeline, const char *option)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *written = write_all (timeline, "ics", option, NULL);
  g_autofree char *before = write_all (timeline, "json", NULL, NULL);
  g_autoptr (ChnTimeline) again = read_text (registry, "ics", written, report);
  g_autofree char *twice = again ? write_all (again, "ics", option, NULL) : NULL;
  g_autofree char *after = again ? write_all (again, "json", NULL, NULL) : NULL;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    if (!is_said_again (chn_report_get_finding (report, i)->code))
      CHN_FAIL ("%s, written: %s", path, chn_report_get_finding (report, i)->message);
  /* Without payloads what is kept comes back in the order of the lines that were written. */
  if (!option && g_strcmp0 (after, before) != 0)
    fail_at_difference (path, after, before);
  if (g_strcmp0 (twice, written) != 0)
    fail_at_difference (path, twice, written);
}

static void
check_file (const char *path, ChnRegistry *registry)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".ics"));
  g_autofree char *bytes = dup_contents (stem, ".ics");
  g_autofree char *expected = dup_contents (stem, ".json");
  g_autofree char *expected_said = dup_contents (stem, ".said");
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", bytes, report);
  g_autofree char *found = timeline ? write_all (timeline, "json", NULL, NULL) : NULL;
  g_autofree char *said = dup_said (report);
  if (g_strcmp0 (found, expected) != 0)
    fail_at_difference (path, found, expected);
  if (g_strcmp0 (said, expected_said) != 0)
    CHN_FAIL ("%s: said\n%s, expected\n%s", path, said, expected_said);
  if (!timeline)
    return;
  check_again (path, registry, timeline, NULL);
  check_again (path, registry, timeline, "no-payload");
}

static void
test_faults (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHANCERY_TEST_CORPUS"), "ics", NULL);
  g_autoptr (ChnRegistry) registry = load_registry ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (!g_str_has_suffix (name, ".ics"))
      continue;
    check_file (path, registry);
    n++;
  }
  CU_ASSERT (n >= 20);
}

static const ChnTest tests[] = {
  { "each costs what is faulty, and is said", test_faults },
};

CHN_SUITE ("format/ical-faults", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Calendars of generated events, under every option, pass the byte-level oracle and libical's
 * restrictions. With CHANCERY_KEEP_GENERATED=FOLDER the files stay there, for other oracles.
 */
#include "ical-generated.h"

#include <libical/ical.h>

#include "ical-oracle.h"

typedef struct {
  const char *name; /* of options, and of the file that is kept */
  const char *options[8][2];
} Variant;

static const Variant variants[] = {
  { "plain", { { NULL } } },
  { "bare", { { "no-payload", NULL } } },
  { "local", { { "local-times", NULL } } },
  { "published", { { "method", "publish" }, { "calendar-color", "steelblue" }, { "refresh", "PT12H" } } },
  { "anniversaries", { { "anniversaries", NULL }, { "alarm", "-P14D" } } },
  { "span", { { "imprecise", "span" }, { "local-times", NULL } } },
  { "anchor", { { "imprecise", "anchor" } } },
  { "skip", { { "imprecise", "skip" }, { "no-payload", NULL } } },
};

static gboolean
has_option (const Variant *variant, const char *name)
{
  for (guint i = 0; variant->options[i][0]; i++)
    if (strcmp (variant->options[i][0], name) == 0)
      return TRUE;
  return FALSE;
}

static char *
write_variant (const ChnTimeline *timeline, const Variant *variant, GBytes *old, ChnReport *report)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (ChnDate) today = chn_date_parse ("2026-11-01", -1, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) rows = { 0 };
  GString *out = g_string_new (NULL);
  for (guint i = 0; variant->options[i][0]; i++)
    CU_ASSERT_TRUE (chn_write_options_set (options, variant->options[i][0], variant->options[i][1], NULL));
  chn_write_options_set_today (options, today);
  if (old)
    CU_ASSERT_TRUE (chn_write_options_set_contents (options, "update", old, NULL));
  chn_rows_all (timeline, &rows);
  chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, options, report, append_to_string, out, &error);
  CHN_ASSERT_NO_ERROR (error);
  return g_string_free (out, FALSE);
}

static void
keep (const char *name, guint seed, const char *bytes)
{
  const char *folder = g_getenv ("CHANCERY_KEEP_GENERATED");
  if (!folder)
    return;
  g_autofree char *path = g_strdup_printf ("%s/%s-%u.ics", folder, name, seed);
  CU_ASSERT_TRUE (g_file_set_contents (path, bytes, -1, NULL));
}

/* libical enforces UID and DTSTAMP only of what is published by an organizer. */
static void
check_restrictions (const char *bytes, guint n_events)
{
  icalcomponent *calendar = icalparser_parse_string (bytes);
  CU_ASSERT_PTR_NOT_NULL_FATAL (calendar);
  guint n = 0;
  if (icalcomponent_count_properties (calendar, ICAL_METHOD_PROPERTY) == 0)
    icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT)) {
    icalcomponent_add_property (event, icalproperty_new_organizer ("mailto:a@example.org"));
    n++;
  }
  CHN_ASSERT_INT (n, n_events);
  if (!icalrestriction_check (calendar) || icalcomponent_count_errors (calendar) > 0) {
    g_autofree char *text = icalcomponent_as_ical_string_r (calendar);
    const char *found = strstr (text, "X-LIC-ERROR");
    CHN_FAIL ("libical: %.300s", found ? found : "refused");
  }
  icalcomponent_free (calendar);
}

static void
check_variant (const ChnTimeline *timeline, const Variant *variant, guint seed)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_auto (IcalOracle) oracle = { 0 };
  g_autofree char *bytes = write_variant (timeline, variant, NULL, report);
  oracle_init (&oracle);
  oracle.n_payloads = has_option (variant, "no-payload") ? 0 : 1;
  oracle.method = has_option (variant, "method");
  if (!oracle_accepts (&oracle, bytes))
    CHN_FAIL ("%s, seed %u: %s", variant->name, seed, oracle.faults->str);
  CHN_ASSERT_INT (oracle.n_events + chn_report_get_n_findings (report), chn_timeline_get_n_events (timeline));
  CU_ASSERT_TRUE (oracle.n_events > 50);
  check_restrictions (bytes, oracle.n_events);
  keep (variant->name, seed, bytes);
}

static void
every_file_passes (void)
{
  for (guint seed = 1; seed <= 4; seed++) {
    g_autoptr (ChnTimeline) timeline = generated_timeline (seed, 3 * G_N_ELEMENTS (generated_dates));
    if (!timeline)
      return;
    for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
      check_variant (timeline, &variants[i], seed);
  }
}

/* An update without a change changes no byte; against another calendar it is still a good file. */
static void
updates_pass (void)
{
  g_autoptr (ChnTimeline) timeline = generated_timeline (2, 2 * G_N_ELEMENTS (generated_dates));
  g_autoptr (ChnTimeline) smaller = generated_timeline (2, 70);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++) {
    g_autofree char *first = write_variant (timeline, &variants[i], NULL, NULL);
    g_autoptr (GBytes) old = g_bytes_new (first, strlen (first));
    g_autofree char *again = write_variant (timeline, &variants[i], old, NULL);
    CHN_ASSERT_STRING (again, first);
    g_auto (IcalOracle) oracle = { 0 };
    oracle_init (&oracle);
    oracle.n_payloads = has_option (&variants[i], "no-payload") ? 0 : 1;
    oracle.method = has_option (&variants[i], "method");
    g_autofree char *left = write_variant (smaller, &variants[i], old, NULL);
    if (!oracle_accepts (&oracle, left))
      CHN_FAIL ("%s: %s", variants[i].name, oracle.faults->str);
    check_restrictions (left, oracle.n_events);
  }
}

static const ChnTest tests[] = {
  { "every file passes the oracles", every_file_passes },
  { "updates pass them too", updates_pass },
};

CHN_SUITE ("format/ical-generated", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include <string.h>

#include "suite.h"

/* A small registry, and the way of an event through a format and back: shared by the tests of the flat formats. */

static inline ChnRegistry *
make_registry (void)
{
  static const struct {
    ChnActorKind kind;
    const char *id, *name, *short_name;
  } actors[] = {
    { CHN_ACTOR_STATE, "prk", "Democratic People's Republic of Korea", "North Korea" },
    { CHN_ACTOR_STATE, "kor", "Republic of Korea", "South Korea" },
    { CHN_ACTOR_STATE, "jpn", "Japan", NULL },
    { CHN_ACTOR_STATE, "chn", "People's Republic of China", "China" },
    { CHN_ACTOR_ORGANISATION, "eu", "European Union", NULL },
  };
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc", "un.hrc" };
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    chn_registry_builder_add_actor (builder, actors[i].kind, actors[i].id, actors[i].name, actors[i].short_name,
                                    &error);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], forums[i], NULL, &error);
  ChnRegistry *registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

static inline gboolean
append_to_string (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

static inline char *
write_all (const ChnTimeline *timeline, const char *format, const char *option, ChnReport *report)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  if (option)
    chn_write_options_set (options, option, NULL, &error);
  chn_rows_all (timeline, &rows);
  chn_format_write (chn_format_find (format, NULL), timeline, &rows, options, report, append_to_string, out, &error);
  CHN_ASSERT_NO_ERROR (error);
  return g_string_free (out, FALSE);
}

/* Reads text; NULL when it has faults, which are then in the report, in the order of their places. */
static inline ChnTimeline *
read_bytes (ChnRegistry *registry, const char *format, const char *text, gsize length, const ChnLimits *limits,
            ChnReport *report)
{
  g_autoptr (GError) error = NULL;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, limits);
  gboolean read = chn_format_read (chn_format_find (format, NULL), text, length, "in", builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_TRUE (read);
  g_autoptr (GError) sealing = NULL;
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &sealing);
  chn_report_sort (report);
  return timeline;
}

static inline ChnTimeline *
read_text (ChnRegistry *registry, const char *format, const char *text, ChnReport *report)
{
  return read_bytes (registry, format, text, strlen (text), NULL, report);
}

/* As read_text(), for text that has to be right. */
static inline ChnTimeline *
read_well (ChnRegistry *registry, const char *format, const char *text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimeline *timeline = read_text (registry, format, text, report);
  for (guint i = 0; !timeline && i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    CHN_FAIL ("%s", line);
  }
  return timeline;
}

/* Shows where two texts part. */
static inline void
fail_at_difference (const char *what, const char *found, const char *expected)
{
  gsize at = 0;
  while (found && expected && found[at] && found[at] == expected[at])
    at++;
  gsize from = at > 80 ? at - 80 : 0;
  CHN_FAIL ("%s: found …%.160s, expected …%.160s", what, found ? found + from : "nothing",
            expected ? expected + from : "nothing");
}

/* One fault that a text has. */
typedef struct {
  guint line, column;
  const char *message; /* part of it */
  const char *hint;    /* part of it; NULL: any */
} ExpectedFault;

static inline void
check_fault (const ChnReport *report, guint index, const ExpectedFault *expected, const char *text)
{
  if (index >= chn_report_get_n_findings (report)) {
    CHN_FAIL ("%.200s: no fault that says \"%s\"", text, expected->message);
    return;
  }
  const ChnFinding *found = chn_report_get_finding (report, index);
  gboolean said = strstr (found->message, expected->message) != NULL;
  gboolean hinted = !expected->hint || (found->hint && strstr (found->hint, expected->hint));
  if (found->line != expected->line || found->column != expected->column || !said || !hinted)
    CHN_FAIL ("%.200s: found %u:%u: %s; %s, expected %u:%u: %s; %s", text, found->line, found->column, found->message,
              found->hint ? found->hint : "-", expected->line, expected->column, expected->message,
              expected->hint ? expected->hint : "-");
  else
    CU_PASS ("as expected");
}

/* Reads text that has exactly these faults. */
static inline void
check_faults (ChnRegistry *registry, const char *format, const char *text, const ExpectedFault *expected, guint n)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, format, text, report);
  CU_ASSERT_PTR_NULL (timeline);
  for (guint i = 0; i < n; i++)
    check_fault (report, i, &expected[i], text);
  for (guint i = n; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    CHN_FAIL ("%.200s: one fault too many: %s", text, line);
  }
}

/* Whether text with a bound of N is refused for that bound, and nothing else. */
static inline void
check_bound (ChnRegistry *registry, const char *format, const char *text, ChnLimit limit, guint64 bound,
             gboolean accepted)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[limit] = bound;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_bytes (registry, format, text, strlen (text), &limits, report);
  guint n = chn_report_get_n_findings (report);
  if (accepted != (timeline != NULL) || n != !accepted)
    CHN_FAIL ("%s %" G_GUINT64_FORMAT ": %u findings, the first %s", chn_limit_get_name (limit), bound, n,
              n > 0 ? chn_report_get_finding (report, 0)->message : "-");
  else
    CU_PASS ("as expected");
}

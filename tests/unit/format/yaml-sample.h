/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>
#include <chancery/format.h>

#include "format/format.h"
#include "suite.h"

/* What a test reads with: a report, a small registry, a builder. */
typedef struct {
  ChnReport *report;
  ChnTimelineBuilder *builder;
} Sample;

static inline ChnRegistry *
sample_registry (void)
{
  static const char *const actors[] = { "prk", "usa", "jpn", "kor", "chn" };
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc" };
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, actors[i], actors[i], NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], forums[i], NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

static inline Sample
sample_new (const ChnLimits *limits)
{
  g_autoptr (ChnRegistry) registry = sample_registry ();
  Sample sample = { chn_report_new (), NULL };
  sample.builder = chn_timeline_builder_new (registry, sample.report, limits);
  return sample;
}

static inline void
sample_clear (Sample *sample)
{
  chn_timeline_builder_free (sample->builder);
  chn_report_free (sample->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static inline void
sample_read (Sample *sample, const char *text, gssize length, const char *name)
{
  g_autoptr (GError) error = NULL;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  if (!chn_format_read (&chn_format_yaml, text, bytes, name, sample->builder, &error))
    CHN_FAIL ("%s: %s", name, error->message);
}

/* Consumes the builder; every finding is shown when it cannot be sealed. */
static inline ChnTimeline *
sample_seal (Sample *sample)
{
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&sample->builder), NULL);
  for (guint i = 0; !timeline && i < chn_report_get_n_findings (sample->report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (sample->report, i));
    CHN_FAIL ("%s", line);
  }
  return timeline;
}

static inline ChnTimeline *
sample_timeline (const char *text)
{
  g_auto (Sample) sample = sample_new (NULL);
  sample_read (&sample, text, -1, "sample.yaml");
  return sample_seal (&sample);
}

static inline gboolean
sample_sink (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static inline char *
sample_write_rows (const ChnTimeline *timeline, const ChnRows *rows, ChnReport *report)
{
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  if (!chn_format_write (&chn_format_yaml, timeline, rows, NULL, report, sample_sink, out, &error))
    CHN_FAIL ("write: %s", error->message);
  return g_string_free (out, FALSE);
}

static inline char *
sample_write (const ChnTimeline *timeline)
{
  g_auto (ChnRows) rows = { 0, NULL, NULL };
  chn_rows_all (timeline, &rows);
  return sample_write_rows (timeline, &rows, NULL);
}

/* "line:column code" of each finding, a line each. */
static inline char *
sample_places (ChnReport *report)
{
  GString *out = g_string_new (NULL);
  chn_report_sort (report);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_string_append_printf (out, "%u:%u %s\n", finding->line, finding->column, finding->code);
  }
  return g_string_free (out, FALSE);
}

/* Reads and seals; what was found. */
static inline char *
sample_faults (const char *text, gssize length, const ChnLimits *limits)
{
  g_auto (Sample) sample = sample_new (limits);
  sample_read (&sample, text, length, "sample.yaml");
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&sample.builder), NULL);
  chn_timeline_unref (timeline);
  return sample_places (sample.report);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "round-trip.h"

/* A calendar of one event, and what stands in it. */

typedef struct {
  const char *date, *zone, *repeat;
  ChnStatus status;
  ChnConfidence confidence;
  const char *title; /* NULL: "Title" */
  const char *id;    /* NULL: "one" */
} IcalSample;

static inline ChnTimeline *
sample_timeline (const IcalSample *samples, guint n)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnDate) revised = chn_date_parse ("2016-12-31", -1, NULL);
  g_autoptr (GError) error = NULL;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, "sample");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "sample");
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnDate) date = chn_date_parse (samples[i].date, -1, NULL);
    g_autoptr (ChnEvent) event = chn_event_new ();
    chn_event_set_text (event, CHN_FIELD_ID, samples[i].id ? samples[i].id : "one", -1);
    chn_event_set_text (event, CHN_FIELD_TITLE, samples[i].title ? samples[i].title : "Title", -1);
    chn_event_set_date (event, CHN_FIELD_DATE, date);
    chn_event_set_date (event, CHN_FIELD_REVISED, revised);
    chn_event_set_text (event, CHN_FIELD_ZONE, samples[i].zone, -1);
    chn_event_set_text (event, CHN_FIELD_REPEAT, samples[i].repeat, -1);
    chn_event_set_term (event, CHN_FIELD_STATUS, samples[i].status);
    chn_event_set_term (event, CHN_FIELD_CONFIDENCE, samples[i].confidence);
    chn_timeline_builder_add_event (builder, event);
  }
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

/* Writes with options that are set; today is 1 November 2026. */
static inline char *
sample_write_timeline (const ChnTimeline *timeline, ChnWriteOptions *options, GError **error)
{
  g_autoptr (ChnDate) today = chn_date_parse ("2026-11-01", -1, NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (GString) out = g_string_new (NULL);
  chn_rows_all (timeline, &rows);
  chn_write_options_set_today (options, today);
  if (!chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, options, NULL, append_to_string, out, error))
    return NULL;
  return g_strdup (out->str);
}

static inline char *
sample_write (const IcalSample *sample, const char *option, const char *value)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample, 1);
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GError) error = NULL;
  if (option)
    chn_write_options_set (options, option, value, &error);
  CHN_ASSERT_NO_ERROR (error);
  return sample_write_timeline (timeline, options, NULL);
}

/* Beginnings of lines, separated by "|", that stand in the file in this order. */
static inline void
sample_expect (const char *name, const char *bytes, const char *lines)
{
  g_auto (GStrv) expected = g_strsplit (lines, "|", -1);
  const char *at = bytes;
  for (guint i = 0; expected[i]; i++) {
    g_autofree char *line = g_strconcat ("\r\n", expected[i], NULL);
    at = strstr (at, line);
    if (!at) {
      g_autofree char *shown = g_strdup (bytes);
      CHN_FAIL ("%s: no %s, in its order, in %.900s", name, expected[i], g_strdelimit (shown, "\r\n", '|'));
      return;
    }
    at += 2;
  }
}

static inline guint
sample_count (const char *bytes, const char *text)
{
  guint n = 0;
  for (const char *at = strstr (bytes, text); at; at = strstr (at + 1, text))
    n++;
  return n;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include <math.h>
#include <time.h>

/* Events by the hundred thousand, the same for the same seed, and a clock. */

static inline double
bench_now (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static inline guint32
bench_next (guint32 *state, guint32 bound)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state % bound;
}

static const char *const bench_words[] = {
  "Council", "adopts",  "resolution", "on",         "the",        "situation",      "of", "human",
  "rights",  "in",      "report",     "Commission", "of inquiry", "statement",      "by", "delegation",
  "vote",    "Réunion", "заседание",  "決議",       "members",    "draft, revised",
};

static inline void
bench_sentence (GString *out, guint32 *state, guint n)
{
  g_string_truncate (out, 0);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    g_string_append (out, bench_words[bench_next (state, G_N_ELEMENTS (bench_words))]);
  }
}

static inline ChnRegistry *
bench_registry (void)
{
  static const char *const actors[] = { "prk", "kor", "chn", "usa", "jpn", "eu" };
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc", "un.hrc" };
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, actors[i], actors[i], NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], forums[i], NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

static inline void
bench_fill (ChnEvent *event, guint i, guint32 *state, GString *text)
{
  static const char *const kinds[] = { "un.ga", "un.ga.c3", "un.sc", "un.hrc" };
  static const char *const states[] = { "prk", "kor", "chn", "usa", "jpn", "eu" };
  char id[32], day[40];
  g_snprintf (id, sizeof id, "event-%06u", i);
  guint year = 1990 + bench_next (state, 36), month = 1 + bench_next (state, 12), number = 1 + bench_next (state, 28);
  switch (bench_next (state, 10)) {
  case 0:
    g_snprintf (day, sizeof day, "%u-%02u", year, month);
    break;
  case 1:
    g_snprintf (day, sizeof day, "%u-%02u-%02uT15:00:00", year, month, number);
    break;
  default:
    g_snprintf (day, sizeof day, "%u-%02u-%02u", year, month, number);
  }
  g_autoptr (ChnDate) date = chn_date_parse (day, -1, NULL);
  chn_event_clear (event);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  bench_sentence (text, state, 8);
  chn_event_set_text (event, CHN_FIELD_TITLE, text->str, -1);
  bench_sentence (text, state, 24);
  chn_event_set_text (event, CHN_FIELD_SUMMARY, text->str, -1);
  chn_event_set_term (event, CHN_FIELD_KIND, bench_next (state, 8));
  chn_event_add_item (event, CHN_FIELD_FORUMS, kinds[bench_next (state, 4)], -1);
  chn_event_add_actor (event, states[bench_next (state, 6)], -1, bench_next (state, 3));
  chn_event_add_actor (event, states[bench_next (state, 6)], -1, bench_next (state, 3));
  g_snprintf (id, sizeof id, "A/RES/%u/%u", 45 + bench_next (state, 30), 1 + bench_next (state, 300));
  if (bench_next (state, 3) == 0)
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, id, -1);
  g_snprintf (id, sizeof id, "source-%u", bench_next (state, 200));
  ChnCitation citation = { .source = id, .at = "para 12" };
  chn_event_add_citation (event, &citation);
}

static inline ChnTimeline *
bench_timeline (guint n)
{
  g_autoptr (ChnRegistry) registry = bench_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_EVENTS] = G_MAXUINT32;
  guint32 state = 20140217;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, &limits);
  chn_timeline_builder_begin (builder, NULL);
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "synthetic");
  chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, "America/New_York");
  for (guint i = 0; i < 200; i++) {
    g_autofree char *key = g_strdup_printf ("source-%u", i);
    g_autofree char *url = g_strdup_printf ("https://example.org/documents/%u", i);
    ChnSource source = { { [CHN_SOURCE_KEY] = key,
                           [CHN_SOURCE_TITLE] = "A report",
                           [CHN_SOURCE_AUTHOR] = "An author",
                           [CHN_SOURCE_DATE] = "2014-02-17",
                           [CHN_SOURCE_URL] = url } };
    chn_timeline_builder_add_source (builder, &source, 0, 0);
  }
  for (guint i = 0; i < n; i++) {
    bench_fill (event, i, &state, text);
    chn_timeline_builder_add_event (builder, event);
  }
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  if (!timeline)
    g_error ("%s", error->message);
  return timeline;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What timelines have in common that are made of another one. */
#include "timeline/rebuild.h"

#include "timeline/columns.h"

ChnTimelineBuilder *
chn_rebuild_start_chosen (const ChnTimeline *timeline, const ChnOwnNamesChoice *choice, ChnReport *report)
{
  ChnLimits unbounded; /* what was taken once is taken again */
  ChnRegistry *registry = chn_timeline_get_registry (timeline);
  for (guint i = 0; i < CHN_N_LIMITS; i++)
    unbounded.value[i] = G_MAXUINT64;
  ChnTimelineBuilder *builder =
      chn_timeline_builder_new (choice ? chn_registry_get_base (registry) : registry, report, &unbounded);
  chn_timeline_builder_set_excerpts (builder, TRUE); /* nor is what is missing a fault now that was none then */
  chn_timeline_builder_set_excerpts (builder, FALSE);
  if (choice)
    chn_own_names_copy (timeline, NULL, choice, builder);
  return builder;
}

ChnTimelineBuilder *
chn_rebuild_start (const ChnTimeline *timeline, ChnReport *report)
{
  return chn_rebuild_start_chosen (timeline, NULL, report);
}

void
chn_rebuild_begin_header (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin)
{
  guint n = 0;
  chn_timeline_builder_begin (builder, chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE));
  for (guint field = 0; field < CHN_N_HEADER_FIELDS; field++)
    if (field != CHN_HEADER_FILE)
      chn_timeline_builder_set_header (builder, (ChnHeaderField) field,
                                       chn_timeline_get_header (timeline, origin, (ChnHeaderField) field));
  const ChnExtra *extras = chn_timeline_get_header_extras (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    chn_timeline_builder_add_header_extra (builder, extras[i].key, extras[i].value);
}

void
chn_rebuild_begin_origin (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin)
{
  guint n = 0;
  chn_rebuild_begin_header (builder, timeline, origin);
  const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    chn_timeline_builder_add_query (builder, queries[i].name, queries[i].text);
}

void
chn_rebuild_add_feeds (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin, ChnVisibility most)
{
  guint n = 0;
  const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    if (chn_feed_get_visibility (&feeds[i]) <= most)
      chn_timeline_builder_add_feed (builder, &feeds[i]);
}

/* Of the sources that one corrects or withdraws, the keys of those that are shown; NULL where there are none. */
static char *
dup_links (const ChnTimeline *timeline, const char *keys, ChnRebuildShows shows, gconstpointer data)
{
  gsize length = 0;
  g_autoptr (GString) shown = g_string_new (NULL);
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length)) {
    g_autofree char *key = g_strndup (at, length);
    guint32 source = 0;
    if (chn_columns_find_code (columns, CHN_DICTIONARY_SOURCES, key, &source) && shows (source, data))
      g_string_append_printf (shown, "%s%s", shown->len > 0 ? "; " : "", key);
  }
  return shown->len > 0 ? g_strdup (shown->str) : NULL;
}

void
chn_rebuild_add_source (ChnTimelineBuilder *builder, const ChnTimeline *timeline, const ChnSource *whole,
                        ChnRebuildShows shows, gconstpointer data)
{
  ChnSource source = *whole;
  g_autofree char *corrects = dup_links (timeline, source.text[CHN_SOURCE_CORRECTS], shows, data);
  g_autofree char *withdraws = dup_links (timeline, source.text[CHN_SOURCE_WITHDRAWS], shows, data);
  source.text[CHN_SOURCE_CORRECTS] = corrects;
  source.text[CHN_SOURCE_WITHDRAWS] = withdraws;
  if (!corrects && !withdraws)
    source.text[CHN_SOURCE_REASON] = NULL;
  chn_timeline_builder_add_source (builder, &source, 0, 0);
}

ChnTimeline *
chn_rebuild_end (ChnTimelineBuilder *builder, const ChnTimeline *timeline, GError **error)
{
  g_autoptr (ChnTimelineBuilder) owned = builder;
  /* What a damaged snapshot gave keeps no bounds, and must not be sealed. */
  if (!chn_timeline_check (timeline, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&owned), error);
}

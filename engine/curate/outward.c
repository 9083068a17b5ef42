/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What goes to others of a timeline that they do not have: what it declares and keeps for itself stays out where it
 * would tell of events that they may not see. */
#include <chancery/visibility.h>
#include <string.h>

#include "curate/mentions.h"
#include "curate/outward-words.h"
#include "timeline/rebuild.h"
#include "timeline/sealed.h"

typedef struct {
  ChnTimeline *shown;
  const ChnTimeline *whole;
  const ChnTimeline *before;  /* what the whole was, where it is an excerpt that has changed; else NULL */
  const ChnTimeline *outside; /* and what of that was outside */
  ChnMentions *mentions;      /* NULL: it declares no names */
  ChnOutwardWords words;
  ChnEvent *event;
} View;

static const ChnFeedField feed_fields[] = { CHN_FEED_NAME, CHN_FEED_TITLE, CHN_FEED_QUERY };

/* How many queries and feeds there are, whose words are asked for. */
static guint
ask_words (View *view)
{
  guint n_all = 0;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (view->shown); origin++) {
    guint n = 0;
    const ChnSavedQuery *queries = chn_timeline_get_queries (view->shown, origin, &n);
    for (guint i = 0; i < n; i++, n_all++) {
      chn_outward_words_ask (&view->words, queries[i].name);
      chn_outward_words_ask (&view->words, queries[i].text);
    }
    const ChnFeed *feeds = chn_timeline_get_feeds (view->shown, origin, &n);
    for (guint i = 0; i < n; i++, n_all++)
      for (guint k = 0; k < G_N_ELEMENTS (feed_fields); k++)
        chn_outward_words_ask (&view->words, feeds[i].text[feed_fields[k]]);
  }
  return n_all;
}

static void
note_events (View *view, const ChnTimeline *timeline, ChnMention mention)
{
  gboolean is_shown = mention == CHN_MENTIONED_SHOWN, has_words = g_hash_table_size (view->words.words) > 0;
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, view->event);
    if (view->mentions)
      chn_mentions_note (view->mentions, view->event, mention);
    if (has_words)
      chn_outward_words_note (&view->words, view->event, is_shown ? CHN_SAID_SHOWN : CHN_SAID_HIDDEN);
  }
}

static void
note_name (View *view, ChnOwnName kind, const char *id, const char *name, const ChnAlias *aliases, guint n)
{
  if (chn_mentions_want (kind, id, view->mentions))
    return;
  chn_outward_words_note_text (&view->words, id, CHN_SAID_HIDDEN);
  chn_outward_words_note_text (&view->words, name, CHN_SAID_HIDDEN);
  for (guint i = 0; i < n; i++)
    chn_outward_words_note_text (&view->words, aliases[i].name, CHN_SAID_HIDDEN);
}

/* Names of what stays out are said by nobody who is shown. */
static void
note_names (View *view)
{
  const ChnRegistry *registry = chn_timeline_get_registry (view->shown);
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  for (guint i = 0; i < actors->len; i++) {
    guint n = 0;
    const ChnAlias *aliases = chn_actor_get_aliases (actors->pdata[i], &n);
    note_name (view, CHN_OWN_ACTOR, chn_actor_get_id (actors->pdata[i]), chn_actor_get_name (actors->pdata[i]),
               aliases, n);
  }
  for (guint i = 0; i < forums->len; i++) {
    guint n = 0;
    const ChnAlias *aliases = chn_forum_get_aliases (forums->pdata[i], &n);
    note_name (view, CHN_OWN_FORUM, chn_forum_get_id (forums->pdata[i]), chn_forum_get_name (forums->pdata[i]),
               aliases, n);
  }
}

static gboolean
has_query (const ChnTimeline *timeline, const ChnSavedQuery *query)
{
  guint n = 0;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      if (strcmp (queries[i].name, query->name) == 0 && strcmp (queries[i].text, query->text) == 0)
        return TRUE;
  }
  return FALSE;
}

/* Of queries that there were before it is known whether they may be known. */
static gboolean
may_query_be_known (View *view, const ChnSavedQuery *query)
{
  if (view->before && has_query (view->before, query))
    return has_query (view->outside, query);
  return chn_outward_words_may_be_known (&view->words, query->name) &&
         chn_outward_words_may_be_known (&view->words, query->text);
}

static void
add_queries (View *view, guint origin, ChnTimelineBuilder *builder)
{
  guint n = 0;
  const ChnSavedQuery *queries = chn_timeline_get_queries (view->shown, origin, &n);
  for (guint i = 0; i < n; i++)
    if (may_query_be_known (view, &queries[i]))
      chn_timeline_builder_add_query (builder, queries[i].name, queries[i].text);
}

static gboolean
has_feed (const ChnTimeline *timeline, const ChnFeed *feed)
{
  guint n = 0;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
    for (guint i = 0; i < n; i++) {
      gboolean same = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (feed_fields); k++)
        same = same && g_strcmp0 (feeds[i].text[feed_fields[k]], feed->text[feed_fields[k]]) == 0;
      if (same)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
may_feed_be_known (View *view, const ChnFeed *feed)
{
  gboolean may_be = TRUE;
  if (view->before && has_feed (view->before, feed))
    return has_feed (view->outside, feed);
  for (guint k = 0; k < G_N_ELEMENTS (feed_fields); k++)
    may_be &= chn_outward_words_may_be_known (&view->words, feed->text[feed_fields[k]]);
  return may_be;
}

static void
add_feeds (View *view, guint origin, ChnTimelineBuilder *builder)
{
  guint n = 0;
  const ChnFeed *feeds = chn_timeline_get_feeds (view->shown, origin, &n);
  for (guint i = 0; i < n; i++)
    if (may_feed_be_known (view, &feeds[i]))
      chn_timeline_builder_add_feed (builder, &feeds[i]);
}

static void
add_origin (View *view, guint origin, ChnTimelineBuilder *builder)
{
  chn_rebuild_begin_header (builder, view->shown, origin);
  add_queries (view, origin, builder);
  add_feeds (view, origin, builder);
  for (guint i = 0; origin == 0 && i < chn_timeline_get_n_sources (view->shown); i++)
    chn_timeline_builder_add_source (builder, chn_timeline_get_source (view->shown, i), 0, 0);
  for (guint row = 0; row < chn_timeline_get_n_events (view->shown); row++) {
    if (chn_timeline_get_origin (view->shown, row) != origin)
      continue;
    chn_timeline_load (view->shown, row, view->event);
    chn_timeline_builder_add_event (builder, view->event);
  }
}

static void
survey (View *view)
{
  note_events (view, view->whole, CHN_MENTIONED_HIDDEN);
  note_events (view, view->shown, CHN_MENTIONED_SHOWN);
  if (!view->mentions)
    return;
  if (view->before)
    chn_mentions_note_known (view->mentions, view->before, view->outside);
  chn_mentions_settle (view->mentions);
  note_names (view);
}

static ChnTimeline *
make (View *view, GError **error)
{
  const ChnOwnNamesChoice choice = { chn_mentions_want, view->mentions };
  g_autoptr (ChnReport) report = chn_report_new ();
  survey (view);
  ChnTimelineBuilder *builder = chn_rebuild_start_chosen (view->shown, view->mentions ? &choice : NULL, report);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (view->shown); origin++)
    add_origin (view, origin, builder);
  ChnTimeline *made = chn_rebuild_end (builder, view->shown, error);
  for (guint i = 0; made && i < CHN_N_VISIBILITIES; i++)
    made->whole[i] = view->shown->whole[i];
  return made;
}

ChnTimeline *
chn_timeline_show_outside_still (ChnTimeline *shown, const ChnTimeline *whole, const ChnTimeline *before,
                                 const ChnTimeline *outside, gboolean *adds, GError **error)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnMentions) mentions = chn_mentions_new (shown);
  View view = {
    .shown = shown, .whole = whole, .before = before, .outside = outside, .mentions = mentions, .event = event
  };
  chn_outward_words_init (&view.words);
  gboolean has_queries = ask_words (&view) > 0;
  ChnTimeline *made = mentions || has_queries ? make (&view, error) : chn_timeline_ref (shown);
  *adds = made && mentions && outside && chn_mentions_exceed (mentions, outside);
  chn_outward_words_clear (&view.words);
  return made;
}

ChnTimeline *
chn_timeline_show_outside (ChnTimeline *shown, const ChnTimeline *whole, GError **error)
{
  gboolean adds = FALSE;
  if (shown == whole)
    return chn_timeline_ref (shown);
  return chn_timeline_show_outside_still (shown, whole, NULL, NULL, &adds, error);
}

gboolean
chn_timeline_keeps_own (const ChnTimeline *timeline)
{
  g_autoptr (ChnMentions) mentions = chn_mentions_new (timeline);
  guint n_queries = 0, n_feeds = 0;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline) && n_queries + n_feeds == 0; origin++) {
    chn_timeline_get_queries (timeline, origin, &n_queries);
    chn_timeline_get_feeds (timeline, origin, &n_feeds);
  }
  return mentions || n_queries + n_feeds > 0;
}

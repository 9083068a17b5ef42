/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The feeds of a site, each with what it shows. */
#include "feed/catalogue.h"

#include <string.h>

#include <chancery/visibility.h>

static gboolean
see (ChnFeedCatalogue *catalogue, ChnVisibility most, GError **error)
{
  if (!catalogue->seen[most])
    catalogue->seen[most] = chn_timeline_show (catalogue->whole, most, error);
  return catalogue->seen[most] != NULL;
}

/* What may be seen is needed while feeds are asked what they show. */
static gboolean
open_channels (ChnFeedCatalogue *catalogue, ChnReport *report, GError **error)
{
  const GArray *feeds = catalogue->declared.feeds;
  catalogue->channels = g_new0 (ChnFeedChannel, MAX (feeds->len, 1));
  for (guint i = 0; i < feeds->len; i++) {
    const ChnDeclaredFeed *declared = &g_array_index (feeds, ChnDeclaredFeed, i);
    ChnVisibility most = chn_feed_get_visibility (&declared->feed);
    if (!see (catalogue, most, error))
      return FALSE;
    ChnFeedChannel *channel = &catalogue->channels[catalogue->n_channels++];
    chn_feed_channel_init (channel, declared, catalogue->whole, catalogue->seen[most], report);
    if (chn_feed_says_yes (&declared->feed, CHN_FEED_FRONT) && chn_feed_is_public (&declared->feed))
      catalogue->front = channel;
  }
  return TRUE;
}

ChnFeedCatalogue *
chn_feed_catalogue_new (ChnTimeline *timeline, const char *feeds_file, const char *base_url, gsize answer_bytes,
                        ChnReport *report, GError **error)
{
  g_autoptr (ChnFeedCatalogue) catalogue = g_new0 (ChnFeedCatalogue, 1);
  g_atomic_ref_count_init (&catalogue->references);
  catalogue->whole = chn_timeline_ref (timeline);
  catalogue->base_url = g_strdup (base_url);
  catalogue->answer_bytes = answer_bytes;
  catalogue->loaded = g_get_real_time () / G_USEC_PER_SEC;
  if (!chn_declared_feeds_gather (&catalogue->declared, timeline, feeds_file, report, error) ||
      !open_channels (catalogue, report, error) || !chn_declared_feeds_conclude (report, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}

ChnFeedCatalogue *
chn_feed_catalogue_ref (ChnFeedCatalogue *catalogue)
{
  g_atomic_ref_count_inc (&catalogue->references);
  return catalogue;
}

void
chn_feed_catalogue_unref (ChnFeedCatalogue *catalogue)
{
  if (!catalogue || !g_atomic_ref_count_dec (&catalogue->references))
    return;
  for (guint i = 0; i < catalogue->n_channels; i++)
    chn_feed_channel_clear (&catalogue->channels[i]);
  g_free (catalogue->channels);
  chn_declared_feeds_clear (&catalogue->declared);
  for (guint i = 0; i < G_N_ELEMENTS (catalogue->seen); i++)
    g_clear_pointer (&catalogue->seen[i], chn_timeline_unref);
  g_clear_pointer (&catalogue->whole, chn_timeline_unref);
  g_free (catalogue->base_url);
  g_free (catalogue);
}

ChnFeedChannel *
chn_feed_catalogue_find (const ChnFeedCatalogue *catalogue, const char *name)
{
  for (guint i = 0; i < catalogue->n_channels; i++)
    if (strcmp (chn_feed_channel_get_text (&catalogue->channels[i], CHN_FEED_NAME), name) == 0)
      return &catalogue->channels[i];
  return NULL;
}

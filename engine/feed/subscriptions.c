/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists what everybody may subscribe to. Of what takes a token not so much as the name is said. */
#include "feed/subscriptions.h"

#include <string.h>

#include <chancery/feed-tokens.h>

#include "format/html/subscriptions.h"

/* How each form is called on a page. */
static const struct {
  const char *extension, *label;
} labels[] = {
  { "ics", "ICS" },       { "json", "JSON" }, { "csv", "CSV" },     { "md", "Markdown" },
  { "html", "Web page" }, { "xml", "Atom" },  { "svg", "Picture" },
};

/* Addresses without a host lead on from the page's own, wherever a proxy has put that. */
static char *
dup_address (const ChnFeedCatalogue *catalogue, const char *name, const char *extension)
{
  g_autofree char *address = chn_feed_dup_url (catalogue->base_url, NULL, name, extension);
  return g_strdup (catalogue->base_url ? address : address + 1);
}

/* What calendar apps open by themselves: "webcal:", in the place of the scheme. */
static void
add_webcal (ChnSubscription *subscription, const char *address)
{
  const char *rest = strstr (address, "://");
  g_autofree char *webcal = rest ? g_strconcat ("webcal", rest, NULL) : NULL;
  if (webcal)
    chn_subscription_add (subscription, "Subscribe", webcal);
}

/* What has no title is called by its name. */
static const char *
get_title (const ChnFeedChannel *channel)
{
  const char *title = chn_feed_channel_get_text (channel, CHN_FEED_TITLE);
  if (title)
    return title;
  return channel->is_asked ? "What you ask for, with ?q=QUERY" : chn_feed_channel_get_text (channel, CHN_FEED_NAME);
}

static ChnSubscription *
describe (const ChnFeedCatalogue *catalogue, const ChnFeedChannel *channel)
{
  const ChnFeed *feed = &channel->declared->feed;
  const char *name = feed->text[CHN_FEED_NAME];
  ChnSubscription *subscription = chn_subscription_new (get_title (channel));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    if (!chn_feed_has_format (feed, labels[i].extension))
      continue;
    g_autofree char *address = dup_address (catalogue, name, labels[i].extension);
    if (strcmp (labels[i].extension, "ics") == 0)
      add_webcal (subscription, address);
    chn_subscription_add (subscription, labels[i].label, address);
  }
  return subscription;
}

GPtrArray *
chn_subscriptions_list (const ChnFeedCatalogue *catalogue)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_subscription_free);
  for (guint i = 0; i < catalogue->n_channels; i++)
    if (chn_feed_is_public (&catalogue->channels[i].declared->feed))
      g_ptr_array_add (list, describe (catalogue, &catalogue->channels[i]));
  return list;
}

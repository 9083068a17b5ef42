/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Addresses of feeds:
 *
 *   address := [ "/t/" token ] ( "/feeds/" name | "/events" ) "." extension
 *
 * The token is a part of the path and not of the query: that is where calendar services have theirs, so every client
 * keeps it, whereas some drop a query or encode it anew; a cache that goes by paths alone never gives what a token
 * opens to somebody else; and whoever keeps logs masks what stands between "/t/" and the next "/", in one place.
 */
#include "feed/address.h"

#include <string.h>

#include <chancery/feed-tokens.h>

static const char token_folder[] = "/t/", feed_folder[] = "/feeds/";

/* Splits "name.extension" at its last dot. */
static gboolean
split (ChnFeedAddress *address, const char *text)
{
  const char *dot = strrchr (text, '.');
  if (!dot || dot == text || strchr (text, '/'))
    return FALSE;
  address->feed = g_strndup (text, (gsize) (dot - text));
  address->extension = g_strdup (dot + 1);
  return TRUE;
}

gboolean
chn_feed_address_read (ChnFeedAddress *address, const char *path)
{
  *address = (ChnFeedAddress){ 0 };
  if (g_str_has_prefix (path, token_folder)) {
    const char *token = path + strlen (token_folder), *end = strchr (token, '/');
    if (!end)
      return FALSE;
    address->token = g_strndup (token, (gsize) (end - token));
    path = end;
  }
  if (g_str_has_prefix (path, feed_folder))
    return split (address, path + strlen (feed_folder)) && strcmp (address->feed, CHN_FEED_OF_EVENTS) != 0;
  return split (address, path + 1) && strcmp (address->feed, CHN_FEED_OF_EVENTS) == 0;
}

void
chn_feed_address_clear (ChnFeedAddress *address)
{
  g_clear_pointer (&address->token, g_free);
  g_clear_pointer (&address->feed, g_free);
  g_clear_pointer (&address->extension, g_free);
}

char *
chn_feed_dup_url (const char *base_url, const char *token, const char *feed, const char *extension)
{
  gboolean is_of_events = strcmp (feed, CHN_FEED_OF_EVENTS) == 0;
  return g_strconcat (base_url ? base_url : "", token ? token_folder : "", token ? token : "",
                      is_of_events ? "/" : feed_folder, feed, ".", extension, NULL);
}

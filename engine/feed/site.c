/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tells what a request is for: a feed in one of its forms, or the page of the whole server. What there is not, what
 * is not served so and what a token does not open are the same, and cost the same.
 */
#include <string.h>

#include <chancery/feed-tokens.h>

#include "base/error.h"
#include "feed/address.h"
#include "feed/answer.h"
#include "feed/wanted.h"
#include "query/lex.h"

enum {
  PUBLIC_AGE = 300, /* seconds for which a public answer may go unasked */
};

struct _ChnFeedSite {
  gatomicrefcount references;
  ChnFeedCatalogue *catalogue;
  ChnFeedTokens *tokens; /* NULL: nobody has one */
};

static ChnFeedSite *
new_site (ChnFeedCatalogue *catalogue, const ChnFeedSettings *settings, GError **error)
{
  ChnFeedTokens *tokens = settings->tokens_file ? chn_feed_tokens_load (settings->tokens_file, error) : NULL;
  if (settings->tokens_file && !tokens)
    return NULL;
  ChnFeedSite *site = g_new0 (ChnFeedSite, 1);
  g_atomic_ref_count_init (&site->references);
  site->catalogue = chn_feed_catalogue_ref (catalogue);
  site->tokens = tokens;
  return site;
}

static void
log_faults (const ChnReport *report, const ChnFeedSettings *settings)
{
  for (guint i = 0; settings->log && i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    settings->log (line, settings->data);
  }
}

ChnFeedSite *
chn_feed_site_new (ChnTimeline *timeline, const ChnFeedSettings *settings, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnFeedCatalogue) catalogue = chn_feed_catalogue_new (timeline, settings->feeds_file, settings->base_url,
                                                                   settings->answer_bytes, report, error);
  log_faults (report, settings);
  return catalogue ? new_site (catalogue, settings, error) : NULL;
}

ChnFeedSite *
chn_feed_site_new_with_tokens (ChnFeedSite *site, const ChnFeedSettings *settings, GError **error)
{
  return new_site (site->catalogue, settings, error);
}

ChnFeedSite *
chn_feed_site_ref (ChnFeedSite *site)
{
  g_atomic_ref_count_inc (&site->references);
  return site;
}

void
chn_feed_site_unref (ChnFeedSite *site)
{
  if (!site || !g_atomic_ref_count_dec (&site->references))
    return;
  chn_feed_catalogue_unref (site->catalogue);
  chn_feed_tokens_free (site->tokens);
  g_free (site);
}

void
chn_feed_target_free (ChnFeedTarget *target)
{
  ChnFeedWanted *wanted = target ? target->what : NULL;
  if (!target)
    return;
  if (wanted)
    g_free (wanted->query);
  g_free (wanted);
  g_free (target->message);
  g_free (target->key);
  chn_feed_site_unref (target->site);
  g_free (target);
}

static ChnFeedTarget *
new_target (ChnFeedSite *site, guint status)
{
  ChnFeedTarget *target = g_new0 (ChnFeedTarget, 1);
  target->site = chn_feed_site_ref (site);
  target->status = status;
  target->key = g_strdup ("");
  return target;
}

static void
want (ChnFeedTarget *target, ChnFeedChannel *channel, const ChnFeedMedia *media, const char *query)
{
  ChnFeedWanted *wanted = g_new0 (ChnFeedWanted, 1);
  *wanted = (ChnFeedWanted){ target->site->catalogue, channel, media, query && *query ? g_strdup (query) : NULL };
  target->what = wanted;
}

static ChnFeedTarget *
find_page (ChnFeedSite *site)
{
  ChnFeedTarget *target = new_target (site, 200);
  want (target, NULL, chn_feed_media_find ("html"), NULL);
  g_free (target->key);
  target->key = g_strdup ("/");
  target->feed = "";
  target->max_age = PUBLIC_AGE;
  return target;
}

/* Without a token those are open that are declared so; with one, what it opens. */
static gboolean
admits (const ChnFeedSite *site, const ChnFeedChannel *channel, const ChnFeedAddress *address)
{
  gboolean is_public = channel && chn_feed_is_public (&channel->declared->feed);
  if (!address->token)
    return is_public;
  gboolean opens = site->tokens && chn_feed_tokens_admit (site->tokens, address->feed, address->token);
  return opens && channel && !is_public;
}

/* With one blank where several stand outside of quotes, and none at either end: so it is made and kept once. */
static char *
dup_query (const char *typed)
{
  GString *query = g_string_new (NULL);
  gboolean is_quoted = FALSE;
  for (const char *at = typed; *at;) {
    gsize blank = is_quoted ? 0 : chn_lexer_measure_blank (at), length = MAX (blank, 1);
    if (is_quoted && *at == '\\' && at[1])
      length = 2;
    else if (*at == '"')
      is_quoted = !is_quoted;
    if (blank == 0)
      g_string_append_len (query, at, (gssize) length);
    else if (query->len > 0 && query->str[query->len - 1] != ' ')
      g_string_append_c (query, ' ');
    at += length;
  }
  if (!is_quoted && query->len > 0 && query->str[query->len - 1] == ' ')
    g_string_truncate (query, query->len - 1);
  return g_string_free (query, FALSE);
}

static ChnFeedTarget *
find_channel (ChnFeedSite *site, ChnFeedChannel *channel, const ChnFeedMedia *media, const ChnFeedAddress *address,
              const char *query)
{
  ChnFeedTarget *target = new_target (site, 200);
  target->feed = chn_feed_channel_get_text (channel, CHN_FEED_NAME);
  target->is_private = address->token != NULL;
  target->max_age = target->is_private ? 0 : PUBLIC_AGE;
  if (query && !channel->is_asked) {
    target->status = 400;
    target->message = g_strdup ("this feed takes no query; leave \"q\" out\n");
    return target;
  }
  want (target, channel, media, query);
  g_free (target->key);
  target->key =
      g_strdup_printf ("%s.%s%s%s", target->feed, media->extension, query && *query ? "?" : "", query ? query : "");
  return target;
}

static ChnFeedTarget *
find_asked (ChnFeedSite *site, ChnFeedChannel *channel, const ChnFeedMedia *media, const ChnFeedAddress *address,
            const char *typed)
{
  g_autofree char *query = typed ? dup_query (typed) : NULL;
  return find_channel (site, channel, media, address, query);
}

ChnFeedTarget *
chn_feed_site_find (ChnFeedSite *site, const ChnFeedRequest *request)
{
  g_auto (ChnFeedAddress) address = { 0 };
  if (strcmp (request->path, "/") == 0)
    return find_page (site);
  if (!chn_feed_address_read (&address, request->path))
    return new_target (site, 404);
  ChnFeedChannel *channel = chn_feed_catalogue_find (site->catalogue, address.feed);
  const ChnFeedMedia *media = chn_feed_media_find (address.extension);
  if (!admits (site, channel, &address) || !media ||
      !chn_feed_has_format (&channel->declared->feed, address.extension))
    return new_target (site, 404);
  return find_asked (site, channel, media, &address, chn_feed_request_get (request, "q"));
}

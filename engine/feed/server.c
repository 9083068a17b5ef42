/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A server from its start to its end: what it serves at the moment, where it listens, and who makes answers. */
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "feed/kept.h"
#include "feed/listen.h"
#include "feed/serve.h"
#include "feed/settings.h"
#include "feed/watch.h"

/* A client takes at least so many bytes of an answer a second: more than any telephone line gave. */
enum { LEAST_SPEED = 8192, METRICS_CONNECTIONS = 16 };

struct _ChnFeedServer {
  ChnFeedMeans means;
  GPtrArray *listeners; /* of ChnHttpServer */
  GMutex mutex;         /* of the three below */
  ChnFeedKept *kept;
  ChnFeedSite *site;
  gint64 loaded;
  guint64 seen, seen_tokens; /* how the files were when they were read last; of the thread that refreshes */
};

/* What is served at the moment. */
static ChnFeedKept *
ref_kept (ChnFeedServer *server)
{
  g_mutex_lock (&server->mutex);
  ChnFeedKept *kept = chn_feed_kept_ref (server->kept);
  g_mutex_unlock (&server->mutex);
  return kept;
}

/* The site is taken. */
static void
exchange_site (ChnFeedServer *server, ChnFeedSite *site)
{
  ChnFeedKept *kept = chn_feed_kept_new (site, &server->means);
  g_mutex_lock (&server->mutex);
  ChnFeedKept *old = server->kept;
  ChnFeedSite *old_site = server->site;
  server->kept = kept;
  server->site = site;
  server->loaded = g_get_real_time () / G_USEC_PER_SEC;
  g_mutex_unlock (&server->mutex);
  chn_feed_kept_unref (old);
  if (old_site)
    chn_feed_site_unref (old_site);
}

static guint64
look_at_files (const ChnFeedServer *server)
{
  const ChnFeedSettings *settings = &server->means.settings;
  char *feeds[] = { (char *) settings->feeds_file, NULL };
  return chn_feed_watch_look (settings->watched) + 3 * chn_feed_watch_look (feeds);
}

static gboolean
has_changed (const ChnFeedServer *server)
{
  const ChnFeedSettings *settings = &server->means.settings;
  return look_at_files (server) != server->seen || (settings->has_changed && settings->has_changed (settings->data));
}

static guint64
look_at_tokens (const ChnFeedServer *server)
{
  char *tokens[] = { (char *) server->means.settings.tokens_file, NULL };
  return chn_feed_watch_look (tokens);
}

/* What changes while it is read is read again the next time. */
static gboolean
load (ChnFeedServer *server, GError **error)
{
  ChnFeedSettings *settings = &server->means.settings;
  server->seen = look_at_files (server);
  server->seen_tokens = look_at_tokens (server);
  g_autoptr (ChnTimeline) timeline = settings->load (settings->data, error);
  ChnFeedSite *site = timeline ? chn_feed_site_new (timeline, settings, error) : NULL;
  if (site)
    exchange_site (server, site);
  return site != NULL;
}

static gboolean
load_tokens (ChnFeedServer *server, GError **error)
{
  server->seen_tokens = look_at_tokens (server);
  ChnFeedSite *site = chn_feed_site_new_with_tokens (server->site, &server->means.settings, error);
  if (site)
    exchange_site (server, site);
  return site != NULL;
}

static gboolean
say_loaded (ChnFeedServer *server, gboolean is_loaded, const char *what, const GError *error)
{
  chn_feed_metrics_add (&server->means.metrics, is_loaded ? CHN_FEED_LOADED : CHN_FEED_NOT_LOADED, 1);
  if (is_loaded) {
    chn_feed_log (&server->means, "read %s again", what);
    return TRUE;
  }
  const char *hint = chn_error_get_hint (error);
  chn_feed_log (&server->means, "%s%s%s; what was read before is served on", error->message, hint ? "; " : "",
                hint ? hint : "");
  return FALSE;
}

gboolean
chn_feed_server_refresh (ChnFeedServer *server, gboolean anyway)
{
  g_autoptr (GError) error = NULL;
  gboolean is_new = anyway || has_changed (server);
  if (!is_new && look_at_tokens (server) == server->seen_tokens)
    return FALSE;
  gboolean is_loaded = is_new ? load (server, &error) : load_tokens (server, &error);
  return say_loaded (server, is_loaded, is_new ? "the timeline" : "the tokens", error);
}

static gboolean
start (ChnFeedServer *server, GError **error)
{
  ChnFeedMeans *means = &server->means;
  const ChnFeedSettings *settings = &means->settings;
  means->http = chn_http_open (error);
  means->peers = means->http ? chn_feed_peers_new (settings->trusted_proxies, settings->makings_a_peer, error) : NULL;
  if (!means->peers)
    return FALSE;
  means->makers = g_thread_pool_new (chn_feed_job_run, means, (int) MAX (settings->makers, 1), FALSE, error);
  if (!means->makers || !load (server, error))
    return FALSE;
  chn_feed_metrics_add (&means->metrics, CHN_FEED_LOADED, 1);
  return TRUE;
}

ChnFeedServer *
chn_feed_server_new (const ChnFeedSettings *settings, GError **error)
{
  ChnFeedServer *server = g_new0 (ChnFeedServer, 1);
  chn_feed_settings_copy (&server->means.settings, settings);
  server->means.history = chn_feed_history_new ();
  server->listeners = g_ptr_array_new ();
  g_mutex_init (&server->mutex);
  if (start (server, error))
    return server;
  chn_feed_server_free (server);
  return NULL;
}

/* Makers first, so that nobody waits for an answer when connections are closed. */
void
chn_feed_server_free (ChnFeedServer *server)
{
  if (!server)
    return;
  ChnFeedMeans *means = &server->means;
  chn_feed_server_stop (server, 0);
  g_atomic_int_set (&means->is_ending, TRUE);
  if (means->makers)
    g_thread_pool_free (means->makers, FALSE, TRUE);
  for (guint i = 0; i < server->listeners->len; i++)
    means->http->close (server->listeners->pdata[i]);
  g_ptr_array_unref (server->listeners);
  chn_feed_kept_unref (server->kept);
  if (server->site)
    chn_feed_site_unref (server->site);
  chn_feed_peers_free (means->peers);
  chn_feed_history_free (means->history);
  chn_feed_settings_clear (&means->settings);
  g_mutex_clear (&server->mutex);
  g_free (server);
}

static void
handle (ChnHttpExchange *exchange, const ChnHttpRequest *request, gpointer data)
{
  ChnFeedServer *server = data;
  g_autoptr (ChnFeedKept) kept = ref_kept (server);
  chn_feed_serve (kept, &server->means, exchange, request);
}

static gboolean
welcome (const char *peer, guint n, gpointer data)
{
  const ChnFeedMeans *means = &((ChnFeedServer *) data)->means;
  return n < means->settings.connections_a_peer || chn_feed_peers_are_many (means->peers, peer);
}

static guint
count_connections (ChnFeedServer *server)
{
  guint n = 0;
  for (guint i = 0; i < server->listeners->len; i++)
    n += server->means.http->count_connections (server->listeners->pdata[i]);
  return n;
}

static GBytes *
write_metrics (ChnFeedServer *server)
{
  ChnFeedGauges gauges = { .connections = count_connections (server),
                           .waiting = g_thread_pool_unprocessed (server->means.makers),
                           .loaded = server->loaded };
  g_autoptr (ChnFeedKept) kept = ref_kept (server);
  chn_feed_kept_measure (kept, &gauges);
  return chn_feed_metrics_write (&server->means.metrics, &gauges);
}

static void
handle_metrics (ChnHttpExchange *exchange, const ChnHttpRequest *request, gpointer data)
{
  ChnFeedServer *server = data;
  const ChnHttpPlugin *http = server->means.http;
  gboolean is_metrics = strcmp (request->target, "/metrics") == 0;
  gboolean is_health = strcmp (request->target, "/healthz") == 0, is_there = is_metrics || is_health;
  const char *text = is_health ? "ok\n" : "Only /metrics and /healthz are here.\n";
  GBytes *body = is_metrics ? write_metrics (server) : g_bytes_new (text, strlen (text));
  ChnHttpReply *reply = chn_feed_text_reply_new (
      http, is_there ? 200 : 404,
      is_metrics ? "text/plain; version=0.0.4; charset=utf-8" : "text/plain; charset=utf-8", body);
  http->send (exchange, reply);
  http->free_reply (reply);
}

static ChnHttpServer *
open_door (ChnFeedServer *server, int fd, ChnFeedDoor door, GError **error)
{
  const ChnFeedSettings *settings = &server->means.settings;
  gboolean is_metrics = door == CHN_FEED_DOOR_METRICS;
  const ChnHttpSettings http = { .socket = fd,
                                 .handler = is_metrics ? handle_metrics : handle,
                                 .welcome = is_metrics ? NULL : welcome,
                                 .data = server,
                                 .connections = is_metrics ? METRICS_CONNECTIONS : settings->connections,
                                 .header = settings->header_bytes,
                                 .request_seconds = settings->request_seconds,
                                 .bytes_a_second = LEAST_SPEED };
  return server->means.http->open (&http, error);
}

char *
chn_feed_server_adopt (ChnFeedServer *server, int fd, ChnFeedDoor door, GError **error)
{
  g_autofree char *address = chn_feed_dup_place (fd);
  gboolean is_open = door == CHN_FEED_DOOR_METRICS && !chn_feed_is_local (fd);
  if (is_open)
    chn_error_set (error, CHN_ERROR_RANGE, "choose an address of this machine, such as 127.0.0.1:9464",
                   "metrics are for this machine alone, and others reach %s", address);
  ChnHttpServer *listener = is_open ? NULL : open_door (server, fd, door, error);
  if (!listener) {
    close (fd);
    return NULL;
  }
  g_ptr_array_add (server->listeners, listener);
  return g_steal_pointer (&address);
}

char *
chn_feed_server_listen (ChnFeedServer *server, const char *address, ChnFeedDoor door, GError **error)
{
  int fd = chn_feed_listen (address, error);
  return fd < 0 ? NULL : chn_feed_server_adopt (server, fd, door, error);
}

guint
chn_feed_server_stop (ChnFeedServer *server, guint seconds)
{
  gint64 latest = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  for (guint i = 0; i < server->listeners->len; i++)
    server->means.http->retire (server->listeners->pdata[i]);
  while (count_connections (server) > 0 && g_get_monotonic_time () < latest)
    g_usleep (G_USEC_PER_SEC / 50);
  return count_connections (server);
}

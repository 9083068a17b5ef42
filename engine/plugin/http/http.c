/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "http": serves HTTP by libmicrohttpd. */
#include <chancery/api.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "compress.h"
#include "exchange.h"

/* Nothing is decoded here: what a request asks for is read once, elsewhere. */
static size_t
decode_nothing (gpointer data, struct MHD_Connection *connection, char *text)
{
  (void) data, (void) connection;
  return strlen (text);
}

static enum MHD_Result
welcome (gpointer data, const struct sockaddr *address, socklen_t length)
{
  ChnHttpServer *server = data;
  char peer[INET6_ADDRSTRLEN];
  chn_http_write_peer (length > 0 ? address : NULL, peer);
  guint n = chn_http_connections_count (&server->connections, peer);
  return !server->settings.welcome || server->settings.welcome (peer, n, server->settings.data) ? MHD_YES : MHD_NO;
}

static void
notice_connection (gpointer data, struct MHD_Connection *connection, gpointer *place,
                   enum MHD_ConnectionNotificationCode what)
{
  ChnHttpServer *server = data;
  if (what == MHD_CONNECTION_NOTIFY_STARTED)
    *place = chn_http_connections_add (&server->connections, connection);
  else if (*place)
    chn_http_connections_remove (&server->connections, *place);
}

/* By poll(): with epoll it stalls where the number of connections is a multiple of 128. */
static struct MHD_Daemon *
start (ChnHttpServer *server)
{
  const ChnHttpSettings *settings = &server->settings;
  return MHD_start_daemon (MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, welcome,
                           server, chn_http_exchange_continue, server,                      /* */
                           MHD_OPTION_LISTEN_SOCKET, settings->socket,                      /* */
                           MHD_OPTION_CONNECTION_LIMIT, settings->connections,              /* */
                           MHD_OPTION_CONNECTION_MEMORY_LIMIT, 2 * settings->header + 8192, /* */
                           MHD_OPTION_STRICT_FOR_CLIENT, 1,                                 /* */
                           MHD_OPTION_UNESCAPE_CALLBACK, decode_nothing, NULL,              /* */
                           MHD_OPTION_URI_LOG_CALLBACK, chn_http_exchange_begin, server,    /* */
                           MHD_OPTION_NOTIFY_COMPLETED, chn_http_exchange_end, server,      /* */
                           MHD_OPTION_NOTIFY_CONNECTION, notice_connection, server, MHD_OPTION_END);
}

static void
free_server (ChnHttpServer *server)
{
  chn_http_connections_end (&server->connections);
  g_mutex_clear (&server->mutex);
  g_free (server);
}

static ChnHttpServer *
open_server (const ChnHttpSettings *settings, GError **error)
{
  ChnHttpServer *server = g_new0 (ChnHttpServer, 1);
  server->settings = *settings;
  g_mutex_init (&server->mutex);
  chn_http_connections_start (&server->connections, settings);
  errno = 0;
  server->daemon = start (server);
  if (server->daemon)
    return server;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "libmicrohttpd does not start: %s",
               errno ? g_strerror (errno) : "it does not say why");
  free_server (server);
  return NULL;
}

static void
retire_server (ChnHttpServer *server)
{
  MHD_socket listening = MHD_quiesce_daemon (server->daemon);
  if (listening != MHD_INVALID_SOCKET)
    close (listening);
  chn_http_connections_retire (&server->connections);
}

static guint
count_connections (ChnHttpServer *server)
{
  return chn_http_connections_count (&server->connections, NULL);
}

static void
close_server (ChnHttpServer *server)
{
  if (!server)
    return;
  MHD_stop_daemon (server->daemon);
  free_server (server);
}

CHN_API extern const ChnHttpPlugin chn_plugin_http;
const ChnHttpPlugin chn_plugin_http = {
  .version = CHN_HTTP_VERSION,
  .open = open_server,
  .retire = retire_server,
  .count_connections = count_connections,
  .close = close_server,
  .new_reply = chn_http_reply_new,
  .free_reply = chn_http_reply_unref,
  .send = chn_http_exchange_send,
  .compress = chn_http_compress,
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Holds connections to their deadlines. */
#include "connections.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

#include "base/peer.h"

enum {
  SWEEPS_A_SECOND = 4,
  SECONDS_TO_SEND = 30,   /* beside what its bytes take */
  SECONDS_OF_RETIRED = 1, /* in which a request that is on its way arrives */
};

void
chn_http_write_peer (const struct sockaddr *address, char peer[static INET6_ADDRSTRLEN])
{
  const struct sockaddr_in6 *six = (gconstpointer) address;
  const struct sockaddr_in *four = (gconstpointer) address;
  peer[0] = '\0';
  if (address && address->sa_family == AF_INET)
    inet_ntop (AF_INET, &four->sin_addr, peer, INET6_ADDRSTRLEN);
  else if (address && address->sa_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED (&six->sin6_addr))
    inet_ntop (AF_INET, six->sin6_addr.s6_addr + 12, peer, INET6_ADDRSTRLEN);
  else if (address && address->sa_family == AF_INET6)
    inet_ntop (AF_INET6, &six->sin6_addr, peer, INET6_ADDRSTRLEN);
}

static void
shut_down_late (ChnHttpConnections *connections)
{
  gint64 now = g_get_monotonic_time ();
  for (GList *link = connections->open.head; link; link = link->next) {
    ChnHttpConnection *connection = link->data;
    if (connection->due > now)
      continue;
    shutdown (connection->socket, SHUT_RDWR);
    connection->due = G_MAXINT64;
  }
}

/* The socket of a connection is closed only after it is removed, which waits for the mutex: no other is shut down. */
static gpointer
sweep (gpointer data)
{
  ChnHttpConnections *connections = data;
  g_mutex_lock (&connections->mutex);
  while (!connections->is_ended) {
    gint64 next = g_get_monotonic_time () + G_USEC_PER_SEC / SWEEPS_A_SECOND;
    while (!connections->is_ended && g_cond_wait_until (&connections->changed, &connections->mutex, next))
      ;
    shut_down_late (connections);
  }
  g_mutex_unlock (&connections->mutex);
  return NULL;
}

void
chn_http_connections_start (ChnHttpConnections *connections, const ChnHttpSettings *settings)
{
  g_mutex_init (&connections->mutex);
  g_cond_init (&connections->changed);
  g_queue_init (&connections->open);
  connections->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  connections->request_seconds = settings->request_seconds;
  connections->bytes_a_second = MAX (settings->bytes_a_second, 1);
  connections->thread = g_thread_new ("deadlines", sweep, connections);
}

void
chn_http_connections_end (ChnHttpConnections *connections)
{
  g_mutex_lock (&connections->mutex);
  connections->is_ended = TRUE;
  g_cond_signal (&connections->changed);
  g_mutex_unlock (&connections->mutex);
  g_thread_join (connections->thread);
  g_hash_table_unref (connections->counts);
  g_cond_clear (&connections->changed);
  g_mutex_clear (&connections->mutex);
}

static void
count (ChnHttpConnections *connections, const char *peer, int more)
{
  char share[CHN_PEER_SHARE_MAX];
  chn_peer_find_share (peer, share);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (connections->counts, share)) + more;
  if (n > 0)
    g_hash_table_insert (connections->counts, g_strdup (share), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (connections->counts, share);
}

static gint64
in_seconds (gint64 seconds)
{
  return g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
}

static gint64
when_request_is_due (const ChnHttpConnections *connections)
{
  return in_seconds (connections->is_retired ? SECONDS_OF_RETIRED : connections->request_seconds);
}

ChnHttpConnection *
chn_http_connections_add (ChnHttpConnections *connections, struct MHD_Connection *mhd)
{
  ChnHttpConnection *connection = g_new0 (ChnHttpConnection, 1);
  connection->link.data = connection;
  connection->socket = MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
  chn_http_write_peer (MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr,
                       connection->peer);
  g_mutex_lock (&connections->mutex);
  connection->due = when_request_is_due (connections);
  g_queue_push_tail_link (&connections->open, &connection->link);
  count (connections, connection->peer, 1);
  g_mutex_unlock (&connections->mutex);
  return connection;
}

void
chn_http_connections_remove (ChnHttpConnections *connections, ChnHttpConnection *connection)
{
  g_mutex_lock (&connections->mutex);
  g_queue_unlink (&connections->open, &connection->link);
  count (connections, connection->peer, -1);
  g_mutex_unlock (&connections->mutex);
  g_free (connection);
}

guint
chn_http_connections_count (ChnHttpConnections *connections, const char *peer)
{
  char share[CHN_PEER_SHARE_MAX];
  chn_peer_find_share (peer ? peer : "", share);
  g_mutex_lock (&connections->mutex);
  guint n = peer ? GPOINTER_TO_UINT (g_hash_table_lookup (connections->counts, share)) : connections->open.length;
  g_mutex_unlock (&connections->mutex);
  return n;
}

void
chn_http_connections_await (ChnHttpConnections *connections, ChnHttpConnection *connection)
{
  g_mutex_lock (&connections->mutex);
  connection->due = when_request_is_due (connections);
  g_mutex_unlock (&connections->mutex);
}

void
chn_http_connections_hold (ChnHttpConnections *connections, ChnHttpConnection *connection)
{
  g_mutex_lock (&connections->mutex);
  connection->due = G_MAXINT64;
  g_mutex_unlock (&connections->mutex);
}

void
chn_http_connections_send (ChnHttpConnections *connections, ChnHttpConnection *connection, gsize length)
{
  g_mutex_lock (&connections->mutex);
  connection->due = in_seconds (SECONDS_TO_SEND + (gint64) (length / connections->bytes_a_second));
  g_mutex_unlock (&connections->mutex);
}

void
chn_http_connections_retire (ChnHttpConnections *connections)
{
  g_mutex_lock (&connections->mutex);
  connections->is_retired = TRUE;
  gint64 moment = when_request_is_due (connections);
  gint64 latest = in_seconds (connections->request_seconds);
  for (GList *link = connections->open.head; link; link = link->next) {
    ChnHttpConnection *connection = link->data;
    if (connection->due <= latest)
      connection->due = MIN (connection->due, moment);
  }
  g_mutex_unlock (&connections->mutex);
}

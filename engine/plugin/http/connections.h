/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <microhttpd.h>
#include <netinet/in.h>

#include "base/http.h"

/*
 * The open connections of a server, each with the moment until which what it is waited for must have happened. A
 * thread shuts down those that are late: libmicrohttpd counts only how long nothing at all came, so that whoever
 * sends a byte now and then would stay for ever.
 */
typedef struct {
  GMutex mutex;
  GCond changed;
  GThread *thread;
  GQueue open;        /* of ChnHttpConnection */
  GHashTable *counts; /* address -> how many are open */
  gboolean is_ended;
  gboolean is_retired;
  guint request_seconds;
  guint bytes_a_second;
} ChnHttpConnections;

typedef struct {
  GList link; /* first, so that freeing one frees both */
  int socket;
  gint64 due; /* by g_get_monotonic_time(); G_MAXINT64: it waits for us */
  char peer[INET6_ADDRSTRLEN];
} ChnHttpConnection;

void chn_http_connections_start (ChnHttpConnections *connections, const ChnHttpSettings *settings);
/* After the daemon has stopped. */
void chn_http_connections_end (ChnHttpConnections *connections);

ChnHttpConnection *chn_http_connections_add (ChnHttpConnections *connections, struct MHD_Connection *connection);
void chn_http_connections_remove (ChnHttpConnections *connections, ChnHttpConnection *connection);

/* How many are open from an address; all of them for NULL. */
guint chn_http_connections_count (ChnHttpConnections *connections, const char *peer);

/* A request may come; it is there; so many bytes are sent. */
void chn_http_connections_await (ChnHttpConnections *connections, ChnHttpConnection *connection);
void chn_http_connections_hold (ChnHttpConnections *connections, ChnHttpConnection *connection);
void chn_http_connections_send (ChnHttpConnections *connections, ChnHttpConnection *connection, gsize length);

/* Those that wait for a request, now or later, have a moment left. */
void chn_http_connections_retire (ChnHttpConnections *connections);

/* The address without its port; "" for sockets that have none. */
void chn_http_write_peer (const struct sockaddr *address, char peer[static INET6_ADDRSTRLEN]);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "connections.h"
#include "reply.h"

struct _ChnHttpServer {
  struct MHD_Daemon *daemon;
  ChnHttpSettings settings;
  ChnHttpConnections connections;
  GMutex mutex; /* of what exchanges say of their replies */
};

/* What libmicrohttpd calls; `data` is the server. */
gpointer chn_http_exchange_begin (gpointer data, const char *target, struct MHD_Connection *connection);
enum MHD_Result chn_http_exchange_continue (gpointer data, struct MHD_Connection *connection, const char *path,
                                            const char *method, const char *version, const char *upload,
                                            size_t *upload_size, gpointer *exchange);
void chn_http_exchange_end (gpointer data, struct MHD_Connection *connection, gpointer *exchange,
                            enum MHD_RequestTerminationCode how);

void chn_http_exchange_send (ChnHttpExchange *exchange, ChnHttpReply *reply);

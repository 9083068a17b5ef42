/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Serving HTTP (RFC 9110, 9112), which the plugin "http" knows by libmicrohttpd: it accepts connections, reads
 * requests within bounds and deadlines, and sends answers. What is answered is no matter of its. It also compresses, by libdeflate.
 */

/* Rises with each change of this file. */
enum { CHN_HTTP_VERSION = 1 };

/* What listens on one socket, with a thread of its own. */
typedef struct _ChnHttpServer ChnHttpServer;

/* One request that waits for its answer. */
typedef struct _ChnHttpExchange ChnHttpExchange;

/* An answer with its header fields, which may be sent as often as wanted. */
typedef struct _ChnHttpReply ChnHttpReply;

/* As the client wrote it; header fields are NULL where there are none. */
typedef struct {
  const char *method;
  const char *target; /* path and query, nothing decoded: "/feeds/votes.ics?gzip=0" */
  const char *peer;   /* the numeric address at the other end; "" where it has none */
  const char *accept_encoding;
  const char *if_none_match;
  const char *if_modified_since;
  const char *user_agent;
  const char *forwarded_for; /* the last of its fields, where there are several */
} ChnHttpRequest;

typedef struct {
  const char *name, *value;
} ChnHttpField;

/*
 * Called on the server's thread when the header of a request is there, so it must not take long. It answers the
 * exchange with send(), now or later.
 */
typedef void (*ChnHttpHandler) (ChnHttpExchange *exchange, const ChnHttpRequest *request, gpointer data);

/* Whether one more connection from an address is welcome, of which `n` are open. On the server's thread. */
typedef gboolean (*ChnHttpWelcome) (const char *peer, guint n, gpointer data);

typedef struct {
  int socket; /* that listens; the server closes it */
  ChnHttpHandler handler;
  ChnHttpWelcome welcome; /* NULL: all are */
  gpointer data;          /* for both */
  guint connections;      /* that may be open; further ones wait */
  gsize header;           /* bytes of a request's line and header; more is answered with 431 or 414 */
  guint request_seconds;  /* within which a request must be there, from the moment at which one may begin */
  guint bytes_a_second;   /* that a client must take of an answer, in the mean, beyond its first half minute */
} ChnHttpSettings;

typedef struct {
  guint version;
  ChnHttpServer *(*open) (const ChnHttpSettings *settings, GError **error);
  /* Stops listening; open connections end with their next answer. */
  void (*retire) (ChnHttpServer *server);
  guint (*count_connections) (ChnHttpServer *server);
  /* Ends what is open. No exchange may wait any longer. */
  void (*close) (ChnHttpServer *server);
  /* Copies the fields and refers to the body. Safe from any thread, like the next two. */
  ChnHttpReply *(*new_reply) (guint status, const ChnHttpField *fields, guint n, GBytes *body);
  void (*free_reply) (ChnHttpReply *reply);
  /* Answers; the reply may be freed at once, the exchange is gone. A request with HEAD gets no body. */
  void (*send) (ChnHttpExchange *exchange, ChnHttpReply *reply);
  /* The bytes as one gzip member (RFC 1952), the same for the same bytes; NULL where that is not shorter. */
  GBytes *(*compress) (GBytes *bytes);
} ChnHttpPlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnHttpPlugin *chn_http_open (GError **error);

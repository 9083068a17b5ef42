/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One request and its answer. libmicrohttpd calls begin() when it has the request's line, continue() when it has the
 * header, again when the request is whole, and once more when an answer that took its time is there; then end().
 */
#include "exchange.h"

#include <string.h>

struct _ChnHttpExchange {
  ChnHttpServer *server;
  struct MHD_Connection *connection;
  ChnHttpConnection *place;
  char *target;
  gboolean is_read; /* the header has been looked at */
  gboolean is_asked;
  gboolean is_suspended; /* this and the reply are the mutex's */
  ChnHttpReply *reply;
};

gpointer
chn_http_exchange_begin (gpointer data, const char *target, struct MHD_Connection *connection)
{
  ChnHttpExchange *exchange = g_new0 (ChnHttpExchange, 1);
  exchange->server = data;
  exchange->connection = connection;
  exchange->place = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
  exchange->target = g_strdup (target);
  return exchange;
}

void
chn_http_exchange_end (gpointer data, struct MHD_Connection *connection, gpointer *exchange_place,
                       enum MHD_RequestTerminationCode how)
{
  ChnHttpServer *server = data;
  ChnHttpExchange *exchange = *exchange_place;
  (void) connection, (void) how;
  if (!exchange)
    return;
  chn_http_connections_await (&server->connections, exchange->place);
  chn_http_reply_unref (exchange->reply);
  g_free (exchange->target);
  g_free (exchange);
  *exchange_place = NULL;
}

typedef struct {
  ChnHttpRequest request;
  gsize length; /* of the whole header */
  gboolean has_body;
} Header;

/* The header fields that matter, and where they go. */
static const struct {
  const char *name;
  gsize offset;
} fields[] = {
  { "accept-encoding", G_STRUCT_OFFSET (ChnHttpRequest, accept_encoding) },
  { "if-none-match", G_STRUCT_OFFSET (ChnHttpRequest, if_none_match) },
  { "if-modified-since", G_STRUCT_OFFSET (ChnHttpRequest, if_modified_since) },
  { "user-agent", G_STRUCT_OFFSET (ChnHttpRequest, user_agent) },
  { "x-forwarded-for", G_STRUCT_OFFSET (ChnHttpRequest, forwarded_for) },
};

static enum MHD_Result
take_field (gpointer data, enum MHD_ValueKind kind, const char *name, const char *value)
{
  Header *header = data;
  (void) kind;
  value = value ? value : "";
  header->length += strlen (name) + strlen (value) + strlen (": \r\n");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_ascii_strcasecmp (name, fields[i].name) == 0)
      G_STRUCT_MEMBER (const char *, &header->request, fields[i].offset) = value;
  if (g_ascii_strcasecmp (name, "transfer-encoding") == 0 ||
      (g_ascii_strcasecmp (name, "content-length") == 0 && strcmp (value, "0") != 0))
    header->has_body = TRUE;
  return MHD_YES;
}

static void
read_header (const ChnHttpExchange *exchange, const char *method, Header *header)
{
  *header = (Header){ .request = { .method = method, .target = exchange->target, .peer = exchange->place->peer },
                      .length = strlen (method) + strlen (exchange->target) };
  MHD_get_connection_values (exchange->connection, MHD_HEADER_KIND, take_field, header);
}

static enum MHD_Result
refuse (const ChnHttpExchange *exchange, guint status)
{
  struct MHD_Response *response = MHD_create_response_from_buffer (0, (gpointer) "", MHD_RESPMEM_PERSISTENT);
  MHD_add_response_header (response, "Connection", "close");
  enum MHD_Result result = MHD_queue_response (exchange->connection, status, response);
  MHD_destroy_response (response);
  chn_http_connections_send (&exchange->server->connections, exchange->place, 0);
  return result;
}

/* A request with a body is answered before that is read, and its connection closed. */
static enum MHD_Result
look_at_header (ChnHttpExchange *exchange, const char *method)
{
  Header header;
  exchange->is_read = TRUE;
  read_header (exchange, method, &header);
  if (header.length > exchange->server->settings.header)
    return refuse (exchange, MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE);
  if (header.has_body)
    return refuse (exchange, MHD_HTTP_CONTENT_TOO_LARGE);
  return MHD_YES;
}

static enum MHD_Result
answer (ChnHttpExchange *exchange)
{
  chn_http_connections_send (&exchange->server->connections, exchange->place, exchange->reply->length);
  return MHD_queue_response (exchange->connection, exchange->reply->status, exchange->reply->response);
}

static enum MHD_Result
ask (ChnHttpExchange *exchange, const char *method)
{
  const ChnHttpSettings *settings = &exchange->server->settings;
  Header header;
  exchange->is_asked = TRUE;
  chn_http_connections_hold (&exchange->server->connections, exchange->place);
  read_header (exchange, method, &header);
  settings->handler (exchange, &header.request, settings->data);
  g_mutex_lock (&exchange->server->mutex);
  gboolean is_answered = exchange->reply != NULL;
  if (!is_answered) {
    exchange->is_suspended = TRUE;
    MHD_suspend_connection (exchange->connection);
  }
  g_mutex_unlock (&exchange->server->mutex);
  return is_answered ? answer (exchange) : MHD_YES;
}

enum MHD_Result
chn_http_exchange_continue (gpointer data, struct MHD_Connection *connection, const char *path, const char *method,
                            const char *version, const char *upload, size_t *upload_size, gpointer *exchange_place)
{
  ChnHttpExchange *exchange = *exchange_place;
  (void) data, (void) connection, (void) path, (void) version, (void) upload;
  *upload_size = 0;
  if (!exchange->is_read)
    return look_at_header (exchange, method);
  if (!exchange->is_asked)
    return ask (exchange, method);
  return answer (exchange);
}

/* Once it is resumed, or not suspended, the exchange may be gone before this returns. */
void
chn_http_exchange_send (ChnHttpExchange *exchange, ChnHttpReply *reply)
{
  ChnHttpServer *server = exchange->server;
  struct MHD_Connection *connection = exchange->connection;
  g_mutex_lock (&server->mutex);
  exchange->reply = chn_http_reply_ref (reply);
  gboolean is_suspended = exchange->is_suspended;
  g_mutex_unlock (&server->mutex);
  if (is_suspended)
    MHD_resume_connection (connection);
}

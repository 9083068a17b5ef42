/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes answers that are sent as often as wanted. */
#include "reply.h"

#include <string.h>

static void
drop_body (gpointer body)
{
  g_bytes_unref (body);
}

static struct MHD_Response *
new_response (GBytes *body)
{
  gsize length = 0;
  gconstpointer bytes = body ? g_bytes_get_data (body, &length) : NULL;
  if (length == 0)
    return MHD_create_response_from_buffer (0, (gpointer) "", MHD_RESPMEM_PERSISTENT);
  return MHD_create_response_from_buffer_with_free_callback_cls (length, (gpointer) bytes, drop_body,
                                                                 g_bytes_ref (body));
}

/* As long as what they take the place of. */
static const char spare_name[] = "X-Stored-Response", spare_value[] = "current", chunked[] = "chunked";
G_STATIC_ASSERT (sizeof spare_name == sizeof MHD_HTTP_HEADER_TRANSFER_ENCODING);
G_STATIC_ASSERT (sizeof spare_value == sizeof chunked);

static enum MHD_Result
rename_encoding (gpointer unused, enum MHD_ValueKind kind, const char *name, const char *value)
{
  (void) unused, (void) kind;
  if (strcmp (name, MHD_HTTP_HEADER_TRANSFER_ENCODING) == 0) {
    memcpy ((char *) name, spare_name, strlen (spare_name));
    memcpy ((char *) value, spare_value, strlen (spare_value));
  }
  return MHD_YES;
}

static ssize_t
read_nothing (gpointer unused, uint64_t position, char *buffer, size_t size)
{
  (void) unused, (void) position, (void) buffer, (void) size;
  return MHD_CONTENT_READER_END_OF_STREAM;
}

/*
 * A 304 must not say that there are 0 bytes (RFC 9110, 8.6); and of those that it would be with 200, some clients
 * wait for them. libmicrohttpd adds a length that it knows, and else that the answer is chunked unless it was told so
 * itself: so it is told, and what it was told gets another name.
 */
static struct MHD_Response *
new_bodiless (void)
{
  struct MHD_Response *response = MHD_create_response_from_callback (MHD_SIZE_UNKNOWN, 64, read_nothing, NULL, NULL);
  if (response && MHD_add_response_header (response, MHD_HTTP_HEADER_TRANSFER_ENCODING, chunked) == MHD_YES)
    MHD_get_response_headers (response, rename_encoding, NULL);
  return response;
}

ChnHttpReply *
chn_http_reply_new (guint status, const ChnHttpField *fields, guint n, GBytes *body)
{
  ChnHttpReply *reply = g_new (ChnHttpReply, 1);
  *reply = (ChnHttpReply){ status == MHD_HTTP_NOT_MODIFIED ? new_bodiless () : new_response (body), status,
                           body ? g_bytes_get_size (body) : 0, 1 };
  if (!reply->response)
    g_error ("no memory for an answer");
  for (guint i = 0; i < n; i++)
    if (MHD_add_response_header (reply->response, fields[i].name, fields[i].value) != MHD_YES)
      g_warning ("the header field %s cannot be sent", fields[i].name);
  return reply;
}

ChnHttpReply *
chn_http_reply_ref (ChnHttpReply *reply)
{
  g_atomic_int_inc (&reply->n_refs);
  return reply;
}

void
chn_http_reply_unref (ChnHttpReply *reply)
{
  if (!reply || !g_atomic_int_dec_and_test (&reply->n_refs))
    return;
  MHD_destroy_response (reply->response);
  g_free (reply);
}

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

/* As many letters as the name that it takes the place of. */
static const char spare_name[] = "X-Body-Omitted";
G_STATIC_ASSERT (sizeof spare_name == sizeof MHD_HTTP_HEADER_CONTENT_LENGTH);

static enum MHD_Result
rename_length (gpointer unused, enum MHD_ValueKind kind, const char *name, const char *value)
{
  (void) unused, (void) kind, (void) value;
  if (strcmp (name, MHD_HTTP_HEADER_CONTENT_LENGTH) == 0)
    memcpy ((char *) name, spare_name, strlen (name));
  return MHD_YES;
}

/*
 * A 304 must not say that there are 0 bytes (RFC 9110, 8.6), and some clients wait for as many as it says.
 * libmicrohttpd always adds the length that it knows, unless it was given one; so it is given one, which then gets
 * another name.
 */
static void
leave_out_length (struct MHD_Response *response)
{
  if (MHD_set_response_options (response, MHD_RF_INSANITY_HEADER_CONTENT_LENGTH, MHD_RO_END) == MHD_YES &&
      MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_LENGTH, "1") == MHD_YES)
    MHD_get_response_headers (response, rename_length, NULL);
}

ChnHttpReply *
chn_http_reply_new (guint status, const ChnHttpField *fields, guint n, GBytes *body)
{
  ChnHttpReply *reply = g_new (ChnHttpReply, 1);
  *reply = (ChnHttpReply){ new_response (body), status, body ? g_bytes_get_size (body) : 0, 1 };
  if (!reply->response)
    g_error ("no memory for an answer");
  for (guint i = 0; i < n; i++)
    if (MHD_add_response_header (reply->response, fields[i].name, fields[i].value) != MHD_YES)
      g_warning ("the header field %s cannot be sent", fields[i].name);
  if (status == MHD_HTTP_NOT_MODIFIED)
    leave_out_length (reply->response);
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

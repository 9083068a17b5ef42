/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes answers that are sent as often as wanted. */
#include "reply.h"

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

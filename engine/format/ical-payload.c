/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The payload that brings every field of an event back from a calendar client. */
#include "format/ical-payload.h"

#include "format/json-event.h"

/* Kept from event to event, so that a large export does not allocate for each. */
struct _ChnPayload {
  GString *json;
  GString *encoded;
  ChnWriter *writer;
};

static gboolean
append (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

ChnPayload *
chn_payload_new (void)
{
  ChnPayload *payload = g_new (ChnPayload, 1);
  payload->json = g_string_new (NULL);
  payload->encoded = g_string_new (NULL);
  payload->writer = chn_writer_new (append, payload->json);
  return payload;
}

void
chn_payload_free (ChnPayload *payload)
{
  if (!payload)
    return;
  chn_writer_free (payload->writer);
  g_string_free (payload->json, TRUE);
  g_string_free (payload->encoded, TRUE);
  g_free (payload);
}

/* Three bytes to four characters; a last group of one or two bytes to two or three. */
static void
encode (const GString *bytes, GString *out)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  g_string_set_size (out, (bytes->len + 2) / 3 * 4);
  char *to = out->str;
  for (gsize i = 0; i < bytes->len; i += 3) {
    gsize n = MIN (bytes->len - i, 3);
    guint32 group = 0;
    for (gsize j = 0; j < 3; j++)
      group = group << 8 | (j < n ? (guchar) bytes->str[i + j] : 0);
    for (gsize j = 0; j <= n; j++)
      *to++ = digits[group >> (18 - 6 * j) & 63];
  }
  g_string_truncate (out, (gsize) (to - out->str));
}

void
chn_payload_put (ChnPayload *payload, ChnContentLine *line, const ChnTimeline *timeline, guint row,
                 const ChnEvent *event)
{
  g_string_truncate (payload->json, 0);
  chn_json_put_event (payload->writer, timeline, row, event, CHN_JSON_WHOLE);
  chn_writer_finish (payload->writer, NULL);
  encode (payload->json, payload->encoded);
  chn_line_begin (line, "X-CHANCERY-EVENT");
  chn_line_put_raw (line, "b64u.", 5);
  chn_line_put_raw (line, payload->encoded->str, payload->encoded->len);
  chn_line_end (line);
}

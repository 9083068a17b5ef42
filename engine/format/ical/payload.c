/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The payload that brings every field of an event back from a calendar client. */
#include "format/ical/payload.h"

#include "format/json/event.h"

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
  const guchar *at = (const guchar *) bytes->str, *end = at + bytes->len;
  char *to = out->str;
  for (; end - at >= 3; at += 3, to += 4) {
    to[0] = digits[at[0] >> 2];
    to[1] = digits[(at[0] & 3) << 4 | at[1] >> 4];
    to[2] = digits[(at[1] & 15) << 2 | at[2] >> 6];
    to[3] = digits[at[2] & 63];
  }
  if (at < end) {
    guint second = end - at > 1 ? (guint) at[1] : 0u;
    *to++ = digits[at[0] >> 2];
    *to++ = digits[((guint) at[0] & 3u) << 4 | second >> 4];
    if (end - at > 1)
      *to++ = digits[(second & 15) << 2];
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The payload that brings every field of an event back from a calendar client. */
#include "format/ical/payload.h"

#include "base/base64.h"
#include "format/json/event.h"

static const char mark[] = CHN_PAYLOAD_MARK;

/* Kept from event to event, so that a large export does not allocate for each. */
struct _ChnPayload {
  GString *json;
  GString *encoded;
  ChnWriter *writer;
};

ChnPayload *
chn_payload_new (void)
{
  ChnPayload *payload = g_new (ChnPayload, 1);
  payload->json = g_string_new (NULL);
  payload->encoded = g_string_new (NULL);
  payload->writer = chn_writer_new_for_string (payload->json);
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

ChnPayloadDigest
chn_payload_format_digest (guint64 digest)
{
  const guint64 bytes = GUINT64_TO_BE (digest);
  ChnPayloadDigest formatted;
  *chn_base64_put (formatted.text, (const char *) &bytes, sizeof bytes) = '\0';
  return formatted;
}

void
chn_payload_put (ChnPayload *payload, ChnContentLine *line, const ChnTimeline *timeline, guint row,
                 const ChnEvent *event)
{
  ChnPayloadDigest digest = chn_payload_format_digest (line->digest);
  g_string_truncate (payload->json, 0);
  chn_json_put_event (payload->writer, timeline, row, event, CHN_JSON_WHOLE, digest.text);
  chn_writer_finish (payload->writer, NULL);
  chn_base64_encode (payload->json->str, payload->json->len, payload->encoded);
  chn_line_begin (line, "X-CHANCERY-EVENT");
  chn_line_put_raw (line, mark, strlen (mark));
  chn_line_put_raw (line, payload->encoded->str, payload->encoded->len);
  chn_line_end (line);
}

gboolean
chn_payload_decode (const ChnSlice *value, GString *object, gsize *offset, const char **what)
{
  const gsize n = strlen (mark);
  *offset = 0;
  *what = "a payload that does not begin with \"b64u.\"";
  if (value->length < n || memcmp (value->text, mark, n) != 0)
    return FALSE;
  *what = "the payload is not whole base64url";
  if (chn_base64_decode (value->text + n, value->length - n, object, offset))
    return TRUE;
  *offset += n;
  return FALSE;
}

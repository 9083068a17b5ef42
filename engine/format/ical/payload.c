/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The payload that brings every field of an event back from a calendar client. */
#include "format/ical/payload.h"

#include "format/ical/base64.h"
#include "format/json/event.h"

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

void
chn_payload_put (ChnPayload *payload, ChnContentLine *line, const ChnTimeline *timeline, guint row,
                 const ChnEvent *event)
{
  g_string_truncate (payload->json, 0);
  chn_json_put_event (payload->writer, timeline, row, event, CHN_JSON_WHOLE);
  chn_writer_finish (payload->writer, NULL);
  chn_base64_encode (payload->json->str, payload->json->len, payload->encoded);
  chn_line_begin (line, "X-CHANCERY-EVENT");
  chn_line_put_raw (line, "b64u.", 5);
  chn_line_put_raw (line, payload->encoded->str, payload->encoded->len);
  chn_line_end (line);
}

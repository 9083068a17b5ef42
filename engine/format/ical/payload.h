/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/line.h"
#include "format/ical/scan.h"

/*
 * The payload of a VEVENT: X-CHANCERY-EVENT with the event's JSON object as base64url (RFC 4648, section 5, without
 * padding) behind "b64u.", which calendar clients hand back unharmed where they would not raw JSON. Its member
 * "digest" tells of the lines that stand beside it.
 */
typedef struct _ChnPayload ChnPayload;

#define CHN_PAYLOAD_MARK "b64u."

ChnPayload *chn_payload_new (void);
void chn_payload_free (ChnPayload *payload);

/* Puts the payload of a row, with the digest of the lines that were put before. */
void chn_payload_put (ChnPayload *payload, ChnContentLine *line, const ChnTimeline *timeline, guint row,
                      const ChnEvent *event);

/* The text of a digest: base64url of its eight bytes, the highest first. */
typedef struct {
  char text[12];
} ChnPayloadDigest;

ChnPayloadDigest chn_payload_format_digest (guint64 digest);

/* The object of a payload as it is written, into a string; FALSE with the place of what is wrong and a word on it. */
gboolean chn_payload_decode (const ChnSlice *value, GString *object, gsize *offset, const char **what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnPayload, chn_payload_free)

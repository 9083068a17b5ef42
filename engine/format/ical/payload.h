/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/line.h"

/*
 * The payload of a VEVENT: X-CHANCERY-EVENT with the event's JSON object as base64url (RFC 4648,
 * section 5, without padding) behind "b64u.", which calendar clients hand back unharmed where they
 * would not raw JSON.
 */
typedef struct _ChnPayload ChnPayload;

ChnPayload *chn_payload_new (void);
void chn_payload_free (ChnPayload *payload);
void chn_payload_put (ChnPayload *payload, ChnContentLine *line, const ChnTimeline *timeline, guint row,
                      const ChnEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnPayload, chn_payload_free)

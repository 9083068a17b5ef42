/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/sealed.h"

/* An id that an event had, or that another had which was joined with it, is kept among its extras under this key: it
 * finds the event still, so that links and relations hold. */
#define CHN_FORMER_ID_KEY "former-id"

/* The UID that a calendar had given to such an event. */
#define CHN_FORMER_UID_KEY "former-uid"

/* The row that had an id before; FALSE where none had. */
gboolean chn_timeline_find_former (const ChnTimeline *timeline, const char *id, guint *row);

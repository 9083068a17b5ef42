/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* Whether an event has something already. */

gboolean chn_event_has_item (const ChnEvent *event, ChnField field, const char *text);

/* Of these only the first few dozen are looked at, since what a file repeats without end shall not cost its square.
 */
gboolean chn_event_has_actor (const ChnEvent *event, const char *id, guint role);
gboolean chn_event_has_relation (const ChnEvent *event, guint type, const char *target);
gboolean chn_event_cites (const ChnEvent *event, const char *source);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Until when work is worth doing. It may be asked often, and called off from another thread. */
typedef struct {
  gint64 ends;        /* by g_get_monotonic_time(); G_MAXINT64: never */
  gint is_called_off; /* atomic */
} ChnDeadline;

/* So many milliseconds from now. */
void chn_deadline_start (ChnDeadline *deadline, gint64 milliseconds);

void chn_deadline_call_off (ChnDeadline *deadline);

/* Whether work is to end now; NULL never passes. Costs some twenty nanoseconds. */
gboolean chn_deadline_has_passed (ChnDeadline *deadline);

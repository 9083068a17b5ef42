/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says whether work that takes long is still worth doing. */
#include "base/deadline.h"

void
chn_deadline_start (ChnDeadline *deadline, gint64 milliseconds)
{
  deadline->ends = g_get_monotonic_time () + milliseconds * 1000;
  g_atomic_int_set (&deadline->is_called_off, FALSE);
}

void
chn_deadline_call_off (ChnDeadline *deadline)
{
  g_atomic_int_set (&deadline->is_called_off, TRUE);
}

gboolean
chn_deadline_has_passed (ChnDeadline *deadline)
{
  return deadline && (g_atomic_int_get (&deadline->is_called_off) || g_get_monotonic_time () >= deadline->ends);
}

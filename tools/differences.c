/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How two timelines differ, a line a place. */
#include "differences.h"

char *
difference_dup_line (const ChnDifference *difference)
{
  const char *field = chn_field_get_info (difference->field)->name;
  const char *mine = difference->mine ? difference->mine : "nothing";
  const char *edited = difference->edited ? difference->edited : "nothing";
  switch (difference->kind) {
  case CHN_DIFFERENCE_CHANGED:
    return g_strdup_printf ("changed  %s  %s: %s → %s", difference->id, field, mine, edited);
  case CHN_DIFFERENCE_ADDED:
    return g_strdup_printf ("added    %s  %s", difference->id, edited);
  case CHN_DIFFERENCE_LACKING_FIELD:
    return g_strdup_printf ("lacking  %s  %s: %s", difference->id, field, mine);
  case CHN_DIFFERENCE_LACKING_EVENT:
    return g_strdup_printf ("lacking  %s  the event: %s", difference->id, mine);
  case CHN_DIFFERENCE_SOURCE:
    return g_strdup_printf ("source   %s  %s", difference->id, difference->edited ? edited : "without particulars");
  }
  g_return_val_if_reached (NULL);
}

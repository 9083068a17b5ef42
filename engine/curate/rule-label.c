/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about labels: a short title that is not short. */
#include "curate/rule.h"

enum { MOST_CHARACTERS = 40 };

void
chn_rule_long_label (const ChnCheck *check)
{
  const char *label = chn_event_get_text (check->event, CHN_FIELD_LABEL);
  glong n = label ? g_utf8_strlen (label, -1) : 0;
  if (n > MOST_CHARACTERS)
    chn_check_found (check, CHN_FIELD_LABEL, 0, "name the matter in a few words; the sentence is the title",
                     "the label has %ld characters, more than %d", n, MOST_CHARACTERS);
}

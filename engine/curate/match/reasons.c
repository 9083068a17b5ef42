/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why two events are thought to be one, in words. */
#include <chancery/match.h>

/* By the bits of ChnMatchReason. */
static const char *const texts[] = {
  "the same event of one timeline",
  "the same id",
  "the same UID",
  "a symbol that no other event has",
  "a symbol that further events have, too",
  "other symbols of one series",
  "the same date",
  "a date that may be the same, or is a day off",
  "another date",
  "the same forum",
  "a forum above or below",
  "another forum",
  "the same vote",
  "another vote",
  "the same kind",
  "another kind",
  "the same title",
  "words that few others have",
  "other words",
  "the same actors",
  "a source that both cite",
  "another event fits nearly as well",
};

const char *
chn_match_reason_get_text (ChnMatchReason reason)
{
  guint bit = (guint) g_bit_nth_lsf (reason, -1);
  g_return_val_if_fail (bit < G_N_ELEMENTS (texts), NULL);
  return texts[bit];
}

char *
chn_match_dup_reasons (const ChnMatch *match)
{
  GString *reasons = g_string_new (NULL);
  for (guint bit = 0; bit < G_N_ELEMENTS (texts); bit++)
    if (match->reasons >> bit & 1)
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? ", " : "", texts[bit]);
  return g_string_free (reasons, FALSE);
}

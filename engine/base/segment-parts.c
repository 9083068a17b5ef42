/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Between which characters a word may end: some scripts part words by blanks, others do not. */
#include "base/segment-parts.h"

static gboolean
is_unparted_script (gunichar c)
{
  if (c < 0x0E00)
    return FALSE;
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_BOPOMOFO:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
chn_segment_parts (gunichar left, gunichar right)
{
  return !g_unichar_isalnum (left) || !g_unichar_isalnum (right) || is_unparted_script (left) ||
         is_unparted_script (right);
}

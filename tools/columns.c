/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The width of text on a terminal. */
#include "columns.h"

guint
columns_count (const char *text)
{
  guint columns = 0;
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return columns;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>
#include <string.h>

/* What English says of a canonical text: no second that is 0, unless it gives the text itself. */
static inline char *
dup_said_in_english (const char *english, const char *canonical)
{
  if (strstr (english, " (EDTF "))
    return g_strdup (canonical);
  g_autoptr (GRegex) zero = g_regex_new ("(T\\d\\d:\\d\\d):00", 0, 0, NULL);
  return g_regex_replace (zero, canonical, -1, 0, "\\1", 0, NULL);
}

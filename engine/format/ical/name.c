/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of iCalendar properties: found by their length and first letter, then compared once. */
#include "format/ical/name.h"

#include <string.h>

#include "base/ascii.h"

enum { SHORTEST = 3, LONGEST = 16 };

typedef struct {
  char text[LONGEST + 1];
  guint8 name; /* a ChnIcalName */
} Row;

#define TEXT_AND_NAME(name, text) { text, CHN_ICAL_##name },

/* By length; of one length few share their first letter. */
static const Row rows[] = { CHN_ICAL_NAMES (TEXT_AND_NAME) };

/* The first row of each length; the rows of a length end where those of the next begin. */
static const guint8 first[LONGEST + 2] = { 0, 0, 0, 0, 3, 5, 10, 15, 19, 25, 26, 29, 30, 33, 36, 37, 38, 39 };

/* memcmp() of names without a call: two words that may overlap cover every length. */
static inline gboolean
is_same (const char *a, const char *b, gsize length)
{
  if (length >= 8)
    return memcmp (a, b, 8) == 0 && memcmp (a + length - 8, b + length - 8, 8) == 0;
  if (length >= 4)
    return memcmp (a, b, 4) == 0 && memcmp (a + length - 4, b + length - 4, 4) == 0;
  return memcmp (a, b, SHORTEST) == 0;
}

static ChnIcalName
find_upper (const char *text, gsize length)
{
  for (guint i = first[length]; i < first[length + 1]; i++)
    if (rows[i].text[0] == text[0] && is_same (rows[i].text, text, length))
      return (ChnIcalName) rows[i].name;
  return CHN_ICAL_OTHER;
}

ChnIcalName
chn_ical_name_find (const char *text, gsize length)
{
  char upper[LONGEST];
  if (length < SHORTEST || length > LONGEST)
    return CHN_ICAL_OTHER;
  ChnIcalName name = find_upper (text, length);
  if (name != CHN_ICAL_OTHER)
    return name;
  for (gsize i = 0; i < length; i++)
    upper[i] = chn_ascii_to_upper (text[i]);
  return find_upper (upper, length);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The English words of dates, for writing and reading. */
#include "date/english.h"

#include <string.h>

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

static const char *const seasons[] = {
  "spring",
  "summer",
  "autumn",
  "winter",
  "spring",
  "summer",
  "autumn",
  "winter",
  "spring",
  "summer",
  "autumn",
  "winter",
  "first quarter",
  "second quarter",
  "third quarter",
  "fourth quarter",
  "first quadrimester",
  "second quadrimester",
  "third quadrimester",
  "first half",
  "second half",
};

static const struct {
  const char *word;
  guint8 qualifier;
} qualifiers[] = {
  { "about", CHN_QUALIFIER_APPROXIMATE },  { "approximately", CHN_QUALIFIER_APPROXIMATE },
  { "around", CHN_QUALIFIER_APPROXIMATE }, { "c.", CHN_QUALIFIER_APPROXIMATE },
  { "ca.", CHN_QUALIFIER_APPROXIMATE },    { "ca", CHN_QUALIFIER_APPROXIMATE },
  { "circa", CHN_QUALIFIER_APPROXIMATE },  { "roughly", CHN_QUALIFIER_APPROXIMATE },
  { "possibly", CHN_QUALIFIER_UNCERTAIN }, { "maybe", CHN_QUALIFIER_UNCERTAIN },
  { "perhaps", CHN_QUALIFIER_UNCERTAIN },  { "probably", CHN_QUALIFIER_UNCERTAIN },
};

const char *
chn_english_get_month (int month)
{
  g_assert (month >= 1 && month <= 12);
  return months[month - 1];
}

int
chn_english_find_month (const char *word)
{
  gsize length = strlen (word);
  if (length > 0 && word[length - 1] == '.')
    length--;
  if (length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], word, length) == 0)
      return (int) i + 1;
  return 0;
}

const char *
chn_english_get_season (int number)
{
  g_assert (chn_season_get (number) != NULL);
  return seasons[number - 21];
}

int
chn_english_find_season (const char *words)
{
  if (g_ascii_strcasecmp (words, "fall") == 0)
    return 23;
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (g_ascii_strcasecmp (seasons[i], words) == 0)
      return 21 + (int) i;
  return 0;
}

int
chn_english_find_ordinal (const char *word)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth" };
  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_ascii_strcasecmp (ordinals[i], word) == 0)
      return (int) i + 1;
  return 0;
}

guint8
chn_english_find_qualifier (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (g_ascii_strcasecmp (qualifiers[i].word, word) == 0)
      return qualifiers[i].qualifier;
  return 0;
}

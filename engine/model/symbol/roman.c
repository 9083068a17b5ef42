/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Roman numerals, in which organs counted their sessions and meetings. */
#include "model/symbol/roman.h"

#include <string.h>

typedef struct {
  const char *digits;
  int value;
} Numeral;

static const Numeral numerals[] = {
  { "D", 500 }, { "CD", 400 }, { "C", 100 }, { "XC", 90 }, { "L", 50 }, { "XL", 40 },
  { "X", 10 },  { "IX", 9 },   { "V", 5 },   { "IV", 4 },  { "I", 1 },
};

/* Whether the numeral of this value is spelled so. */
static gboolean
is_spelled (int value, const char *text, gsize length)
{
  gsize at = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (gsize bytes = strlen (numerals[i].digits); value >= numerals[i].value; value -= numerals[i].value) {
      if (at + bytes > length || g_ascii_strncasecmp (text + at, numerals[i].digits, bytes) != 0)
        return FALSE;
      at += bytes;
    }
  return at == length;
}

int
chn_roman_parse (const char *text, gsize length)
{
  int value = 0;
  gsize at = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (numerals) && at < length; i++)
    for (gsize bytes = strlen (numerals[i].digits);
         at + bytes <= length && g_ascii_strncasecmp (text + at, numerals[i].digits, bytes) == 0 && value < 900;
         at += bytes)
      value += numerals[i].value;
  return value > 0 && value < 900 && at == length && is_spelled (value, text, length) ? value : 0;
}

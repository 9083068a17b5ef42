/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Matches symbols against templates, in which series are written down as people read them.
 *
 *   template = *( character | " " | place ) [ "{document}" ]
 *   place    = "{year}"      four digits             | "{yy}"       two digits of a year
 *            | "{session}"   one to three digits     | "{special}"  the same, of a special session
 *            | "{roman}"     a session in Roman      | "{late}"     the same, after the thirtieth
 *            | "{cycle}"     a year that names a conference | "{meeting}"  digits, of a meeting beside the sessions
 *            | "{number}"    digits                  | "{numeral}"  digits or Roman
 *            | "{name}"      letters and digits      | "{letter}"   one letter
 *            | "{country}"   three letters           | "{document}" all that is left
 */
#include "model/symbol/template.h"

#include <string.h>

#include "model/symbol/character.h"
#include "model/symbol/roman.h"

typedef struct {
  const char *start, *at;
  gboolean prose;
  ChnTemplateFound *found;
} Matching;

static void
spell (ChnTemplateFound *found, const char *text, gsize length)
{
  gsize room = sizeof found->text - 1 - found->length;
  length = MIN (length, room);
  memcpy (found->text + found->length, text, length);
  found->length += length;
  found->text[found->length] = '\0';
}

/* A blank between letters and digits parts them; beside anything else it says nothing. */
static gboolean
is_void (const Matching *matching)
{
  const char *at = matching->at;
  if (matching->prose)
    return *at == ' ' || *at == '.';
  return *at == ' ' && !(at > matching->start && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]));
}

static void
skip_blanks (Matching *matching)
{
  while (is_void (matching))
    matching->at++;
}

/* Takes up to `most` characters of a kind; 0 where there are fewer than `least`, or more. */
static gsize
take (Matching *matching, gboolean (*belongs) (char), gsize least, gsize most)
{
  gsize n = 0;
  while (belongs (matching->at[n]))
    n++;
  if (n < least || n > most)
    return 0;
  matching->at += n;
  return n;
}

static int
to_number (const char *digits, gsize length)
{
  int value = 0;
  for (gsize i = 0; i < length; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

static gboolean
take_four_digits (Matching *matching, int *value)
{
  enum { FIRST_YEAR = 1919, LAST_YEAR = 2199 };
  const char *start = matching->at;
  gsize n = take (matching, chn_symbol_is_digit, 4, 4);
  *value = to_number (start, n);
  if (n == 0 || *value < FIRST_YEAR || *value > LAST_YEAR)
    return FALSE;
  spell (matching->found, start, n);
  return TRUE;
}

static gboolean
take_year (Matching *matching)
{
  return take_four_digits (matching, &matching->found->year);
}

static gboolean
take_cycle (Matching *matching)
{
  return take_four_digits (matching, &matching->found->cycle);
}

/* Of the United Nations' time. */
static gboolean
take_short_year (Matching *matching)
{
  enum { FIRST = 45 };
  const char *start = matching->at;
  if (!chn_symbol_is_digit (start[0]) || !chn_symbol_is_digit (start[1]))
    return FALSE;
  int value = to_number (start, 2);
  matching->found->year = value < FIRST ? 2000 + value : 1900 + value;
  matching->at += 2;
  spell (matching->found, start, 2);
  return TRUE;
}

static gboolean
take_any_session (Matching *matching, const char *prefix)
{
  const char *start = matching->at;
  gsize n = take (matching, chn_symbol_is_digit, 1, 3);
  if (n == 0 || to_number (start, n) == 0)
    return FALSE;
  g_snprintf (matching->found->session, sizeof matching->found->session, "%s%d", prefix, to_number (start, n));
  spell (matching->found, start, n);
  return TRUE;
}

static gboolean
take_session (Matching *matching)
{
  return take_any_session (matching, "");
}

static gboolean
take_special (Matching *matching)
{
  return take_any_session (matching, "S-");
}

/* A meeting beside the sessions, which are counted apart. */
static gboolean
take_meeting (Matching *matching)
{
  return take_any_session (matching, "M-");
}

static gboolean
take_roman_from (Matching *matching, int least)
{
  ChnTemplateFound *found = matching->found;
  const char *start = matching->at;
  gsize n = take (matching, chn_symbol_is_letter, 1, sizeof found->roman - 1);
  int session = n > 0 ? chn_roman_parse (start, n) : 0;
  if (session < least)
    return FALSE;
  g_autofree char *upper = g_ascii_strup (start, (gssize) n);
  g_strlcpy (found->roman, upper, sizeof found->roman);
  g_snprintf (found->session, sizeof found->session, "%d", session);
  spell (found, upper, n);
  return TRUE;
}

static gboolean
take_roman (Matching *matching)
{
  return take_roman_from (matching, 1);
}

/* The Assembly counted in Roman up to its thirtieth session, other organs went on. */
static gboolean
take_late (Matching *matching)
{
  return take_roman_from (matching, 31);
}

static gboolean
take_number (Matching *matching)
{
  ChnTemplateFound *found = matching->found;
  const char *start = matching->at;
  gsize n = take (matching, chn_symbol_is_digit, 1, sizeof found->number - 1);
  g_strlcpy (found->number, start, n + 1);
  spell (found, start, n);
  return n > 0;
}

static gboolean
take_numeral (Matching *matching)
{
  ChnTemplateFound *found = matching->found;
  const char *start = matching->at;
  if (chn_symbol_is_digit (*start))
    return take_number (matching);
  gsize n = take (matching, chn_symbol_is_letter, 1, sizeof found->number - 1);
  if (n == 0 || chn_roman_parse (start, n) == 0)
    return FALSE;
  g_autofree char *upper = g_ascii_strup (start, (gssize) n);
  g_strlcpy (found->number, upper, sizeof found->number);
  spell (found, upper, n);
  return TRUE;
}

/* Letters become capitals, also where another number follows. */
static gboolean
take_capitals (Matching *matching, gsize n, char *copy, gsize room)
{
  g_autofree char *upper = g_ascii_strup (matching->at - n, (gssize) n);
  if (copy)
    g_strlcpy (copy, upper, room);
  spell (matching->found, upper, n);
  return n > 0;
}

static gboolean
take_name (Matching *matching)
{
  enum { LONGEST = 24 };
  return take_capitals (matching, take (matching, chn_symbol_is_letter_or_digit, 1, LONGEST), NULL, 0);
}

static gboolean
take_letter (Matching *matching)
{
  ChnTemplateFound *found = matching->found;
  return take_capitals (matching, take (matching, chn_symbol_is_letter, 1, 1), found->letter, sizeof found->letter);
}

static gboolean
take_country (Matching *matching)
{
  ChnTemplateFound *found = matching->found;
  return take_capitals (matching, take (matching, chn_symbol_is_letter, 3, 3), found->country, sizeof found->country);
}

typedef struct {
  const char *name;
  gboolean (*take) (Matching *matching);
} Place;

static const Place places[] = {
  { "{year}", take_year },       { "{yy}", take_short_year },   { "{cycle}", take_cycle },
  { "{session}", take_session }, { "{special}", take_special }, { "{meeting}", take_meeting },
  { "{roman}", take_roman },     { "{late}", take_late },       { "{number}", take_number },
  { "{numeral}", take_numeral }, { "{country}", take_country }, { "{name}", take_name },
  { "{letter}", take_letter },
};

static const Place *
find_place (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (at, places[i].name))
      return &places[i];
  return NULL;
}

static gboolean
match_character (Matching *matching, char wanted)
{
  skip_blanks (matching);
  if (wanted == ' ' || (matching->prose && wanted == '.')) {
    matching->at += *matching->at == ' ';
    spell (matching->found, &wanted, 1);
    return TRUE;
  }
  if (g_ascii_toupper (*matching->at) != g_ascii_toupper (wanted))
    return FALSE;
  spell (matching->found, &wanted, 1);
  matching->at++;
  return TRUE;
}

gboolean
chn_template_match (const char *template, const char *text, gboolean prose, ChnTemplateFound *found)
{
  Matching matching = { text, text, prose, found };
  *found = (ChnTemplateFound){ .rest = text };
  for (const char *at = template; *at != '\0' && strcmp (at, "{document}") != 0;) {
    const Place *place = *at == '{' ? find_place (at) : NULL;
    skip_blanks (&matching);
    if (place ? !place->take (&matching) : !match_character (&matching, *at))
      return FALSE;
    at += place ? strlen (place->name) : 1;
  }
  skip_blanks (&matching);
  found->rest = matching.at;
  return TRUE;
}

gboolean
chn_template_excludes (const char *template, char first)
{
  return template[0] != '{' && g_ascii_toupper (template[0]) != g_ascii_toupper (first);
}

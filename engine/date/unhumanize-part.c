/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads one part of a date in English: what humanize-part.c writes, and what people write.
 *
 *   part   = { word } [ "(" note { (";" | ",") note } ")" ]
 *   word   = qualifier | month | day | year | era | season | ordinal "quarter" | ordinal "century"
 *          | hh ":" mm [ ":" ss ] | "the" | "of" | "in" | "at" | "on" | ","
 *   day    = number of one or two digits, or with "st", "nd", "rd", "th"
 *   year   = number of three digits or more; "1990s"; with an era, any number
 *   era    = "AD" | "CE" | "BC" | "BCE"
 *
 * Words may stand in any order; none may be said twice.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "date/english.h"

enum { LONGEST_NUMBER = 12 };

typedef struct {
  ChnEnglishPart *part;
  int ordinal;   /* "2nd", "second", until what follows tells of what */
  gint64 number; /* of one or two digits, until an era or nothing follows */
  gboolean has_number;
  gboolean era_given, before_christ;
} Reader;

static gboolean
set_month (Reader *reader, int month)
{
  if (reader->part->month != 0)
    return FALSE;
  reader->part->month = month;
  return TRUE;
}

static gboolean
set_day (Reader *reader, gint64 day)
{
  if (reader->part->day != 0 || day < 1 || day > 31)
    return FALSE;
  reader->part->day = (int) day;
  return TRUE;
}

static gboolean
set_year (Reader *reader, gint64 year, int n_masked)
{
  if (reader->part->has_year)
    return FALSE;
  reader->part->has_year = TRUE;
  reader->part->year = year;
  reader->part->n_masked = n_masked;
  return TRUE;
}

static gboolean
set_era (Reader *reader, gboolean before_christ)
{
  if (reader->era_given)
    return FALSE;
  reader->era_given = TRUE;
  reader->before_christ = before_christ;
  return TRUE;
}

/* What a number that was set aside means once it is known that no era takes it. */
static gboolean
settle_number (Reader *reader)
{
  if (!reader->has_number)
    return TRUE;
  reader->has_number = FALSE;
  gboolean is_year = reader->era_given && !reader->part->has_year;
  return is_year ? set_year (reader, reader->number, 0) : set_day (reader, reader->number);
}

static gboolean
read_clock (Reader *reader, const char *word)
{
  ChnEnglishPart *part = reader->part;
  int fields[3] = { 0 }, n = 0;
  if (part->has_time)
    return FALSE;
  for (const char *at = word; n < 3; at++) {
    gsize digits = strspn (at, "0123456789");
    if (digits < 1 || digits > 2)
      return FALSE;
    fields[n++] = atoi (at);
    at += digits;
    if (*at == '\0')
      break;
    if (*at != ':')
      return FALSE;
  }
  part->has_time = TRUE;
  part->hour = fields[0];
  part->minute = fields[1];
  part->second = fields[2];
  part->has_seconds = n == 3;
  return n >= 2;
}

static gboolean
read_number (Reader *reader, const char *word, gsize n_digits)
{
  const char *suffix = word + n_digits;
  if (n_digits > LONGEST_NUMBER)
    return FALSE;
  gint64 number = g_ascii_strtoll (word, NULL, 10);
  if (strcmp (suffix, "s") == 0 && number % 10 == 0 && n_digits >= 3 && n_digits <= 4)
    return set_year (reader, number, 1);
  for (const char *const *end = (const char *const[]){ "st", "nd", "rd", "th", NULL }; *end; end++)
    if (g_ascii_strcasecmp (suffix, *end) == 0 && number >= 1 && number <= 100 && reader->ordinal == 0) {
      reader->ordinal = (int) number;
      return TRUE;
    }
  if (*suffix != '\0')
    return FALSE;
  gboolean after_ad = reader->era_given && !reader->before_christ && !reader->part->has_year;
  if (n_digits >= 3 || after_ad)
    return set_year (reader, number, 0);
  if (!settle_number (reader))
    return FALSE;
  reader->has_number = TRUE;
  reader->number = number;
  return TRUE;
}

/* "2nd century", "third quarter". */
static gboolean
read_counted (Reader *reader, const char *word)
{
  int n = reader->ordinal;
  reader->ordinal = 0;
  if (g_ascii_strcasecmp (word, "century") == 0)
    return set_year (reader, (n - 1) * 100, 2);
  if (g_ascii_strcasecmp (word, "millennium") == 0)
    return n <= 10 && set_year (reader, (n - 1) * 1000, 3);
  static const char *const ordinals[] = { "", "first", "second", "third", "fourth" };
  if (n < (int) G_N_ELEMENTS (ordinals)) {
    g_autofree char *words = g_strdup_printf ("%s %s", ordinals[n], word);
    int season = chn_english_find_season (words);
    if (season != 0)
      return set_month (reader, season);
  }
  return set_day (reader, n);
}

/* Whether a word belongs to the ordinal before it; others leave a day, "the 18th of November". */
static gboolean
is_counted (const char *word)
{
  static const char *const counted[] = { "century", "millennium", "quarter", "quadrimester", "half" };
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_ascii_strcasecmp (word, counted[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_era (Reader *reader, const char *word)
{
  gboolean before = g_ascii_strcasecmp (word, "BC") == 0 || g_ascii_strcasecmp (word, "BCE") == 0;
  if (!set_era (reader, before))
    return FALSE;
  if (!before || !reader->has_number || reader->part->has_year)
    return TRUE; /* "AD" stands before its year, mostly */
  reader->has_number = FALSE;
  return set_year (reader, reader->number, 0);
}

static gboolean
is_word_of (const char *word, const char *const *words)
{
  for (; *words; words++)
    if (g_ascii_strcasecmp (word, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_word (Reader *reader, const char *word)
{
  static const char *const noise[] = { "the", "of", "in", "at", "on", NULL };
  static const char *const eras[] = { "AD", "CE", "BC", "BCE", NULL };
  gsize n_digits = strspn (word, "0123456789");
  guint8 qualifier = chn_english_find_qualifier (word);
  int month = chn_english_find_month (word), season = chn_english_find_season (word);
  int ordinal = chn_english_find_ordinal (word);
  if (reader->ordinal != 0 && is_counted (word))
    return read_counted (reader, word);
  if (is_word_of (word, noise))
    return TRUE;
  if (is_word_of (word, eras))
    return read_era (reader, word);
  if (strchr (word, ':'))
    return read_clock (reader, word);
  if (n_digits > 0)
    return read_number (reader, word, n_digits);
  if (month != 0 || season != 0)
    return set_month (reader, month != 0 ? month : season);
  if (ordinal != 0 && reader->ordinal == 0) {
    reader->ordinal = ordinal;
    return TRUE;
  }
  gboolean is_new = qualifier != 0 && (reader->part->lead & qualifier) == 0;
  reader->part->lead |= qualifier;
  return is_new;
}

static gboolean
fail_at (GError **error, const char *text, const char *at, gsize length)
{
  chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (at - text), length,
                    "write as in \"18 November 2014\", \"about September 2014\", \"2001\xE2\x80\x93"
                    "2003\"",
                    "found \"%.*s\", expected the words of a date", (int) MIN (length, 40), at);
  return FALSE;
}

static gboolean
read_notes (ChnEnglishPart *part, const char *text, const char *notes, GError **error)
{
  gsize length = strlen (notes);
  if (notes[length - 1] != ')')
    return fail_at (error, text, notes, length);
  for (const char *at = notes + 1; at < notes + length;) {
    gsize n = strcspn (at, ";,)");
    g_autofree char *note = g_strstrip (g_strndup (at, n));
    if (!chn_english_read_note (part, note))
      return fail_at (error, text, at, n);
    at += n + 1;
  }
  return TRUE;
}

/* BC and its year: 44 BC is -0043, the 2nd century BC is -01XX. */
static gboolean
settle_era (Reader *reader)
{
  ChnEnglishPart *part = reader->part;
  if (!reader->era_given)
    return TRUE;
  if (!part->has_year || (part->n_masked > 0 && part->n_masked != 2))
    return FALSE;
  if (!reader->before_christ)
    return TRUE;
  if (part->n_masked == 0)
    part->year = 1 - part->year;
  part->negative = part->n_masked > 0 || part->year < 0;
  return part->n_masked > 0 || part->year <= 0;
}

static gboolean
settle (Reader *reader)
{
  if (!settle_number (reader))
    return FALSE;
  if (reader->ordinal != 0 && !set_day (reader, reader->ordinal))
    return FALSE;
  return settle_era (reader);
}

gboolean
chn_english_read_part (const char *text, ChnEnglishPart *part, GError **error)
{
  *part = (ChnEnglishPart){ 0 };
  Reader reader = { .part = part };
  const char *notes = strchr (text, '(');
  const char *end = notes ? notes : text + strlen (text);
  for (const char *at = text; at < end;) {
    gsize blanks = strspn (at, " ,"), length = strcspn (at + blanks, " ,(");
    at += blanks;
    if (length == 0)
      break;
    g_autofree char *word = g_strndup (at, length);
    if (!read_word (&reader, word))
      return fail_at (error, text, at, length);
    at += length;
  }
  if (!settle (&reader))
    return fail_at (error, text, text, (gsize) (end - text));
  return !notes || read_notes (part, text, notes, error);
}

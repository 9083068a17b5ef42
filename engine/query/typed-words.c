/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whether words of a query are a date: what is one in EDTF or in English, and a bare number that is a year of the
 * timeline. Which is the day and which the month of 03/04/2014 is never guessed.
 */
#include <chancery/date.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "query/date-phrase.h"
#include "query/typed.h"
#include "query/wording.h"

enum { YEAR_DIGITS = 4, DAY_DIGITS = 8 };

/* A date may lie so many years outside of the timeline's; farther off, a number is no year. */
enum { YEARS_AROUND = 50 };

/* Years that are named where the year is lacking, and the rows that are looked through for them. */
enum { MOST_YEARS_NAMED = 3, MOST_ROWS_SEARCHED = 100000 };

static gint64
get_year (gint64 seconds)
{
  return chn_civil_from_seconds (seconds).year;
}

ChnTypedYears
chn_typed_find_years (const ChnColumns *columns)
{
  ChnTypedYears years = { G_MAXINT64, G_MININT64 };
  guint32 first = 0, last = columns->n_rows;
  while (first < last && chn_columns_get_bounds (columns, first).earliest == CHN_TIME_MIN)
    first++;
  if (first == last)
    return years;
  years.first = get_year (chn_columns_get_bounds (columns, first).earliest);
  years.last = get_year (chn_columns_get_bounds (columns, last - 1).earliest);
  return years;
}

char *
chn_typed_dup_phrase (const ChnTypedWords *words)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < words->n; i++) {
    g_string_append (out, i > 0 ? " " : "");
    g_string_append_len (out, words->text + words->words[i].offset, (gssize) words->words[i].length);
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_number (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* A number behind one of these is that of a document. */
static gboolean
numbers_document (const char *before)
{
  static const char *const words[] = { "resolution", "resolutions", "res",     "decision", "decisions", "no",
                                       "nos",        "nr",          "number",  "unscr",    "scr",       "unsc",
                                       "document",   "doc",         "#",       "rule",     "article",   "para",
                                       "paragraph",  "section",     "meeting", NULL };
  g_autofree char *folded = before ? g_ascii_strdown (before, -1) : NULL;
  if (folded && g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  return folded && g_strv_contains (words, folded);
}

static ChnTyped
read_year (const ChnTypedWords *words, const char *number, const ChnTypedYears *years, char **term)
{
  int year = atoi (number);
  if (year < years->first || year > years->last || numbers_document (words->before))
    return CHN_TYPED_LEFT;
  *term = g_strconcat ("date:", number, NULL);
  return CHN_TYPED_READ;
}

static ChnTyped
refuse (const ChnTypedWords *words, const char *hint, GError **error)
{
  const ChnPlace *first = &words->words[0], *last = &words->words[words->n - 1];
  g_autofree char *phrase = chn_typed_dup_phrase (words);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, first->offset, last->offset + last->length - first->offset, hint,
                    "\"%s\" is not read as a date", phrase);
  return CHN_TYPED_ERROR;
}

static ChnTyped
refuse_for (const ChnTypedWords *words, const char *term, GError **error)
{
  g_autofree char *hint = g_strdup_printf ("write %s; to search for the text itself, put it in quotes", term);
  return refuse (words, hint, error);
}

/* Both ends of a range, each a date or nothing. */
static gboolean
is_range (const char *word)
{
  const char *dots = strstr (word, "..");
  if (!dots || strstr (dots + 2, "..") || strlen (word) <= 2)
    return FALSE;
  g_autofree char *low = g_strndup (word, (gsize) (dots - word));
  g_autofree char *low_date = *low ? chn_wording_dup_date (low) : g_strdup ("");
  g_autofree char *high_date = dots[2] ? chn_wording_dup_date (dots + 2) : g_strdup ("");
  return low_date && high_date && strcmp (low_date, low) == 0 && strcmp (high_date, dots + 2) == 0;
}

/* Day, month and year with signs between, in whatever order. */
static gboolean
has_three_numbers (const char *word)
{
  return g_regex_match_simple ("^(\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})$", word, 0, 0);
}

static ChnTyped
refuse_numbers (const ChnTypedWords *words, const char *word, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *meant = chn_wording_dup_date (word);
  g_autofree char *term = meant ? g_strconcat ("date:", meant, NULL) : NULL;
  if (term)
    return refuse_for (words, term, error);
  g_autoptr (ChnDate) date = chn_date_parse (word, -1, &inner);
  const char *hint = inner ? chn_error_get_hint (inner) : NULL;
  return date ? CHN_TYPED_LEFT : refuse (words, hint, error);
}

static ChnTyped
read_word (const ChnTypedWords *words, const char *word, const ChnTypedYears *years, char **term, GError **error)
{
  if (is_number (word, YEAR_DIGITS))
    return read_year (words, word, years, term);
  if (strspn (word, "0123456789") == strlen (word) && strlen (word) != DAY_DIGITS)
    return CHN_TYPED_LEFT;
  g_autoptr (ChnDate) date = g_ascii_isdigit (*word) ? chn_date_parse (word, -1, NULL) : NULL;
  if (date || is_range (word)) {
    *term = g_strconcat ("date:", word, NULL);
    return CHN_TYPED_READ;
  }
  if (has_three_numbers (word) || is_number (word, DAY_DIGITS))
    return refuse_numbers (words, word, error);
  return CHN_TYPED_LEFT;
}

/* Whether the dates of a term are near those of the timeline; what is told from today always is. */
static gboolean
is_near (const char *term, const ChnTypedYears *years)
{
  const char *digits = term + strcspn (term, "0123456789");
  if (strstr (term, "today") || strstr (term, "this-"))
    return TRUE;
  gsize n = strspn (digits, "0123456789");
  gint64 year = g_ascii_strtoll (digits, NULL, 10);
  if (g_str_has_prefix (term, "within:"))
    return TRUE;
  year = n == 3 ? year * 10 : year;
  return n >= 3 && year >= years->first - YEARS_AROUND && year <= years->last + YEARS_AROUND;
}

static ChnTyped
read_english (const ChnTypedWords *words, const char *phrase, const ChnTypedYears *years, char **term, GError **error)
{
  g_autofree char *found = NULL;
  ChnDatePhrase what = chn_date_phrase_read (phrase, &found);
  if (what == CHN_DATE_PHRASE_NONE && strpbrk (phrase, "0123456789")) {
    g_autoptr (ChnDate) date = chn_date_new_humanized (phrase, NULL);
    g_autofree char *edtf = date ? chn_date_dup_canonical (date) : NULL;
    found = edtf ? g_strconcat ("date:", edtf, NULL) : NULL;
    what = found ? CHN_DATE_PHRASE_DATE : CHN_DATE_PHRASE_NONE;
  }
  if (what == CHN_DATE_PHRASE_NONE || !is_near (found, years))
    return CHN_TYPED_LEFT;
  if (what == CHN_DATE_PHRASE_GUESS)
    return refuse_for (words, found, error);
  *term = g_steal_pointer (&found);
  return CHN_TYPED_READ;
}

static gboolean
has_event (const ChnColumns *columns, const ChnDate *date)
{
  const ChnDateBounds *wanted = chn_date_get_bounds (date);
  for (guint32 row = 0; row < MIN (columns->n_rows, MOST_ROWS_SEARCHED); row++) {
    ChnDateBounds found = chn_columns_get_bounds (columns, row);
    if (found.earliest >= wanted->earliest && found.latest <= wanted->latest)
      return TRUE;
  }
  return FALSE;
}

/* In the years in which something happened then, the newest first, or else in the last year of the timeline. */
static ChnTyped
refuse_without_year (const ChnTypedWords *words, const char *phrase, const ChnColumns *columns,
                     const ChnTypedYears *years, GError **error)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  guint n = 0;
  for (gint64 year = years->last; year >= years->first && year > years->last - YEARS_AROUND && n < MOST_YEARS_NAMED;
       year--) {
    g_autofree char *full = g_strdup_printf ("%s %" G_GINT64_FORMAT, phrase, year);
    g_autoptr (ChnDate) date = chn_date_new_humanized (full, NULL);
    g_autofree char *edtf = date && has_event (columns, date) ? chn_date_dup_canonical (date) : NULL;
    if (edtf)
      g_string_append_printf (hint, "%sdate:%s", n++ > 0 ? " or " : "write it with its year, as in ", edtf);
  }
  if (n == 0)
    g_string_printf (hint, "write it with its year, as in '%s %" G_GINT64_FORMAT "'", phrase, years->last);
  return refuse (words, hint->str, error);
}

ChnTyped
chn_typed_read_words (const ChnTypedWords *words, const ChnColumns *columns, const ChnTypedYears *years, char **term,
                      GError **error)
{
  g_autofree char *phrase = chn_typed_dup_phrase (words);
  *term = NULL;
  ChnTyped found = words->n == 1 ? read_word (words, phrase, years, term, error) : CHN_TYPED_LEFT;
  gboolean is_bare_number = words->n == 1 && strspn (phrase, "0123456789") == strlen (phrase);
  if (found == CHN_TYPED_LEFT && !is_bare_number)
    found = read_english (words, phrase, years, term, error);
  if (found == CHN_TYPED_LEFT && words->n > 1 && years->first <= years->last && chn_date_phrase_lacks_year (phrase))
    found = refuse_without_year (words, phrase, columns, years, error);
  return found;
}

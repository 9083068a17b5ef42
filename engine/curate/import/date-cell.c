/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads a cell of dates: EDTF as it stands, the number of a day, then what people write, and last the phrases that
 * the engine writes itself.
 *
 *   cell = EDTF / serial / dates           dates: date-part.c
 *   serial = 1*DIGIT [ "." 1*DIGIT ]       days since the one that the file counts from
 */
#include "curate/import/date-cell.h"

#include <string.h>

#include "base/serial-day.h"
#include "curate/import/date-part.h"
#include "query/date-phrase.h"

void
chn_date_reading_clear (ChnDateReading *reading)
{
  g_clear_pointer (&reading->edtf, g_free);
  g_clear_pointer (&reading->problem, g_free);
}

/* "[3]", "(a)", "*", "†" at the end. */
static gboolean
strip_mark (GString *text)
{
  static const char *const marks[] = { "*", "†", "‡", "§" };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (text->len > strlen (marks[i]) && g_str_has_suffix (text->str, marks[i])) {
      g_string_truncate (text, text->len - strlen (marks[i]));
      return TRUE;
    }
  char last = text->len > 0 ? text->str[text->len - 1] : '\0';
  const char *open = last == ']' ? strrchr (text->str, '[') : last == ')' ? strrchr (text->str, '(') : NULL;
  gsize inside = open ? (gsize) (text->str + text->len - open) - 2 : 0;
  if (!open || open == text->str || inside < 1 || inside > 3 || !g_ascii_isalnum (open[1]))
    return FALSE;
  g_string_truncate (text, (gsize) (open - text->str));
  return TRUE;
}

char *
chn_date_cell_dup_bare (const char *cell)
{
  g_autofree char *plain = chn_date_words_dup_plain (cell);
  GString *text = g_string_new (g_strstrip (plain));
  while (strip_mark (text))
    while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
      g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* A midnight is what spreadsheets say of a day without a time. */
static gboolean
read_edtf (const char *text, ChnDateReading *reading)
{
  g_autofree char *copy = g_strdup (text);
  char *midnight = strstr (copy, "T00:00:00");
  if (midnight && strspn (midnight + strlen ("T00:00:00"), "0.Z") == strlen (midnight) - strlen ("T00:00:00"))
    *midnight = '\0';
  g_autoptr (ChnDate) date = chn_date_parse (copy, -1, NULL);
  if (date)
    reading->edtf = g_steal_pointer (&copy);
  return reading->edtf != NULL;
}

/* "20141118": a day of ISO 8601 without dashes. */
static gboolean
read_basic (const char *text, ChnDateReading *reading)
{
  if (strlen (text) != 8 || strspn (text, "0123456789") != 8)
    return FALSE;
  g_autofree char *day = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  return read_edtf (day, reading);
}

/* 41961, 41961.5. FALSE where the text is no such number. */
static gboolean
read_serial (const char *text, const ChnDateHabits *habits, ChnDateReading *reading)
{
  gsize digits = strspn (text, "0123456789");
  gboolean has_rest = text[digits] == '.' && strspn (text + digits + 1, "0123456789") == strlen (text + digits + 1);
  if (digits != 5 || (text[digits] && !has_rest))
    return FALSE;
  if (habits->serials == CHN_SERIALS_NONE) {
    reading->problem = g_strdup_printf ("\"%s\" may be the number of a day, but the file does not say from when days "
                                        "are counted; say --serials 1900 (Excel) or 1904",
                                        text);
    return TRUE;
  }
  char day[CHN_SERIAL_DAY_SIZE];
  chn_serial_day_format (g_ascii_strtod (text, NULL), habits->serials == CHN_SERIALS_1904, day);
  reading->edtf = g_strdup (day);
  reading->is_serial = TRUE;
  return TRUE;
}

static void
append_days (GString *out, const ChnCellDate *date)
{
  g_string_append_printf (out, "%04d", date->year);
  if (date->season)
    g_string_append_printf (out, "-%02d", date->season);
  if (date->month && !date->season)
    g_string_append_printf (out, "-%02d", date->month);
  if (date->day && !date->season)
    g_string_append_printf (out, "-%02d", date->day);
  if (date->day && date->minutes > 1)
    g_string_append_printf (out, "T%02d:%02d", (date->minutes - 1) / 60, (date->minutes - 1) % 60);
  if (date->is_uncertain || date->is_approximate)
    g_string_append_c (out, !date->is_approximate ? '?' : date->is_uncertain ? '%' : '~');
}

/* The first and the last month, or day, of "early 2014", "late November 2014". */
static ChnCellDate
get_bound (const ChnCellDate *date, gboolean is_last)
{
  static const int months[][2] = { { 1, 4 }, { 5, 8 }, { 9, 12 } }, days[][2] = { { 1, 10 }, { 11, 20 }, { 21, 31 } };
  ChnCellDate bound = *date;
  if (!date->period || date->day || date->season)
    return bound;
  if (!date->month) {
    bound.month = months[date->period - 1][is_last];
    return bound;
  }
  bound.day = days[date->period - 1][is_last];
  if (is_last && date->period == CHN_DATE_LATE + 1)
    bound.day = g_date_get_days_in_month ((GDateMonth) date->month, (GDateYear) CLAMP (date->year, 1, 9999));
  return bound;
}

static gboolean
is_period (const ChnCellDate *date)
{
  return date->period && !date->day && !date->season;
}

/* One date, or the two ends of a span; how many were taken. In a set a span has other signs. */
static guint
append_span (GString *out, const ChnCellDates *dates, guint i, gboolean in_set)
{
  const ChnCellDate *first = &g_array_index (dates->dates, ChnCellDate, i);
  const ChnCellDate *second = first + 1;
  gboolean is_span = i + 1 < dates->dates->len && second->joint == CHN_DATE_TOKEN_DASH;
  ChnCellDate from = get_bound (first, FALSE), to = get_bound (is_span ? second : first, TRUE);
  append_days (out, &from);
  if (!is_span && !(in_set && is_period (first)))
    return 1;
  g_string_append (out, in_set ? ".." : "/");
  if (to.is_open)
    g_string_append (out, in_set ? "" : "..");
  else
    append_days (out, &to);
  return is_span ? 2 : 1;
}

static char *
dup_one (const ChnCellDates *dates)
{
  const ChnCellDate *first = &g_array_index (dates->dates, ChnCellDate, 0);
  gboolean is_vague = dates->is_between || (dates->dates->len == 1 && is_period (first));
  GString *out = g_string_new (is_vague ? "[" : dates->is_until && dates->dates->len == 1 ? "../" : "");
  append_span (out, dates, 0, is_vague);
  gboolean is_open = dates->dates->len == 1 && (dates->is_from || dates->ends_in_dash) && !dates->is_until;
  g_string_append (out, is_vague ? "]" : is_open ? "/.." : "");
  return g_string_free (out, FALSE);
}

/* How many dates and spans there are; what is said twice is one. */
static GPtrArray *
list_spans (const ChnCellDates *dates, gboolean *is_choice)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dates->dates->len;) {
    GString *out = g_string_new (NULL);
    *is_choice = *is_choice || g_array_index (dates->dates, ChnCellDate, i).is_choice;
    i += append_span (out, dates, i, TRUE);
    char *text = g_string_free (out, FALSE);
    if (g_ptr_array_find_with_equal_func (spans, text, g_str_equal, NULL))
      g_free (text);
    else
      g_ptr_array_add (spans, text);
  }
  return spans;
}

static char *
dup_edtf (const ChnCellDates *dates)
{
  gboolean is_choice = FALSE;
  g_autoptr (GPtrArray) spans = list_spans (dates, &is_choice);
  if (spans->len == 1)
    return dup_one (dates);
  g_ptr_array_add (spans, NULL);
  g_autofree char *list = g_strjoinv (",", (char **) spans->pdata);
  return g_strconcat (is_choice ? "[" : "{", list, is_choice ? "]" : "}", NULL);
}

static gboolean
is_loose (const ChnCellDates *dates)
{
  for (guint i = 0; i < dates->dates->len; i++)
    if (is_period (&g_array_index (dates->dates, ChnCellDate, i)))
      return TRUE;
  return FALSE;
}

static void
settle (const ChnCellDates *dates, ChnDateReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *edtf = dup_edtf (dates);
  g_autoptr (ChnDate) date = chn_date_parse (edtf, -1, &error);
  if (date)
    reading->edtf = g_steal_pointer (&edtf);
  else
    reading->problem = g_strdup_printf ("%s in %s", error->message, edtf);
  reading->is_loose = date && is_loose (dates);
}

static gboolean
is_end_alone (const ChnCellDates *dates)
{
  return dates->dates->len == 1 && g_array_index (dates->dates, ChnCellDate, 0).is_open;
}

static void
read_words (const char *text, const ChnDateHabits *habits, ChnDateReading *reading)
{
  const char *fault = NULL;
  gsize length = 0;
  g_autoptr (GArray) tokens = chn_date_tokens_read (text, &fault, &length);
  if (!tokens) {
    reading->problem =
        g_strdup_printf ("found \"%.*s\", expected the words of a date", (int) MIN (length, 40), fault);
    return;
  }
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ChnCellDate));
  ChnCellDates dates = { .dates = list, .habits = habits };
  if (chn_cell_dates_take (&dates, tokens) && is_end_alone (&dates))
    reading->is_end_open = TRUE;
  else if (!dates.problem && chn_cell_dates_complete (&dates))
    settle (&dates, reading);
  if (!reading->edtf && !reading->problem && !reading->is_end_open)
    reading->problem = dates.problem ? g_steal_pointer (&dates.problem) : g_strdup ("no date stands there");
  g_free (dates.problem);
}

/* Numbers alone are read in one way, above. */
static gboolean
has_letter (const char *text)
{
  while (*text && !g_ascii_isalpha (*text))
    text++;
  return *text != '\0';
}

/* "the 1990s", "5th century BC", "Q3 2014": what the engine says itself of dates, and queries take, is read. */
static gboolean
read_phrase (const char *text, ChnDateReading *reading)
{
  g_autoptr (ChnDate) date = chn_date_new_humanized (text, NULL);
  g_autofree char *edtf = date                ? chn_date_dup_canonical (date)
                          : has_letter (text) ? chn_date_phrase_dup_date (text)
                                              : NULL;
  g_autoptr (ChnDate) made = edtf ? chn_date_parse (edtf, -1, NULL) : NULL;
  if (!made)
    return FALSE;
  chn_date_reading_clear (reading);
  reading->edtf = g_steal_pointer (&edtf);
  return TRUE;
}

void
chn_date_cell_read (const char *cell, const ChnDateHabits *habits, ChnDateReading *reading)
{
  *reading = (ChnDateReading){ 0 };
  if (strlen (cell) > 500) {
    reading->problem = g_strdup ("found a text of more than 500 bytes, expected a date");
    return;
  }
  if (read_edtf (cell, reading))
    return;
  g_autofree char *text = chn_date_cell_dup_bare (cell);
  if (read_edtf (text, reading) || read_basic (text, reading) || read_serial (text, habits, reading))
    return;
  read_words (text, habits, reading);
  if (!reading->edtf && !reading->is_end_open)
    read_phrase (text, reading);
}

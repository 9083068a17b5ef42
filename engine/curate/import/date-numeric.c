/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates in numbers alone: a year of four digits tells itself, which of the others is the day only a column tells. */
#include "curate/import/date-part.h"

int
chn_cell_date_get_century (int two_digits)
{
  return two_digits + (two_digits < 30 ? 2000 : 1900);
}

static gboolean
is_month (int number)
{
  return number >= 1 && number <= 12;
}

static gboolean
is_day (int number)
{
  return number >= 1 && number <= 31;
}

static void
set_day (ChnCellDate *date, int month, int day)
{
  date->month = month;
  date->day = day;
}

static void
set_year (ChnCellDate *date, int year, guint n_digits)
{
  date->has_year = TRUE;
  date->year = n_digits <= 2 ? chn_cell_date_get_century (year) : year;
}

static char *
dup_ambiguous (const ChnDateToken *token)
{
  return g_strdup_printf ("\"%.*s\" can be read with the day or the month first, and nothing in its column proves "
                          "which; say --date-order dmy or mdy",
                          (int) token->length, token->text);
}

/* A day and a month in the order that the column has, or the only one that they can have. */
static gboolean
take_day (ChnCellDate *date, int first, int second, const ChnDateToken *token, const ChnDateHabits *habits,
          char **problem)
{
  gboolean dmy = is_day (first) && is_month (second), mdy = is_month (first) && is_day (second);
  gboolean is_known = habits->order == CHN_DATE_ORDER_DMY || habits->order == CHN_DATE_ORDER_MDY;
  if (is_known ? (habits->order == CHN_DATE_ORDER_DMY ? !dmy : !mdy) : !dmy && !mdy) {
    *problem =
        g_strdup_printf ("\"%.*s\" is no date%s%s", (int) token->length, token->text,
                         is_known ? " in the order " : "", is_known ? chn_date_order_get_name (habits->order) : "");
    return FALSE;
  }
  if (!is_known && dmy && mdy && first != second) {
    *problem = dup_ambiguous (token);
    return FALSE;
  }
  gboolean day_first = is_known ? habits->order == CHN_DATE_ORDER_DMY : dmy;
  set_day (date, day_first ? second : first, day_first ? first : second);
  return TRUE;
}

static gboolean
take_year_first (ChnCellDate *date, const ChnDateToken *token, char **problem)
{
  set_year (date, token->number[0], token->digits[0]);
  set_day (date, token->number[1], token->n_numbers == 3 ? token->number[2] : 0);
  if (is_month (date->month) && (token->n_numbers == 2 || is_day (date->day)))
    return TRUE;
  *problem = g_strdup_printf ("\"%.*s\" is no date", (int) token->length, token->text);
  return FALSE;
}

/* "11/2014", "2014/11", "18/11" */
static gboolean
take_two (ChnCellDate *date, const ChnDateToken *token, const ChnDateHabits *habits, char **problem)
{
  int first = token->number[0], second = token->number[1];
  if (token->digits[0] == 4 && second == (first + 1) % 100) {
    *problem = g_strdup_printf ("\"%.*s\" is a month or two years; write 2011-12, or 2011/2012", (int) token->length,
                                token->text);
    return FALSE;
  }
  if (token->digits[0] == 4)
    return take_year_first (date, token, problem);
  if (token->digits[1] != 4)
    return take_day (date, first, second, token, habits, problem);
  set_year (date, second, 4);
  date->month = first;
  if (is_month (first))
    return TRUE;
  *problem = g_strdup_printf ("\"%.*s\" has no such month", (int) token->length, token->text);
  return FALSE;
}

gboolean
chn_cell_date_take_numeric (ChnCellDate *date, const ChnDateToken *token, const ChnDateHabits *habits, char **problem)
{
  if (date->day || date->month || date->has_year) {
    *problem = g_strdup_printf ("found \"%.*s\" behind a date", (int) token->length, token->text);
    return FALSE;
  }
  if (token->n_numbers == 2)
    return take_two (date, token, habits, problem);
  gboolean is_short = token->digits[2] <= 2, may_be_year = is_short && is_month (token->number[1]);
  if (token->digits[0] >= 3 || (is_short && habits->order == CHN_DATE_ORDER_YMD))
    return take_year_first (date, token, problem);
  if (may_be_year && habits->order == CHN_DATE_ORDER_UNKNOWN && is_day (token->number[2])) {
    if (token->number[0] > 31)
      return take_year_first (date, token, problem);
    *problem = g_strdup_printf ("\"%.*s\" can be read in several orders; say --date-order dmy, mdy or ymd",
                                (int) token->length, token->text);
    return FALSE;
  }
  set_year (date, token->number[2], token->digits[2]);
  return take_day (date, token->number[0], token->number[1], token, habits, problem);
}

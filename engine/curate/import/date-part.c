/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes the dates of a cell of its tokens.
 *
 *   dates = [ "from" / "until" / "between" ] date *( joint date )
 *   joint = "-" / "to" / "and" / "or" / "," / ";" / LF
 *   date  = words, numbers and signs in any order, none of them twice
 */
#include "curate/import/date-part.h"

typedef struct {
  ChnCellDates *dates;
  ChnCellDate date; /* at hand */
  const ChnDateToken *tokens;
  guint n, at;
} Reader;

gboolean
chn_cell_date_is_empty (const ChnCellDate *date)
{
  return !date->has_year && !date->month && !date->day && !date->season && !date->minutes && !date->is_open;
}

static gboolean
fail (Reader *reader, const ChnDateToken *token)
{
  g_free (reader->dates->problem);
  reader->dates->problem = g_strdup_printf ("found \"%.*s\" where no date goes on", (int) token->length, token->text);
  return FALSE;
}

static const ChnDateToken *
look (const Reader *reader, guint ahead)
{
  return reader->at + ahead < reader->n ? &reader->tokens[reader->at + ahead] : NULL;
}

static gboolean
is_word (const ChnDateToken *token, ChnDateWord word)
{
  return token && token->kind == CHN_DATE_TOKEN_WORD && token->word == word;
}

static gboolean
is_number (const ChnDateToken *token)
{
  return token && (token->kind == CHN_DATE_TOKEN_NUMBER || token->kind == CHN_DATE_TOKEN_DAY);
}

/* Ends the date at hand; what is joined to nothing has no joint. */
static void
next_date (Reader *reader, ChnDateTokenKind joint, gboolean is_choice)
{
  if (chn_cell_date_is_empty (&reader->date))
    return;
  g_array_append_val (reader->dates->dates, reader->date);
  reader->date = (ChnCellDate){ .joint = joint, .is_choice = is_choice };
}

static gboolean
set (Reader *reader, int *part, int value)
{
  if (*part != 0 && *part != value)
    return fail (reader, look (reader, 0));
  *part = value;
  return TRUE;
}

static gboolean
set_year (Reader *reader, int year)
{
  if (reader->date.has_year && reader->date.year != year)
    return fail (reader, look (reader, 0));
  reader->date.has_year = TRUE;
  reader->date.year = year;
  return TRUE;
}

/* A small number is the day, behind a day and month the year. "5.11." has its month behind the day. */
static gboolean
take_number (Reader *reader, const ChnDateToken *token)
{
  ChnCellDate *date = &reader->date;
  if (is_word (look (reader, 1), CHN_DATE_WORD_AFTERNOON) && token->value <= 12) {
    reader->date.minutes = (token->value % 12 + look (reader, 1)->value) * 60 + 1;
    reader->at++;
    return TRUE;
  }
  if (token->n_digits > 2 || token->value > 31)
    return set_year (reader, token->n_digits <= 2 ? chn_cell_date_get_century (token->value) : token->value);
  if (date->day == 0)
    return set (reader, &date->day, token->value);
  if (date->month != 0)
    return token->n_digits == 2 ? set_year (reader, chn_cell_date_get_century (token->value)) : fail (reader, token);
  ChnDateToken both = { .number = { date->day, token->value }, .text = token->text, .length = token->length };
  both.n_numbers = 2;
  date->day = 0;
  return chn_cell_date_take_numeric (date, &both, reader->dates->habits, &reader->dates->problem);
}

/* Whether a dash holds the parts of one date together. */
static gboolean
is_hyphen (const Reader *reader)
{
  const ChnDateToken *before = reader->at > 0 ? &reader->tokens[reader->at - 1] : NULL;
  const ChnDateToken *behind = look (reader, 1), *farther = look (reader, 2);
  if (is_word (before, CHN_DATE_WORD_PERIOD) || is_word (before, CHN_DATE_WORD_NOISE))
    return TRUE;
  if (is_word (behind, CHN_DATE_WORD_MONTH) && reader->date.month == behind->value)
    return is_word (before, CHN_DATE_WORD_MONTH); /* one month in two calendars */
  if (is_number (before) && is_word (behind, CHN_DATE_WORD_MONTH))
    return reader->date.month == 0;
  if (!is_word (before, CHN_DATE_WORD_MONTH) || !behind)
    return FALSE;
  if (behind->kind == CHN_DATE_TOKEN_YEAR)
    return TRUE;
  return is_number (behind) && !is_word (farther, CHN_DATE_WORD_MONTH) &&
         before->text + before->length <= behind->text - 1 && behind->text - (before->text + before->length) <= 2;
}

/* "Nov-13" is how spreadsheets show November 2013; "2013-14" are two years. */
static gboolean
take_dash (Reader *reader)
{
  const ChnDateToken *behind = look (reader, 1);
  ChnCellDate *date = &reader->date;
  if (is_hyphen (reader)) {
    gboolean is_month_alone = date->month && !date->day && !date->has_year && is_number (behind);
    if (!is_month_alone)
      return TRUE;
    reader->at++;
    return set_year (reader, chn_cell_date_get_century (behind->value));
  }
  if (date->has_year && !date->month && behind && behind->kind == CHN_DATE_TOKEN_NUMBER && behind->n_digits == 2) {
    int year = date->year / 100 * 100 + behind->value;
    if (year <= date->year)
      return fail (reader, behind);
    next_date (reader, CHN_DATE_TOKEN_DASH, FALSE);
    reader->at++;
    return set_year (reader, year);
  }
  if (!behind)
    reader->dates->ends_in_dash = TRUE;
  next_date (reader, CHN_DATE_TOKEN_DASH, FALSE);
  return TRUE;
}

/* A comma parts dates where the one before it is whole, or days of one month. */
static gboolean
take_comma (Reader *reader)
{
  const ChnDateToken *behind = look (reader, 1), *farther = look (reader, 2);
  gboolean begins = behind && behind->kind != CHN_DATE_TOKEN_CLOCK;
  gboolean is_day = is_number (behind) && reader->date.day && !reader->date.month;
  gboolean is_day_of_month =
      reader->date.day && is_number (behind) && (reader->date.month || is_word (farther, CHN_DATE_WORD_MONTH));
  if (begins && (reader->date.has_year || is_day || is_day_of_month))
    next_date (reader, CHN_DATE_TOKEN_COMMA, FALSE);
  return TRUE;
}

static gboolean
take_to (Reader *reader)
{
  if (chn_cell_date_is_empty (&reader->date) && reader->dates->dates->len == 0)
    reader->dates->is_until = TRUE;
  else if (look (reader, 1))
    next_date (reader, CHN_DATE_TOKEN_DASH, FALSE);
  return TRUE;
}

static gboolean
take_and (Reader *reader, gboolean is_choice)
{
  gboolean is_span = reader->dates->is_between && !is_choice;
  next_date (reader, is_span ? CHN_DATE_TOKEN_DASH : CHN_DATE_TOKEN_COMMA, is_choice);
  return TRUE;
}

/* "pm" behind a clock. */
static gboolean
take_afternoon (Reader *reader, const ChnDateToken *token)
{
  if (token->value == 12 && reader->date.minutes > 0 && reader->date.minutes <= 12 * 60)
    reader->date.minutes += 12 * 60;
  return TRUE;
}

static gboolean
take_open (Reader *reader)
{
  if (!chn_cell_date_is_empty (&reader->date))
    next_date (reader, CHN_DATE_TOKEN_DASH, FALSE);
  reader->date.is_open = TRUE;
  return TRUE;
}

static gboolean
take_word (Reader *reader, const ChnDateToken *token)
{
  ChnCellDates *dates = reader->dates;
  switch (token->word) {
  case CHN_DATE_WORD_MONTH:
    return set (reader, &reader->date.month, token->value);
  case CHN_DATE_WORD_SEASON:
    return set (reader, &reader->date.season, token->value);
  case CHN_DATE_WORD_PERIOD:
    return set (reader, &reader->date.period, token->value + 1);
  case CHN_DATE_WORD_APPROXIMATE:
    return reader->date.is_approximate = TRUE;
  case CHN_DATE_WORD_UNCERTAIN:
    return reader->date.is_uncertain = TRUE;
  case CHN_DATE_WORD_TO:
    return take_to (reader);
  case CHN_DATE_WORD_FROM:
    return dates->is_from = TRUE;
  case CHN_DATE_WORD_UNTIL:
    return dates->is_until = TRUE;
  case CHN_DATE_WORD_BETWEEN:
    return dates->is_between = TRUE;
  case CHN_DATE_WORD_AND:
  case CHN_DATE_WORD_OR:
    return take_and (reader, token->word == CHN_DATE_WORD_OR);
  case CHN_DATE_WORD_OPEN:
    return take_open (reader);
  case CHN_DATE_WORD_AFTERNOON:
    return take_afternoon (reader, token);
  default:
    return TRUE;
  }
}

static gboolean
take_token (Reader *reader, const ChnDateToken *token)
{
  switch (token->kind) {
  case CHN_DATE_TOKEN_WORD:
    return take_word (reader, token);
  case CHN_DATE_TOKEN_YEAR:
    return set_year (reader, token->value);
  case CHN_DATE_TOKEN_NUMBER:
  case CHN_DATE_TOKEN_DAY:
    return take_number (reader, token);
  case CHN_DATE_TOKEN_NUMERIC:
    return chn_cell_date_take_numeric (&reader->date, token, reader->dates->habits, &reader->dates->problem);
  case CHN_DATE_TOKEN_CLOCK:
    return set (reader, &reader->date.minutes, token->value + 1);
  case CHN_DATE_TOKEN_DASH:
    return take_dash (reader);
  case CHN_DATE_TOKEN_COMMA:
    return take_comma (reader);
  case CHN_DATE_TOKEN_QUESTION:
    return reader->date.is_uncertain = TRUE;
  case CHN_DATE_TOKEN_BREAK:
    next_date (reader, CHN_DATE_TOKEN_BREAK, FALSE);
    return TRUE;
  default:
    return fail (reader, token);
  }
}

gboolean
chn_cell_dates_take (ChnCellDates *dates, const GArray *tokens)
{
  Reader reader = { .dates = dates, .tokens = (const ChnDateToken *) (gpointer) tokens->data, .n = tokens->len };
  for (; reader.at < reader.n; reader.at++)
    if (!take_token (&reader, look (&reader, 0)))
      return FALSE;
  next_date (&reader, CHN_DATE_TOKEN_BREAK, FALSE);
  return TRUE;
}

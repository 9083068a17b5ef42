/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/date-habits.h"
#include "curate/import/date-tokens.h"

/* One of the dates of a cell; 0 where a part of it is not said. */
typedef struct {
  gboolean has_year;
  int year, month, day, season;
  int minutes; /* since midnight, + 1 */
  gboolean is_uncertain, is_approximate;
  int period; /* ChnDatePeriod + 1 */
  gboolean is_open;
  ChnDateTokenKind joint; /* how it hangs on the one before: a dash, "and" … */
  gboolean is_choice;     /* by "or" */
} ChnCellDate;

/* The dates of a cell, and the words that stand about them. */
typedef struct {
  GArray *dates; /* ChnCellDate */
  gboolean is_from, is_until, is_between;
  gboolean ends_in_dash;
  const ChnDateHabits *habits;
  char *problem;
} ChnCellDates;

/* Whether nothing is said of a date yet. */
gboolean chn_cell_date_is_empty (const ChnCellDate *date);

/* Takes the tokens of a cell; FALSE with a problem where they make no date. */
gboolean chn_cell_dates_take (ChnCellDates *dates, const GArray *tokens);

/* Gives each what the others say for it: "18-20 November 2014". FALSE with a problem where something lacks. */
gboolean chn_cell_dates_complete (ChnCellDates *dates);

/* Two digits of a year, as spreadsheets have them: up to 29 of this century. */
int chn_cell_date_get_century (int two_digits);

/* Numbers with signs between them; FALSE with a problem where they can be read in two ways. */
gboolean chn_cell_date_take_numeric (ChnCellDate *date, const ChnDateToken *token, const ChnDateHabits *habits,
                                     char **problem);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When a row took place: from a column of dates, from one of beginnings and one of ends, or from years, months, days.
 */
#include "curate/import/row-date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "curate/import/column-words.h"
#include "curate/import/date-cell.h"
#include "curate/import/date-precision.h"
#include "curate/import/row-text.h"

/* The first cell of a field that is not blank, or its constant; "" where there is none. */
static const char *
get_cell (const ChnImportTable *table, guint row, int field, guint *column)
{
  for (int i = chn_columns_next (table->columns, field, 0); i >= 0;
       i = chn_columns_next (table->columns, field, (guint) i + 1)) {
    const char *cell = chn_grid_get (table->grid, row, (guint) i);
    *column = (guint) i;
    if (*cell)
      return chn_import_map_get_value (table->map, field, cell);
  }
  const char *constant = chn_import_map_get_constant (table->map, field);
  return constant ? constant : "";
}

static void
read_cell (ChnImportTable *table, guint row, const char *cell, guint column, ChnDateReading *reading)
{
  ChnDateHabits habits = table->habits[column];
  habits.year = table->year;
  table->column = column;
  chn_date_cell_read (cell, &habits, reading);
  if (reading->is_loose)
    chn_import_tell (table, row, CHN_SEVERITY_NOTE, "loose-date", "\"%s\" is taken as %s", cell, reading->edtf);
}

/* FALSE with the reason. */
static gboolean
take_reading (const ChnImportTable *table, ChnDateReading *reading, guint column, char **edtf, char **reason)
{
  *edtf = g_steal_pointer (&reading->edtf);
  if (reading->problem)
    *reason = g_strdup_printf ("%s: %s", chn_columns_get_heading (table->columns, column), reading->problem);
  return reading->problem == NULL;
}

static gboolean
is_plain (const char *edtf)
{
  return !strpbrk (edtf, "/[{");
}

/* Joins a beginning and an end; the same day is that day. */
static char *
join (const char *start, const char *end, gboolean is_open)
{
  if (is_open)
    return g_strconcat (start, "/..", NULL);
  if (!end || strcmp (start, end) == 0 || !is_plain (start) || !is_plain (end))
    return g_strdup (start);
  return g_strconcat (start, "/", end, NULL);
}

/* A year, a month and a day in columns of their own, as one text. */
static char *
dup_parts (const ChnImportTable *table, guint row, guint *column)
{
  guint ignored = 0;
  const char *year = get_cell (table, row, CHN_IMPORT_YEAR, column);
  const char *month = get_cell (table, row, CHN_IMPORT_MONTH, &ignored);
  const char *day = get_cell (table, row, CHN_IMPORT_DAY, &ignored);
  gboolean is_number = strspn (month, "0123456789") == strlen (month) && *month;
  if (!*year || !*month)
    return g_strdup (year);
  if (!is_number)
    return g_strdup_printf ("%s %s %s", day, month, year);
  g_autofree char *first = g_strdup_printf ("%s-%02d", year, atoi (month));
  return *day ? g_strdup_printf ("%s-%02d", first, atoi (day)) : g_steal_pointer (&first);
}

/* "2014-3" of the parts of a date, of which some are blank: 2014-03. */
static char *
dup_padded (char *text)
{
  g_autofree char *owned = text;
  gboolean is_negative = text[0] == '-' && g_ascii_isdigit (text[1]);
  if (strspn (text, "-0123456789") != strlen (text))
    return g_steal_pointer (&owned);
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);
  g_autoptr (GString) date = g_string_new (is_negative ? "-" : NULL);
  guint n = 0;
  for (char **part = parts; *part; part++)
    if (**part)
      g_string_append_printf (date, n++ == 0 ? "%04d" : "-%02d", atoi (*part));
  return g_strdup (date->str);
}

/* What stands in a column, or what the mapping makes of several. */
static char *
dup_cell (const ChnImportTable *table, guint row, int field, guint *column)
{
  const char *cell = get_cell (table, row, field, column);
  const char *pattern = chn_table_layout_get_text (&table->map->layout, field);
  return pattern && !*cell ? chn_import_row_dup_text (table, row, pattern) : g_strdup (cell);
}

/* The time of day of a column of its own, for a day. */
static char *
dup_with_time (const ChnImportTable *table, guint row, char *date)
{
  guint column = 0;
  int hour = 0, minute = 0;
  g_autofree char *time = dup_cell (table, row, CHN_IMPORT_TIME, &column);
  gboolean is_time = sscanf (time, "%2d%*[:.h]%2d", &hour, &minute) == 2 && hour < 24 && minute < 60 && hour >= 0;
  if (!is_time || strlen (date) != strlen ("YYYY-MM-DD") || !is_plain (date))
    return date;
  char *timed = g_strdup_printf ("%sT%02d:%02d", date, hour, minute);
  g_free (date);
  return timed;
}

/* What stands in the column of dates, of beginnings, or of years; NULL where all are blank. */
static char *
dup_start (const ChnImportTable *table, guint row, guint *column)
{
  static const int fields[] = { CHN_IMPORT_DATE, CHN_IMPORT_START };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *cell = get_cell (table, row, fields[i], column);
    if (*cell)
      return g_strdup (cell);
  }
  g_autofree char *parts = dup_parts (table, row, column);
  return *parts ? g_steal_pointer (&parts) : NULL;
}

/* The date with what a column of ends says; NULL with the reason. */
static char *
dup_with_end (ChnImportTable *table, guint row, const char *start, char **reason)
{
  guint column = 0;
  g_autofree char *cell = dup_padded (dup_cell (table, row, CHN_IMPORT_END, &column));
  g_auto (ChnDateReading) reading = { 0 };
  g_autofree char *end = NULL;
  if (!*cell)
    return g_strdup (start);
  read_cell (table, row, cell, column, &reading);
  gboolean is_open = reading.is_end_open;
  if (!take_reading (table, &reading, column, &end, reason))
    return NULL;
  g_autofree char *joined = join (start, end, is_open);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (joined, -1, &error);
  if (date)
    return g_steal_pointer (&joined);
  *reason =
      g_strdup_printf ("%s: %s in %s", chn_columns_get_heading (table->columns, column), error->message, joined);
  return NULL;
}

/* What of the date is known, where a column says so; what that says of no date is left to the row. */
static char *
dup_as_known (const ChnImportTable *table, guint row, char *date)
{
  guint column = 0;
  const char *word = get_cell (table, row, CHN_IMPORT_PRECISION, &column);
  char *known = *word ? chn_date_precision_dup (date, word) : NULL;
  if (!known)
    return date;
  g_free (date);
  return known;
}

char *
chn_import_row_dup_date (ChnImportTable *table, guint row, char **reason)
{
  guint column = 0;
  g_auto (ChnDateReading) reading = { 0 };
  g_autofree char *cell = dup_start (table, row, &column), *start = NULL;
  if (!cell && table->last_date && !table->map->layout.refuses_blank_dates) {
    chn_import_tell (table, row, CHN_SEVERITY_NOTE, "filled-date",
                     "no date of its own; that of the row above is taken: %s", table->last_date);
    return g_strdup (table->last_date);
  }
  if (!cell) {
    *reason = g_strdup ("the row has no date");
    return NULL;
  }
  read_cell (table, row, cell, column, &reading);
  if (reading.is_end_open) {
    *reason = g_strdup_printf ("%s: found \"%s\" without a beginning",
                               chn_columns_get_heading (table->columns, column), cell);
    return NULL;
  }
  if (!take_reading (table, &reading, column, &start, reason))
    return NULL;
  start = dup_with_time (table, row, g_steal_pointer (&start));
  start = dup_as_known (table, row, g_steal_pointer (&start));
  char *date = dup_with_end (table, row, start, reason);
  if (date) {
    g_free (table->last_date);
    table->last_date = g_strdup (date);
  }
  return date;
}

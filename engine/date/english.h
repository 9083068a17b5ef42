/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/date.h"

/* What the writer and the reader of humanized dates share. */

/* "January" … "December" for 1 to 12. */
const char *chn_english_get_month (int month);
/* A month by its name or an abbreviation of three letters or more; 0 for none. */
int chn_english_find_month (const char *word);
/* The words of a season, quarter or half, 21 to 41, without its hemisphere. */
const char *chn_english_get_season (int number);
/* By its words; 0 for none. */
int chn_english_find_season (const char *words);
/* "first" … "fourth" as 1 to 4; 0 for none. */
int chn_english_find_ordinal (const char *word);
/* The qualifier that a word stands for ("about", "possibly" and their like); 0 for none. */
guint8 chn_english_find_qualifier (const char *word);

/* A year in prose: "44 BC", "AD 50", "2014". */
void chn_english_append_year (gint64 year, GString *out);

/* How much of a part is left out because the last part of the phrase says it. */
typedef enum {
  CHN_ELIDE_NOTHING,
  CHN_ELIDE_YEAR,
  CHN_ELIDE_MONTH, /* and year */
  CHN_ELIDE_DAY,   /* all but the time */
} ChnElision;

/* Appends a part; FALSE when English has no words for it (then `out` is spoilt). */
gboolean chn_english_append_part (const ChnDatePart *part, ChnElision elision, GString *out);

/* What was read of one part; zero where nothing was. */
typedef struct {
  gboolean has_year;
  gint64 year;
  int n_masked; /* unspecified digits at the end of the year */
  gboolean negative;
  int significant;
  int month; /* or the number of the season */
  int day;
  gboolean month_unknown, day_unknown;
  gboolean has_time, has_seconds;
  int hour, minute, second;
  char offset[8];
  guint8 lead; /* qualifier of the whole */
  guint8 qualifier[CHN_N_COMPONENTS];
} ChnEnglishPart;

/* Reads one part, possibly elided; the place of a fault counts from the start of `text`. */
gboolean chn_english_read_part (const char *text, ChnEnglishPart *part, GError **error);
/* Adds what one note in parentheses says; FALSE when it is none. */
gboolean chn_english_read_note (ChnEnglishPart *part, const char *note);
/* Writes it as EDTF. */
void chn_english_append_edtf (const ChnEnglishPart *part, GString *out);

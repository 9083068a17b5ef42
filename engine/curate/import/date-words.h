/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What a word says in a date. */
typedef enum {
  CHN_DATE_WORD_NONE,
  CHN_DATE_WORD_MONTH,       /* value: 1 to 12 */
  CHN_DATE_WORD_SEASON,      /* value: 21 to 24 */
  CHN_DATE_WORD_PERIOD,      /* value: ChnDatePeriod */
  CHN_DATE_WORD_APPROXIMATE, /* "about" */
  CHN_DATE_WORD_UNCERTAIN,   /* "probably" */
  CHN_DATE_WORD_TO,          /* between the ends of what lasts */
  CHN_DATE_WORD_FROM,
  CHN_DATE_WORD_UNTIL,   /* before the end of what lasts */
  CHN_DATE_WORD_BETWEEN, /* some time within */
  CHN_DATE_WORD_AND,
  CHN_DATE_WORD_OR,
  CHN_DATE_WORD_OPEN, /* "ongoing" */
  CHN_DATE_WORD_NOISE,
  CHN_DATE_WORD_AFTERNOON, /* "pm"; value: 12, of "am" 0 */
} ChnDateWord;

typedef enum { CHN_DATE_EARLY, CHN_DATE_MIDDLE, CHN_DATE_LATE } ChnDatePeriod;

/* A word in one of eight languages, whatever its case and accents; *value is set where it has one. */
ChnDateWord chn_date_word_find (const char *word, gsize length, int *value);

/* The text with what takes several words in a language said by one, and in digits that C reads. */
char *chn_date_words_dup_plain (const char *text);

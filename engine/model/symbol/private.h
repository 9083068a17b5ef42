/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/symbol.h>

/* Months, both inclusive: the grain in which sessions are known. */
typedef struct {
  int from_year, from_month;
  int to_year, to_month;
} ChnMonthSpan;

struct _ChnSymbol {
  char *text;
  char *base;
  char *organ;
  const char *forum;
  const char *kind;
  char *session;
  int year;
  char *number;
  char *modifiers;
  ChnDate *dates;
  gint64 from, to;      /* a date outside these is impossible, civil seconds */
  ChnSymbol *parallel;  /* of the same document, in another body; or NULL */
  gsize own_bytes;      /* of the text, before that of the parallel symbol; 0: all of it */
  gboolean states_year; /* and does not only imply it */
  gboolean in_series;   /* of series.c */
  gboolean informal;    /* written in other words than a symbol's */
  gsize yearless;       /* bytes of a Security Council resolution's text before its year, else 0 */
};

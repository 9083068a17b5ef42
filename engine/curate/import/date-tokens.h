/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/date-words.h"

typedef enum {
  CHN_DATE_TOKEN_WORD,
  CHN_DATE_TOKEN_NUMBER,
  CHN_DATE_TOKEN_YEAR,    /* a number that can be nothing else: of four digits, or before a sign for years */
  CHN_DATE_TOKEN_DAY,     /* the same for days: "18th", "18." */
  CHN_DATE_TOKEN_NUMERIC, /* three numbers, or two, with a sign between them */
  CHN_DATE_TOKEN_CLOCK,
  CHN_DATE_TOKEN_DASH,
  CHN_DATE_TOKEN_BREAK, /* between dates: ";", a line break */
  CHN_DATE_TOKEN_COMMA,
  CHN_DATE_TOKEN_QUESTION,
} ChnDateTokenKind;

typedef struct {
  ChnDateTokenKind kind;
  ChnDateWord word;
  int value;       /* of a word or number, of a clock minutes since midnight */
  guint n_digits;  /* of a number */
  guint n_numbers; /* of a numeric date */
  int number[3];
  guint digits[3];
  char sign;
  const char *text; /* where it stands */
  gsize length;
} ChnDateToken;

/* The tokens (ChnDateToken) of a plain text; NULL where a word is none of dates: *fault is where it stands. */
GArray *chn_date_tokens_read (const char *text, const char **fault, gsize *length);

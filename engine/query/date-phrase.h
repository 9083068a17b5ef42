/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Dates as people say them. */

typedef enum {
  CHN_DATE_PHRASE_NONE,
  CHN_DATE_PHRASE_DATE,  /* means one thing, which a query can say */
  CHN_DATE_PHRASE_GUESS, /* means about this, as "early 2014" */
} ChnDatePhrase;

/* What a phrase such as "since 18 November 2014" is as a term of a query; `term` is then new. */
ChnDatePhrase chn_date_phrase_read (const char *phrase, char **term);

/* A date in all its words, as EDTF; NULL where the phrase is none or can be read in two ways. */
char *chn_date_phrase_dup_date (const char *phrase);

/* Whether a date lacks its year alone: "18 November". */
gboolean chn_date_phrase_lacks_year (const char *phrase);
/* Whether a word is a month. */
gboolean chn_date_phrase_is_month (const char *word);

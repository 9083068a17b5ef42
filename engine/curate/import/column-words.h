/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What a column of somebody's table may hold. */
typedef enum {
  CHN_IMPORT_DATE,
  CHN_IMPORT_START,
  CHN_IMPORT_END,
  CHN_IMPORT_YEAR,
  CHN_IMPORT_MONTH,
  CHN_IMPORT_DAY,
  CHN_IMPORT_TIME,
  CHN_IMPORT_TITLE,
  CHN_IMPORT_SUMMARY,
  CHN_IMPORT_KIND,
  CHN_IMPORT_FORUM,
  CHN_IMPORT_WHERE,
  CHN_IMPORT_PLACE,
  CHN_IMPORT_SYMBOL,
  CHN_IMPORT_ACTORS,
  CHN_IMPORT_VOTE,
  CHN_IMPORT_YES,
  CHN_IMPORT_NO,
  CHN_IMPORT_ABSTAIN,
  CHN_IMPORT_NOT_VOTING,
  CHN_IMPORT_RESULT,
  CHN_IMPORT_SOURCE,
  CHN_IMPORT_URL,
  CHN_IMPORT_TAGS,
  CHN_IMPORT_STATUS,
  CHN_IMPORT_IMPORTANCE,
  CHN_IMPORT_CONFIDENCE,
  CHN_IMPORT_SERIES,
  CHN_IMPORT_ID,
  CHN_IMPORT_PRECISION, /* of the date: what of it is known */
  CHN_IMPORT_COUNTER,   /* the number of the row: left out, and not missed */
  CHN_N_IMPORT_FIELDS,
  CHN_IMPORT_EXTRA = CHN_N_IMPORT_FIELDS, /* kept under its heading */
  CHN_IMPORT_IGNORE,                      /* left out, by a mapping */
  CHN_IMPORT_NOTHING,                     /* a column without a heading */
  CHN_IMPORT_ROLE,                        /* actors who do what a role says: this, and the role behind it */
} ChnImportField;

typedef struct {
  const char *name;  /* in mappings */
  const char *words; /* headings, in nine languages: "date|day|when" */
  const char *note;
} ChnColumnWords;

const ChnColumnWords *chn_column_words_get (ChnImportField field);

/* The field that mappings call so, -1 for none: "title", "extra", "ignore", "sponsor". */
int chn_column_words_find_name (const char *name);

/* The field of a heading, in any case; -1 for none. */
int chn_column_words_find (const char *heading);

/* The field of the word that a heading of several turns on: "Date of adoption", "Short description"; -1 for none. It
 * is asked only of what stands beside other headings. */
int chn_column_words_guess (const char *heading);

/* How mappings call a field. */
const char *chn_column_words_get_name (int field);

/* What a heading was probably meant to be, or NULL. */
const char *chn_column_words_suggest (const char *heading);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/count.h>

#include "timeline/columns.h"

/* One value of a key: what a bucket is named by. */
typedef struct {
  char *name;
  char *label;
  gint64 order;    /* among the values of the key, where they have an order */
  gint64 from, to; /* of a unit of time, civil seconds; else everything */
  guint n;         /* events that have it */
} ChnCountValue;

/* The values of one key that have been met. */
typedef struct {
  GArray *values;    /* of ChnCountValue */
  GHashTable *index; /* name to index + 1 */
} ChnCountValues;

/* That an event has a value. */
typedef struct {
  guint value; /* index */
  gboolean possibly;
} ChnCountHit;

/* What the functions of keys work on. */
typedef struct {
  const ChnColumns *columns;
  const ChnRegistry *registry;
  guint depth;
  guint row;
  const ChnCountKey *key;
  guint argument; /* of the key */
  ChnCountValues *values;
  GArray *hits; /* of ChnCountHit: what the function adds to, no value twice */
} ChnCounting;

typedef struct {
  void (*find) (ChnCounting *counting);
  guint argument;
  gboolean ordered; /* by ChnCountValue.order, not by how many events have it */
} ChnCountRule;

/* The rule of the key of this name and its length in bytes, or NULL. */
const ChnCountRule *chn_count_rule_find (const char *name, gsize length, const ChnCountKey **key);

ChnCountValues *chn_count_values_new (void);
void chn_count_values_free (ChnCountValues *values);

/* Adds a hit of a value; the label may be NULL for the name itself. Gives the value. */
ChnCountValue *chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order,
                              gboolean possibly);

/* count-time.c; the argument is a ChnCountUnit */
typedef enum { CHN_UNIT_DECADE, CHN_UNIT_YEAR, CHN_UNIT_QUARTER, CHN_UNIT_MONTH } ChnCountUnit;
void chn_count_find_time (ChnCounting *counting);

/* count-names.c */
void chn_count_find_forum (ChnCounting *counting);
/* the argument is whether the key's name is a role */
void chn_count_find_actor (ChnCounting *counting);
/* the argument is a ChnDictionaryId */
void chn_count_find_code (ChnCounting *counting);
/* the argument is a ChnField */
void chn_count_find_text (ChnCounting *counting);

/* count-scales.c */
void chn_count_find_kind (ChnCounting *counting);
void chn_count_find_status (ChnCounting *counting);
void chn_count_find_confidence (ChnCounting *counting);
void chn_count_find_importance (ChnCounting *counting);
void chn_count_find_nth (ChnCounting *counting);
void chn_count_find_vote (ChnCounting *counting);
void chn_count_find_method (ChnCounting *counting);
void chn_count_find_result (ChnCounting *counting);

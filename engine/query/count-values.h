/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

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

/* How an event has a value. */
typedef enum {
  CHN_HIT_CERTAINLY,
  CHN_HIT_POSSIBLY, /* its date may lie there */
  CHN_HIT_DERIVED,  /* it does not say so itself: it follows from what it says */
  CHN_HIT_UNKNOWN,  /* whether it has is not known */
} ChnHitKind;

/* That an event has a value. */
typedef struct {
  guint value; /* index */
  ChnHitKind kind;
} ChnCountHit;

/* What the functions of keys work on. */
typedef struct {
  const ChnColumns *columns;
  const ChnRegistry *registry;
  guint depth;
  const ChnBoundQuery *query; /* what found the events, or NULL */
  guint row;
  guint argument; /* of the key */
  ChnCountValues *values;
  GArray *hits;        /* of ChnCountHit: what the function adds to, no value twice */
  gboolean is_unknown; /* whether it is not known whether the event at hand is among those counted */
} ChnCounting;

ChnCountValues *chn_count_values_new (void);
void chn_count_values_free (ChnCountValues *values);

/* Adds a hit of a value; the label may be NULL for the name itself. Gives the value. */
ChnCountValue *chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order,
                              ChnHitKind kind);

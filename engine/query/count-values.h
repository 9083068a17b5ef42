/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/* What comes behind all values, in this order: the rest of them, and what is none. */
#define CHN_ORDER_OTHERS (G_MAXINT64 - 3)
#define CHN_ORDER_UNNAMED (G_MAXINT64 - 2)
#define CHN_ORDER_NONE (G_MAXINT64 - 1)
#define CHN_ORDER_IMPRECISE G_MAXINT64

/* What a measure has come to: of n votes that state the number. */
typedef struct {
  gint64 sum;
  guint n;
} ChnTally;

/* One value of a key: what a bucket is named by. */
typedef struct {
  char *name;
  char *label;
  gint64 order;                              /* among the values of the key, where they have an order */
  gint64 from, to;                           /* of a unit of time, civil seconds; else everything */
  guint n, n_possibly, n_derived, n_unknown; /* events that have it, as of buckets */
} ChnCountValue;

/* The values of one key that have been met. */
typedef struct {
  GArray *values;    /* of ChnCountValue */
  GHashTable *index; /* name to index + 1 */
  GArray *tallies;   /* of ChnTally: of each value, one a measure */
  GArray *instead;   /* guint: for each value the one that it is counted as; NULL where that is itself */
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

/* A unit of time that was met, so that it need not be named again: events of one unit are many. */
typedef struct {
  const ChnCountValues *values; /* of the key that it was met for; NULL for none */
  gconstpointer unit;
  gint64 number, from, to;
  guint value; /* index */
} ChnMetUnit;

enum { CHN_MET_UNITS = 64 };

/* What the functions of keys work on. */
typedef struct {
  const ChnColumns *columns;
  const ChnRegistry *registry;
  guint depth;
  const ChnBoundQuery *query; /* what found the events, or NULL */
  guint row;
  guint argument;                     /* of the key */
  const struct _ChnKeyActors *actors; /* that the key names, or NULL */
  ChnCountValues *values;
  GArray *hits;        /* of ChnCountHit: what the function adds to, no value twice */
  gboolean is_unknown; /* whether it is not known whether the event at hand is among those counted */
  ChnMetUnit met[CHN_MET_UNITS];
} ChnCounting;

ChnCountValues *chn_count_values_new (void);
void chn_count_values_free (ChnCountValues *values);

/* The index of the value of this name, which is added unless it is there; the label may be NULL for the name itself.
 */
guint chn_count_values_add (ChnCountValues *values, const char *name, const char *label, gint64 order);

/* Counts hits as those of the values that stand in the place of theirs, no value twice. */
void chn_count_values_replace (const ChnCountValues *values, GArray *hits);

/* Adds a hit of a value that is there. Gives the value. */
ChnCountValue *chn_count_hit_value (ChnCounting *counting, guint index, ChnHitKind kind);

/* Adds a hit of a value; the label may be NULL for the name itself. Gives the value. */
ChnCountValue *chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order,
                              ChnHitKind kind);

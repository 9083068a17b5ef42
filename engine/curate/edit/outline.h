/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

#include "curate/edit/tree.h"

/* Where an event of a file stands. */
typedef struct {
  gsize start;     /* of its dash; in a list in [ ], of itself */
  gsize end;       /* of its last value */
  gint64 earliest; /* of its date; those of the event before it where it has none that can be read */
  gint64 latest;
  const ChnTree *event; /* where it was asked for, else NULL */
} ChnPlace;

/* A file by its sections and events. */
typedef struct {
  ChnArena *arena;
  const ChnTree *root; /* the outermost mapping; the value of "events" has no items here */
  ChnTree *events;     /* that value, or NULL */
  GArray *places;      /* ChnPlace, in the order of the file */
  gboolean has_anchors;
  gboolean asks_all;
  GHashTable *asked; /* id -> 1 + index of the place; 0 until it is found */
} ChnOutline;

/* `asked` are the ids whose events are kept: borrowed; where it is NULL none is, and all ids are found. NULL with an
 * error where the file cannot be read as YAML. */
ChnOutline *chn_outline_read (const char *bytes, gsize length, const char *name, const char *const *asked,
                              const ChnLimits *limits, GError **error);
/* The same, with each event shown as it is read. */
typedef void (*ChnOutlineVisit) (const ChnTree *event, gpointer data);
ChnOutline *chn_outline_visit (const char *bytes, gsize length, const char *name, const char *const *asked,
                               ChnOutlineVisit visit, gpointer data, GError **error);

void chn_outline_free (ChnOutline *outline);

/* The event of an id that was asked for, or NULL with an error. */
const ChnPlace *chn_outline_find (const ChnOutline *outline, const char *id, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnOutline, chn_outline_free)

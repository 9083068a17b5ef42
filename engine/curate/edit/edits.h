/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>

/* A field that says something else. */
typedef struct {
  const char *id;
  ChnField field;
  char *text; /* as the canonical writer spells it, with its key; empty where the key goes */
} ChnFieldEdit;

/* An event that comes in. */
typedef struct {
  char *text; /* as the canonical writer spells it */
  gint64 earliest, latest;
} ChnEventEdit;

/* An entry of a section. */
typedef struct {
  char *section;
  char *text; /* a mapping of one pair */
} ChnEntryEdit;

struct _ChnEdits {
  GArray *fields;       /* ChnFieldEdit */
  GArray *events;       /* ChnEventEdit */
  GArray *entries;      /* ChnEntryEdit */
  GHashTable *ids;      /* of events whose fields are edited, for the array */
  GHashTable *replaced; /* id -> its lines, or NULL where the event goes */
};

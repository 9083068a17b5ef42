/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>

/* A field that says something else. */
typedef struct {
  const char *id;
  ChnField field;
  char *text;   /* as the canonical writer spells it, with its key; empty where the key goes */
  guint before; /* 1 + the index of the edit of the same event that was made before, 0 for none */
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
  GHashTable *ids;      /* of events whose fields are edited, for the array -> 1 + the index of the last edit */
  GHashTable *replaced; /* id -> its lines, or NULL where the event goes */
  GHashTable *named;    /* ids of events, and keys of sources, perhaps several in a text */
};

/* The same as chn_edits_set_field(), of what the canonical writer would spell. */
void chn_edits_set_text (ChnEdits *edits, const char *id, ChnField field, const char *text);

/* The last edit of an event of which one is at hand. */
const ChnFieldEdit *chn_edits_get_last (const ChnEdits *edits, const ChnFieldEdit *edit);

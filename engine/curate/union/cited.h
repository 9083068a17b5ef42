/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "base/arena.h"

/* The citations of an event while they grow: texts are borrowed, or from the arena. */
typedef struct {
  ChnArena *arena;
  GArray *citations; /* ChnCited */
} ChnCitedList;

typedef struct {
  ChnCitation citation; /* its claims are not these: */
  GArray *claims;       /* ChnClaim */
} ChnCited;

void chn_cited_init (ChnCitedList *list, ChnArena *arena);
void chn_cited_clear (ChnCitedList *list);

/*
 * Takes a citation in. Where one of its source says nothing else, it says both; where quotations, notes or pinpoints
 * differ, both stay.
 */
void chn_cited_add (ChnCitedList *list, const ChnCitation *citation);

/* Whether any source says this. */
gboolean chn_cited_has_claim (const ChnCitedList *list, ChnField field, const char *value);

/* Has a source say something, and an editor's remark on it; what is there already is not said twice. */
void chn_cited_say (ChnCitedList *list, const char *source, ChnField field, const char *value);
void chn_cited_remark (ChnCitedList *list, const char *source, const char *note);

void chn_cited_put (const ChnCitedList *list, ChnEvent *event);

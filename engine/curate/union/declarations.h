/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>

#include "curate/edit/outline.h"
#include "curate/union/translation.h"

/* What two files declare beside events and sources. */
typedef struct {
  const ChnOutline *ours, *theirs;
  const char *label; /* of theirs */
  const char *name;  /* of their file, for messages */
  const ChnTranslation *translation;
  const ChnVocabulary *vocabulary; /* of theirs */
  ChnReport *report;
  ChnEdits *edits;
} ChnDeclarations;

/*
 * Names that both files give to different things get another name in theirs, before anything is translated: own
 * actors and forums of one id that are called otherwise.
 */
void chn_declarations_rename (const ChnOutline *ours, const ChnOutline *theirs, const char *label,
                              ChnTranslation *translation);

/* Adds what only theirs declares: actors, forums, terms, saved queries and whatever else stands under keys; what both
 * declare is united key by key, and where they differ ours stands, which is reported. */
void chn_declarations_unite (const ChnDeclarations *declarations);

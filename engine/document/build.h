/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

#include "base/deadline.h"
#include "document/profile.h"

/* What a document is of. */
typedef struct {
  const char *title;             /* NULL: the timeline's */
  const char *scope;             /* what was asked, in words; or NULL */
  const char *as_of;             /* or NULL */
  guint n_cancelled, n_not_held; /* left out of what was asked */
  ChnDeadline *deadline;         /* when it has passed, the rest of the rows is left out; NULL: never */
} ChnDocumentFront;

/* The chronology of rows; owned by the caller. */
ChnDocument *chn_document_new (const ChnTimeline *timeline, const ChnRows *rows, const ChnProfile *profile,
                               const ChnDocumentFront *front);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diff.h>

#include "document/compose.h"

/* An event before and after a change of one of its fields, and the timelines that they are of. */
typedef struct {
  const ChnTimeline *old_timeline, *new_timeline;
  const ChnEvent *before, *after;
} ChnChangeWords;

/* Whether a change of the field is worth a reader's time: not that of what editors note for themselves. */
gboolean chn_words_tell (ChnField field);

/* Composes a paragraph: "The vote was corrected from 111-19-55 to 112-19-54." */
void chn_words_put (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer);

/* "two", "13" */
char *chn_words_dup_number (guint n);

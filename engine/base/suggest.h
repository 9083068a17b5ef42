/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Looks for the name that was probably meant, one candidate at a time. Names are compared folded;
 * a candidate is near when at most a third of its letters differ (transposition counts once), or
 * when it begins with what was typed.
 */
typedef struct {
  char *wanted; /* folded */
  const char *best;
  guint distance;
} ChnSuggestion;

void chn_suggestion_init (ChnSuggestion *suggestion, const char *wanted, gssize length);
/* The candidate is borrowed. */
void chn_suggestion_offer (ChnSuggestion *suggestion, const char *candidate);
/* The same for a candidate that stands for another name: `answer` is what is suggested. */
void chn_suggestion_offer_for (ChnSuggestion *suggestion, const char *candidate, const char *answer);
/* The nearest so far, or NULL when none is near. */
const char *chn_suggestion_get (const ChnSuggestion *suggestion);
void chn_suggestion_clear (ChnSuggestion *suggestion);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnSuggestion, chn_suggestion_clear)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Looks for the name that was probably meant, one candidate at a time. Names are compared folded;
 * a candidate is near when at most a third of the letters of the shorter one differ (transposition
 * counts once), or when it begins with what was typed. No suggestion is better than a far one.
 */
enum { CHN_LONGEST_SUGGESTION = 64 };

typedef struct {
  char *wanted; /* folded, and letter by letter: */
  gunichar letters[CHN_LONGEST_SUGGESTION];
  guint n_letters; /* more than there is room for where it is longer */
  const char *best;
  guint distance;
} ChnSuggestion;

void chn_suggestion_init (ChnSuggestion *suggestion, const char *wanted, gssize length);
/* How far a folded name is from it; G_MAXUINT where it is not near. */
guint chn_suggestion_measure (const ChnSuggestion *suggestion, const char *folded);
/* The candidate is borrowed. */
void chn_suggestion_offer (ChnSuggestion *suggestion, const char *candidate);
/* The same for a candidate that stands for another name: `answer` is what is suggested. */
void chn_suggestion_offer_for (ChnSuggestion *suggestion, const char *candidate, const char *answer);
/* The nearest so far, or NULL when none is near. */
const char *chn_suggestion_get (const ChnSuggestion *suggestion);
void chn_suggestion_clear (ChnSuggestion *suggestion);

/* 'did you mean "vote"?', or what to do otherwise (may be NULL) where no name is near. */
char *chn_suggestion_dup_hint (const ChnSuggestion *suggestion, const char *otherwise);

/* What could have been meant: a table of names. */
typedef struct {
  const char *(*get_name) (gconstpointer table, guint index); /* NULL past the last */
  gconstpointer table;
  const char *otherwise; /* the hint where none is near; NULL lists them all */
} ChnNameTable;

void chn_suggestion_offer_all (ChnSuggestion *suggestion, const ChnNameTable *candidates);
/* The hint of a suggestion to which they were offered. */
char *chn_suggestion_dup_hint_among (const ChnSuggestion *suggestion, const ChnNameTable *candidates);
/* The name of a table that was probably meant, as a hint. */
char *chn_name_table_dup_hint (const ChnNameTable *candidates, const char *wanted, gssize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnSuggestion, chn_suggestion_clear)

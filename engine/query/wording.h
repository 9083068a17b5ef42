/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

/*
 * Ways of saying something, as tables have them: `typed` is what people write and `written` what that is
 * here. Words in capitals stand for what varies (wording.c lists them, and who looks for them may add some); where
 * one stands twice, the second has a 2 behind it. A ":" stands for "=" too, blanks beside signs may be missing, case
 * does not matter.
 */

/* What varies: the name that stands for it, what it may look like, and how it is written here, NULL where it is none.
 */
typedef struct {
  const char *name, *pattern;
  char *(*read) (const char *text);
  const char *signs; /* of which it has at least one; or NULL */
} ChnWordingBlank;

/* Where a wording was found, and what is to stand there. */
typedef struct {
  gsize offset, length;
  char *replacement;
  char *command; /* the command that all becomes, or NULL */
} ChnWordingFound;

void chn_wording_found_clear (ChnWordingFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWordingFound, chn_wording_found_clear)

/* Letters, digits and signs of ASCII, a bit for each, capitals as small ones. */
typedef struct {
  guint64 half[2];
} ChnWordingLetters;

/* A query in which wordings are looked for, and the same with its quotations blotted out. */
typedef struct {
  const char *text; /* borrowed */
  char *masked;
  ChnWordingLetters letters;   /* that stand in it */
  const ChnWordingBlank *more; /* ends with a row without a name; or NULL */
} ChnWordingText;

/* `more` may be NULL. */
void chn_wording_text_init (ChnWordingText *where, const char *text, const ChnWordingBlank *more);
void chn_wording_text_clear (ChnWordingText *where);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWordingText, chn_wording_text_clear)

/* Looks for the first place in a query where something is said so, outside of quotes. */
gboolean chn_wording_find (const ChnQueryIdiom *wording, const ChnWordingText *where, ChnWordingFound *found);

/* What is to stand for a whole text that says it so; NULL where it does not. */
char *chn_wording_dup_whole (const ChnQueryIdiom *wording, const char *text);

/* A date as people type it, as queries have it; NULL where it is none, or may be two. */
char *chn_wording_dup_date (const char *text);

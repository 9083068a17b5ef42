/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#include "model/symbol/clean.h"

/* What the places of a template held. */
typedef struct {
  char text[2 * CHN_SYMBOL_LONGEST]; /* as the template spells it */
  gsize length;
  char session[16]; /* in digits, "S-4" of a special one; "" where there is none */
  char roman[16];   /* the session as it was written */
  char number[24];
  char letter[4];
  char country[4];
  int year;
  int cycle;        /* the year that names a conference and need not be that of its documents */
  const char *rest; /* what {document} takes; behind the template where it has none; "" at the end */
} ChnTemplateFound;

/*
 * Matches a cleaned symbol against a template such as "GC({session})/RES/{number}". Letters match in either case,
 * and blanks may be missing or stand anywhere; where `prose`, dots as well. FALSE where it does not match; whether
 * the rest may stand there is for the caller to say.
 */
gboolean chn_template_match (const char *template, const char *text, gboolean prose, ChnTemplateFound *found);

/* Whether no text that begins with this character can match. */
gboolean chn_template_excludes (const char *template, char first);

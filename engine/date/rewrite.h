/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Ways to turn a near miss into EDTF. What they return (transfer full, nullable) is a guess that
 * the caller must parse.
 */

typedef struct {
  const char *pattern;     /* PCRE, against the whole text */
  const char *replacement; /* a digit that then stands alone gets a zero before it */
  const char *note;        /* NULL, or in which case this is right */
  gboolean ambiguous;      /* a later row may be meant as well; then both notes are said */
} ChnRewriteRule;

const ChnRewriteRule *chn_rewrite_get_rules (guint *n);
char *chn_rewrite_apply (const ChnRewriteRule *rule, const char *text);

/* White space, case, the signs of EDTF as it was in 2012. */
char *chn_rewrite_spelling (const char *text);

/* ISO 8601-1 week dates, ordinal dates and the basic format. */
char *chn_rewrite_calendar (const char *text);

/* English: "18 Nov 2014". */
char *chn_rewrite_english (const char *text);

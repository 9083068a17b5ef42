/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* The codes of one dictionary that a term asks for. */
typedef struct {
  ChnDictionaryId dictionary;
  guint32 n_codes;
  guint8 *wanted; /* by code */
} ChnCodes;

ChnCodes *chn_codes_new (ChnArena *arena, const ChnColumns *columns, ChnDictionaryId dictionary);

static inline gboolean
chn_codes_contain (const ChnCodes *codes, guint32 code)
{
  return code < codes->n_codes && codes->wanted[code] != 0;
}

/* Whether one of these is wanted. */
gboolean chn_codes_intersect (const ChnCodes *codes, const guint32 *found, guint n);

/* Adds the rows of what is wanted; the codes may be no more than a part of a condition's data. */
void chn_codes_narrow (const ChnCodes *codes, const ChnColumns *columns, ChnCandidates *candidates);

/* The narrow function of conditions whose data is a ChnCodes, and which hold where one of a row's codes is wanted. */
void chn_narrow_by_codes (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

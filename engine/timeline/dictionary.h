/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/sealed.h"

/* A field of one text whose rows are looked up. Records keep the text itself. */
typedef struct {
  ChnDictionaryId dictionary;
  ChnField field;
} ChnDictionaryField;

enum { CHN_N_DICTIONARY_FIELDS = 1 };
extern const ChnDictionaryField chn_dictionary_fields[CHN_N_DICTIONARY_FIELDS];

/* Makes the rows of every code. */
void chn_timeline_index_codes (ChnTimeline *timeline);

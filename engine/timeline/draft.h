/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/record.h"

/* A record in the making: of an event that is being taken, or of one whose lists change. */
typedef struct {
  guint32 number[CHN_RECORD_ORIGIN + 1]; /* by bit; 0 for none */
  GArray *list[CHN_N_RECORD_LISTS];
  GString *texts; /* of the symbols, each ended by NUL */
} ChnDraft;

void chn_draft_init (ChnDraft *draft);
void chn_draft_clear (ChnDraft *draft);

/* Leaves it without anything. */
void chn_draft_reset (ChnDraft *draft);

/* Makes it what a record is. */
void chn_draft_load (ChnDraft *draft, const guint32 *record);

/* Adds what it is to others, an array of guint32; returns where it begins. */
guint64 chn_draft_append (const ChnDraft *draft, GArray *units);

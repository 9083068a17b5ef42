/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/record.h"

/* A record in the making: of an event that is being taken, or of one whose lists change. */
typedef struct {
  guint32 number[CHN_RECORD_ORIGIN + 1]; /* by bit; 0 for none */
  GArray *list[CHN_N_RECORD_LISTS];
  GString *texts; /* of the symbols, each ended by NUL */
} ChnRecordMaker;

void chn_record_maker_init (ChnRecordMaker *maker);
void chn_record_maker_clear (ChnRecordMaker *maker);

/* Leaves it without anything. */
void chn_record_maker_reset (ChnRecordMaker *maker);

/* Makes it what a record is. */
void chn_record_maker_load (ChnRecordMaker *maker, const guint32 *record);

/* Leaves out the cells of a list that checks have put this mark into. */
void chn_record_maker_close_up (ChnRecordMaker *maker, ChnListId list, guint32 mark);

/* Adds what it is to others, an array of guint32; returns where it begins. */
guint64 chn_record_maker_append (const ChnRecordMaker *maker, GArray *units);

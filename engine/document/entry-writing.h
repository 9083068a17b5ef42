/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/group.h"
#include "document/notes.h"

/* An event that becomes an entry, and what it is told with. */
typedef struct {
  ChnComposer *composer;
  ChnNoteList *notes;
  const ChnTimeline *timeline;
  const ChnProfile *profile;
  const ChnRowGroup *group;
  guint row;
  const ChnEvent *event;
  guint note; /* 0: none */
} ChnEntryWriting;

/* Its day, without the year where the heading has it. */
void chn_entry_put_day (const ChnEntryWriting *entry);

/* How many days it lies after the date that is counted from: a column of a table, in prose in parentheses. */
void chn_entry_put_since (const ChnEntryWriting *entry);

/* A document symbol, which leads to its document. */
void chn_entry_put_symbol (const ChnEntryWriting *entry, const char *text);

/* All of them, "A/RES/69/188, S/PV.7353", with what stands around them; without any, nothing. */
void chn_entry_put_symbols (const ChnEntryWriting *entry, const char *before, const char *after);

/* The title without a full stop of its own. */
char *chn_entry_dup_sentence (const ChnEvent *event);

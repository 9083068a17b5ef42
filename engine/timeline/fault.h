/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* What can be wrong with an event, a source or a header. fault.c has the table. */
typedef enum {
  CHN_FAULT_MISSING_ID,
  CHN_FAULT_MISSING_DATE,
  CHN_FAULT_MISSING_TITLE,
  CHN_FAULT_BAD_ID,
  CHN_FAULT_DUPLICATE_ID,
  CHN_FAULT_DUPLICATE_UID,
  CHN_FAULT_BAD_ZONE,
  CHN_FAULT_BAD_REVISED,
  CHN_FAULT_BAD_TERM,
  CHN_FAULT_BAD_IMPORTANCE,
  CHN_FAULT_BAD_SYMBOL,
  CHN_FAULT_UNKNOWN_SYMBOL,
  CHN_FAULT_INFORMAL_SYMBOL,
  CHN_FAULT_EMPTY_ITEM,
  CHN_FAULT_UNKNOWN_ACTOR,
  CHN_FAULT_AMBIGUOUS_ACTOR,
  CHN_FAULT_UNKNOWN_FORUM,
  CHN_FAULT_AMBIGUOUS_FORUM,
  CHN_FAULT_DUPLICATE_BALLOT,
  CHN_FAULT_UNKNOWN_TARGET,
  CHN_FAULT_SELF_RELATION,
  CHN_FAULT_UNKNOWN_SOURCE,
  CHN_FAULT_DUPLICATE_SOURCE,
  CHN_FAULT_BAD_SOURCE,
  CHN_FAULT_BAD_CLAIM,
  CHN_FAULT_CLAIM_FIELD,
  CHN_FAULT_BAD_TIMELINE_ID,
  CHN_FAULT_BAD_NAMES,
  CHN_FAULT_OUTSIDE_TARGET,
  CHN_FAULT_TOO_LONG,
  CHN_FAULT_TOO_MANY_ITEMS,
  CHN_FAULT_TOO_MANY_EVENTS,
  CHN_FAULT_DROPPED,
  CHN_FAULT_DUPLICATE_ITEM,
  CHN_FAULT_DUPLICATE_FILE,
  CHN_N_FAULTS,
} ChnFaultId;

typedef struct {
  const char *file;
  guint line;
  guint column;
  const char *event;
} ChnPlace;

/* Adds a finding. */
void chn_fault_add (ChnReport *report, ChnFaultId fault, const ChnPlace *place, const char *hint, const char *format,
                    ...) G_GNUC_PRINTF (5, 6);

/* The same with message and hint of an error; `prefix` stands before the message where it is not NULL. */
void chn_fault_add_error (ChnReport *report, ChnFaultId fault, const ChnPlace *place, const char *prefix,
                          const GError *error);

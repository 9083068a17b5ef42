/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* A date that days are counted from. */
typedef struct {
  ChnDate *date;
  char *event; /* the id of the event whose date it is; or NULL */
} ChnSince;

/* How many days after it an event took place, "+41 days"; NULL where nothing is known. No event is after itself. */
char *chn_since_dup_days (const ChnSince *since, const ChnEvent *event);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/union/attest.h"

/* Two events of which one is made. */
typedef struct {
  ChnUnionSources *sources;
  const ChnEvent *event[2]; /* ours, and theirs in our words */
  char **origins[2];        /* of each, NULL-ended */
  const char *label[2];     /* of the chronologies that they are of */
  const char *title[2];
  guint *n_claims;       /* how many were made of what differs */
  gboolean sets_origins; /* the origins are noted with the event */
} ChnJoin;

/* Fills an event with what comes of the two: nothing that either says is lost. */
void chn_join_events (const ChnJoin *join, ChnEvent *out);

/* Adds to an event where it came from, unless it says so. */
void chn_join_set_origins (ChnEvent *event, char *const *origins);

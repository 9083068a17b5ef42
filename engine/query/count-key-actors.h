/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/count.h>

#include "query/roll-asked.h"

/* The actors that a key of a count names, as in vote-of:PRK and agreement:USA+CHN. */
typedef struct _ChnKeyActors {
  const ChnElectorates *electorates;
  const ChnAskedSet *set; /* NULL: all who voted */
} ChnKeyActors;

/*
 * Reads them, joined by "+", from a text of so many bytes that begins at `offset` of what was asked for; what is made
 * lies in the binder's arena.
 */
const ChnKeyActors *chn_key_actors_read (ChnBinder *binder, const char *text, gsize length, gsize offset,
                                         GError **error);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

#include "model/symbol/organ.h"
#include "model/symbol/private.h"
#include "model/symbol/scan.h"

/* A symbol that is being read, part by part. */
typedef struct {
  const ChnSymbolScan *scan;
  guint at; /* the part under the hand */
  const ChnOrgan *organ;
  ChnSymbol *symbol;
  GString *text;
  GString *base;        /* NULL where only the text is asked for */
  GPtrArray *modifiers; /* likewise */
  gboolean modified;
  gboolean adopted; /* RES, DEC or PRST */
  gboolean series;  /* any of the series */
  gboolean country;
  gboolean roman; /* its session is in Roman */
} ChnSymbolWalk;

const ChnPart *chn_walk_get_part (const ChnSymbolWalk *walk);

/* Sets an error at the part under the hand. */
gboolean chn_walk_fail (const ChnSymbolWalk *walk, ChnError code, GError **error, const char *expected);

/* Adds to what chn_symbol_get_modifiers() lists. */
void chn_walk_take_modifier (ChnSymbolWalk *walk, const char *prefix, const char *text);

/* Appends the canonical spelling of a part, to the base too unless it modifies. */
void chn_walk_spell_part (ChnSymbolWalk *walk);

/* Takes the part under the hand for what it is there: session, year, series, number, modifier. */
gboolean chn_walk_place_part (ChnSymbolWalk *walk, GError **error);

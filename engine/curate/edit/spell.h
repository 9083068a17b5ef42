/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/* Where a value stands: behind the colon of a key, or behind the dash of an item. */
typedef struct {
  gsize begin;      /* the byte behind the colon or dash */
  guint indent;     /* blanks before the key or dash */
  gboolean is_item; /* behind a dash */
} ChnSlot;

/* Appends a value on one line. */
void chn_spell_flow (GString *out, const ChnTree *value);

/* Appends a value behind a colon or dash, the blank or line break before it included, without a line break behind it.
 */
void chn_spell_value (GString *out, const ChnTree *value, const ChnSlot *slot);

/* Appends "key: value", without a line break behind it. */
void chn_spell_pair (GString *out, const ChnTree *key, guint indent);

/* Appends the pairs of a mapping from its first key on, each further one on a line of its own. */
void chn_spell_pairs (GString *out, const ChnTree *mapping, guint indent);

/* Appends a text on one line, in the quotes that the old one has, where it can stand in them. */
void chn_spell_like (GString *out, const ChnTree *old, const ChnTree *text, gboolean flow);

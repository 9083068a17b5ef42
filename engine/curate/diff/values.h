/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diff.h>

#include "curate/edit/tree.h"

/* A value on one line as YAML has it, of a key that a mapping of one key has; NULL where there is none. */
const char *chn_value_spell (const ChnTree *pair, ChnArena *arena);

/* How one value became another: each a mapping of one key, or NULL for nothing. Texts are the arena's. */
ChnValueChange chn_value_compare (const char *name, int field, const ChnTree *old_pair, const ChnTree *new_pair,
                                  ChnArena *arena);

/* What an event says in a field, as a mapping of one key; NULL where it says nothing. */
const ChnTree *chn_value_of_event (const ChnEvent *event, ChnField field, ChnArena *arena);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"
#include "curate/match/names.h"

/* What a file declares of an actor, with its members and successors called as they are in another file: the same
 * value where none is called otherwise. */
const ChnTree *chn_entry_translate (const ChnTree *entry, const ChnOtherNames *names, ChnArena *arena);

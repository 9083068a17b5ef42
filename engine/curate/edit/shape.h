/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/*
 * A value in the shape that the old one has, where the same can be said in it: an item alone for a list of one, a
 * mapping for a list of pairs, pairs in a list for a mapping. Else the value itself.
 */
const ChnTree *chn_shape_fit (const ChnTree *old, const ChnTree *value, ChnArena *arena);

/* A mapping like another in which a key has another value, behind the key that it follows; NULL leaves the key out.
 */
const ChnTree *chn_shape_with (const ChnTree *mapping, const ChnTree *key, const ChnTree *value,
                               const ChnTree *behind, ChnArena *arena);

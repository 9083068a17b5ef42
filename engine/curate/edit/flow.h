/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/*
 * Appends an old value of a flow collection, or such a collection, as it is when it says something else: what stays
 * the same stays as it is written, with the blanks, line breaks and comments between. FALSE where something changes
 * that has an anchor, so that others would change with it.
 */
gboolean chn_flow_change (GString *out, const char *bytes, const ChnTree *old, const ChnTree *value);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/merge.h"
#include "curate/edit/outline.h"

/* Adds entries, an array of ChnEntryEdit, to their sections, or changes those that are there. */
gboolean chn_section_add_all (ChnMerge *merge, const ChnOutline *outline, const GArray *entries, const char *name,
                              GError **error);

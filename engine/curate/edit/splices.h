/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Pieces of a text that others take the place of. */
typedef struct _ChnSplices ChnSplices;

ChnSplices *chn_splices_new (void);
void chn_splices_free (ChnSplices *splices);

/* The bytes from start to end become this text; where both are the same, it is put in between, behind what came
 * first. */
void chn_splices_add (ChnSplices *splices, gsize start, gsize end, const char *text);

/* The text with all of them. Lines that are put in end as the lines of the text do. */
GBytes *chn_splices_run (ChnSplices *splices, const char *bytes, gsize length);

/* By their place, as parts are asked for. */
void chn_splices_sort (ChnSplices *splices);

/* What comes of the bytes from start to end by what was added until it was sorted; what is put in at the start
 * belongs to what stands before. */
void chn_splices_append_part (const ChnSplices *splices, const char *bytes, gsize length, gsize start, gsize end,
                              GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSplices, chn_splices_free)

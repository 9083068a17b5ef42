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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSplices, chn_splices_free)

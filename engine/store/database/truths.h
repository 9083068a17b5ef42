/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/* What the query language knows of rows by words of its own, asked once of all of them. */
typedef struct _ChnStoreTruths ChnStoreTruths;

/* The timeline is borrowed. */
ChnStoreTruths *chn_store_truths_new (const ChnTimeline *timeline, GError **error);
void chn_store_truths_free (ChnStoreTruths *truths);

typedef void (*ChnStoreTakeKey) (const char *key, gpointer data);

/* Hands on the keys of a row: "vote adopted" for what is true of it, "vote? adopted" for what is not known of it. */
void chn_store_truths_list (const ChnStoreTruths *truths, guint row, ChnStoreTakeKey take, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreTruths, chn_store_truths_free)

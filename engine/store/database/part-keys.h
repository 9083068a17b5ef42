/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/truths.h"

/* A row that has some part, or cites some source, which is not for everybody. */
#define CHN_STORE_KEY_HIDES "hides parts"

/*
 * Hands on the keys of what a row has that is not for everybody: the one above, and for each quotation and note
 * "hides restricted quote in public 1": who may see it, who may see what it stands in, and its number among such; for
 * sources "hides restricted source KEY", for their notes "hides private remark in restricted KEY". So they are
 * counted by whoever is not shown them. Schema 2 has made the same of what was there before, in SQL (schema-keys.c).
 */
void chn_store_part_keys_list (const ChnTimeline *timeline, guint row, ChnStoreTakeKey take, gpointer data);

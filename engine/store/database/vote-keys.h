/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/truths.h"

/*
 * Hands on the keys of the vote of a row: that it was voted, or may have been; "no ?" where it is not known how many
 * voted so, "no ?who" where it is not known who all did; and "no chn" for each that is named under what is rare,
 * which is against and abstaining. Schema 2 has made the same of what was there before, in SQL (schema-keys.c).
 */
void chn_store_vote_keys_list (const ChnColumns *columns, guint row, guint kind_vote, ChnStoreTakeKey take,
                               gpointer data);

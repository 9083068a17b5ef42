/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/shards.h"

/*
 * Brings a store that is spread to the schema of this version, whose servers must all answer: each in a transaction
 * of its own. From the first of these on nobody reads or writes it until all are done; what was broken off goes on
 * where it was left.
 */
gboolean chn_store_upgrade_spread (ChnStore *store, GError **error);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

#include "program.h"

/* Prints what is in a store. */
gboolean store_status_print (Program *program, ChnStore *store, GError **error);

/* The servers over which a store is spread, a line each; nothing of others. */
gboolean store_status_print_shards (ChnStore *store, GError **error);

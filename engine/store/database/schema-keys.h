/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/database.h"

/* What makes schema 2 of schema 1. */
char *chn_store_dup_keys_migration (ChnDatabaseKind kind);

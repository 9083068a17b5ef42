/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/database.h"

/* Indexes of words that know where these stand; of rows that are there already they do not. */
char *chn_store_dup_words_migration (ChnDatabaseKind kind);

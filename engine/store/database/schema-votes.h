/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/database.h"

/* The statements that tell votes of which not all is counted from those of which nothing is recorded. */
char *chn_store_dup_votes_migration (ChnDatabaseKind kind);

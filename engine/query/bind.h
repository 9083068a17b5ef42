/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/* Binds a query's tree; what it makes belongs to the bound query. NULL on error. */
ChnBoundNode *chn_bind_tree (ChnBoundQuery *bound, const ChnDate *today, GError **error);

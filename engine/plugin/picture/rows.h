/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/strips.h"

/* A row of a table, which begins where none is open. */
void chn_flow_add_row (ChnFlow *flow, const ChnBlock *blocks, guint n);
/* Ends the table, where one is open. */
void chn_flow_end_table (ChnFlow *flow);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/stage/stage.h"

/* 1 + the index of the staged event that had an id before, 0 for none. `former` is made when first needed. */
guint32 chn_former_find (GHashTable **former, const ChnStage *stage, const char *id);

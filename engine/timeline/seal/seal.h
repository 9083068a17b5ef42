/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/stage/stage.h"

/* Makes a timeline of what is staged and checked: nothing in it is marked as malformed. The stage can only be cleared
   after that. */
ChnTimeline *chn_seal (ChnStage *stage, ChnRegistry *registry);

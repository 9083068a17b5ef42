/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "document/compose.h"

/* All that an entry has beside its paragraphs, of a row that is loaded. */
ChnEntry chn_entry_find_facts (ChnComposer *composer, const ChnTimeline *timeline, guint row, const ChnEvent *event);

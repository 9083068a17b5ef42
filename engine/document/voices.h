/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "document/compose.h"
#include "document/profile.h"

/* What each source of an event says, in a paragraph each; one that is only cited says nothing. */
void chn_compose_voices (ChnComposer *composer, const ChnTimeline *timeline, const ChnProfile *profile, guint row,
                         const ChnEvent *event);

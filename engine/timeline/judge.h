/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/judge.h>

#include "timeline/columns.h"

/* For each source, by code, the least code of the sources that have the same voice: see ChnAgreement. */
const guint32 *chn_timeline_get_voices (const ChnTimeline *timeline);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/match.h>

#include "curate/match/weighing.h"

/* How much titles and summaries speak for one event, or against it; the reason is told. */
double chn_weigh_words (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b, guint *reasons);

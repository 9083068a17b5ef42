/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* The data sets that roll calls come from. */
typedef enum {
  CHN_ROLL_SOURCE_NONE = -1,
  CHN_ROLL_SOURCE_VOETEN,
  CHN_ROLL_SOURCE_ASSEMBLY,
  CHN_ROLL_SOURCE_COUNCIL
} ChnRollSource;

/* Cites the data set of a roll call; which it is. */
ChnRollSource chn_roll_cite (const ChnRollCall *call, gboolean is_of_council, ChnEvent *event);

void chn_roll_source_add (ChnRollSource source, ChnTimelineBuilder *builder);

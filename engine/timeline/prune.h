/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/builder.h"

/* After names are resolved; those that are not are known by their cells. */
void chn_builder_prune (ChnTimelineBuilder *builder, const ChnRegistry *registry);

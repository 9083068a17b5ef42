/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "trail-graph.h"

/* "8 yearly resolutions of the General Assembly", of the folded series that begins at a place. */
char *trail_series_dup_title (const TrailGraph *graph, guint place);

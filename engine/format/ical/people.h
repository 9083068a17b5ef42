/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* The id of an actor of this name, remembered among those of the names that were asked for before. */
const char *chn_ical_people_find (GHashTable *people, ChnTimelineBuilder *builder, ChnActorKind kind,
                                  const char *name);

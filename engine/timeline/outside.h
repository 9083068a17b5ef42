/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/builder.h"

/* The key of the extra that stands for a relation of this type to an event outside. */
char *chn_outside_dup_key (guint type);

/*
 * Relations that point outside of what was read. Files that hold some events of a timeline (a table,
 * a calendar) may have them: they become extras "outside-TYPE", and such extras become relations
 * again where their target is there after all, so that excerpts read together are whole.
 */
void chn_builder_set_aside_outside (ChnTimelineBuilder *builder);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/category.h"
#include "format/ical/name.h"

/* Whether key and value make exactly one content line. */
gboolean chn_ical_is_one_line (const char *key, const char *value);

/* Whether the lines make exactly one component of the key, "BEGIN:NAME". */
gboolean chn_ical_is_one_part (const char *key, const char *lines);

/*
 * Of the properties found among the extras, those that may be written as they came: the fields that they
 * were read into still say the same.
 */
guint64 chn_ical_extras_check (const ChnTimeline *timeline, guint row, ChnCategories *categories,
                               const ChnEvent *event, guint64 found);

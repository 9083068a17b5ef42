/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "format/ical/scan.h"
#include "format/options.h"

/* Whether a text is a rule, though perhaps one that is not followed. */
gboolean chn_ical_is_rule (const ChnSlice *rule);

/* Whether two rules have the same parts, in whatever order. */
gboolean chn_ical_rules_agree (const char *a, const char *b);

/* What stands behind UNTIL=; its text is NULL where that is missing. */
ChnSlice chn_ical_rule_find_until (const char *rule);

/* Whether the event has a rule of recurrence that no reader will stumble over. */
gboolean chn_ical_repeats (const ChnEvent *event);

/* Whether the event is a day of the past that --anniversaries shows every year. */
gboolean chn_ical_is_anniversary (const ChnWriteOptions *options, const ChnEvent *event);

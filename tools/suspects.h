/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* "0.97  one   gov-2003-75  their-15": two events, with the reasons, dates and titles on lines below. */
char *suspects_dup_text (const ChnTimeline *a, const ChnTimeline *b, const ChnMatch *match, const char *verdict);

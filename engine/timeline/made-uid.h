/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/append.h"

#define CHN_MADE_UID_ENDING ".chancery"

/*
 * Appends what follows the @ in the UIDs that are made for events which have none: the domain of their timeline, else
 * one of the timeline's id; either may be NULL.
 */
static inline void
chn_made_uid_append_domain (GString *out, const char *domain, const char *timeline)
{
  chn_append (out, domain ? domain : timeline ? timeline : "timeline");
  if (!domain)
    chn_append (out, CHN_MADE_UID_ENDING);
}

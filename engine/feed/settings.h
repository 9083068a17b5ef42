/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/feed.h>

/* A copy with texts of its own, which is cleared. */
void chn_feed_settings_copy (ChnFeedSettings *copy, const ChnFeedSettings *settings);
void chn_feed_settings_clear (ChnFeedSettings *copy);

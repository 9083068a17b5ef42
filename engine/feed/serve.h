/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/kept.h"

/* From a request to what answers it. On the thread of a listener. */
void chn_feed_serve (ChnFeedKept *kept, ChnFeedMeans *means, ChnHttpExchange *exchange,
                     const ChnHttpRequest *request);

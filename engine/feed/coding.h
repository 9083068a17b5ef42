/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/http.h"

/* Whether an answer to this request may be compressed by gzip (RFC 9110, 12.5.3). */
gboolean chn_feed_takes_gzip (const ChnHttpRequest *request);

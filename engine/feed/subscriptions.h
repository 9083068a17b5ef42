/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/catalogue.h"

/* The feeds that everybody may have, with their addresses: an array of ChnSubscription. */
GPtrArray *chn_subscriptions_list (const ChnFeedCatalogue *catalogue);

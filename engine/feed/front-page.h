/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/making.h"

/* Writes the page of a server that shows no feed in front: a list of those that are public. */
gboolean chn_front_page_write (ChnFeedMaking *making, GError **error);

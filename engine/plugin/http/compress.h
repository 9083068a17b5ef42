/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* As one gzip member; NULL where that is not shorter, or there is no memory for it. */
GBytes *chn_http_compress (GBytes *bytes);

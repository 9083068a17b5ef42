/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Whether n bytes are UTF-8, NULs among them; the last character may end in the `more` bytes behind. */
gboolean chn_utf8_is_whole (const char *bytes, gsize n, gsize more);

/* Characters that begin in these bytes of UTF-8. */
gsize chn_utf8_count (const char *bytes, gsize n);

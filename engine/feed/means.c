/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says what happens. */
#include "feed/means.h"

void
chn_feed_log (const ChnFeedMeans *means, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  means->settings.log (line, means->settings.data);
}

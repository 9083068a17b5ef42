/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnDuration:
 * @years: whole years
 * @months: whole months
 * @days: whole days, weeks counted as seven
 * @seconds: seconds, hours and minutes included
 *
 * An ISO 8601-1:2019 duration. All parts have one sign.
 */
typedef struct {
  gint64 years;
  gint64 months;
  gint64 days;
  gint64 seconds;
} ChnDuration;

/**
 * chn_duration_parse:
 * @text: "P1Y2M3DT4H5M6S", "P2W", "-P90D", or the short form "90d", "2w", "6m", "1y"
 * @length: its bytes, or -1
 * @duration: (out): the duration
 * @error: return location
 *
 * ISO 8601-1:2019, 5.5.2, with the leading sign of 8601-2; "P" and "PT" alone are refused.
 *
 * Fractions are refused (%CHN_ERROR_UNSUPPORTED), numbers beyond 10^18 too (%CHN_ERROR_LIMIT).
 *
 * Returns: %FALSE on error; then @duration is untouched
 */
CHN_API gboolean chn_duration_parse (const char *text, gssize length, ChnDuration *duration, GError **error);

/**
 * chn_duration_dup_text:
 *
 * Returns: (transfer full): the ISO 8601 text, "P0D" when empty
 */
CHN_API char *chn_duration_dup_text (const ChnDuration *duration);

/**
 * chn_duration_add:
 * @duration: what to add
 * @time: civil seconds
 * @factor: 1 to add, -1 to subtract
 *
 * Calendar arithmetic: years and months first, the day clamped to the end of the month
 * (2016-01-31 + P1M = 2016-02-29), then days, then seconds. Infinite times stay infinite;
 * a result out of range becomes infinite.
 *
 * Returns: civil seconds
 */
CHN_API gint64 chn_duration_add (const ChnDuration *duration, gint64 time, int factor);

G_END_DECLS

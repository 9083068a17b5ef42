/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* The ChnReadFunc of iCalendar. */
gboolean chn_ical_read (const ChnReadJob *job, GError **error);

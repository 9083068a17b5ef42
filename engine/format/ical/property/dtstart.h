/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Whether DTSTART says when the event at hand begins, without which it is none. */
gboolean chn_ical_has_start (ChnIcalReader *reader, GError **error);

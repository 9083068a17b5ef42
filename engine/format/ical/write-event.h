/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/writer.h"

/* Writes one VEVENT. FALSE where no calendar can hold its date: nothing is written, and writer->when says why. */
gboolean chn_ical_write_event (ChnIcalWriter *writer, const ChnEvent *event, const ChnContext *context);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "format/ical/file-zone.h"
#include "format/ical/value.h"

/* What DTSTART and its end say, without regard to fields. */
typedef struct {
  ChnIcalTime start;
  ChnClocks *zone;  /* of start; NULL: none, or not known */
  gint64 end;       /* civil, exclusive; equal to start where there is none */
  gboolean all_day; /* whole days */
} ChnIcalSpan;

/* The span as EDTF; NULL where that has no words for it. */
ChnDate *chn_ical_span_to_date (const ChnIcalSpan *span);

/* Gives a date field what the span says; FALSE where EDTF has no words for it, and the field stays as it is. */
gboolean chn_ical_span_set_date (const ChnIcalSpan *span, ChnEvent *event, ChnField field);

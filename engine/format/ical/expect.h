/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/lines.h"
#include "format/ical/when.h"

/* What the writer would write for the events of a timeline: for whoever wants to know what others changed. */
typedef struct _ChnIcalExpectation ChnIcalExpectation;

ChnIcalExpectation *chn_ical_expectation_new (const ChnTimeline *timeline);
void chn_ical_expectation_free (ChnIcalExpectation *expectation);

/* The properties of a row, but for its payload. Valid until the next call. */
const ChnIcalLines *chn_ical_expect (ChnIcalExpectation *expectation, guint row, const ChnEvent *event);

/* How a row's date is shown; the caller clears it. */
void chn_ical_expect_when (ChnIcalExpectation *expectation, const ChnEvent *event, ChnImprecise imprecise,
                           gboolean daily, ChnWhen *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalExpectation, chn_ical_expectation_free)

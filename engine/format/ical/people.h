/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* Names of people that a calendar has, and the ids that they got. */
typedef struct _ChnIcalPeople ChnIcalPeople;

ChnIcalPeople *chn_ical_people_new (void);
void chn_ical_people_free (ChnIcalPeople *people);

/* The id of an actor of this name; valid until the next call. */
const char *chn_ical_people_find (ChnIcalPeople *people, ChnTimelineBuilder *builder, ChnActorKind kind,
                                  const char *name);

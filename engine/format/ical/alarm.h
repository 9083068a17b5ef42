/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/page.h"

/* The VALARM that was asked for, if the event at hand is planned and lies ahead. */
void chn_ical_put_alarm (ChnIcalPage *page);

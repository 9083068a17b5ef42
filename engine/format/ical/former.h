/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/writer.h"

/*
 * Behind an event that was just written: those that were joined with it and whose UIDs went, each as a tombstone, so
 * that calendars that have them show them no longer. A calendar that is brought up to date tells by itself what has
 * left.
 */
void chn_ical_put_former (ChnIcalWriter *writer);

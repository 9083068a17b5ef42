/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/zones.h"

/*
 * The zone of the IANA database that another program's name for it means; NULL where it means none:
 *
 *   Europe/Paris                                           the name itself
 *   /freeassociation.sourceforge.net/Europe/Paris          behind any of its slashes
 *   W. Europe Standard Time                                what Windows calls it
 *   (UTC-05:00) Eastern Time (US & Canada)                 what Windows shows to people
 *   tzone://Microsoft/Utc                                  UTC in any case
 *
 * Constant, or a part of the text.
 */
const char *chn_zone_find_foreign_name (ChnZones *zones, const char *text);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * The IANA zone of a time zone as Windows calls it, in any case ("W. Europe Standard Time" is Europe/Berlin); NULL
 * for any other name.
 */
const char *chn_zone_find_windows_name (const char *name);

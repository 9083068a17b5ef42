/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * The IANA zone of a time zone as Windows calls it, in any case; NULL for any other name. Its own name ("W. Europe
 * Standard Time") or the one that it shows to people, with the offset before it or without: "(UTC-05:00) Eastern
 * Time (US & Canada)".
 */
const char *chn_zone_find_windows_name (const char *name);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The IANA zone of a time zone as Windows calls it ("W. Europe Standard Time"); NULL for any other name. */
const char *chn_windows_zone_find (const char *name);

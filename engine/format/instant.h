/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Bytes that an instant takes at most, its NUL included. */
#define CHN_INSTANT_SIZE 48

/*
 * Civil seconds as an ISO 8601 date, "2014-11-18", with the time of day ("T15:08:00") when timed. Years before 0 and
 * after 9999 are written in expanded form: "-0044-03-15", "+12345-01-01". Returns the text, which is the buffer's;
 * NULL for CHN_TIME_MIN and CHN_TIME_MAX: an end that is open or unknown.
 */
const char *chn_instant_format (char *buffer, gint64 seconds, gboolean timed);

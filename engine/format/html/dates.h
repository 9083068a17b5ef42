/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Whether a date of EDTF is one of HTML, too (HTML Living Standard, 2.3.5): a year, month, day or moment, without
 * qualifiers, unknown digits, seasons or sets.
 */
gboolean chn_html_is_date (const char *edtf, gsize length);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/json.h"

/*
 * Reads the string whose opening quote the scanner stands at: sets text and length of the token, and puts the
 * scanner behind the closing quote.
 */
gboolean chn_json_scan_string (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error);

/* "found X, expected Y" at a place of the text; FALSE. */
gboolean chn_json_refuse (const ChnJsonScanner *scanner, const char *at, const char *expected, const char *hint,
                          GError **error);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Writes a value of type TEXT (RFC 5545, 3.3.11) without its escapes, which needs no more room; returns where it
 * ends. */
char *chn_unescape_text (char *to, const char *text, gsize length);

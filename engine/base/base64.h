/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* base64url without padding (RFC 4648, 5), which no client of calendars changes; put: returns what follows. */
char *chn_base64_put (char *to, const char *bytes, gsize length);
void chn_base64_encode (const char *bytes, gsize length, GString *out);

/* Takes the other alphabet and padding too. FALSE with the offset of the first byte that is wrong. */
gboolean chn_base64_decode (const char *text, gsize length, GString *out, gsize *offset);

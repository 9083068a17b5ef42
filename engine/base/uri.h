/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Appends a URI; bytes that none can hold (RFC 3986, 2) are percent-encoded. */
void chn_uri_append (GString *out, const char *text);

/* Whether text begins as addresses of the web do. */
gboolean chn_uri_is_web (const char *text);

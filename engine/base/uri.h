/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How many bytes from here on a URI holds as they are (RFC 3986, 2); what it cannot hold is percent-encoded. */
gsize chn_uri_span (const char *text, gsize length);

/* Whether text begins as addresses of the web do. */
gboolean chn_uri_is_web (const char *text);

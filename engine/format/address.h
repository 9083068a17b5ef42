/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Addresses that sources and symbols bring along, and that somebody may click on. */

/* Whether an address may be a link: http, https and mailto only, since others may run something. */
gboolean chn_address_is_link (const char *address);

/* The address in ASCII, with what could end a link, or is not allowed in one, percent-encoded (RFC 3986, 2.1). */
char *chn_address_dup_encoded (const char *address);

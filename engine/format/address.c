/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which addresses may be links, and how they are written. */
#include "format/address.h"

#include <string.h>

#include "base/uri.h"

gboolean
chn_address_is_link (const char *address)
{
  return chn_uri_is_web (address) || g_ascii_strncasecmp (address, "mailto:", strlen ("mailto:")) == 0;
}

char *
chn_address_dup_encoded (const char *address)
{
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  GString *out = g_string_sized_new (strlen (valid) + 1);
  chn_uri_append (out, valid);
  return g_string_free (out, FALSE);
}

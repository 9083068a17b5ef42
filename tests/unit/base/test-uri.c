/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which bytes a URI holds, and which texts are addresses of the web. */
#include "base/uri.h"

#include <string.h>

#include "suite.h"

static void
test_uri (void)
{
  for (guint byte = 1; byte < 256; byte++) {
    const char text[] = { 'a', (char) byte, '\0' };
    g_autoptr (GString) uri = g_string_new ("x:");
    g_autofree char *encoded = g_strdup_printf ("x:a%%%02X", byte), *plain = g_strconcat ("x:", text, NULL);
    gboolean held = byte > ' ' && byte < 0x7F && !strchr ("\"<>\\^`{|}", (char) byte);
    chn_uri_append (uri, text);
    CHN_ASSERT_STRING (uri->str, held ? plain : encoded);
  }
  CU_ASSERT (chn_uri_is_web ("HTTPS://example.org") && chn_uri_is_web ("http://x"));
  CU_ASSERT (!chn_uri_is_web ("https:/") && !chn_uri_is_web ("mailto:x") && !chn_uri_is_web (""));
}

static const ChnTest tests[] = { { "URIs", test_uri } };

CHN_SUITE ("base/uri", tests)

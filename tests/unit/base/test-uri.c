/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which bytes a URI holds, and which texts are addresses of the web. */
#include "base/uri.h"

#include <string.h>

#include "suite.h"

static void
test_uri (void)
{
  for (guint byte = 0; byte < 256; byte++) {
    char text[] = { 'a', (char) byte };
    gboolean held = byte > ' ' && byte < 0x7F && !strchr ("\"<>\\^`{|}", (char) byte);
    CHN_ASSERT_INT (chn_uri_span (text, sizeof text), held ? 2 : 1);
  }
  CU_ASSERT (chn_uri_is_web ("HTTPS://example.org") && chn_uri_is_web ("http://x"));
  CU_ASSERT (!chn_uri_is_web ("https:/") && !chn_uri_is_web ("mailto:x") && !chn_uri_is_web (""));
}

static const ChnTest tests[] = { { "URIs", test_uri } };

CHN_SUITE ("base/uri", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of plugins: the one for pictures is there, once, and answers; what is not there is named. */
#include "base/error.h"
#include "base/picture.h"
#include "base/plugin.h"
#include <string.h>

#include "suite.h"

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  const ChnPicturePlugin *plugin = chn_picture_open (&error);
  CU_ASSERT_PTR_NULL (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (plugin);
  CU_ASSERT_PTR_EQUAL (chn_picture_open (NULL), plugin);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_plugin_open ("no-such", 1, "libnosuch", &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
  CU_ASSERT_TRUE (g_str_has_prefix (error->message, "no-such needs libnosuch: "));
  CHN_ASSERT_STRING (chn_error_get_hint (error),
                     "install libnosuch and chancery's plugin \"no-such\" (built with -Dno-such=enabled)");
}

static void
test_other_version (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_plugin_open ("picture", CHN_PICTURE_VERSION + 1, "libpangocairo", &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "another version"));
}

static const ChnTest tests[] = {
  { "the plugin opens once", test_open },
  { "a plugin that is missing is named", test_missing },
  { "a plugin of another version is refused", test_other_version },
};

CHN_SUITE ("base/plugin", tests)

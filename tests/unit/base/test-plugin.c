/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of plugins: the one for recurrence is there, once, and answers; what is not there is named. */
#include "base/error.h"
#include "base/plugin.h"
#include "base/recurrence.h"
#include <string.h>

#include "suite.h"

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (&error);
  CU_ASSERT_PTR_NULL (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (plugin);
  CU_ASSERT_PTR_EQUAL (chn_recurrence_open (NULL), plugin);
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
  CU_ASSERT_PTR_NULL (chn_plugin_open ("recurrence", CHN_RECURRENCE_VERSION + 1, "libical", &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "another version"));
}

static void
test_rules (void)
{
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (NULL);
  CU_ASSERT_TRUE (plugin->is_rule ("FREQ=YEARLY;COUNT=2"));
  CU_ASSERT_FALSE (plugin->is_rule ("FREQ=HOURLY"));
  CU_ASSERT_FALSE (plugin->is_rule ("YEARLY"));
}

typedef struct {
  const char *rule;
  ChnRecurrenceDay from;
  ChnRecurrenceDay last;
  const char *expected;
} Case;

static void
test_days (void)
{
  static const Case cases[] = {
    { "FREQ=YEARLY;COUNT=2", { 0, 0, 0 }, { 2500, 12, 31 }, "2014-2-17 2015-2-17 " },
    { "FREQ=YEARLY", { 0, 0, 0 }, { 2016, 2, 17 }, "2014-2-17 2015-2-17 2016-2-17 " },
    { "FREQ=YEARLY;UNTIL=20150301", { 0, 0, 0 }, { 2016, 2, 17 }, "2014-2-17 2015-2-17 " },
    { "FREQ=YEARLY", { 2016, 1, 1 }, { 2016, 12, 31 }, "2016-2-17 " },
  };
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const ChnRecurrenceDay first = { 2014, 2, 17 };
    g_autoptr (GString) days = g_string_new (NULL);
    ChnRecurrence *recurrence =
        plugin->start (cases[i].rule, &first, cases[i].from.year ? &cases[i].from : NULL, &cases[i].last);
    CU_ASSERT_PTR_NOT_NULL_FATAL (recurrence);
    for (ChnRecurrenceDay day; plugin->next (recurrence, &day);)
      g_string_append_printf (days, "%d-%d-%d ", day.year, day.month, day.day);
    CHN_ASSERT_STRING (days->str, cases[i].expected);
    plugin->free (recurrence);
  }
}

static const ChnTest tests[] = {
  { "the plugin opens once", test_open },
  { "a plugin that is missing is named", test_missing },
  { "a plugin of another version is refused", test_other_version },
  { "the plugin tells rules", test_rules },
  { "the plugin gives the days of a rule", test_days },
};

CHN_SUITE ("base/plugin", tests)

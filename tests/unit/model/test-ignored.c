/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/ignored.h"

#include <string.h>

#include "base/error.h"
#include "suite.h"

static gboolean
add (ChnEvent *event, const char *code, const char *reason, GError **error)
{
  return chn_event_add_ignored (event, code, strlen (code), reason, strlen (reason), error);
}

static void
test_lines (void)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree char *reason = NULL;
  CU_ASSERT (add (event, "long-quote", "it is: in dispute\nand short", NULL));
  CU_ASSERT (add (event, "unsourced", " known to all ", NULL));
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_IGNORE),
                     "long-quote: it is: in dispute and short\nunsourced: known to all");
  CU_ASSERT (chn_event_ignores (event, "long-quote", &reason));
  CHN_ASSERT_STRING (reason, "it is: in dispute and short");
  CU_ASSERT (chn_event_ignores (event, "unsourced", NULL));
  CU_ASSERT (!chn_event_ignores (event, "long", NULL));
  CU_ASSERT (!chn_event_ignores (event, "it is", NULL));
}

static void
test_refused (void)
{
  static const struct {
    const char *code, *reason;
    int error;
  } cases[] = {
    { "Long Quote", "why", CHN_ERROR_SYNTAX },
    { "", "why", CHN_ERROR_SYNTAX },
    { "long-quote", " \n", CHN_ERROR_SYNTAX },
    { "unsourced", "again", CHN_ERROR_CONFLICT },
  };
  g_autoptr (ChnEvent) event = chn_event_new ();
  CU_ASSERT (add (event, "unsourced", "why", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT (!add (event, cases[i].code, cases[i].reason, &error));
    CU_ASSERT (g_error_matches (error, CHN_ERROR, cases[i].error));
  }
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_IGNORE), "unsourced: why");
}

/* What other programs wrote may lack anything. */
static void
test_any_text (void)
{
  static const char *const texts[] = { "", "code", ":", "a:\n\nb: c", "a: b\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    guint n = 0;
    ChnIgnored ignored;
    for (const char *at = texts[i]; chn_ignored_next (&at, &ignored) && n < 9;)
      n++;
    CU_ASSERT (n < 9);
  }
}

static const ChnTest tests[] = {
  { "rules and reasons, a line each", test_lines },
  { "what is no rule, has no reason or comes again is refused", test_refused },
  { "any text ends", test_any_text },
};

CHN_SUITE ("model/ignored", tests)

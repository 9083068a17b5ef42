/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what sources say: values in the spelling of their field. */
#include "model/claim.h"

#include <chancery/error.h>

#include "suite.h"

static void
test_values (void)
{
  static const struct {
    ChnField field;
    const char *value, *canonical; /* NULL: refused */
  } rows[] = {
    { CHN_FIELD_DATE, "2014-09", "2014-09" },
    { CHN_FIELD_DATE, "2014-9", NULL },
    { CHN_FIELD_TITLE, "any words", "any words" },
    { CHN_FIELD_PLACE, "Geneva", "Geneva" },
    { CHN_FIELD_KIND, "Meeting", "meeting" },
    { CHN_FIELD_KIND, "meetnig", NULL },
    { CHN_FIELD_STATUS, "not-held", "not-held" },
    { CHN_FIELD_SYMBOLS, "a/res/69/188", "A/RES/69/188" },
    { CHN_FIELD_SYMBOLS, "A//", "A//" },
    { CHN_FIELD_SYMBOLS, "UNSCR 2397", "S/RES/2397" },
    { CHN_FIELD_VOTE, "40-77", "40-77" },
    { CHN_FIELD_VOTE, "Consensus", "consensus" },
    { CHN_FIELD_VOTE, "forty", NULL },
    { CHN_FIELD_NTH, "007", "7" },
    { CHN_FIELD_NTH, "0", NULL },
    { CHN_FIELD_NTH, "-1", NULL },
    { CHN_FIELD_NTH, "99999999999", NULL },
    { CHN_FIELD_TITLE, "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *canonical = chn_claim_dup_canonical (rows[i].field, rows[i].value, &error);
    CHN_ASSERT_STRING (canonical, rows[i].canonical);
    CU_ASSERT ((canonical == NULL) == (error != NULL && error->domain == CHN_ERROR));
  }
}

static void
test_names_are_left (void)
{
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    CHN_ASSERT_INT (chn_claim_is_name ((ChnField) field), field == CHN_FIELD_FORUMS || field == CHN_FIELD_ACTORS);
}

static const ChnTest tests[] = {
  { "values are read as their field", test_values },
  { "forums and actors are left to the registry", test_names_are_left },
};

CHN_SUITE ("model/claim", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the field tables of sources and events: each name finds its field again, and nothing else does. */
#include <chancery/source.h>

#include <string.h>

#include "suite.h"

static void
test_source_fields_are_found (void)
{
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    const char *name = chn_source_field_get_name ((ChnSourceField) i);
    CHN_ASSERT_INT (chn_source_field_find (name, -1), i);
    CHN_ASSERT_INT (chn_source_field_find (name, (gssize) strlen (name)), i);
    CHN_ASSERT_INT (chn_source_field_find (name, (gssize) strlen (name) - 1), -1);
  }
  static const char *const others[] = { "", "Title", "titles", "id", "quote" };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    CHN_ASSERT_INT (chn_source_field_find (others[i], -1), -1);
}

static void
test_event_fields_are_found (void)
{
  for (guint i = 0; i < CHN_N_FIELDS; i++) {
    const ChnFieldInfo *info = chn_field_get_info ((ChnField) i);
    CHN_ASSERT_INT (chn_field_find (info->name, -1), i);
    CU_ASSERT ((info->shape == CHN_SHAPE_TERM) == (info->vocabulary >= 0));
    CU_ASSERT (info->note && info->note[0]);
  }
}

static void
test_singulars_are_found (void)
{
  static const struct {
    const char *name;
    int field;
  } rows[] = {
    { "forum", CHN_FIELD_FORUMS },
    { "symbol", CHN_FIELD_SYMBOLS },
    { "actor", CHN_FIELD_ACTORS },
    { "tag", CHN_FIELD_TAGS },
    { "source", CHN_FIELD_SOURCES },
    { "relation", -1 },
    { "", -1 },
    { "Date", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    CHN_ASSERT_INT (chn_field_find (rows[i].name, -1), rows[i].field);
}

static const ChnTest tests[] = {
  { "a source's fields are found by name", test_source_fields_are_found },
  { "an event's fields are found by name", test_event_fields_are_found },
  { "singular keys stand for lists", test_singulars_are_found },
};

CHN_SUITE ("model/source", tests)

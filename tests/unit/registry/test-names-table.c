/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A table of names, codes and misspellings, and what each must find at three dates: tests/data/names.csv. What stands
 * for a date is an id; "!a+b", where several bear the name; "?a", where nobody does and a must be suggested; or "-",
 * where nothing must.
 */
#include <chancery/error.h>
#include <chancery/format.h>
#include <chancery/registry.h>

#include <string.h>

#include "suite.h"

enum { SORT, KIND, FIRST_DATE, N_DATES = 3, NAME = FIRST_DATE + N_DATES, N_COLUMNS, FEWEST_ROWS = 200 };

static const char *const dates[N_DATES] = { "1960-07-01", "1990-07-01", "2020-07-01" };

static ChnRegistry *
load (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHANCERY_DATA_DIR"), "registry", NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

typedef const ChnActor *(*FindActor) (const ChnRegistry *registry, const char *name, gssize length,
                                      const ChnDateBounds *at, GError **error);

static const char *
find (const ChnRegistry *registry, char **row, FindActor find_actor, const ChnDateBounds *at, GError **error)
{
  if (strcmp (row[SORT], "forum") == 0) {
    const ChnForum *forum = chn_registry_find_forum (registry, row[NAME], -1, at, error);
    return forum ? chn_forum_get_id (forum) : NULL;
  }
  const ChnActor *actor = find_actor (registry, row[NAME], -1, at, error);
  return actor ? chn_actor_get_id (actor) : NULL;
}

/* Whether a hint has the ids, each in brackets or behind "write". */
static gboolean
names_all (const char *hint, const char *ids)
{
  g_auto (GStrv) wanted = g_strsplit (ids, "+", -1);
  for (guint i = 0; wanted[i]; i++)
    if (!hint || !strstr (hint, wanted[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_as_expected (const char *expected, const char *found, const GError *error)
{
  const char *hint = error ? chn_error_get_hint (error) : NULL;
  switch (expected[0]) {
  case '!':
    return g_error_matches (error, CHN_ERROR, CHN_ERROR_AMBIGUOUS) && names_all (hint, expected + 1);
  case '?':
    return g_error_matches (error, CHN_ERROR, CHN_ERROR_UNKNOWN) && names_all (hint, expected + 1);
  case '-':
    return g_error_matches (error, CHN_ERROR, CHN_ERROR_UNKNOWN) && !(hint && strstr (hint, "did you mean"));
  default:
    return g_strcmp0 (found, expected) == 0;
  }
}

static void
check_row (const ChnRegistry *registry, char **row, FindActor find_actor)
{
  for (guint i = 0; i < N_DATES; i++) {
    g_autoptr (ChnDate) date = chn_date_parse (dates[i], -1, NULL);
    g_autoptr (GError) error = NULL;
    const char *found = find (registry, row, find_actor, chn_date_get_bounds (date), &error);
    if (!is_as_expected (row[FIRST_DATE + i], found, error))
      CHN_FAIL ("%s (%s) at %s: expected %s, found %s%s%s", row[NAME], row[KIND], dates[i], row[FIRST_DATE + i],
                found ? found : error->message, error && chn_error_get_hint (error) ? "; " : "",
                error && chn_error_get_hint (error) ? chn_error_get_hint (error) : "");
  }
}

/* What is typed finds the same, but for codes, which may be asked about. */
static void
test_table (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_DATA"), "names.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (ChnRegistry) registry = load ();
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  CU_ASSERT_TRUE (g_strv_length (lines) > FEWEST_ROWS);
  for (guint i = 1; lines[i]; i++) {
    g_auto (GStrv) row = g_strsplit (lines[i], ",", N_COLUMNS);
    CU_ASSERT_FATAL (g_strv_length (row) == N_COLUMNS);
    check_row (registry, row, chn_registry_find_actor);
    if (strcmp (row[KIND], "code") != 0)
      check_row (registry, row, chn_registry_find_typed_actor);
  }
}

/* What each was called. */
static const struct {
  const char *id, *at, *name;
} named[] = {
  { "cod", "1965", "DR Congo" },
  { "cod", "1971", "DR Congo" },
  { "cod", "1990-08-02", "Zaire" },
  { "cod", "1997", "DR Congo" },
  { "cod", "2014", "DR Congo" },
  { "ben", "1970", "Dahomey" },
  { "bfa", "1983-12-31", "Upper Volta" },
  { "bfa", "1985", "Burkina Faso" },
  { "mmr", "1988-08-08", "Burma" },
  { "mmr", "1990", "Myanmar" },
  { "khm", "1972", "Khmer Republic" },
  { "khm", "1985", "Democratic Kampuchea" },
  { "lka", "1960", "Ceylon" },
  { "tur", "2014-11-18", "Turkey" },
  { "tur", "2023", "T\303\274rkiye" },
  { "mkd", "2014", "The former Yugoslav Republic of Macedonia" },
  { "mkd", "2020", "North Macedonia" },
  { "srb", "2004", "Serbia and Montenegro" },
  { "swz", "2014", "Swaziland" },
  { "cze", "2014", "Czech Republic" },
  { "lby", "2000", "Libyan Arab Jamahiriya" },
  { "prk", "1960", "North Korea" },
};

static void
test_named (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  for (guint i = 0; i < G_N_ELEMENTS (named); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (named[i].at, -1, NULL);
    const ChnActor *actor = chn_registry_get_actor (registry, named[i].id);
    CU_ASSERT_PTR_NOT_NULL_FATAL (actor);
    CHN_ASSERT_STRING (chn_actor_get_name_at (actor, chn_date_get_bounds (date)), named[i].name);
  }
}

static const ChnTest tests[] = {
  { "what each name finds at three dates", test_table },
  { "what States were called at a date", test_named },
};

CHN_SUITE ("registry/names-table", tests)

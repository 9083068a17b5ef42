/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The file of a user's saved queries: what it holds, what is wrong with it, and how it is used. */
#include <string.h>

#include <glib/gstdio.h>

#include <chancery/chancery.h>

#include "suite.h"

typedef struct {
  const char *text;
  const char *queries; /* "name=query" joined by blanks; NULL where the file is refused */
  const char *code;    /* of the first finding */
  guint line;
} FileCase;

static const FileCase cases[] = {
  { "", "", NULL, 0 },
  { "\n  \n", "", NULL, 0 },
  { "brief: importance:4..\n", "brief=importance:4..", NULL, 0 },
  { "b: kind:vote\na: \"no:..15\"\n", "b=kind:vote a=no:..15", NULL, 0 },
  { "{}", "", NULL, 0 },
  { "- brief\n", NULL, "shape", 1 },
  { "brief\n", NULL, "shape", 1 },
  { "a: x\na: y\n", NULL, "duplicate-key", 2 },
  { "a: [x]\n", NULL, "shape", 1 },
  { "a: x\nb:\n", NULL, "empty", 2 },
  { "a: 'x\n", NULL, "yaml", 2 },
};

/* The queries of a file of this text, NULL where it is refused. */
static ChnSavedQueries *
load (const char *text, ChnReport *report, const ChnLimits *limits, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("chancery-XXXXXX", &path, error);
  if (fd < 0 || !g_close (fd, error) || !g_file_set_contents (path, text, -1, error))
    return NULL;
  ChnSavedQueries *queries = chn_saved_queries_load (path, report, limits, error);
  remove (path);
  return queries;
}

static char *
dup_queries (const ChnSavedQueries *queries)
{
  guint n = 0;
  const ChnSavedQuery *all = chn_saved_queries_get (queries, &n);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", all[i].name, all[i].text);
  return g_string_free (text, FALSE);
}

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnSavedQueries) queries = load (cases[i].text, report, NULL, &error);
    g_autofree char *found = queries ? dup_queries (queries) : NULL;
    CHN_ASSERT_STRING (found, cases[i].queries);
    CU_ASSERT_EQUAL (queries == NULL, error != NULL);
    CU_ASSERT_EQUAL (chn_report_get_n_findings (report) > 0, cases[i].code != NULL);
    if (!cases[i].code || chn_report_get_n_findings (report) == 0)
      continue;
    CHN_ASSERT_STRING (chn_report_get_finding (report, 0)->code, cases[i].code);
    CU_ASSERT_EQUAL (chn_report_get_finding (report, 0)->line, cases[i].line);
  }
}

static void
test_bounds (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnLimits limits = *chn_limits_get_default ();
  const char *text = "brief: importance:4..\n";
  for (guint n = 0; n < 2; n++) {
    g_autoptr (GError) error = NULL;
    limits.value[CHN_LIMIT_FILE] = strlen (text) - n;
    g_autoptr (ChnSavedQueries) queries = load (text, report, &limits, &error);
    CU_ASSERT_EQUAL (queries != NULL, n == 0);
    CU_ASSERT_EQUAL (g_error_matches (error, CHN_ERROR, CHN_ERROR_LIMIT), n == 1);
  }
}

static void
test_missing (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_saved_queries_load ("/dev/null/none/queries", report, NULL, &error));
  CU_ASSERT_TRUE (g_error_matches (error, CHN_ERROR, CHN_ERROR_IO));
}

static const ChnTest tests[] = {
  { "files", test_files },
  { "size at the bound and past it", test_bounds },
  { "a file that is not there", test_missing },
};

CHN_SUITE ("format/saved-queries", tests)

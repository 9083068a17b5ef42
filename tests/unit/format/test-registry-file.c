/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Registry files: several of a folder into one registry, and faults at their places. */
#include <glib/gstdio.h>
#include <string.h>

#include "format/csv/members.h"
#include "format/yaml-sample.h"
#include "format/yaml/registry-file.h"

/* A temporary folder with files: pairs of name and text. */
static char *
make_folder (const char *const *files)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("registry-XXXXXX", &error);
  CHN_ASSERT_NO_ERROR (error);
  for (guint i = 0; files[i]; i += 2) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);
    CU_ASSERT_TRUE (g_file_set_contents (path, files[i + 1], -1, NULL));
  }
  return folder;
}

static void
remove_folder (char *folder, const char *const *files)
{
  for (guint i = 0; files[i]; i += 2) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);
    g_remove (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

static void
test_forward (void)
{
  static const char *const files[] = {
    "a-groups.yaml",
    "registry: groups\nactors:\n  pair: {kind: group, name: Pair, members: [{prk: 1991-09-17/..}, "
    "{actor: kor, during: 1991-09-17/.., note: too}]}\nforums:\n  un.ga: {name: Assembly, short: GA, aliases: "
    "[Plenary]}\n",
    "b-states.yaml",
    "registry: states\nactors:\n  prk: {kind: state, name: North, short: N, iso2: KP, numeric: \"408\", "
    "aliases: [DPRK, {name: Pyongyang, note: metonym, during: 1948/..}]}\n  kor: {kind: state, name: South}\n",
    "c-forums.yaml",
    "registry: forums\nforums:\n  un: {name: United Nations}\n",
    "ignored.txt",
    "not yaml: [",
    NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  char *folder = make_folder (files);
  g_autoptr (ChnRegistry) registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (registry);
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (chn_registry_get_actor (registry, "pair"), &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (chn_date_get_text (members[0].during), "1991-09-17/..");
  const ChnActor *north = chn_registry_find_actor (registry, "pyongyang", -1, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_STRING (chn_actor_get_code (north, CHN_CODE_NUMERIC), "408");
  CHN_ASSERT_STRING (chn_forum_get_id (chn_forum_get_parent (chn_registry_get_forum (registry, "un.ga"))), "un");
  remove_folder (folder, files);
}

/* An id that an actor and a forum have names both. */
static void
test_further_names (void)
{
  static const char *const files[] = { "a-names.yaml",
                                       "registry: names\nnames:\n  un: {fr: Nations Unies, zh-Hant: [\350\201\257\345"
                                       "\220\210\345\234\213]}\n  cod: [{name: Zaire, named: 1971-10-27/1997-05-17}, "
                                       "{name: Leopoldville, confidence: recalled, note: metonym}]\n",
                                       "b-things.yaml",
                                       "registry: things\nactors:\n  un: {kind: organisation, name: United Nations}\n"
                                       "  cod: {kind: state, name: Congo}\nforums:\n  un: {name: United Nations}\n",
                                       NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  char *folder = make_folder (files);
  g_autoptr (ChnRegistry) registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (registry);
  guint n = 0;
  const ChnAlias *aliases = chn_actor_get_aliases (chn_registry_get_actor (registry, "cod"), &n);
  CHN_ASSERT_INT (n, 2);
  CU_ASSERT (aliases[0].was_name && !aliases[0].is_recalled && !aliases[1].was_name && aliases[1].is_recalled);
  CHN_ASSERT_STRING (chn_date_get_text (aliases[0].during), "1971-10-27/1997-05-17");
  const ChnForum *forum = chn_registry_find_forum (registry, "nations unies", -1, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  aliases = chn_forum_get_aliases (forum, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (aliases[1].language, "zh-Hant");
  CU_ASSERT_PTR_NOT_NULL (chn_registry_find_actor (registry, aliases[1].name, -1, NULL, NULL));
  remove_folder (folder, files);
}

static char *
read_faults (const char *text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (NULL);
  chn_registry_read_file (text, strlen (text), "r.yaml", builder, report, chn_limits_get_default ());
  chn_registry_check_mentions (builder, report);
  return sample_places (report);
}

static void
test_faults (void)
{
  static const struct {
    const char *text;
    const char *places;
  } rows[] = {
    { "registry: x\n", "" },
    { "", "1:1 document\n" },
    { "[a]", "1:1 shape\n" },
    { "actors: {}\n", "1:1 missing\n" },
    { "registry: x\nevents: []\n", "2:1 unknown-key\n" },
    { "registry: x\nactors: [a]\n", "2:9 shape\n" },
    { "registry: x\nactors: {a: A}\n", "2:13 shape\n" },
    { "registry: x\nactors: {a: {kind: person}}\n", "2:13 missing\n" },
    { "registry: x\nactors: {a: {kind: alien, name: A}}\n", "2:20 value\n" },
    { "registry: x\nactors: {a: {kind: person, name: A}, a: {kind: person, name: B}}\n", "2:38 duplicate-key\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, members: [b, {c: 2014}, {actor: d}]}}\n",
      "2:46 value\n2:50 value\n2:68 value\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, members: [{a: 2014-13}]}}\n", "2:55 range\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, aliases: [{name: B, during: x}, [c]]}}\n",
      "2:64 syntax\n2:68 shape\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, covers: 2014-13}}\n", "2:49 range\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, members: [{actor: a, confidence: sure}]}}\n", "2:69 value\n" },
    { "registry: x\nactors: {a: {kind: group, name: A, aliases: [{name: B, during: 2014, named: 2015}]}}\n",
      "2:77 duplicate-key\n" },
    { "registry: x\nnames: [a]\n", "2:8 shape\n" },
    { "registry: x\nnames: {nobody: A}\n", "2:9 value\n" },
    { "registry: x\nnames: {a: {French: B, fr: [C, [D]]}}\nactors: {a: {kind: group, name: A}}\n",
      "2:13 value\n2:32 shape\n" },
    { "registry: x\nnames: {a: [{name: B, confidence: sure}, {named: 2014}]}\nactors: {a: {kind: group, name: A}}\n",
      "2:35 value\n2:42 missing\n" },
    { "registry: x\nforums: {un.ga: {name: A}}\n", "2:10 value\n" },
    { "registry: x\nforums: {un: {name: A, confidence: sure}}\n", "2:36 value\n" },
    { "registry: x\nactors: {a: {kind: state, name: A, successors: [a, b]}}\n", "2:52 value\n" },
    { "registry: x\nforums: {un: {title: A}}\n", "2:14 missing\n2:15 unknown-key\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *places = read_faults (rows[i].text);
    if (strcmp (places, rows[i].places) != 0)
      CHN_FAIL ("%s: found %s, expected %s", rows[i].text, places, rows[i].places);
  }
}

static void
test_tables (void)
{
  static const char *const files[] = {
    "groups.yaml",
    "registry: x\nactors: {a: {kind: group, name: A}, b: {kind: group, name: B}, "
    "m: {kind: state, name: M, successors: n}, n: {kind: state, name: N}}\n"
    "forums: {f: {name: F, confidence: recalled}, g: {name: G, confidence: attested}}\n",
    "members.csv",
    "group,actor,from,to,note,confidence,source,remark\n"
    "a b,m,1990,1990,\"first, and only\",attested by two,\"One; Two\",so it is\n"
    "a,n,,1995-05-08,,recalled,,\n"
    "a,n,2000,..,,attested by one,One,\n",
    NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  char *folder = make_folder (files);
  g_autoptr (ChnRegistry) registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (registry);
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (chn_registry_get_actor (registry, "a"), &n);
  CHN_ASSERT_INT (n, 3);
  CHN_ASSERT_STRING (chn_date_get_text (members[0].during), "/1995-05-08");
  CU_ASSERT_TRUE (members[0].is_recalled);
  CHN_ASSERT_STRING (chn_date_get_text (members[1].during), "1990");
  CHN_ASSERT_STRING (members[1].note, "first, and only");
  CHN_ASSERT_STRING (chn_date_get_text (members[2].during), "2000/..");
  chn_actor_get_members (chn_registry_get_actor (registry, "b"), &n);
  CHN_ASSERT_INT (n, 1);
  g_autoptr (GPtrArray) groups = chn_registry_find_groups (registry, "m");
  g_autoptr (GPtrArray) before = chn_registry_find_predecessors (registry, "n");
  CHN_ASSERT_INT (groups->len, 2);
  CHN_ASSERT_INT (before->len, 1);
  CU_ASSERT_TRUE (chn_forum_is_recalled (chn_registry_get_forum (registry, "f")));
  CU_ASSERT_FALSE (chn_forum_is_recalled (chn_registry_get_forum (registry, "g")));
  remove_folder (folder, files);
}

static char *
read_table_faults (const char *text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "a", "A", NULL, NULL);
  chn_csv_members_read (text, strlen (text), "m.csv", builder, report);
  chn_registry_check_mentions (builder, report);
  g_autoptr (GString) places = g_string_new (NULL);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_string_append_printf (places, "%u:%u %s\n", finding->line, finding->column, finding->message);
  }
  return g_string_free (g_steal_pointer (&places), FALSE);
}

static void
test_table_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "", "" },
    { "\xef\xbb\xbfgroup,actor\na,a\n", "" },
    { "group,actor\n\xff,a\n", "1:1 the table is not UTF-8\n" },
    { "group,from\n", "1:1 a table of members needs the columns \"group\" and \"actor\"\n" },
    { "group,actor,since\na,a,1990\n", "1:13 unknown column \"since\"\n" },
    { "group,actor\na\n", "2:1 found 1 cells, expected 2 as in the first line\n" },
    { "group,actor\na,\n", "2:1 a row names a group and an actor\n" },
    { "group,actor\na b,a\n", "2:1 no actor has the id \"b\"\n" },
    { "group,actor\na,nobody\n", "2:3 no actor has the id \"nobody\"\n" },
    { "group,actor,confidence\na,a,sure\n", "2:5 unknown confidence of a member \"sure\"\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = read_table_faults (rows[i].text);
    if (strcmp (faults, rows[i].faults) != 0)
      CHN_FAIL ("%s: found %s, expected %s", rows[i].text, faults, rows[i].faults);
  }
  g_autofree char *faults = read_table_faults ("group,actor,from,to\na,a,2000-13,..\n");
  CU_ASSERT_TRUE (g_str_has_prefix (faults, "2:5 \"2000-13/..\" is no time of membership: "));
}

static void
test_refused_folder (void)
{
  static const char *const files[] = { "a.yaml",
                                       "registry: x\nactors: {a: {kind: group, name: A, members: [nobody]}}\n",
                                       NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  char *folder = make_folder (files);
  CU_ASSERT_PTR_NULL (chn_registry_load (folder, report, NULL, &error));
  CU_ASSERT_PTR_NOT_NULL_FATAL (error);
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "a.yaml:2:46"));
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 1);
  remove_folder (folder, files);
  g_clear_error (&error);
  CU_ASSERT_PTR_NULL (chn_registry_load ("/nowhere/at/all", report, NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
}

static const ChnTest tests[] = {
  { "names used before they are declared", test_forward },
  { "names of what other files declare", test_further_names },
  { "faults at their places", test_faults },
  { "tables of members", test_tables },
  { "faults of tables", test_table_faults },
  { "a folder that is refused", test_refused_folder },
};

CHN_SUITE ("format/registry-file", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The bundled registry: complete, consistent, and right where the record says how many. */
#include <chancery/error.h>
#include <chancery/format.h>
#include <chancery/registry.h>
#include <chancery/symbol.h>

#include <string.h>

#include "model/symbol/series.h"
#include "suite.h"

static ChnRegistry *
load (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHANCERY_DATA_DIR"), "registry", NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_load (folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 0);
  return registry;
}

typedef struct {
  const char *group, *at;
  guint members;
} Count;

static const Count counts[] = {
  { "eu", "1957-12-31", 0 },
  { "eu", "1958-01-01", 6 },
  { "eu", "1973-01-01", 9 },
  { "eu", "1986-01-01", 12 },
  { "eu", "2003-04-16", 15 },
  { "eu", "2004-04-15", 15 },
  { "eu", "2005", 25 },
  { "eu", "2013-03-21", 27 },
  { "eu", "2014-11-18", 28 },
  { "eu", "2019-05-09", 28 },
  { "eu", "2020-01-31", 28 },
  { "eu", "2020-02-01", 27 },
  { "security-council", "2013", 15 },
  { "security-council", "2014", 15 },
  { "security-council", "2015", 15 },
  { "security-council", "2016", 15 },
  { "security-council", "2017", 15 },
  { "security-council", "2018", 15 },
  { "security-council", "2019", 15 },
  { "security-council", "2014-12-22", 15 },
  { "p5", "1992", 5 },
  { "p5", "2014", 5 },
  { "un-members", "1945-12-31", 51 },
  { "un-members", "2002-09-26", 190 },
  { "un-members", "2002-09-27", 191 },
  { "un-members", "2006-06-28", 192 },
  { "un-members", "2011-07-14", 193 },
  { "un-members", "2017", 193 },
  { "six-party-talks", "2005-09", 6 },
  { "nato", "1949-12", 12 },
  { "nato", "2024-06", 32 },
  { "african-union", "2020", 55 },
  { "oas", "2010", 35 },
  { "asean", "2000", 10 },
  { "arab-league", "2000", 22 },
  { "gcc", "2000", 6 },
  { "caricom", "2010", 15 },
  { "g8", "2010", 8 },
  { "g7", "2015", 7 },
  { "g20", "2023", 20 },
  { "g20", "2024", 21 },
  { "brics", "2010-12-31", 5 },
  { "grulac", "2010", 33 },
  { "african-group", "2012", 54 },
  { "e3-eu-plus-3", "2015-07-14", 6 },
  { "g77", "1964-06-15", 77 },
  { "six-party-talks", "2010", 0 },
  { "five-parties", "2005-09", 5 },
  { "coi-dprk", "2013-06", 3 },
  { "coi-dprk", "2014-06", 0 },
};

/* How many members a group certainly has at a date. */
static guint
count_members (const ChnActor *group, const char *date)
{
  g_autoptr (ChnDate) at = chn_date_parse (date, -1, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, found = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_add (seen, (gpointer) members[i].actor) &&
        chn_actor_has_member (group, members[i].actor, chn_date_get_bounds (at)) == CHN_CERTAINTY_CERTAINLY)
      found++;
  return found;
}

static void
expect_members (const ChnActor *group, const char *day, guint expected)
{
  guint found = count_members (group, day);
  if (found != expected)
    CHN_FAIL ("%s on %s: %u members, expected %u", chn_actor_get_id (group), day, found, expected);
}

static void
test_counts (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; registry && i < G_N_ELEMENTS (counts); i++) {
    const ChnActor *group = chn_registry_get_actor (registry, counts[i].group);
    CU_ASSERT_PTR_NOT_NULL_FATAL (group);
    expect_members (group, counts[i].at, counts[i].members);
  }
}

/* Eleven until 1965, fifteen since, in every year; ten of them elected. */
static void
test_security_council (void)
{
  static const char *const days[] = { "01-17", "06-30", "12-31" };
  static const char *const changes[] = { "1971-10-24", "1971-10-25", "1990-05-21",
                                         "1990-05-22", "1991-12-23", "1991-12-24" };
  g_autoptr (ChnRegistry) registry = load ();
  const ChnActor *council = chn_registry_get_actor (registry, "security-council");
  for (int year = 1946; year <= 2026; year++)
    for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
      g_autofree char *day = g_strdup_printf ("%d-%s", year, days[i]);
      expect_members (council, day, year < 1966 ? 11 : 15);
      expect_members (chn_registry_get_actor (registry, "p5"), day, 5);
      expect_members (chn_registry_get_actor (registry, "e10"), day, year < 1966 ? 0 : 10);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    expect_members (council, changes[i], 15);
}

typedef struct {
  const char *from, *to;
} Gap;

/* The United States withdrew in 2018, the Russian Federation in 2022: until others were elected a seat was empty. */
static const Gap gaps[] = { { "2018-06-20", "2018-07-12" }, { "2022-04-08", "2022-05-09" } };

static guint
expect_seats (const char *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (strcmp (day, gaps[i].from) >= 0 && strcmp (day, gaps[i].to) <= 0)
      return 46;
  return 47;
}

static void
test_human_rights_council (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  const ChnActor *council = chn_registry_get_actor (registry, "human-rights-council");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = g_date_time_new (utc, 2006, 6, 19, 0, 0, 0);
  expect_members (council, "2006-06-18", 0);
  while (g_date_time_get_year (day) <= 2026) {
    g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
    expect_members (council, text, expect_seats (text));
    GDateTime *next = g_date_time_add_days (day, 1);
    g_date_time_unref (day);
    day = next;
  }
}

/* A State that is no more belongs nowhere any longer, and those that took its place are there. */
static void
test_dissolved (void)
{
  static const char *const dissolved[] = { "csk", "ddr", "sun", "ymd", "yug" };
  g_autoptr (ChnDate) today = chn_date_parse ("2020", -1, NULL);
  g_autoptr (ChnRegistry) registry = load ();
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  const ChnDateBounds *at = chn_date_get_bounds (today);
  for (guint i = 0; i < G_N_ELEMENTS (dissolved); i++) {
    const char *const *successors = chn_actor_get_successors (chn_registry_get_actor (registry, dissolved[i]));
    CU_ASSERT_PTR_NOT_NULL (*successors);
    for (; *successors; successors++) {
      g_autoptr (GPtrArray) before = chn_registry_find_predecessors (registry, *successors);
      CU_ASSERT_TRUE (g_ptr_array_find (before, chn_registry_get_actor (registry, dissolved[i]), NULL));
    }
    for (guint k = 0; k < actors->len; k++)
      if (chn_actor_has_member (actors->pdata[k], dissolved[i], at) != CHN_CERTAINTY_NO)
        CHN_FAIL ("%s is in %s", dissolved[i], chn_actor_get_id (actors->pdata[k]));
  }
}

typedef struct {
  const char *office, *at, *holder;
} Holder;

static const Holder holders[] = {
  { "special-rapporteur-dprk", "2005-01-01", "muntarbhorn" },
  { "special-rapporteur-dprk", "2014-11-18", "darusman" },
  { "special-rapporteur-dprk", "2016-08-01", "ojea-quintana" },
  { "high-commissioner-hr", "2002-09-12", "vieira-de-mello" },
  { "high-commissioner-hr", "2004-01", "ramcharan" },
  { "high-commissioner-hr", "2014-08-31", "pillay" },
  { "high-commissioner-hr", "2014-09-01", "zeid" },
  { "secretary-general", "2006-12-31", "annan" },
  { "secretary-general", "2014", "ban" },
  { "secretary-general", "2019", "guterres" },
  { "dprk-foreign-minister", "2014-09-27", "ri-su-yong" },
  { "security-council", "2014-12-22", "kor" },
  { "security-council", "2017-12-11", "ita" },
  { "coi-dprk", "2013-08", "kirby" },
};

static void
test_holders (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; registry && i < G_N_ELEMENTS (holders); i++) {
    const ChnActor *office = chn_registry_get_actor (registry, holders[i].office);
    CU_ASSERT_PTR_NOT_NULL_FATAL (office);
    g_autoptr (ChnDate) at = chn_date_parse (holders[i].at, -1, NULL);
    if (chn_actor_has_member (office, holders[i].holder, chn_date_get_bounds (at)) != CHN_CERTAINTY_CERTAINLY)
      CHN_FAIL ("%s was not %s at %s", holders[i].holder, holders[i].office, holders[i].at);
  }
}

/* Who votes is recorded of the bodies that have an electorate. */
static void
test_electorates (void)
{
  static const char *const forums[] = { "un.sc",    "un.ga",    "un.ga.c1", "un.ga.c3", "un.ga.c6",
                                        "un.ga.es", "un.ga.ss", "un.hrc",   "un.hrc.ss" };
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; registry && i < G_N_ELEMENTS (forums); i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    const ChnActor *group = forum ? chn_forum_get_electorate (forum, registry) : NULL;
    guint n = 0;
    if (group)
      chn_actor_get_members (group, &n);
    if (n == 0)
      CHN_FAIL ("nobody votes in %s", forums[i]);
  }
  CU_ASSERT_PTR_NULL (chn_forum_get_electorate (chn_registry_get_forum (registry, "un.ecosoc"), registry));
}

/* The codes of two States are aliases of groups, too. */
static gboolean
is_of_group (const char *letters)
{
  return strcmp (letters, "AU") == 0 || strcmp (letters, "NAM") == 0;
}

/* Every present member State has all codes; letters find it and nobody else. */
static void
test_codes (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (chn_registry_get_actor (registry, "un-members"), &n);
  for (guint i = 0; i < n; i++) {
    const ChnActor *state = chn_registry_get_actor (registry, members[i].actor);
    for (int code = 0; code < CHN_N_CODES; code++) {
      const char *value = chn_actor_get_code (state, (ChnCode) code);
      gboolean former = *chn_actor_get_successors (state) != NULL;
      if (!value && !former)
        CHN_FAIL ("%s lacks code %d", members[i].actor, code);
      gboolean letters = code == CHN_CODE_ISO2 || code == CHN_CODE_ISO3;
      if (value && letters && !is_of_group (value) &&
          chn_registry_find_actor (registry, value, -1, NULL, NULL) != state)
        CHN_FAIL ("%s does not find %s", value, members[i].actor);
    }
  }
}

static void
test_codes_are_unique (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  for (int code = 0; code < CHN_N_CODES; code++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < actors->len; i++) {
      const char *value = chn_actor_get_code (actors->pdata[i], (ChnCode) code);
      if (value && !g_hash_table_add (seen, (gpointer) value))
        CHN_FAIL ("code %s is given twice", value);
    }
  }
}

static void
check_alias (const ChnRegistry *registry, const ChnActor *actor, const ChnAlias *alias)
{
  g_autoptr (GError) error = NULL;
  const ChnDateBounds *at = alias->during ? chn_date_get_bounds (alias->during) : NULL;
  const ChnActor *found = chn_registry_find_actor (registry, alias->name, -1, at, &error);
  if (!found && error->code != CHN_ERROR_AMBIGUOUS)
    CHN_FAIL ("%s", error->message);
  /* What is a code of a State is that State where nobody can be asked. */
  if (found && found != actor && !is_of_group (alias->name))
    CHN_FAIL ("%s of %s finds %s", alias->name, chn_actor_get_id (actor), chn_actor_get_id (found));
}

static void
test_every_alias_finds_its_actor (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  CU_ASSERT_TRUE (actors->len >= 230);
  for (guint i = 0; i < actors->len; i++) {
    guint n = 0;
    const ChnActor *actor = actors->pdata[i];
    const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
    const ChnAlias names[] = { { .name = chn_actor_get_name (actor) }, { .name = chn_actor_get_short_name (actor) } };
    for (guint a = 0; a < n; a++)
      check_alias (registry, actor, &aliases[a]);
    check_alias (registry, actor, &names[0]);
    check_alias (registry, actor, &names[1]);
  }
}

typedef struct {
  const char *name, *at, *id; /* NULL is ambiguous */
} Name;

static const Name actor_names[] = {
  { "North Korea", NULL, "prk" },
  { "N. Korea", NULL, "prk" },
  { "the North", NULL, "prk" },
  { "NK", NULL, "prk" },
  { "Korea (DPR)", NULL, "prk" },
  { "Pyongyang", NULL, "prk" },
  { "Korea", NULL, NULL },
  { "RoK", NULL, "kor" },
  { "America", NULL, "usa" },
  { "U.S.", NULL, "usa" },
  { "Washington", NULL, "usa" },
  { "Soviet Union", "1950", "sun" },
  { "USSR", NULL, "sun" },
  { "Non-Aligned Movement", NULL, "non-aligned" },
  { "OAS", NULL, "oas" },
  { "P5+1", NULL, "e3-eu-plus-3" },
  { "Cote d'Ivoire", NULL, "civ" },
  { "C\303\264te d\342\200\231Ivoire", NULL, "civ" },
  { "Ivory Coast", NULL, "civ" },
  { "Turkey", "2014", "tur" },
  { "Turkiye", NULL, "tur" },
  { "FYROM", "2014", "mkd" },
  { "Burma", NULL, "mmr" },
  { "KN", NULL, "kna" },
  { "CH", NULL, "che" },
  { "DRC", NULL, "cod" },
  { "Democratic Republic of Korea", NULL, "prk" },
  { "Democratic Republic of Congo", NULL, "cod" },
  { "Brussels", NULL, "eu" },
  { "CoI", NULL, "coi-dprk" },
  { "Ri Su-yong", NULL, "ri-su-yong" },
  { "UN human rights expert on North Korea", NULL, "special-rapporteur-dprk" },
};

static const Name forum_names[] = {
  { "Third Committee", NULL, "un.ga.c3" },
  { "Third Commitee", NULL, "un.ga.c3" },
  { "GA", NULL, "un.ga" },
  { "UNSC", NULL, "un.sc" },
  { "HRC", NULL, NULL },
  { "HRC", "2014", NULL },
  { "HRC", "2001", "un.tb.ccpr" },
  { "Human Rights Council", NULL, "un.hrc" },
  { "Human Rights Committee", NULL, "un.tb.ccpr" },
  { "Commission on Human Rights", NULL, "un.ecosoc.chr" },
  { "UPR", NULL, "un.hrc.upr" },
  { "the Hague", NULL, "icc" },
};

static void
check_name (const Name *name, const char *id, const GError *error)
{
  if (g_strcmp0 (id, name->id) != 0)
    CHN_FAIL ("%s finds %s, expected %s", name->name, id ? id : error->message, name->id ? name->id : "ambiguity");
  else if (!id)
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_AMBIGUOUS);
}

static void
test_names (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; i < G_N_ELEMENTS (actor_names); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) at = actor_names[i].at ? chn_date_parse (actor_names[i].at, -1, NULL) : NULL;
    const ChnActor *found =
        chn_registry_find_actor (registry, actor_names[i].name, -1, at ? chn_date_get_bounds (at) : NULL, &error);
    check_name (&actor_names[i], found ? chn_actor_get_id (found) : NULL, error);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (forum_names); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) at = forum_names[i].at ? chn_date_parse (forum_names[i].at, -1, NULL) : NULL;
    const ChnForum *found =
        chn_registry_find_forum (registry, forum_names[i].name, -1, at ? chn_date_get_bounds (at) : NULL, &error);
    check_name (&forum_names[i], found ? chn_forum_get_id (found) : NULL, error);
  }
}

/* What document symbols call forums must be forums. */
static void
test_forums_of_symbols_exist (void)
{
  static const char *const symbols[] = {
    "A/1",           "A/C.1/69/1",          "A/C.2/69/1",        "A/C.3/69/1",  "A/C.4/69/1",     "A/C.5/69/1",
    "A/C.6/69/1",    "A/ES-10/1",           "A/S-27/1",          "A/AC.109/1",  "A/CONF.183/9",   "A/HRC/25/1",
    "A/HRC/S-17/1",  "A/HRC/WG.6/1/PRK/1",  "A/HRC/WGAD/2014/1", "S/2014/1",    "S/AC.49/2017/1", "E/2003/1",
    "E/CN.4/2003/1", "E/CN.4/SUB.2/1997/1", "E/C.12/PRK/1",      "T/1",         "ST/SGB/2016/9",  "ST/HR/1",
    "CCPR/C/PRK/1",  "CEDAW/C/PRK/1",       "CRC/C/PRK/1",       "CAT/C/PRK/1", "CERD/C/PRK/1",   "CRPD/C/PRK/1",
    "CED/C/PRK/1",   "CMW/C/PRK/1",         "HRI/CORE/1",        "ICJ/1",       "DP/1",           "SC/1",
  };
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
    if (!chn_registry_get_forum (registry, chn_symbol_get_forum (symbol)))
      CHN_FAIL ("%s: no forum %s", symbols[i], chn_symbol_get_forum (symbol));
  }
}

static void
check_forum (const ChnRegistry *registry, const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
  for (const ChnSymbol *at = symbol; at; at = chn_symbol_get_parallel (at))
    if (!chn_registry_get_forum (registry, chn_symbol_get_forum (at)))
      CHN_FAIL ("%s: no forum %s", text, chn_symbol_get_forum (at));
}

static void
test_forums_of_series_exist (void)
{
  static const ChnSeriesTable *const tables[] = {
    &chn_series_of_agencies, &chn_series_of_conferences,    &chn_series_of_courts,
    &chn_series_of_regions,  &chn_series_of_united_nations,
  };
  g_autoptr (ChnRegistry) registry = load ();
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize j = 0; j < tables[i]->n_rows; j++)
      if (!chn_registry_get_forum (registry, tables[i]->rows[j].forum))
        CHN_FAIL ("%s: no forum %s", tables[i]->rows[j].template, tables[i]->rows[j].forum);
}

/* The table of symbols in the tests: its first column, in quotes where it has commas. */
static void
test_forums_of_tabled_symbols_exist (void)
{
  g_autoptr (ChnRegistry) registry = load ();
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_DATA"), "symbols.csv", NULL), *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] && *lines[i]; i++) {
    gboolean quoted = *lines[i] == '"';
    g_autofree char *symbol = g_strndup (lines[i] + quoted, strcspn (lines[i] + quoted, quoted ? "\"" : ","));
    check_forum (registry, symbol);
  }
}

static const ChnTest tests[] = {
  { "members at dates", test_counts },
  { "the Security Council in every year", test_security_council },
  { "the Human Rights Council on every day", test_human_rights_council },
  { "States that are no more", test_dissolved },
  { "holders of offices", test_holders },
  { "who votes where", test_electorates },
  { "codes of member States", test_codes },
  { "a code is given once", test_codes_are_unique },
  { "every alias finds its actor or is ambiguous", test_every_alias_finds_its_actor },
  { "names", test_names },
  { "forums of document symbols exist", test_forums_of_symbols_exist },
  { "forums of series exist", test_forums_of_series_exist },
  { "forums of the symbols of the tests exist", test_forums_of_tabled_symbols_exist },
};

CHN_SUITE ("registry/bundled", tests)

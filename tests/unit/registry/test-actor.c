/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Members at a date, and the kinds of actors. */
#include <chancery/registry.h>

#include "suite.h"

typedef struct {
  const char *member, *during; /* NULL is always */
} Term;

static const Term terms[] = {
  { "always", NULL },
  { "years", "2013/2014" },
  { "since", "2007-01-01/.." },
  { "until", "../2009-06-30" },
  { "twice", "2013/2014" },
  { "twice", "2017/2018" },
  { "on", "2015" },
  { "on", "2016" },
  { "unknown-end", "2004/" },
};

static ChnRegistry *
registry_new (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "group", "Group", NULL, NULL);
  for (gsize i = G_N_ELEMENTS (terms); i-- > 0;) {
    g_autoptr (ChnDate) during = terms[i].during ? chn_date_parse (terms[i].during, -1, NULL) : NULL;
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, terms[i].member, terms[i].member, NULL, NULL);
    chn_registry_builder_add_member (builder, "group",
                                     &(ChnMembership){ .actor = terms[i].member, .during = during });
  }
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

typedef struct {
  const char *member, *at;
  ChnCertainty answer;
} Case;

static const Case cases[] = {
  { "always", "1066", CHN_CERTAINTY_CERTAINLY },
  { "nobody", "2014", CHN_CERTAINTY_NO },
  { "group", "2014", CHN_CERTAINTY_NO },
  { "years", "2012-12-31", CHN_CERTAINTY_NO },
  { "years", "2013-01-01", CHN_CERTAINTY_CERTAINLY },
  { "years", "2014-12-31", CHN_CERTAINTY_CERTAINLY },
  { "years", "2015-01-01", CHN_CERTAINTY_NO },
  { "years", "2014/2015", CHN_CERTAINTY_POSSIBLY },
  { "years", "2014-12/2015-01", CHN_CERTAINTY_POSSIBLY },
  { "since", "2006-12-31", CHN_CERTAINTY_NO },
  { "since", "2007", CHN_CERTAINTY_CERTAINLY },
  { "since", "2007/..", CHN_CERTAINTY_CERTAINLY },
  { "since", "2006/..", CHN_CERTAINTY_POSSIBLY },
  { "until", "2009-06", CHN_CERTAINTY_CERTAINLY },
  { "until", "2009", CHN_CERTAINTY_POSSIBLY },
  { "until", "2010", CHN_CERTAINTY_NO },
  { "twice", "2014", CHN_CERTAINTY_CERTAINLY },
  { "twice", "2015/2016", CHN_CERTAINTY_NO },
  { "twice", "2018-06", CHN_CERTAINTY_CERTAINLY },
  { "twice", "2014/2017", CHN_CERTAINTY_POSSIBLY },
  { "on", "2015-07/2016-06", CHN_CERTAINTY_CERTAINLY },
  { "on", "2015-07/2017-06", CHN_CERTAINTY_POSSIBLY },
  { "unknown-end", "2003", CHN_CERTAINTY_NO },
  { "unknown-end", "2005", CHN_CERTAINTY_POSSIBLY },
};

static void
test_members_at_a_date (void)
{
  g_autoptr (ChnRegistry) registry = registry_new ();
  const ChnActor *group = chn_registry_get_actor (registry, "group");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ChnDate) at = chn_date_parse (cases[i].at, -1, NULL);
    ChnCertainty answer = chn_actor_has_member (group, cases[i].member, chn_date_get_bounds (at));
    if (answer != cases[i].answer)
      CHN_FAIL ("%s at %s: %d", cases[i].member, cases[i].at, (int) answer);
  }
}

static void
test_members_by_start (void)
{
  g_autoptr (ChnRegistry) registry = registry_new ();
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (chn_registry_get_actor (registry, "group"), &n);
  CHN_ASSERT_INT (n, G_N_ELEMENTS (terms));
  for (guint i = 1; i < n; i++) {
    gint64 before = members[i - 1].during ? chn_date_get_bounds (members[i - 1].during)->earliest : CHN_TIME_MIN;
    gint64 start = members[i].during ? chn_date_get_bounds (members[i].during)->earliest : CHN_TIME_MIN;
    CU_ASSERT_TRUE (before <= start);
  }
}

typedef struct {
  const char *covers; /* NULL where it is not said */
  const char *terms[2];
  const char *at;
  gboolean is_covered;
} Coverage;

static const Coverage coverages[] = {
  { "2013/2019", { "1945/.." }, "2012-12-31", FALSE },
  { "2013/2019", { "1945/.." }, "2013-01-01", TRUE },
  { "2013/2019", { "1945/.." }, "2019", TRUE },
  { "2013/2019", { "1945/.." }, "2019/2020", FALSE },
  { "2013/..", { "2014" }, "2100", TRUE },
  { "../..", { "2014" }, "-0100", TRUE },
  { "../..", { "2014" }, "../2010", TRUE },
  { NULL, { "2003/2005", "2004/2008" }, "2003-01-01", TRUE },
  { NULL, { "2003/2005", "2004/2008" }, "2008-12", TRUE },
  { NULL, { "2003/2005", "2004/2008" }, "2009", FALSE },
  { NULL, { "2003/2005", "2004/.." }, "2100", TRUE },
  { NULL, { "2003/2005", "2004/.." }, "2002", FALSE },
  { NULL, { NULL }, "2002", FALSE },
};

static ChnRegistry *
group_new (const Coverage *coverage)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "g", "G", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (coverage->terms) && coverage->terms[i]; i++) {
    g_autoptr (ChnDate) during = chn_date_parse (coverage->terms[i], -1, NULL);
    chn_registry_builder_add_member (builder, "g", &(ChnMembership){ .actor = "g", .during = during });
  }
  g_autoptr (ChnDate) covers = coverage->covers ? chn_date_parse (coverage->covers, -1, NULL) : NULL;
  if (covers)
    chn_registry_builder_set_covers (builder, "g", covers);
  return chn_registry_builder_seal (builder, NULL);
}

static void
test_coverage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (coverages); i++) {
    g_autoptr (ChnRegistry) registry = group_new (&coverages[i]);
    g_autoptr (ChnDate) at = chn_date_parse (coverages[i].at, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (registry);
    if (chn_actor_is_covered (chn_registry_get_actor (registry, "g"), chn_date_get_bounds (at)) !=
        coverages[i].is_covered)
      CHN_FAIL ("row %u, at %s", (guint) i, coverages[i].at);
  }
}

static void
test_kinds (void)
{
  for (int kind = CHN_ACTOR_STATE; kind <= CHN_ACTOR_GROUP; kind++)
    CHN_ASSERT_INT (chn_actor_kind_find (chn_actor_kind_get_name ((ChnActorKind) kind)), kind);
  CHN_ASSERT_INT (chn_actor_kind_find ("State"), -1);
  CHN_ASSERT_INT (chn_actor_kind_find (NULL), -1);
}

static const ChnTest tests[] = {
  { "members at a date", test_members_at_a_date },
  { "members are listed by start", test_members_by_start },
  { "for when members are recorded", test_coverage },
  { "kinds", test_kinds },
};

CHN_SUITE ("registry/actor", tests)

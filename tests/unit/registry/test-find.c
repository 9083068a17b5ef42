/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finding actors and forums by any name: folding, codes, dates, ambiguity, suggestions, overlays. */
#include <chancery/error.h>
#include <chancery/registry.h>

#include <string.h>

#include "suite.h"

static ChnDate *
date_new (const char *edtf)
{
  ChnDate *date = chn_date_parse (edtf, -1, NULL);
  g_assert_nonnull (date);
  return date;
}

static void
add_alias (ChnRegistryBuilder *builder, const char *id, const char *alias, const char *during)
{
  g_autoptr (ChnDate) date = during ? date_new (during) : NULL;
  chn_registry_builder_add_actor_alias (builder, id, alias, date, NULL);
}

static ChnRegistry *
base_new (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "kor", "Republic of Korea", "South Korea", NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "Democratic People's Republic of Korea",
                                  "North Korea", NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "civ", "Côte d'Ivoire", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "old-club", "Club", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "new-club", "New Club", NULL, NULL);
  chn_registry_builder_set_actor_code (builder, "kor", CHN_CODE_ISO2, "KR");
  chn_registry_builder_set_actor_code (builder, "kor", CHN_CODE_ISO3, "KOR");
  chn_registry_builder_set_actor_code (builder, "prk", CHN_CODE_COW, "731");
  add_alias (builder, "kor", "Korea", NULL);
  add_alias (builder, "prk", "Korea", NULL);
  add_alias (builder, "prk", "D.P.R.K.", NULL);
  add_alias (builder, "old-club", "The Club House", "../1999");
  add_alias (builder, "new-club", "The Club House", "2000/..");
  chn_registry_builder_add_forum (builder, "un.sc", "Security Council", NULL, NULL);
  chn_registry_builder_add_forum (builder, "un", "United Nations", NULL, NULL);
  chn_registry_builder_add_forum_alias (builder, "un.sc", "UN Security Council", NULL, NULL);
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

typedef struct {
  const char *name, *at; /* EDTF */
  const char *id;        /* NULL for an error: */
  ChnError code;
  const char *message, *hint;
} Case;

static const Case cases[] = {
  { "prk", NULL, "prk", 0, NULL, NULL },
  { "DPRK", NULL, "prk", 0, NULL, NULL },
  { "dprk", NULL, "prk", 0, NULL, NULL },
  { "Democratic People\342\200\231s Republic of Korea", NULL, "prk", 0, NULL, NULL },
  { "north-korea", NULL, "prk", 0, NULL, NULL },
  { "COTE D'IVOIRE", NULL, "civ", 0, NULL, NULL },
  { "KR", NULL, "kor", 0, NULL, NULL },
  { "kr", NULL, "kor", 0, NULL, NULL },
  { "KOR", NULL, "kor", 0, NULL, NULL },
  { "731", NULL, "prk", 0, NULL, NULL },
  { "Kor", NULL, NULL, CHN_ERROR_UNKNOWN, "\"Kor\" is no actor",
    "did you mean \"South Korea\" (kor) or \"North Korea\" (prk)?" },
  { "Nroth Korea", NULL, NULL, CHN_ERROR_UNKNOWN, "\"Nroth Korea\" is no actor",
    "did you mean \"North Korea\" (prk) or \"South Korea\" (kor)?" },
  { "Atlantis", NULL, NULL, CHN_ERROR_UNKNOWN, "\"Atlantis\" is no actor", NULL },
  { "", NULL, NULL, CHN_ERROR_UNKNOWN, "\"\" is no actor", NULL },
  { "\377", NULL, NULL, CHN_ERROR_UNKNOWN, "\"\357\277\275\" is no actor", NULL },
  { "Korea", NULL, NULL, CHN_ERROR_AMBIGUOUS,
    "\"Korea\" is ambiguous: \"South Korea\" (kor) or \"North Korea\" (prk)", "write kor or prk" },
  { "Korea", "2014", NULL, CHN_ERROR_AMBIGUOUS,
    "\"Korea\" is ambiguous: \"South Korea\" (kor) or \"North Korea\" (prk)", "write kor or prk" },
  { "the club house", "1990", "old-club", 0, NULL, NULL },
  { "the club house", "2010", "new-club", 0, NULL, NULL },
  { "the club house", "1999/2000", NULL, CHN_ERROR_AMBIGUOUS,
    "\"the club house\" is ambiguous: \"New Club\" (new-club) or \"Club\" (old-club)", "write new-club or old-club" },
};

static void
check_case (const ChnRegistry *registry, const Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) at = c->at ? date_new (c->at) : NULL;
  const ChnActor *actor =
      chn_registry_find_actor (registry, c->name, -1, at ? chn_date_get_bounds (at) : NULL, &error);
  CHN_ASSERT_STRING (actor ? chn_actor_get_id (actor) : NULL, c->id);
  if (actor || c->id)
    return;
  CHN_ASSERT_ERROR (error, CHN_ERROR, (int) c->code);
  CHN_ASSERT_STRING (error->message, c->message);
  CHN_ASSERT_STRING (chn_error_get_hint (error), c->hint);
}

static void
test_actors (void)
{
  g_autoptr (ChnRegistry) registry = base_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (registry, &cases[i]);
}

static void
test_length_counts (void)
{
  g_autoptr (ChnRegistry) registry = base_new ();
  g_autoptr (GError) error = NULL;
  const ChnActor *actor = chn_registry_find_actor (registry, "DPRK and more", 4, NULL, &error);
  CHN_ASSERT_STRING (actor ? chn_actor_get_id (actor) : NULL, "prk");
  g_autofree char *endless = g_strnfill (100000, 'k');
  CU_ASSERT_PTR_NULL (chn_registry_find_actor (registry, endless, -1, NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
  CU_ASSERT_TRUE (strlen (error->message) < 200);
}

static void
test_changed_name_is_still_understood (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "mkd", "North Macedonia", NULL, NULL);
  add_alias (builder, "mkd", "FYROM", "../2019-02");
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (builder, NULL);
  g_autoptr (ChnDate) later = date_new ("2022");
  CU_ASSERT_PTR_NOT_NULL (chn_registry_find_actor (registry, "FYROM", -1, chn_date_get_bounds (later), NULL));
}

static void
test_forums (void)
{
  g_autoptr (ChnRegistry) registry = base_new ();
  g_autoptr (GError) error = NULL;
  const ChnForum *forum = chn_registry_find_forum (registry, "UN Security Council", -1, NULL, &error);
  CHN_ASSERT_STRING (forum ? chn_forum_get_id (forum) : NULL, "un.sc");
  CU_ASSERT_PTR_EQUAL (chn_registry_find_forum (registry, "UN.SC", -1, NULL, NULL), forum);
  CU_ASSERT_PTR_NULL (chn_registry_find_forum (registry, "un.secco", -1, NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
  CHN_ASSERT_STRING (chn_error_get_hint (error), "did you mean \"Security Council\" (un.sc)?");
  g_clear_error (&error);
  CU_ASSERT_PTR_NULL (chn_registry_find_forum (registry, "prk", -1, NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
}

static void
test_overlay (void)
{
  g_autoptr (ChnRegistry) base = base_new ();
  ChnRegistryBuilder *builder = chn_registry_builder_new (base);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "kim", "Kim Korea", NULL, NULL);
  add_alias (builder, "kim", "Korea", NULL);
  chn_registry_builder_add_forum (builder, "un.sc.sub", "Sub-Committee", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_EQUAL (chn_registry_get_base (registry), base);
  const ChnActor *own = chn_registry_find_actor (registry, "Korea", -1, NULL, &error);
  CHN_ASSERT_STRING (own ? chn_actor_get_id (own) : NULL, "kim");
  CU_ASSERT_PTR_EQUAL (chn_registry_find_actor (registry, "DPRK", -1, NULL, NULL),
                       chn_registry_get_actor (base, "prk"));
  const ChnForum *below = chn_registry_get_forum (registry, "un.sc.sub");
  CU_ASSERT_PTR_EQUAL (chn_forum_get_parent (below), chn_registry_get_forum (base, "un.sc"));
  CU_ASSERT_PTR_NULL (chn_registry_get_actor (base, "kim"));
}

static const ChnTest tests[] = {
  { "actors", test_actors },
  { "the length counts, and is bounded", test_length_counts },
  { "a changed name is still understood", test_changed_name_is_still_understood },
  { "forums", test_forums },
  { "a registry over another", test_overlay },
};

CHN_SUITE ("registry/find", tests)

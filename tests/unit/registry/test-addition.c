/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is added to actors and forums of other files, and declarations of the same one. */
#include "registry/addition.h"

#include <chancery/error.h>

#include "registry/alike.h"
#include "registry/declared.h"
#include "suite.h"

static ChnRegistry *
make_base (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "kor", "Republic of Korea", "South Korea", NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "North", NULL, NULL);
  chn_registry_builder_add_actor_alias (builder, "prk", "Korea", NULL, NULL);
  chn_registry_builder_add_actor_alias (builder, "kor", "Korea", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "club", "The Club", NULL, NULL);
  chn_registry_builder_add_member (builder, "club", &(ChnMembership){ .actor = "kor" });
  chn_registry_builder_add_forum (builder, "un", "United Nations", NULL, NULL);
  chn_registry_builder_add_forum (builder, "un.sc", "Security Council", NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

static void
add_alias (ChnRegistryBuilder *builder, const char *id, gboolean is_forum, const char *alias)
{
  ChnRegistryBuilder *addition = chn_registry_builder_new (NULL);
  if (is_forum) {
    chn_registry_builder_add_forum (addition, id, id, NULL, NULL);
    chn_registry_builder_add_forum_alias (addition, id, alias, NULL, NULL);
  } else {
    chn_registry_builder_add_actor (addition, CHN_ACTOR_GROUP, id, id, NULL, NULL);
    chn_registry_builder_add_actor_alias (addition, id, alias, NULL, NULL);
    chn_registry_builder_add_member (addition, id, &(ChnMembership){ .actor = "prk" });
  }
  chn_registry_builder_add_to (builder, id, is_forum, addition, &(ChnNamePlace){ "names.yaml", 3, 5 });
}

static void
count_bad (const char *message, const char *hint, const ChnNamePlace *place, gpointer data)
{
  CU_ASSERT_PTR_NOT_NULL (message);
  CU_ASSERT_PTR_NOT_NULL (hint);
  CHN_ASSERT_INT (place->line, 3);
  ++*(guint *) data;
}

static ChnRegistry *
make_upper (ChnRegistry *base, guint *n_bad)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (base);
  add_alias (builder, "club", FALSE, "Clubbers");
  add_alias (builder, "club", FALSE, "Clubbers");
  add_alias (builder, "kor", FALSE, "Hanguk");
  add_alias (builder, "un", TRUE, "The Nations");
  add_alias (builder, "nobody", FALSE, "N");
  *n_bad = 0;
  chn_registry_builder_make_additions (builder, count_bad, n_bad);
  return chn_registry_builder_seal (builder, NULL);
}

static void
test_added (void)
{
  guint n_bad = 0, n = 0;
  g_autoptr (ChnRegistry) base = make_base ();
  g_autoptr (ChnRegistry) registry = make_upper (base, &n_bad);
  CHN_ASSERT_INT (n_bad, 1);
  const ChnActor *club = chn_registry_find_actor (registry, "clubbers", -1, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (club);
  CHN_ASSERT_STRING (chn_actor_get_name (club), "The Club");
  chn_actor_get_aliases (club, &n);
  CHN_ASSERT_INT (n, 1);
  chn_actor_get_members (club, &n);
  CHN_ASSERT_INT (n, 2);
  CU_ASSERT_PTR_EQUAL (chn_registry_find_actor (registry, "The Club", -1, NULL, NULL), club);
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  CHN_ASSERT_INT (actors->len, 3);
  g_autoptr (GPtrArray) groups = chn_registry_find_groups (registry, "kor");
  CHN_ASSERT_INT (groups->len, 1);
}

/* To whom something is added gains nothing over others who bear the same name. */
static void
test_still_ambiguous (void)
{
  guint n_bad = 0;
  g_autoptr (ChnRegistry) base = make_base ();
  g_autoptr (ChnRegistry) registry = make_upper (base, &n_bad);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_registry_find_actor (registry, "Korea", -1, NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_AMBIGUOUS);
}

static void
test_tree (void)
{
  guint n_bad = 0;
  g_autoptr (ChnRegistry) base = make_base ();
  g_autoptr (ChnRegistry) registry = make_upper (base, &n_bad);
  const ChnForum *un = chn_registry_find_forum (registry, "the nations", -1, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (un);
  CU_ASSERT_TRUE (chn_forum_is_within (chn_registry_get_forum (registry, "un.sc"), un));
}

/* A timeline's own names go before what its reader shares among all. */
static void
test_own_first (void)
{
  g_autoptr (ChnRegistry) base = make_base ();
  ChnRegistryBuilder *builder = chn_registry_builder_new (base);
  chn_registry_builder_set_shared (builder, TRUE);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "kim-a", "A", NULL, NULL);
  chn_registry_builder_add_actor_alias (builder, "kim-a", "Kim", NULL, NULL);
  chn_registry_builder_set_shared (builder, FALSE);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "kim-b", "B", NULL, NULL);
  chn_registry_builder_add_actor_alias (builder, "kim-b", "Kim", NULL, NULL);
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (builder, NULL);
  const ChnActor *kim = chn_registry_find_actor (registry, "Kim", -1, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (kim);
  CHN_ASSERT_STRING (chn_actor_get_id (kim), "kim-b");
  CU_ASSERT_PTR_NULL (chn_registry_find_typed_actor (registry, "Kim", -1, NULL, NULL));
}

static const struct {
  ChnActorKind kind;
  const char *name, *alias, *member, *difference;
} declared[] = {
  { CHN_ACTOR_GROUP, "Team", "T", "kor", NULL },
  { CHN_ACTOR_OFFICE, "Team", "T", "kor", "kind \"group\" there, \"office\" here" },
  { CHN_ACTOR_GROUP, "The Team", "T", "kor", "name \"Team\" there, \"The Team\" here" },
  { CHN_ACTOR_GROUP, "Team", NULL, "kor", "alias \"T\" only there" },
  { CHN_ACTOR_GROUP, "Team", "T", "prk", "member \"kor\" only there" },
};

static const ChnActor *
declare (ChnRegistryBuilder *builder, guint index)
{
  chn_registry_builder_add_actor (builder, declared[index].kind, "team", declared[index].name, NULL, NULL);
  if (declared[index].alias)
    chn_registry_builder_add_actor_alias (builder, "team", declared[index].alias, NULL, NULL);
  chn_registry_builder_add_member (builder, "team", &(ChnMembership){ .actor = declared[index].member });
  return chn_registry_builder_get_actor (builder, "team");
}

static void
test_alike (void)
{
  g_autoptr (ChnRegistryBuilder) there = chn_registry_builder_new (NULL);
  const ChnActor *first = declare (there, 0);
  for (guint i = 0; i < G_N_ELEMENTS (declared); i++) {
    g_autoptr (ChnRegistryBuilder) here = chn_registry_builder_new (NULL);
    g_autofree char *difference = chn_actor_dup_difference (first, declare (here, i));
    CHN_ASSERT_STRING (difference, declared[i].difference);
  }
}

static const ChnTest tests[] = {
  { "what is added is found, once", test_added },
  { "a name of two stays ambiguous", test_still_ambiguous },
  { "the tree of forums", test_tree },
  { "a timeline's own names go first", test_own_first },
  { "declared alike, and otherwise", test_alike },
};

CHN_SUITE ("registry/addition", tests)

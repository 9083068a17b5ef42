/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Building registries: what is refused, what is kept, in which order it is listed. */
#include <chancery/error.h>
#include <chancery/registry.h>

#include "registry/zones.h"
#include "suite.h"

static void
test_id_taken (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "A", NULL, &error));
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_FALSE (chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "prk", "B", NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_CONFLICT);
  g_clear_error (&error);
  CU_ASSERT_TRUE (chn_registry_builder_add_forum (builder, "un", "A", NULL, &error));
  CU_ASSERT_FALSE (chn_registry_builder_add_forum (builder, "un", "B", NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_CONFLICT);
  g_clear_error (&error);
  g_autoptr (ChnRegistry) base = chn_registry_builder_seal (builder, NULL);
  g_autoptr (ChnRegistryBuilder) over = chn_registry_builder_new (base);
  CU_ASSERT_FALSE (chn_registry_builder_add_actor (over, CHN_ACTOR_STATE, "prk", "C", NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_CONFLICT);
}

static void
add_stray_member (ChnRegistryBuilder *builder)
{
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "g", "G", NULL, NULL);
  chn_registry_builder_add_member (builder, "g", &(ChnMembership){ .actor = "nobody" });
}

static void
add_stray_forum (ChnRegistryBuilder *builder)
{
  chn_registry_builder_add_forum (builder, "un.sc", "Council", NULL, NULL);
}

static void
alias_stranger (ChnRegistryBuilder *builder)
{
  chn_registry_builder_add_actor_alias (builder, "stranger", "S", NULL, NULL);
}

static void
code_stranger (ChnRegistryBuilder *builder)
{
  chn_registry_builder_set_actor_code (builder, "stranger", CHN_CODE_ISO2, "SS");
}

static void
join_stranger (ChnRegistryBuilder *builder)
{
  chn_registry_builder_add_member (builder, "stranger", &(ChnMembership){ .actor = "x" });
}

static void
alias_strange_forum (ChnRegistryBuilder *builder)
{
  chn_registry_builder_add_forum_alias (builder, "strange", "S", NULL, NULL);
}

static void
test_sealing_refuses_what_dangles (void)
{
  static void (*const faults[]) (ChnRegistryBuilder *) = { add_stray_member, add_stray_forum, alias_stranger,
                                                           code_stranger,    join_stranger,   alias_strange_forum };
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
    g_autoptr (GError) error = NULL;
    faults[i](builder);
    CU_ASSERT_PTR_NULL (chn_registry_builder_seal (builder, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
  }
}

static void
test_members_may_come_later (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "g", "G", NULL, NULL);
  chn_registry_builder_add_member (builder, "g", &(ChnMembership){ .actor = "m", .note = "chair" });
  chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "m", "M", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (chn_registry_get_actor (registry, "g"), &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (members[0].actor, "m");
  CHN_ASSERT_STRING (members[0].note, "chair");
}

static char *
join_ids (GPtrArray *things, const char *(*get_id) (gconstpointer))
{
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < things->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", get_id (things->pdata[i]));
  return g_string_free (ids, FALSE);
}

static const char *
get_actor_id (gconstpointer actor)
{
  return chn_actor_get_id (actor);
}

static const char *
get_forum_id (gconstpointer forum)
{
  return chn_forum_get_id (forum);
}

static void
test_order (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  static const char *const forums[] = { "un-x", "un.sc", "icc", "un.ga.c3", "un", "un.ga", "una" };
  chn_registry_builder_add_actor (builder, CHN_ACTOR_PERSON, "ann", "Ann", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "P", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "kor", "K", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], forums[i], NULL, NULL);
  g_autoptr (ChnRegistry) base = chn_registry_builder_seal (builder, NULL);
  ChnRegistryBuilder *over = chn_registry_builder_new (base);
  chn_registry_builder_add_actor (over, CHN_ACTOR_STATE, "ooo", "O", NULL, NULL);
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (over, NULL);
  g_autoptr (GPtrArray) all = chn_registry_get_actors (registry, FALSE),
                        own = chn_registry_get_actors (registry, TRUE);
  g_autoptr (GPtrArray) tree = chn_registry_get_forums (registry, FALSE);
  g_autofree char *all_ids = join_ids (all, get_actor_id), *own_ids = join_ids (own, get_actor_id);
  g_autofree char *tree_ids = join_ids (tree, get_forum_id);
  CHN_ASSERT_STRING (all_ids, "kor ooo prk ann");
  CHN_ASSERT_STRING (own_ids, "ooo");
  CHN_ASSERT_STRING (tree_ids, "icc un un.ga un.ga.c3 un.sc un-x una");
}

static void
test_tree (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  static const char *const forums[] = { "un.ga.c3", "un.ga", "un.sc", "un" };
  for (gsize i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], "Name", i == 0 ? "Short" : NULL, NULL);
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (builder, NULL);
  const ChnForum *c3 = chn_registry_get_forum (registry, "un.ga.c3"),
                 *ga = chn_registry_get_forum (registry, "un.ga");
  const ChnForum *sc = chn_registry_get_forum (registry, "un.sc"), *un = chn_registry_get_forum (registry, "un");
  CU_ASSERT_PTR_EQUAL (chn_forum_get_parent (c3), ga);
  CU_ASSERT_PTR_NULL (chn_forum_get_parent (un));
  CU_ASSERT_TRUE (chn_forum_is_within (c3, c3));
  CU_ASSERT_TRUE (chn_forum_is_within (c3, un));
  CU_ASSERT_FALSE (chn_forum_is_within (ga, c3));
  CU_ASSERT_FALSE (chn_forum_is_within (c3, sc));
  CHN_ASSERT_STRING (chn_forum_get_short_name (c3), "Short");
  CHN_ASSERT_STRING (chn_forum_get_short_name (ga), "Name");
}

/* However many layers lie over each other, a zone is made once for all of them. */
static void
test_zones (void)
{
  g_autoptr (ChnRegistry) base = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  g_autoptr (ChnRegistry) over = chn_registry_builder_seal (chn_registry_builder_new (base), NULL);
  g_autoptr (ChnRegistry) other = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  const ChnZone *zone = chn_zones_get (chn_registry_get_zones (base), "Europe/Vienna");
  CU_ASSERT (zone && chn_zones_get (chn_registry_get_zones (over), "Europe/Vienna") == zone);
  CU_ASSERT (chn_zones_get (chn_registry_get_zones (other), "Europe/Vienna") != zone);
}

static const ChnTest tests[] = {
  { "an id is given once", test_id_taken },
  { "sealing refuses what dangles", test_sealing_refuses_what_dangles },
  { "members may be declared later", test_members_may_come_later },
  { "order of actors and forums", test_order },
  { "the tree of forums", test_tree },
  { "zones", test_zones },
};

CHN_SUITE ("registry/builder", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Compiled registries: the same answers as their source, and nothing taken from a file that is damaged or forged. */
#include <chancery/error.h>
#include <chancery/format.h>
#include <chancery/registry.h>

#include <string.h>

#include <glib/gstdio.h>

#include "base/checksum.h"
#include "registry/pack.h"
#include "suite.h"

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

/* A registry of its own over the bundled one: an alias of limited time, a forum below a bundled one, a group. */
static ChnRegistry *
lay_over (ChnRegistry *base)
{
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (base);
  g_autoptr (ChnDate) during = chn_date_parse ("1990/2002", -1, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "friends", "Group of Friends", "Friends", NULL);
  chn_registry_builder_add_actor_alias (builder, "friends", "The Old Friends", during, "informal");
  chn_registry_builder_add_member (builder, "friends", &(ChnMembership){ "kor", during, "chair", TRUE });
  chn_registry_builder_set_covers (builder, "friends", during);
  chn_registry_builder_add_successor (builder, "friends", "kor");
  chn_registry_builder_add_successor (builder, "friends", "fra");
  chn_registry_builder_add_forum (builder, "un.sc.friends", "Friends of the Council", NULL, NULL);
  chn_registry_builder_add_forum_alias (builder, "un.sc.friends", "Friendly Council", during, NULL);
  chn_registry_builder_set_forum_recalled (builder, "un.sc.friends");
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (g_steal_pointer (&builder), &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

static char *
dup_temporary (void)
{
  char *path = NULL;
  int file = g_file_open_tmp ("chancery-registry-XXXXXX", &path, NULL);
  CU_ASSERT_FATAL (file >= 0);
  g_close (file, NULL);
  return path;
}

/* Saved and opened again. */
static ChnRegistry *
reopen (const ChnRegistry *registry)
{
  g_autofree char *path = dup_temporary ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT (chn_registry_save (registry, path, &error));
  CHN_ASSERT_NO_ERROR (error);
  ChnRegistry *opened = chn_registry_open (path, &error);
  CHN_ASSERT_NO_ERROR (error);
  g_unlink (path);
  return opened;
}

static void
test_bytes (void)
{
  g_autoptr (ChnRegistry) bundled = load ();
  g_autoptr (ChnRegistry) registry = lay_over (bundled);
  g_autoptr (ChnRegistry) opened = reopen (registry);
  CU_ASSERT_PTR_NOT_NULL_FATAL (opened);
  g_autoptr (GBytes) before = chn_registry_pack (registry), after = chn_registry_pack (opened);
  CU_ASSERT (g_bytes_equal (before, after));
}

static void
compare_texts (const char *a, const char *b)
{
  CHN_ASSERT_STRING (a, b);
}

static void
test_contents (void)
{
  g_autoptr (ChnRegistry) bundled = load ();
  g_autoptr (ChnRegistry) opened = reopen (bundled);
  CU_ASSERT_PTR_NOT_NULL_FATAL (opened);
  g_autoptr (GPtrArray) before = chn_registry_get_actors (bundled, FALSE),
                        after = chn_registry_get_actors (opened, FALSE);
  CHN_ASSERT_INT (after->len, before->len);
  for (guint i = 0; i < before->len; i++) {
    guint n = 0, m = 0;
    const ChnMembership *a = chn_actor_get_members (before->pdata[i], &n),
                        *b = chn_actor_get_members (after->pdata[i], &m);
    compare_texts (chn_actor_get_id (after->pdata[i]), chn_actor_get_id (before->pdata[i]));
    compare_texts (chn_actor_get_name (after->pdata[i]), chn_actor_get_name (before->pdata[i]));
    CHN_ASSERT_INT (m, n);
    CU_ASSERT (
        g_strv_equal (chn_actor_get_successors (after->pdata[i]), chn_actor_get_successors (before->pdata[i])));
    for (guint k = 0; k < n; k++) {
      compare_texts (b[k].actor, a[k].actor);
      CHN_ASSERT_INT (b[k].is_recalled, a[k].is_recalled);
      CU_ASSERT (!a[k].during == !b[k].during);
      if (a[k].during)
        compare_texts (chn_date_get_text (b[k].during), chn_date_get_text (a[k].during));
    }
  }
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (bundled, FALSE);
  for (guint i = 0; i < forums->len; i++) {
    const ChnForum *forum = chn_registry_get_forum (opened, chn_forum_get_id (forums->pdata[i]));
    CU_ASSERT_PTR_NOT_NULL_FATAL (forum);
    const ChnForum *parent = chn_forum_get_parent (forums->pdata[i]);
    CU_ASSERT (!chn_forum_get_parent (forum) == !parent);
    CHN_ASSERT_INT (chn_forum_is_recalled (forum), chn_forum_is_recalled (forums->pdata[i]));
    if (parent)
      compare_texts (chn_forum_get_id (chn_forum_get_parent (forum)), chn_forum_get_id (parent));
  }
}

static char *
join_ids (const GPtrArray *actors)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (ids, "%s ", chn_actor_get_id (actors->pdata[i]));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* To which groups actors belong, and whose place they took: the same of what was opened and of what was read. */
static void
test_relatives (void)
{
  static const char *const ids[] = { "kor", "rus", "sun", "srb", "guterres", "african-union", "kenya", "nobody" };
  g_autoptr (ChnRegistry) bundled = load ();
  g_autoptr (ChnRegistry) registry = lay_over (bundled);
  g_autoptr (ChnRegistry) opened = reopen (registry);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GPtrArray) groups = chn_registry_find_groups (registry, ids[i]);
    g_autoptr (GPtrArray) opened_groups = chn_registry_find_groups (opened, ids[i]);
    g_autoptr (GPtrArray) before = chn_registry_find_predecessors (registry, ids[i]);
    g_autoptr (GPtrArray) opened_before = chn_registry_find_predecessors (opened, ids[i]);
    g_autofree char *a = join_ids (groups), *b = join_ids (opened_groups);
    g_autofree char *c = join_ids (before), *d = join_ids (opened_before);
    CHN_ASSERT_STRING (b, a);
    CHN_ASSERT_STRING (d, c);
    CHN_ASSERT_INT (groups->len > 0, i < 6);
  }
  g_autoptr (GPtrArray) of_russia = chn_registry_find_predecessors (opened, "rus");
  g_autoptr (GPtrArray) of_korea = chn_registry_find_predecessors (opened, "kor");
  CHN_ASSERT_INT (of_russia->len, 1);
  CHN_ASSERT_INT (of_korea->len, 1);
}

/* Names that are found, that two bear, that nobody bears; at dates of which some decide. */
static void
test_names (void)
{
  static const char *const names[] = { "prk",
                                       "PRK",
                                       "Prk",
                                       "North Korea",
                                       "the friends",
                                       "The Old Friends",
                                       "Burma",
                                       "EU",
                                       "Zaire",
                                       "un.sc",
                                       "Korea",
                                       "Untied Nations",
                                       "",
                                       "Security Council" };
  static const char *const dates[] = { NULL, "1985", "1995", "2014-11" };
  g_autoptr (ChnRegistry) bundled = load ();
  g_autoptr (ChnRegistry) registry = lay_over (bundled);
  g_autoptr (ChnRegistry) opened = reopen (registry);
  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (dates); i++) {
    const char *name = names[i % G_N_ELEMENTS (names)], *day = dates[i / G_N_ELEMENTS (names)];
    g_autoptr (ChnDate) date = day ? chn_date_parse (day, -1, NULL) : NULL;
    const ChnDateBounds *at = date ? chn_date_get_bounds (date) : NULL;
    g_autoptr (GError) before = NULL;
    g_autoptr (GError) after = NULL;
    const ChnActor *a = chn_registry_find_actor (registry, name, -1, at, &before);
    const ChnActor *b = chn_registry_find_actor (opened, name, -1, at, &after);
    CU_ASSERT (!a == !b);
    if (a && b)
      compare_texts (chn_actor_get_id (b), chn_actor_get_id (a));
    if (before && after) {
      compare_texts (after->message, before->message);
      compare_texts (chn_error_get_hint (after), chn_error_get_hint (before));
    }
  }
}

static void
test_damage (void)
{
  g_autoptr (ChnRegistry) bundled = load ();
  g_autofree char *path = dup_temporary (), *text = NULL;
  gsize length = 0;
  CU_ASSERT (chn_registry_save (bundled, path, NULL));
  CU_ASSERT_FATAL (g_file_get_contents (path, &text, &length, NULL));
  for (gsize at = 0; at < length; at += at < 32 ? 1 : 9973) {
    text[at] ^= 1;
    CU_ASSERT (g_file_set_contents (path, text, (gssize) length, NULL));
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_registry_open (path, &error));
    CU_ASSERT (error && strstr (error->message, path));
    text[at] ^= 1;
  }
  for (gsize n = 0; n < length; n += n < 32 ? 1 : 9973) {
    CU_ASSERT (g_file_set_contents (path, text, (gssize) n, NULL));
    CU_ASSERT_PTR_NULL (chn_registry_open (path, NULL));
  }
  g_unlink (path);
}

/* Uses all that a registry has. */
static gsize
walk (const ChnRegistry *registry)
{
  gsize sum = 0;
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  for (guint i = 0; i < actors->len; i++) {
    guint n = 0;
    const ChnAlias *aliases = chn_actor_get_aliases (actors->pdata[i], &n);
    for (guint k = 0; k < n; k++)
      sum += strlen (aliases[k].name);
    const ChnMembership *members = chn_actor_get_members (actors->pdata[i], &n);
    for (guint k = 0; k < n; k++)
      sum += strlen (members[k].actor);
    sum += strlen (chn_actor_get_name (actors->pdata[i]));
  }
  for (guint i = 0; i < forums->len; i++)
    sum += strlen (chn_forum_get_name (forums->pdata[i]));
  g_autoptr (GError) error = NULL;
  chn_registry_find_actor (registry, "Nobody at all", -1, NULL, &error);
  return sum + (error ? strlen (error->message) : 0);
}

/* Numbers that were changed by somebody who knows the checksum: what still opens can be walked. */
static void
test_forged (void)
{
  g_autoptr (ChnRegistry) bundled = load ();
  g_autoptr (GBytes) packed = chn_registry_pack (bundled);
  gsize length = 0;
  g_autofree char *bytes = g_bytes_unref_to_data (g_bytes_ref (packed), &length);
  g_autoptr (GRand) chance = g_rand_new_with_seed (20140327);
  guint n_opened = 0, n_refused = 0;
  for (guint i = 0; i < 150; i++) {
    gsize at = (gsize) g_rand_int_range (chance, 0, (gint32) (length / 4)) * 4;
    at = i % 4 == 0 ? (gsize) (i / 4 % 9) * 4 : at;
    g_autofree char *forged = g_memdup2 (bytes, length);
    guint32 number = i % 3 == 0 ? G_MAXUINT32 : g_rand_int (chance) % 70000;
    memcpy (forged + at, &number, sizeof number);
    g_autoptr (GBytes) wrapped = g_bytes_new (forged, length);
    g_autoptr (ChnRegistry) registry = chn_registry_unpack (wrapped);
    if (registry)
      CU_ASSERT (walk (registry) > 0);
    n_opened += registry != NULL;
    n_refused += registry == NULL;
  }
  CU_ASSERT (n_opened > 0 && n_refused > 0);
}

static const ChnTest tests[] = {
  { "a registry that is opened packs to the same bytes", test_bytes },
  { "actors, members and forums come back", test_contents },
  { "groups and predecessors", test_relatives },
  { "names are found and errors told alike", test_names },
  { "what is damaged or cut short is refused", test_damage },
  { "forged numbers lead nowhere", test_forged },
};

CHN_SUITE ("registry/compiled", tests)

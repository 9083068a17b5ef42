/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A timeline's own actors and forums as the canonical writer spells them: one a line, in flow. Of those to which it
 * adds only what is added is written.
 */
#include <string.h>

#include "format/yaml/keys.h"
#include "format/yaml/scalar.h"
#include "format/yaml/write.h"
#include "registry/alike.h"

static void
put_pair (GString *out, ChnNameKey key, const char *value, guint flags)
{
  if (!value)
    return;
  g_string_append_printf (out, "%s%s: ", out->str[out->len - 1] == '{' ? "" : ", ",
                          chn_yaml_keys_get_name (key < CHN_NAME_DURING      ? &chn_yaml_actor_keys
                                                  : key <= CHN_NAME_LANGUAGE ? &chn_yaml_alias_keys
                                                                             : &chn_yaml_member_keys,
                                                  (int) key));
  chn_scalar_append (out, value, CHN_SCALAR_FLOW | flags);
}

static void
put_alias (GString *out, const ChnAlias *alias)
{
  if (!alias->during && !alias->note && !alias->language && !alias->is_recalled) {
    chn_scalar_append (out, alias->name, CHN_SCALAR_FLOW);
    return;
  }
  g_string_append_c (out, '{');
  put_pair (out, CHN_NAME_NAME, alias->name, 0);
  put_pair (out, alias->was_name ? CHN_NAME_NAMED : CHN_NAME_DURING,
            alias->during ? chn_date_get_text (alias->during) : NULL, CHN_SCALAR_VALUE);
  put_pair (out, CHN_NAME_NOTE, alias->note, 0);
  put_pair (out, CHN_NAME_LANGUAGE, alias->language, 0);
  put_pair (out, CHN_NAME_CONFIDENCE, alias->is_recalled ? CHN_NAME_RECALLED : NULL, 0);
  g_string_append_c (out, '}');
}

static void
begin_list (GString *out, const char *key)
{
  g_string_append_printf (out, "%s%s: [", out->str[out->len - 1] == '{' ? "" : ", ", key);
}

static void
put_aliases (GString *out, const ChnAlias *aliases, guint n)
{
  if (n == 0)
    return;
  begin_list (out, "aliases");
  for (guint i = 0; i < n; i++) {
    g_string_append (out, i == 0 ? "" : ", ");
    put_alias (out, &aliases[i]);
  }
  g_string_append_c (out, ']');
}

/* id, {id: date}, or {actor: id, during: date, note: text, confidence: recalled} */
static void
put_member (GString *out, const ChnMembership *member)
{
  const char *during = member->during ? chn_date_get_text (member->during) : NULL;
  gboolean whole = member->note || member->is_recalled, bare = !during && !whole;
  g_string_append (out, bare ? "" : whole ? "{actor: " : "{");
  chn_scalar_append (out, member->actor, CHN_SCALAR_FLOW);
  if (whole) {
    put_pair (out, CHN_NAME_DURING, during, CHN_SCALAR_VALUE);
    put_pair (out, CHN_NAME_NOTE, member->note, 0);
    put_pair (out, CHN_NAME_CONFIDENCE, member->is_recalled ? CHN_NAME_RECALLED : NULL, 0);
  } else if (during) {
    g_string_append (out, ": ");
    chn_scalar_append (out, during, CHN_SCALAR_FLOW | CHN_SCALAR_VALUE);
  }
  g_string_append (out, bare ? "" : "}");
}

/* Those that it does not have below, which is NULL where there it is not at all. */
static void
put_members (GString *out, const ChnActor *actor, const ChnActor *below)
{
  guint n = 0, n_put = 0;
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  for (guint i = 0; i < n; i++) {
    if (below && chn_actor_has_membership (below, &members[i]))
      continue;
    if (n_put++ == 0)
      begin_list (out, "members");
    else
      g_string_append (out, ", ");
    put_member (out, &members[i]);
  }
  g_string_append (out, n_put > 0 ? "]" : "");
}

static void
put_successors (GString *out, const char *const *ids)
{
  for (guint i = 0; ids[i]; i++) {
    g_string_append_printf (out, "%s", i == 0 ? ", successors: [" : ", ");
    chn_scalar_append (out, ids[i], CHN_SCALAR_FLOW);
  }
  g_string_append (out, ids[0] ? "]" : "");
}

static void
begin (GString *out, const char *id)
{
  g_string_append (out, "  ");
  chn_scalar_append_key (out, id, 2);
  g_string_append (out, " {");
}

static const char *
unless_same (const char *short_name, const char *name)
{
  return g_strcmp0 (short_name, name) == 0 ? NULL : short_name;
}

static void
put_actor (GString *out, const ChnActor *actor)
{
  static const ChnNameKey codes[CHN_N_CODES] = { CHN_NAME_ISO2, CHN_NAME_ISO3, CHN_NAME_NUMERIC, CHN_NAME_COW };
  guint n_aliases = 0;
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n_aliases);
  begin (out, chn_actor_get_id (actor));
  put_pair (out, CHN_NAME_KIND, chn_actor_kind_get_name (chn_actor_get_kind (actor)), 0);
  put_pair (out, CHN_NAME_NAME, chn_actor_get_name (actor), 0);
  put_pair (out, CHN_NAME_SHORT, unless_same (chn_actor_get_short_name (actor), chn_actor_get_name (actor)), 0);
  for (guint code = 0; code < CHN_N_CODES; code++)
    put_pair (out, codes[code], chn_actor_get_code (actor, (ChnCode) code), 0);
  const ChnDate *covers = chn_actor_get_covers (actor);
  put_aliases (out, aliases, n_aliases);
  put_pair (out, CHN_NAME_COVERS, covers ? chn_date_get_text (covers) : NULL, CHN_SCALAR_VALUE);
  put_members (out, actor, NULL);
  put_successors (out, chn_actor_get_successors (actor));
  g_string_append (out, "}\n");
}

static void
put_forum (GString *out, const ChnForum *forum)
{
  guint n_aliases = 0;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n_aliases);
  begin (out, chn_forum_get_id (forum));
  put_pair (out, CHN_NAME_NAME, chn_forum_get_name (forum), 0);
  put_pair (out, CHN_NAME_SHORT, unless_same (chn_forum_get_short_name (forum), chn_forum_get_name (forum)), 0);
  put_aliases (out, aliases, n_aliases);
  if (chn_forum_is_recalled (forum))
    put_pair (out, CHN_NAME_CONFIDENCE, CHN_NAME_RECALLED, 0);
  g_string_append (out, "}\n");
}

/* Names are added behind those that were there. */
static void
put_added_aliases (GString *out, const ChnAlias *aliases, guint n, guint n_below)
{
  put_aliases (out, aliases + n_below, n - n_below);
}

static void
put_addition (GString *out, const ChnActor *actor, const ChnActor *below)
{
  guint n = 0, n_below = 0;
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
  const ChnDate *covers = chn_actor_get_covers (actor), *before = chn_actor_get_covers (below);
  chn_actor_get_aliases (below, &n_below);
  begin (out, chn_actor_get_id (actor));
  put_added_aliases (out, aliases, n, n_below);
  if (covers && (!before || strcmp (chn_date_get_text (covers), chn_date_get_text (before)) != 0))
    put_pair (out, CHN_NAME_COVERS, chn_date_get_text (covers), CHN_SCALAR_VALUE);
  put_members (out, actor, below);
  g_string_append (out, "}\n");
}

static void
put_forum_addition (GString *out, const ChnForum *forum, const ChnForum *below)
{
  guint n = 0, n_below = 0;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  chn_forum_get_aliases (below, &n_below);
  begin (out, chn_forum_get_id (forum));
  put_added_aliases (out, aliases, n, n_below);
  g_string_append (out, "}\n");
}

void
chn_yaml_append_names (GString *out, const ChnRegistry *registry)
{
  const ChnRegistry *base = chn_registry_get_base (registry);
  if (!base)
    return; /* nothing was laid over the bundled one */
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  for (guint i = 0; i < actors->len; i++) {
    g_string_append (out, i == 0 ? "\nactors:\n" : "");
    const ChnActor *below = chn_registry_get_actor (base, chn_actor_get_id (actors->pdata[i]));
    if (below)
      put_addition (out, actors->pdata[i], below);
    else
      put_actor (out, actors->pdata[i]);
  }
  for (guint i = 0; i < forums->len; i++) {
    g_string_append (out, i == 0 ? "\nforums:\n" : "");
    const ChnForum *below = chn_registry_get_forum (base, chn_forum_get_id (forums->pdata[i]));
    if (below)
      put_forum_addition (out, forums->pdata[i], below);
    else
      put_forum (out, forums->pdata[i]);
  }
}

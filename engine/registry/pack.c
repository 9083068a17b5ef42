/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lays a registry out as bytes, layer by layer, as registry/layout.h tells. */
#include "registry/pack.h"
#include "registry/names.h"

#include <stdlib.h>
#include <string.h>

#include "model/terms-text.h"
#include "registry/lookup.h"

/* A layer in the making. */
typedef struct {
  ChnPackedCounts counts;
  GArray *actors, *forums, *usages, *aliases, *members, *names;
  GString *texts;
  GHashTable *text_of;   /* text -> where it begins */
  GHashTable *number_of; /* thing -> its number among those of its sort */
  ChnPackedSort sort;    /* of the names that are put */
} Packing;

static void
packing_init (Packing *packing)
{
  *packing = (Packing){ .actors = g_array_new (FALSE, FALSE, sizeof (ChnPackedActor)),
                        .forums = g_array_new (FALSE, FALSE, sizeof (ChnPackedForum)),
                        .usages = g_array_new (FALSE, FALSE, sizeof (ChnPackedUsage)),
                        .aliases = g_array_new (FALSE, FALSE, sizeof (ChnPackedAlias)),
                        .members = g_array_new (FALSE, FALSE, sizeof (ChnPackedMember)),
                        .names = g_array_new (FALSE, FALSE, sizeof (ChnPackedName)),
                        .texts = g_string_new (NULL),
                        .text_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        .number_of = g_hash_table_new (NULL, NULL) };
  g_string_append_c (packing->texts, '\0');
}

static void
packing_clear (Packing *packing)
{
  g_array_unref (packing->actors);
  g_array_unref (packing->forums);
  g_array_unref (packing->usages);
  g_array_unref (packing->aliases);
  g_array_unref (packing->members);
  g_array_unref (packing->names);
  g_string_free (packing->texts, TRUE);
  g_hash_table_unref (packing->text_of);
  g_hash_table_unref (packing->number_of);
}

/* What occurs again, as ids and dates do, is kept once. */
static guint32
put_text (Packing *packing, const char *text)
{
  if (!text)
    return 0;
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (packing->text_of, text));
  if (known != 0)
    return known;
  guint32 begin = (guint32) packing->texts->len;
  g_string_append_len (packing->texts, text, (gssize) strlen (text) + 1);
  g_hash_table_insert (packing->text_of, g_strdup (text), GUINT_TO_POINTER (begin));
  return begin;
}

static guint32
put_date (Packing *packing, const ChnDate *date)
{
  return date ? put_text (packing, chn_date_get_text (date)) : 0;
}

/* Its number: there are few, and so they are looked through. */
static guint32
put_usage (Packing *packing, const ChnAlias *alias)
{
  const ChnPackedUsage usage = { put_date (packing, alias->during), put_text (packing, alias->note),
                                 put_text (packing, alias->language),
                                 (alias->is_recalled ? CHN_PACKED_RECALLED : 0) |
                                     (alias->was_name ? CHN_PACKED_WAS_NAME : 0) };
  for (guint i = 0; i < packing->usages->len; i++)
    if (memcmp (&g_array_index (packing->usages, ChnPackedUsage, i), &usage, sizeof usage) == 0)
      return i;
  g_array_append_val (packing->usages, usage);
  return packing->usages->len - 1;
}

static ChnPackedNamed
put_named (Packing *packing, const ChnNamed *named)
{
  ChnPackedNamed packed = { put_text (packing, named->id), put_text (packing, named->name),
                            put_text (packing, named->short_name), packing->aliases->len };
  for (guint i = 0; i < named->aliases->len; i++) {
    const ChnAlias *alias = &g_array_index (named->aliases, ChnAlias, i);
    ChnPackedAlias put = { put_text (packing, alias->name), put_usage (packing, alias) };
    g_array_append_val (packing->aliases, put);
  }
  return packed;
}

static guint32
put_successors (Packing *packing, const ChnActor *actor)
{
  g_autofree char *joined = actor->successors ? g_strjoinv ("\n", actor->successors) : NULL;
  return put_text (packing, joined);
}

static void
put_actor (Packing *packing, const ChnActor *actor)
{
  ChnPackedActor packed = { .named = put_named (packing, &actor->named),
                            .kind = actor->kind,
                            .covers = put_date (packing, actor->covers),
                            .successors = put_successors (packing, actor),
                            .first_member = packing->members->len };
  for (guint i = 0; i < CHN_N_CODES; i++)
    packed.codes[i] = put_text (packing, actor->codes[i]);
  for (guint i = 0; i < actor->members->len; i++) {
    const ChnMembership *member = &g_array_index (actor->members, ChnMembership, i);
    ChnPackedMember put = { put_text (packing, member->actor), put_date (packing, member->during),
                            put_text (packing, member->note), member->is_recalled ? 1 : 0 };
    g_array_append_val (packing->members, put);
  }
  g_hash_table_insert (packing->number_of, (gpointer) actor, GUINT_TO_POINTER (packing->actors->len));
  g_array_append_val (packing->actors, packed);
}

static void
put_forum (Packing *packing, const ChnForum *forum)
{
  ChnPackedForum packed = { put_named (packing, &forum->named),
                            (forum->is_root ? CHN_PACKED_ROOT : 0) |
                                (forum->is_recalled ? CHN_PACKED_FORUM_RECALLED : 0) |
                                (forum->named.is_shared ? CHN_PACKED_FORUM_SHARED : 0) };
  g_hash_table_insert (packing->number_of, (gpointer) forum, GUINT_TO_POINTER (packing->forums->len));
  g_array_append_val (packing->forums, packed);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ChnNamed *const *) a)->id, (*(const ChnNamed *const *) b)->id);
}

/* Behind the last of each sort stands where its aliases and members end. */
static void
put_actors (Packing *packing, const ChnRegistry *registry)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  g_ptr_array_sort (actors, compare_ids);
  for (guint i = 0; i < actors->len; i++)
    put_actor (packing, actors->pdata[i]);
  const ChnPackedActor end = { .named.first_alias = packing->aliases->len, .first_member = packing->members->len };
  g_array_append_val (packing->actors, end);
  packing->counts.n_things[CHN_PACKED_ACTORS] = actors->len;
}

static void
put_forums (Packing *packing, const ChnRegistry *registry)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  g_ptr_array_sort (forums, compare_ids);
  for (guint i = 0; i < forums->len; i++)
    put_forum (packing, forums->pdata[i]);
  const ChnPackedForum end = { .named.first_alias = packing->aliases->len };
  g_array_append_val (packing->forums, end);
  packing->counts.n_things[CHN_PACKED_FORUMS] = forums->len;
}

static guint32
get_first_alias (const Packing *packing, guint32 thing)
{
  return packing->sort == CHN_PACKED_ACTORS
             ? g_array_index (packing->actors, ChnPackedActor, thing).named.first_alias
             : g_array_index (packing->forums, ChnPackedForum, thing).named.first_alias;
}

static gboolean
want_all (const char *folded, gboolean is_code, gpointer data)
{
  (void) folded;
  (void) is_code;
  (void) data;
  return TRUE;
}

static void
put_name (const char *folded, const ChnBearer *bearer, gpointer data)
{
  Packing *packing = data;
  guint32 thing = GPOINTER_TO_UINT (g_hash_table_lookup (packing->number_of, bearer->thing));
  gboolean is_alias = bearer->sort == CHN_NAME_SORT_ALIAS;
  guint32 number = is_alias ? get_first_alias (packing, thing) + bearer->alias : thing;
  ChnPackedName name = { chn_packed_hash (folded), (guint32) bearer->sort << CHN_PACKED_NUMBER_BITS | number };
  g_array_append_val (packing->names, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ChnPackedName *left = a, *right = b;
  if (left->hash != right->hash)
    return left->hash < right->hash ? -1 : 1;
  return left->what < right->what ? -1 : left->what > right->what;
}

static void
put_names (Packing *packing, ChnPackedSort sort, const ChnNames *names)
{
  static const ChnNamesVisitor visitor = { NULL, want_all, put_name };
  guint before = packing->names->len;
  packing->sort = sort;
  chn_names_visit (names, &visitor, packing);
  packing->counts.n_names[sort] = packing->names->len - before;
  qsort (&g_array_index (packing->names, ChnPackedName, before), packing->counts.n_names[sort],
         sizeof (ChnPackedName), compare_names);
}

static void
put_array (GByteArray *out, const GArray *array)
{
  g_byte_array_append (out, (const guint8 *) array->data, array->len * g_array_get_element_size ((GArray *) array));
}

static void
put_layer (GByteArray *out, const ChnRegistry *registry)
{
  Packing packing;
  packing_init (&packing);
  put_actors (&packing, registry);
  put_forums (&packing, registry);
  put_names (&packing, CHN_PACKED_ACTORS, chn_registry_index_actors (registry));
  put_names (&packing, CHN_PACKED_FORUMS, chn_registry_index_forums (registry));
  while (packing.texts->len % sizeof (guint32) != 0)
    g_string_append_c (packing.texts, '\0');
  packing.counts.n_usages = packing.usages->len;
  packing.counts.n_aliases = packing.aliases->len;
  packing.counts.n_members = packing.members->len;
  packing.counts.n_bytes = (guint32) packing.texts->len;
  g_byte_array_append (out, (const guint8 *) &packing.counts, sizeof packing.counts);
  put_array (out, packing.actors);
  put_array (out, packing.forums);
  put_array (out, packing.usages);
  put_array (out, packing.aliases);
  put_array (out, packing.members);
  put_array (out, packing.names);
  g_byte_array_append (out, (const guint8 *) packing.texts->str, (guint) packing.texts->len);
  packing_clear (&packing);
}

static guint32
put_layers (GByteArray *out, const ChnRegistry *registry)
{
  guint32 n = registry->base ? put_layers (out, registry->base) : 0;
  put_layer (out, registry);
  return n + 1;
}

/* Padded to whole numbers, as all that lies there. */
static void
put_terms (GByteArray *out, const ChnRegistry *registry)
{
  static const guint8 padding[sizeof (guint32)] = { 0 };
  g_autofree char *text = chn_vocabulary_dup_text (chn_registry_get_vocabulary (registry));
  guint32 length = (guint32) strlen (text);
  g_byte_array_append (out, (const guint8 *) &length, sizeof length);
  g_byte_array_append (out, (const guint8 *) text, length);
  g_byte_array_append (out, padding, (sizeof length - length % sizeof length) % sizeof length);
}

GBytes *
chn_registry_pack (const ChnRegistry *registry)
{
  GByteArray *out = g_byte_array_new ();
  guint32 n = 0;
  g_byte_array_append (out, (const guint8 *) &n, sizeof n);
  n = put_layers (out, registry);
  put_terms (out, registry);
  memcpy (out->data, &n, sizeof n);
  return g_byte_array_free_to_bytes (out);
}

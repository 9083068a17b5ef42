/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A registry in a snapshot: what it declares, in the order in which a builder takes it.
 *
 *   registry  = number *layer                  the lowest layer first
 *   layer     = number *actor number *forum
 *   actor     = number named 4text text number *member  kind first; the codes; what is covered; the members
 *   member    = term number                    1 where it is recalled
 *   forum     = named
 *   named     = 3text number *term             id, name, short name; the aliases
 *   term      = 3text                          name or id, when, note
 *   text      = number *byte NUL               the bytes and one; 0 alone is "none"
 *   number    = 4byte                          in the byte order of the machine
 */
#include "registry/pack.h"

#include <string.h>

#include "registry/registry-private.h"

static void
put_number (GByteArray *out, guint32 number)
{
  g_byte_array_append (out, (const guint8 *) &number, sizeof number);
}

static void
put_text (GByteArray *out, const char *text)
{
  guint32 length = text ? (guint32) strlen (text) + 1 : 0;
  put_number (out, length);
  if (text)
    g_byte_array_append (out, (const guint8 *) text, length);
}

static void
put_term (GByteArray *out, const char *name, const ChnDate *during, const char *note)
{
  put_text (out, name);
  put_text (out, during ? chn_date_get_text (during) : NULL);
  put_text (out, note);
}

static void
put_named (GByteArray *out, const ChnNamed *named)
{
  put_text (out, named->id);
  put_text (out, named->name);
  put_text (out, named->short_name);
  put_number (out, named->aliases->len);
  for (guint i = 0; i < named->aliases->len; i++) {
    const ChnAlias *alias = &g_array_index (named->aliases, ChnAlias, i);
    put_term (out, alias->name, alias->during, alias->note);
  }
}

static void
put_actor (GByteArray *out, const ChnActor *actor)
{
  put_number (out, actor->kind);
  put_named (out, &actor->named);
  for (guint i = 0; i < CHN_N_CODES; i++)
    put_text (out, actor->codes[i]);
  put_text (out, actor->covers ? chn_date_get_text (actor->covers) : NULL);
  put_number (out, actor->members->len);
  for (guint i = 0; i < actor->members->len; i++) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, i);
    put_term (out, membership->actor, membership->during, membership->note);
    put_number (out, membership->is_recalled ? 1 : 0);
  }
}

static guint32
put_layers (GByteArray *out, const ChnRegistry *registry)
{
  guint32 n = registry->base ? put_layers (out, registry->base) : 0;
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  put_number (out, actors->len);
  for (guint i = 0; i < actors->len; i++)
    put_actor (out, actors->pdata[i]);
  put_number (out, forums->len);
  for (guint i = 0; i < forums->len; i++)
    put_named (out, &((const ChnForum *) forums->pdata[i])->named);
  return n + 1;
}

GBytes *
chn_registry_pack (const ChnRegistry *registry)
{
  GByteArray *out = g_byte_array_new ();
  put_number (out, 0);
  guint32 n = put_layers (out, registry);
  memcpy (out->data, &n, sizeof n);
  return g_byte_array_free_to_bytes (out);
}

/* Where unpacking stands; once something is amiss, everything reads as nothing. */
typedef struct {
  const char *at, *end;
  gboolean failed;
} Cursor;

static guint32
take_number (Cursor *cursor)
{
  guint32 number = 0;
  if (cursor->failed || (gsize) (cursor->end - cursor->at) < sizeof number) {
    cursor->failed = TRUE;
    return 0;
  }
  memcpy (&number, cursor->at, sizeof number);
  cursor->at += sizeof number;
  return number;
}

static const char *
take_text (Cursor *cursor)
{
  guint32 length = take_number (cursor);
  if (length == 0)
    return NULL;
  const char *text = cursor->at;
  if (length > (gsize) (cursor->end - cursor->at) || text[length - 1] != '\0' ||
      !g_utf8_validate (text, (gssize) length - 1, NULL)) {
    cursor->failed = TRUE;
    return NULL;
  }
  cursor->at += length;
  return text;
}

typedef void (*AddTerm) (ChnRegistryBuilder *builder, const char *id, const char *name, ChnDate *during,
                         const char *note);

static void
take_terms (Cursor *cursor, ChnRegistryBuilder *builder, const char *id, AddTerm add)
{
  guint32 n = take_number (cursor);
  for (guint32 i = 0; i < n && !cursor->failed; i++) {
    const char *name = take_text (cursor), *when = take_text (cursor), *note = take_text (cursor);
    g_autoptr (ChnDate) during = when ? chn_date_parse (when, -1, NULL) : NULL;
    cursor->failed = cursor->failed || !name || (when && !during);
    if (!cursor->failed)
      add (builder, id, name, during, note);
  }
}

static void
take_covers (Cursor *cursor, ChnRegistryBuilder *builder, const char *id)
{
  const char *text = take_text (cursor);
  g_autoptr (ChnDate) covers = text ? chn_date_parse (text, -1, NULL) : NULL;
  cursor->failed = cursor->failed || (text && !covers);
  if (covers && !cursor->failed)
    chn_registry_builder_set_covers (builder, id, covers);
}

static void
take_members (Cursor *cursor, ChnRegistryBuilder *builder, const char *group)
{
  guint32 n = take_number (cursor);
  for (guint32 i = 0; i < n && !cursor->failed; i++) {
    const char *name = take_text (cursor), *when = take_text (cursor), *note = take_text (cursor);
    gboolean is_recalled = take_number (cursor) != 0;
    g_autoptr (ChnDate) during = when ? chn_date_parse (when, -1, NULL) : NULL;
    cursor->failed = cursor->failed || !name || (when && !during);
    if (!cursor->failed)
      chn_registry_builder_add_member (builder, group, &(ChnMembership){ name, during, note, is_recalled });
  }
}

static void
take_actor (Cursor *cursor, ChnRegistryBuilder *builder)
{
  guint32 kind = take_number (cursor);
  const char *id = take_text (cursor), *name = take_text (cursor), *short_name = take_text (cursor);
  cursor->failed = cursor->failed || !id || !name || kind > CHN_ACTOR_GROUP ||
                   !chn_registry_builder_add_actor (builder, (ChnActorKind) kind, id, name, short_name, NULL);
  take_terms (cursor, builder, id, chn_registry_builder_add_actor_alias);
  for (guint i = 0; i < CHN_N_CODES; i++) {
    const char *code = take_text (cursor);
    if (code)
      chn_registry_builder_set_actor_code (builder, id, (ChnCode) i, code);
  }
  take_covers (cursor, builder, id);
  take_members (cursor, builder, id);
}

static void
take_forum (Cursor *cursor, ChnRegistryBuilder *builder)
{
  const char *id = take_text (cursor), *name = take_text (cursor), *short_name = take_text (cursor);
  cursor->failed =
      cursor->failed || !id || !name || !chn_registry_builder_add_forum (builder, id, name, short_name, NULL);
  take_terms (cursor, builder, id, chn_registry_builder_add_forum_alias);
}

static ChnRegistry *
take_layer (Cursor *cursor, ChnRegistry *base)
{
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (base);
  guint32 n_actors = take_number (cursor);
  for (guint32 i = 0; i < n_actors && !cursor->failed; i++)
    take_actor (cursor, builder);
  guint32 n_forums = take_number (cursor);
  for (guint32 i = 0; i < n_forums && !cursor->failed; i++)
    take_forum (cursor, builder);
  return cursor->failed ? NULL : chn_registry_builder_seal (g_steal_pointer (&builder), NULL);
}

ChnRegistry *
chn_registry_unpack (const char *bytes, gsize length)
{
  Cursor cursor = { bytes, bytes + length, FALSE };
  g_autoptr (ChnRegistry) registry = NULL;
  guint32 n = take_number (&cursor);
  for (guint32 i = 0; i < n; i++) {
    ChnRegistry *layer = take_layer (&cursor, registry);
    chn_registry_unref (registry);
    registry = layer;
    if (!registry)
      return NULL;
  }
  return cursor.at == cursor.end ? g_steal_pointer (&registry) : NULL;
}

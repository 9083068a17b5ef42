/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The actors that keys of counts name.
 *
 *   actors = actor *( "+" actor )
 */
#include "query/count-key-actors.h"

#include <string.h>

#include "base/error.h"
#include "query/complain.h"

static gboolean
read_actor (ChnBinder *binder, const char *text, ChnPlace place, GPtrArray *actors, GError **error)
{
  g_autoptr (GError) inner = NULL;
  const ChnOperand operand = { CHN_OPERAND_QUOTED, text, place };
  const ChnActor *actor = chn_registry_find_typed_actor (binder->registry, text, -1, NULL, &inner);
  if (!actor) {
    chn_complain_forward (error, inner, &operand, "write an actor's id, code, name or alias");
    return FALSE;
  }
  if (g_ptr_array_find (actors, actor, NULL)) {
    chn_error_set_at (error, CHN_ERROR_RANGE, place.offset, place.length, "name each once", "%s is named twice",
                      chn_actor_get_name (actor));
    return FALSE;
  }
  g_ptr_array_add (actors, (gpointer) actor);
  return TRUE;
}

const ChnKeyActors *
chn_key_actors_read (ChnBinder *binder, const char *text, gsize length, gsize offset, GError **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  for (gsize at = 0; length > 0 && at <= length;) {
    gsize n = strcspn (text + at, "+,");
    g_autofree char *name = g_strndup (text + at, MIN (n, length - at));
    if (!read_actor (binder, g_strstrip (name), (ChnPlace){ offset + at, n }, actors, error))
      return NULL;
    at += n + 1;
  }
  ChnKeyActors *key = chn_arena_alloc (binder->arena, sizeof *key);
  key->electorates = chn_binder_get_electorates (binder);
  if (actors->len > 0)
    key->set = chn_asked_set_new (binder, (const ChnActor *const *) actors->pdata, actors->len);
  return key;
}

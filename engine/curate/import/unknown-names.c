/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names in tables that nothing bears, and the file that declares them, for somebody to look through. */
#include "curate/import/unknown-names.h"

#include <string.h>

#include "base/fold.h"
#include "curate/import/event-id.h"
#include "format/yaml/scalar.h"
#include "model/declared-terms.h"
#include "model/slug-of-text.h"

static void
free_name (gpointer data)
{
  ChnUnknownName *name = data;
  g_free (name->name);
  g_free (name->id);
  g_free (name->nearest);
  g_free (name);
}

void
chn_unknown_names_init (ChnUnknownNames *unknown)
{
  for (guint i = 0; i < CHN_N_UNKNOWN; i++) {
    unknown->names[i] = g_ptr_array_new_with_free_func (free_name);
    chn_event_ids_init (&unknown->ids[i]);
    unknown->index[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  }
}

void
chn_unknown_names_clear (ChnUnknownNames *unknown)
{
  for (guint i = 0; i < CHN_N_UNKNOWN; i++) {
    g_clear_pointer (&unknown->names[i], g_ptr_array_unref);
    g_clear_pointer (&unknown->index[i], g_hash_table_unref);
    chn_event_ids_clear (&unknown->ids[i]);
  }
}

static gboolean
is_in_registry (ChnUnknownKind kind, const char *id, const ChnRegistry *registry)
{
  if (kind == CHN_UNKNOWN_KIND)
    return chn_vocabulary_find_term (chn_registry_get_vocabulary (registry), CHN_VOCABULARY_KIND, id, -1, NULL) >= 0;
  return kind == CHN_UNKNOWN_ACTOR ? chn_registry_get_actor (registry, id) != NULL
                                   : chn_registry_get_forum (registry, id) != NULL;
}

static char *
dup_id (ChnUnknownNames *unknown, ChnUnknownKind kind, const char *name, const ChnRegistry *registry)
{
  static const char *const nouns[CHN_N_UNKNOWN] = { "actor", "forum", "kind" };
  GString *id = g_string_new (NULL);
  if (chn_event_id_append_words (id, name) == 0)
    chn_slug_append_hashed (id, name, strlen (name), nouns[kind]);
  g_strdelimit (id->str, ".", '-'); /* which would put it below another forum */
  if (is_in_registry (kind, id->str, registry))
    g_hash_table_add (unknown->ids[kind].taken, g_strdup (id->str));
  chn_event_ids_take (&unknown->ids[kind], id);
  return g_string_free (id, FALSE);
}

const ChnUnknownName *
chn_unknown_names_add (ChnUnknownNames *unknown, ChnUnknownKind kind, const char *name, const char *hint,
                       const ChnRegistry *registry)
{
  g_autofree char *folded = chn_fold_name (name, -1);
  const char *key = *folded ? folded : name;
  ChnUnknownName *known = g_hash_table_lookup (unknown->index[kind], key);
  if (!known) {
    known = g_new0 (ChnUnknownName, 1);
    known->name = g_strdup (name);
    known->id = dup_id (unknown, kind, name, registry);
    known->nearest = g_strdup (hint);
    g_ptr_array_add (unknown->names[kind], known);
    g_hash_table_insert (unknown->index[kind], g_strdup (key), known);
  }
  known->n++;
  return known;
}

static void
append_comment (GString *out, const ChnUnknownName *name)
{
  g_autofree char *hint = g_strdelimit (g_strdup (name->nearest ? name->nearest : ""), "\n\r", ' ');
  g_string_append_printf (out, "  # %u %s%s%s\n", name->n, name->n == 1 ? "time" : "times", *hint ? "; " : "", hint);
}

static void
append_actor (GString *out, const ChnUnknownName *name)
{
  append_comment (out, name);
  g_string_append_printf (out, "  %s: {kind: organisation, name: ", name->id);
  chn_scalar_append (out, name->name, CHN_SCALAR_FLOW);
  g_string_append (out, "}\n");
}

static void
append_forum (GString *out, const ChnUnknownName *name)
{
  append_comment (out, name);
  g_string_append_printf (out, "  %s: {name: ", name->id);
  chn_scalar_append (out, name->name, CHN_SCALAR_FLOW);
  g_string_append (out, "}\n");
}

/* Its name may be no field of queries. */
static void
append_kind (GString *out, const ChnUnknownName *name)
{
  gboolean is_reserved = g_strv_contains (chn_vocabulary_get_reserved (), name->id);
  append_comment (out, name);
  g_string_append_printf (out, "  %s%s: {label: ", name->id, is_reserved ? "-kind" : "");
  chn_scalar_append (out, name->name, CHN_SCALAR_FLOW);
  g_string_append (out, "}\n");
}

static char *
dup_entries (const ChnUnknownNames *unknown, ChnUnknownKind kind)
{
  static void (*const append[CHN_N_UNKNOWN]) (
      GString * out, const ChnUnknownName *name) = { append_actor, append_forum, append_kind };
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < unknown->names[kind]->len; i++)
    append[kind](out, unknown->names[kind]->pdata[i]);
  return g_string_free (out, FALSE);
}

/* Puts entries at the head of a section that there is, or makes one at the end. */
static void
add_to_section (GString *file, const char *section, const char *entries)
{
  g_autofree char *head = g_strconcat (section, ":\n", NULL);
  const char *at = g_str_has_prefix (file->str, head) ? file->str : NULL;
  g_autofree char *inner = g_strconcat ("\n", head, NULL);
  const char *found = at ? at : strstr (file->str, inner);
  if (!*entries)
    return;
  if (found) {
    gsize place = (gsize) (found - file->str) + (at ? strlen (head) : strlen (inner));
    g_string_insert (file, (gssize) place, entries);
    return;
  }
  if (file->len > 0 && file->str[file->len - 1] != '\n')
    g_string_append_c (file, '\n');
  g_string_append_printf (file, "%s%s%s", file->len > 0 ? "\n" : "", head, entries);
}

char *
chn_unknown_names_dup_declarations (const ChnUnknownNames *unknown, const char *old)
{
  GString *file = g_string_new (
      old ? old
          : "# Names that tables had and nothing bore. Look them through: correct the kind of an actor (state, "
            "organisation,\n# office, person, group), or take an entry out and add its name to the aliases of the "
            "one "
            "that is meant.\n"
            "registry: own-names\n");
  g_autofree char *actors = dup_entries (unknown, CHN_UNKNOWN_ACTOR);
  g_autofree char *forums = dup_entries (unknown, CHN_UNKNOWN_FORUM);
  add_to_section (file, "actors", actors);
  g_autofree char *kinds = dup_entries (unknown, CHN_UNKNOWN_KIND);
  add_to_section (file, "forums", forums);
  add_to_section (file, "kinds", kinds);
  return g_string_free (file, FALSE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The list of what is to be changed in a file: values as the canonical writer spells them. */
#include "curate/edit/edits.h"

#include <string.h>

#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

static void
field_edit_clear (gpointer edit)
{
  g_free (((ChnFieldEdit *) edit)->text);
}

static void
event_edit_clear (gpointer edit)
{
  g_free (((ChnEventEdit *) edit)->text);
}

static void
entry_edit_clear (gpointer edit)
{
  g_free (((ChnEntryEdit *) edit)->section);
  g_free (((ChnEntryEdit *) edit)->text);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);
  g_array_set_clear_func (array, clear);
  return array;
}

ChnEdits *
chn_edits_new (void)
{
  ChnEdits *edits = g_new (ChnEdits, 1);
  edits->fields = new_array (sizeof (ChnFieldEdit), field_edit_clear);
  edits->events = new_array (sizeof (ChnEventEdit), event_edit_clear);
  edits->entries = new_array (sizeof (ChnEntryEdit), entry_edit_clear);
  edits->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  edits->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  edits->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return edits;
}

void
chn_edits_free (ChnEdits *edits)
{
  if (!edits)
    return;
  g_array_unref (edits->fields);
  g_array_unref (edits->events);
  g_array_unref (edits->entries);
  g_hash_table_unref (edits->ids);
  g_hash_table_unref (edits->replaced);
  g_hash_table_unref (edits->named);
  g_free (edits);
}

char **
chn_edits_list_named (const ChnEdits *edits)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, edits->named);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

static void
note (ChnEdits *edits, const char *name)
{
  if (name)
    g_hash_table_add (edits->named, g_strdup (name));
}

/* What an event cites and is related to. */
static void
note_named_by (ChnEdits *edits, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    note (edits, citations[i].source);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++)
    note (edits, relations[i].target);
}

gboolean
chn_edits_is_empty (const ChnEdits *edits)
{
  return edits->fields->len == 0 && edits->events->len == 0 && edits->entries->len == 0 &&
         g_hash_table_size (edits->replaced) == 0;
}

void
chn_edits_set_text (ChnEdits *edits, const char *id, ChnField field, const char *text)
{
  gpointer kept = NULL, before = NULL;
  note (edits, id);
  if (!g_hash_table_lookup_extended (edits->ids, id, &kept, &before))
    kept = g_strdup (id);
  const ChnFieldEdit edit = { kept, field, g_strdup (text), GPOINTER_TO_UINT (before) };
  g_array_append_val (edits->fields, edit);
  if (before)
    g_hash_table_insert (edits->ids, g_strdup (id), GUINT_TO_POINTER (edits->fields->len));
  else
    g_hash_table_insert (edits->ids, kept, GUINT_TO_POINTER (edits->fields->len));
}

const ChnFieldEdit *
chn_edits_get_last (const ChnEdits *edits, const ChnFieldEdit *edit)
{
  guint last = GPOINTER_TO_UINT (g_hash_table_lookup (edits->ids, edit->id));
  return &g_array_index (edits->fields, ChnFieldEdit, last - 1);
}

void
chn_edits_set_field (ChnEdits *edits, const char *id, ChnField field, const ChnEvent *event)
{
  g_return_if_fail (field != CHN_FIELD_ID && field < CHN_N_FIELDS);
  g_autoptr (GString) text = g_string_new (NULL);
  chn_yaml_append_field (text, event, field);
  note_named_by (edits, event);
  chn_edits_set_text (edits, id, field, text->str);
}

static gboolean
takes_all (const char *id, gpointer data)
{
  (void) id;
  (void) data;
  return TRUE;
}

void
chn_edits_add_event (ChnEdits *edits, const ChnEvent *event)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  GString *text = g_string_new (NULL);
  note_named_by (edits, event);
  chn_yaml_append_event (text, event, NULL, takes_all, NULL);
  ChnEventEdit edit = { g_string_free (text, FALSE), bounds ? bounds->earliest : G_MAXINT64,
                        bounds ? bounds->latest : G_MAXINT64 };
  g_array_append_val (edits->events, edit);
}

void
chn_edits_remove_event (ChnEdits *edits, const char *id)
{
  note (edits, id);
  g_hash_table_replace (edits->replaced, g_strdup (id), NULL);
}

void
chn_edits_replace_event (ChnEdits *edits, const char *id, const char *text)
{
  note (edits, id);
  note (edits, text);
  g_hash_table_replace (edits->replaced, g_strdup (id), g_strdup (text));
}

void
chn_edits_add_source (ChnEdits *edits, const ChnSource *source)
{
  static const ChnSourceField others[] = { CHN_SOURCE_KEY, CHN_SOURCE_CORRECTS, CHN_SOURCE_WITHDRAWS };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    note (edits, source->text[others[i]]);
  chn_yaml_append_source (text, source);
  ChnEntryEdit edit = { g_strdup ("sources"), g_string_free (text, FALSE) };
  g_array_append_val (edits->entries, edit);
}

void
chn_edits_add_entry (ChnEdits *edits, const char *section, const char *key, const char *yaml)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (yaml, "\n", -1);
  gboolean several = lines[0] && lines[1];
  chn_scalar_append_key (text, key, 0);
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (text, "%s%s", several ? "\n  " : " ", lines[i]);
  g_string_append_c (text, '\n');
  ChnEntryEdit edit = { g_strdup (section), g_string_free (text, FALSE) };
  g_array_append_val (edits->entries, edit);
}

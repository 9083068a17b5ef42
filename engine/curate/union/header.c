/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What two files say of themselves: that of the first stands, and what the second says otherwise stays with the file.
 */
#include "curate/union/header.h"

#include <string.h>

#include "curate/edit/lines.h"
#include "curate/edit/outline.h"
#include "curate/union/head.h"
#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

static gboolean
has_extra (const ChnTimeline *timeline, const char *key, const char *value)
{
  guint n = 0;
  const ChnExtra *extras = chn_timeline_get_header_extras (timeline, 0, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, key) == 0 && strcmp (extras[i].value, value) == 0)
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *lines, const char *key, const char *value)
{
  GString *line = g_string_new (NULL);
  chn_yaml_append_extra (line, 2, key, value);
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

static void
add_fields (const ChnTimeline *ours, const ChnTimeline *theirs, guint origin, const char *label, GPtrArray *lines)
{
  guint first = chn_timeline_find_same_origin (theirs, origin);
  for (guint field = CHN_HEADER_TIMELINE; field < CHN_HEADER_FILE; field++) {
    const char *a = chn_timeline_get_header (ours, 0, (ChnHeaderField) field);
    const char *b = chn_timeline_get_header (theirs, origin, (ChnHeaderField) field);
    g_autofree char *key = g_strdup_printf ("%s/%s", label, chn_header_field_get_name ((ChnHeaderField) field));
    gboolean is_said =
        first < origin && g_strcmp0 (chn_timeline_get_header (theirs, first, (ChnHeaderField) field), b) == 0;
    if (b && *b && !is_said && g_strcmp0 (a, b) != 0 && !has_extra (ours, key, b))
      add (lines, key, b);
  }
}

GPtrArray *
chn_header_dup_differences (const ChnTimeline *ours, const ChnTimeline *theirs, const char *label)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (theirs); origin++) {
    guint n = 0;
    add_fields (ours, theirs, origin, label, lines);
    const ChnExtra *extras = chn_timeline_get_header_extras (theirs, origin, &n);
    for (guint i = 0; i < n; i++)
      if (!has_extra (ours, extras[i].key, extras[i].value))
        add (lines, extras[i].key, extras[i].value);
  }
  return lines;
}

/* A mapping becomes a list, in which a key may come back. */
static void
append_mapping (GString *out, const ChnTree *mapping)
{
  for (const ChnTree *key = mapping->first; key; key = key->next->next) {
    const ChnTree *value = key->next;
    for (const ChnTree *item = value->kind == CHN_TREE_LIST ? value->first : value; item;
         item = value->kind == CHN_TREE_LIST ? item->next : NULL)
      chn_yaml_append_extra (out, 2, key->text, item->text ? item->text : "");
  }
}

static void
append_all (GString *out, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, lines->pdata[i]);
}

/* Where a section of its own goes: before the events. */
static gsize
find_events (const ChnOutline *outline, const ChnLines *lines)
{
  for (const ChnTree *key = outline->root->first; key; key = key->next->next)
    if (strcmp (key->text, "events") == 0)
      return chn_lines_find_start (lines, key->start);
  return lines->length;
}

GBytes *
chn_header_add_extras (GBytes *bytes, const GPtrArray *added, GError **error)
{
  gsize length = 0, head_length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  const ChnLines lines = { text, length };
  g_autoptr (GBytes) head = chn_head_cut (bytes);
  const char *head_text = g_bytes_get_data (head, &head_length);
  g_autoptr (ChnOutline) outline = chn_outline_read (head_text, head_length, "the merged file", NULL, NULL, error);
  if (!outline || added->len == 0)
    return outline ? g_bytes_ref (bytes) : NULL;
  const ChnTree *key = chn_tree_find (outline->root, "extra", NULL), *value = key ? key->next : NULL;
  GString *out = g_string_new_len (text, (gssize) length);
  g_autoptr (GString) section = g_string_new (NULL);
  if (value && value->kind == CHN_TREE_LIST && !value->flow) {
    gsize behind = chn_lines_find_next (&lines, value->end);
    append_all (section, added);
    g_string_insert_len (out, (gssize) behind, section->str, (gssize) section->len);
  } else if (value) {
    gsize start = chn_lines_find_start (&lines, key->start), behind = chn_lines_find_next (&lines, value->end);
    g_string_append (section, "extra:\n");
    append_mapping (section, value);
    append_all (section, added);
    g_string_erase (out, (gssize) start, (gssize) (behind - start));
    g_string_insert_len (out, (gssize) start, section->str, (gssize) section->len);
  } else {
    g_string_append (section, "extra:\n");
    append_all (section, added);
    g_string_append_c (section, '\n');
    g_string_insert_len (out, (gssize) find_events (outline, &lines), section->str, (gssize) section->len);
  }
  return g_string_free_to_bytes (out);
}

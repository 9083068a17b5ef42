/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * CATEGORIES (RFC 5545, 3.8.1.2): the kind, the forums and the tags, one line each, for a comma inside one is escaped
 * wrongly by libical and all that is built on it.
 */
#include <string.h>

#include "base/append.h"
#include "format/ical/property/property.h"
#include "format/ical/text.h"
#include "model/event-has.h"

static const ChnTerm *
get_kind (const ChnEvent *event)
{
  return chn_event_describe_term (event, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND));
}

static void
set_kind (ChnEvent *event, const char *name)
{
  int kind = chn_event_find_term (event, CHN_VOCABULARY_KIND, name, -1, NULL);
  chn_event_set_term (event, CHN_FIELD_KIND, (guint) MAX (kind, 0));
}

/* The first kind is the event's; what would be a second one is a tag. */
static void
take_category (ChnIcalReader *reader, const char *text, gsize length, gboolean *has_kind)
{
  const ChnCategory *category = chn_categories_find (reader->categories, text, length);
  if (category->sort == CHN_CATEGORY_FORUM)
    chn_event_add_item (reader->event, CHN_FIELD_FORUMS, chn_forum_get_id (category->forum), -1);
  else if (category->sort == CHN_CATEGORY_KIND && !*has_kind)
    set_kind (reader->event, category->kind->name);
  else
    chn_event_add_item (reader->event, CHN_FIELD_TAGS, text, (gssize) length);
  *has_kind = *has_kind || category->sort == CHN_CATEGORY_KIND;
}

static void
read_categories (ChnIcalReader *reader)
{
  const guint64 names = CHN_ICAL_BIT (CHN_ICAL_CATEGORIES);
  gboolean has_kind = FALSE;
  guint index = 0;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, names, &index));) {
    ChnSlice rest = line->value, item;
    for (gboolean done = FALSE; chn_ical_next_text (&rest, &done, &item);) {
      item = chn_slice_trim (item);
      chn_ical_assign_text (reader->text, item.text, item.length);
      if (reader->text->len > 0)
        take_category (reader, reader->text->str, reader->text->len, &has_kind);
    }
  }
}

/* What calendars show of a forum; its id where nobody knows it. */
static const char *
get_label (const ChnRegistry *registry, ChnField field, const char *item)
{
  const ChnForum *forum = field == CHN_FIELD_FORUMS ? chn_registry_get_forum (registry, item) : NULL;
  return forum ? chn_forum_get_short_name (forum) : item;
}

static void
write_categories (ChnIcalWriter *writer)
{
  static const ChnField lists[] = { CHN_FIELD_FORUMS, CHN_FIELD_TAGS };
  guint n = 0, kind = chn_event_get_term (writer->event, CHN_FIELD_KIND);
  if (kind > 0 || !writer->foreign.is_foreign)
    chn_line_put_text_property (&writer->line, "CATEGORIES", get_kind (writer->event)->label);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    const char *const *items = chn_event_get_items (writer->event, lists[i], &n);
    for (guint k = 0; k < n; k++)
      chn_line_put_text_property (&writer->line, "CATEGORIES",
                                  get_label (writer->context.registry, lists[i], items[k]));
  }
}

/* How much of an event is said by lines that came with it. */
typedef struct {
  const ChnIcalWriter *writer;
  guint n_items;     /* forums and tags */
  gboolean has_kind; /* one was named: what would be a second one is a tag */
} Said;

/* FALSE where the event has nothing of what one category says. */
static gboolean
says_category (Said *said, const char *text, gsize length)
{
  const ChnEvent *event = said->writer->event;
  const ChnCategory *category = chn_categories_find (said->writer->categories, text, length);
  if (category->sort == CHN_CATEGORY_KIND && !said->has_kind) {
    said->has_kind = TRUE;
    return strcmp (get_kind (event)->name, category->kind->name) == 0;
  }
  said->n_items++;
  if (category->sort == CHN_CATEGORY_FORUM)
    return chn_event_has_item (event, CHN_FIELD_FORUMS, chn_forum_get_id (category->forum));
  return chn_event_has_item (event, CHN_FIELD_TAGS, text);
}

static gboolean
says_line (Said *said, const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ChnSlice rest = { value, strlen (value) }, item;
  for (gboolean done = FALSE; chn_ical_next_text (&rest, &done, &item);) {
    item = chn_slice_trim (item);
    chn_ical_assign_text (text, item.text, item.length);
    if (text->len > 0 && !says_category (said, text->str, text->len))
      return FALSE;
  }
  return TRUE;
}

static gboolean
stands (const ChnIcalWriter *writer)
{
  guint n = 0, n_forums = 0, n_tags = 0;
  const ChnExtra *extras = chn_event_get_extras (writer->event, &n);
  const gboolean is_other = chn_event_get_term (writer->event, CHN_FIELD_KIND) == 0;
  Said said = { .writer = writer };
  for (guint i = 0; i < n; i++)
    if (chn_ical_foreign_name (&extras[i]) == CHN_ICAL_CATEGORIES && !says_line (&said, extras[i].value))
      return FALSE;
  chn_event_get_items (writer->event, CHN_FIELD_FORUMS, &n_forums);
  chn_event_get_items (writer->event, CHN_FIELD_TAGS, &n_tags);
  return (said.has_kind || is_other) && said.n_items == n_forums + n_tags;
}

/* All labels, in no order. Clients split one at its comma, so that all are split there. */
static GHashTable *
collect_labels (const ChnIcalLines *lines)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint index = 0;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (lines, CHN_ICAL_BIT (CHN_ICAL_CATEGORIES), &index));) {
    g_autofree char *text = chn_ical_dup_text (&line->value);
    g_auto (GStrv) pieces = g_strsplit (text, ",", -1);
    for (guint k = 0; pieces[k]; k++)
      if (*g_strstrip (pieces[k]))
        g_hash_table_add (labels, g_strdup (pieces[k]));
  }
  return labels;
}

static gboolean
has_all (GHashTable *labels, GHashTable *others)
{
  GHashTableIter iter;
  gpointer label;
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &label, NULL))
    if (!g_hash_table_contains (labels, label))
      return FALSE;
  return TRUE;
}

/* Whether every piece of a label is among them. */
static gboolean
has_label (GHashTable *labels, const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, ",", -1);
  for (guint i = 0; pieces[i]; i++)
    if (*g_strstrip (pieces[i]) && !g_hash_table_contains (labels, pieces[i]))
      return FALSE;
  return TRUE;
}

/* What of a field is still shown, and behind it what is shown now and was not written. */
static GPtrArray *
merge_items (const ChnIcalEdit *edit, ChnField field, GHashTable *shown, GHashTable *written)
{
  GPtrArray *items = g_ptr_array_new ();
  guint n = 0, n_shown = 0;
  const char *const *before = chn_event_get_items (edit->event, field, &n);
  const char *const *now = chn_event_get_items (edit->shown, field, &n_shown);
  for (guint i = 0; i < n; i++)
    if (has_label (shown, get_label (edit->registry, field, before[i])))
      g_ptr_array_add (items, (gpointer) before[i]);
  for (guint i = 0; i < n_shown; i++)
    if (!has_label (written, get_label (edit->registry, field, now[i])))
      g_ptr_array_add (items, (gpointer) now[i]);
  return items;
}

static void
replace_items (ChnEvent *event, ChnField field, const GPtrArray *items)
{
  chn_event_clear_items (event, field);
  for (guint i = 0; i < items->len; i++)
    chn_event_add_item (event, field, items->pdata[i], -1);
}

static void
edit_categories (ChnIcalEdit *edit)
{
  static const ChnField lists[] = { CHN_FIELD_FORUMS, CHN_FIELD_TAGS };
  const ChnIcalLine *line = chn_ical_edit_get_shown (edit, CHN_ICAL_CATEGORIES);
  if (!line)
    return;
  g_autoptr (GHashTable) shown = collect_labels (&edit->reader->lines);
  g_autoptr (GHashTable) written = collect_labels (edit->written);
  const ChnTerm *kind = get_kind (edit->shown);
  if (has_all (shown, written) && has_all (written, shown))
    return;
  if (has_label (shown, kind->label) && !has_label (written, kind->label))
    set_kind (edit->event, kind->name);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GPtrArray) items = merge_items (edit, lists[i], shown, written);
    replace_items (edit->event, lists[i], items);
  }
  chn_ical_edit_note (edit, line, CHN_FIELD_TAGS, "categories");
}

const ChnIcalProperty chn_ical_categories = {
  .names = CHN_ICAL_BIT (CHN_ICAL_CATEGORIES),
  .is_text = TRUE,
  .fields = CHN_FIELD_BIT (CHN_FIELD_KIND) | CHN_FIELD_BIT (CHN_FIELD_FORUMS) | CHN_FIELD_BIT (CHN_FIELD_TAGS),
  .read = read_categories,
  .write = write_categories,
  .stands = stands,
  .edit = edit_categories,
};

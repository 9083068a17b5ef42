/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was edited in a calendar app: visible properties against those that the writer would write. */
#include "format/ical/edit.h"

#include <string.h>

#include "format/ical/uri.h"
#include "model/event-storage.h"

static void
edit_status (ChnIcalEdit *edit)
{
  static const struct {
    const char *name;
    ChnStatus status;
  } rows[] = { { "CONFIRMED", CHN_STATUS_OCCURRED },
               { "TENTATIVE", CHN_STATUS_PLANNED },
               { "CANCELLED", CHN_STATUS_CANCELLED } };
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_STATUS], *written = edit->expected[CHN_ICAL_STATUS];
  for (guint i = 0; line && written && i < G_N_ELEMENTS (rows); i++) {
    if (!chn_slice_is_name (&line->value, rows[i].name) || chn_slice_is_name (&written->value, rows[i].name))
      continue;
    chn_event_set_term (edit->event, CHN_FIELD_STATUS, rows[i].status);
    chn_ical_edit_note (edit, line, CHN_FIELD_STATUS,
                        chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, rows[i].status));
  }
}

/* All labels of CATEGORIES, in no order. Clients split one at its comma, so that all are split there. */
static GHashTable *
collect_labels (const ChnIcalLines *lines)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lines->n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (lines, i);
    g_autofree char *text = line->name == CHN_ICAL_CATEGORIES ? chn_ical_edit_dup_text (line) : NULL;
    g_auto (GStrv) pieces = g_strsplit (text ? text : "", ",", -1);
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

/* Whether every piece of a label is still shown. */
static gboolean
is_shown (GHashTable *shown, const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, ",", -1);
  for (guint i = 0; pieces[i]; i++)
    if (*g_strstrip (pieces[i]) && !g_hash_table_contains (shown, pieces[i]))
      return FALSE;
  return TRUE;
}

/* Fields of lists can only grow: the event is made anew with what is left. */
static void
replace_items (ChnIcalEdit *edit, ChnField field, GPtrArray *items)
{
  chn_event_clear_items (edit->event, field);
  for (guint i = 0; i < items->len; i++)
    chn_event_add_item (edit->event, field, items->pdata[i], -1);
}

static const char *
get_label (const ChnIcalEdit *edit, ChnField field, const char *item)
{
  const ChnForum *forum = field == CHN_FIELD_FORUMS ? chn_registry_get_forum (edit->registry, item) : NULL;
  return forum ? chn_forum_get_short_name (forum) : item;
}

/* Takes away what is no longer shown. */
static GPtrArray *
keep_items (ChnIcalEdit *edit, ChnField field, GHashTable *shown)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (edit->before, field, &n);
  GPtrArray *kept = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    if (is_shown (shown, get_label (edit, field, items[i])))
      g_ptr_array_add (kept, (gpointer) items[i]);
  return kept;
}

static void
add_labels (ChnIcalEdit *edit, GHashTable *written, GPtrArray *forums, GPtrArray *tags)
{
  g_autoptr (ChnCategories) categories = chn_categories_new ((ChnRegistry *) edit->registry);
  for (guint i = 0; i < edit->reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&edit->reader->lines, i);
    ChnSlice rest = line->value, item;
    for (gboolean done = line->name != CHN_ICAL_CATEGORIES; chn_ical_next_text (&rest, &done, &item);) {
      g_autoptr (GString) text = g_string_new (NULL);
      chn_ical_append_text (text, item.text, item.length);
      g_strstrip (text->str);
      if (!text->str[0] || is_shown (written, text->str))
        continue;
      const ChnCategory *category = chn_categories_find (categories, text->str, strlen (text->str));
      if (category->sort == CHN_CATEGORY_KIND)
        chn_event_set_term (edit->event, CHN_FIELD_KIND, category->kind);
      else if (category->sort == CHN_CATEGORY_FORUM)
        g_ptr_array_add (forums, (gpointer) chn_forum_get_id (category->forum));
      else
        g_ptr_array_add (tags, g_string_chunk_insert (edit->chunk, text->str));
    }
  }
}

static void
edit_categories (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_CATEGORIES];
  if (!line)
    return;
  g_autoptr (GHashTable) shown = collect_labels (&edit->reader->lines);
  g_autoptr (GHashTable) written = collect_labels (edit->written);
  if (has_all (shown, written) && has_all (written, shown))
    return;
  g_autoptr (GPtrArray) forums = keep_items (edit, CHN_FIELD_FORUMS, shown);
  g_autoptr (GPtrArray) tags = keep_items (edit, CHN_FIELD_TAGS, shown);
  add_labels (edit, written, forums, tags);
  replace_items (edit, CHN_FIELD_FORUMS, forums);
  replace_items (edit, CHN_FIELD_TAGS, tags);
  chn_ical_edit_note (edit, line, CHN_FIELD_TAGS, "categories");
}

static void
edit_link (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_URL], *written = edit->expected[CHN_ICAL_URL];
  if (!line || (written && line->value.length == written->value.length &&
                memcmp (line->value.text, written->value.text, line->value.length) == 0))
    return;
  g_autofree char *url = g_strstrip (g_strndup (line->value.text, line->value.length));
  if (!chn_uri_is_web (url))
    return;
  chn_ical_cite (edit->reader, url, NULL, line->line);
  chn_ical_edit_note (edit, line, CHN_FIELD_SOURCES, url);
}

/* Anniversaries are written with a rule that the event has not. */
static void
edit_rule (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_RRULE], *written = edit->expected[CHN_ICAL_RRULE];
  ChnSlice rule = line ? chn_slice_trim (line->value) : (ChnSlice){ NULL, 0 };
  if (!line || (!written && rule.length >= 11 && memcmp (rule.text, "FREQ=YEARLY", 11) == 0) ||
      (written && chn_ical_rules_agree (&rule, &written->value)))
    return;
  g_autoptr (GError) error = NULL;
  if (!chn_ical_check_rule (&rule, &error)) {
    chn_ical_fault_in_value (edit->reader, line, error);
    return;
  }
  g_autofree char *text = g_strndup (rule.text, rule.length);
  chn_event_set_text (edit->event, CHN_FIELD_REPEAT, text, -1);
  chn_ical_edit_note (edit, line, CHN_FIELD_REPEAT, text);
}

/* Whoever edits revises; clients that merely store an event touch LAST-MODIFIED too. */
static void
edit_revision (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_LAST_MODIFIED];
  ChnDate *before = chn_event_get_date (edit->before, CHN_FIELD_REVISED);
  ChnIcalTime time;
  gboolean loose = FALSE;
  if (!line || !chn_ical_parse_time (&line->value, &time, &loose, NULL))
    return;
  if (before && chn_date_get_bounds (before)->latest >= time.seconds)
    return;
  ChnIcalSpan span = { .start = time, .end = time.seconds, .all_day = time.is_date };
  chn_ical_span_set_date (&span, edit->event, CHN_FIELD_REVISED);
}

static gboolean
are_same (const ChnSlice *a, const ChnSlice *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* The next line that an edit may have changed: not the payload, nor the number of the revision. NULL behind the last.
 */
static const ChnIcalLine *
next_visible (const ChnIcalLines *lines, guint *index)
{
  while (*index < lines->n) {
    const ChnIcalLine *line = chn_ical_lines_get (lines, (*index)++);
    if (line->name != CHN_ICAL_PAYLOAD && line->name != CHN_ICAL_SEQUENCE)
      return line;
  }
  return NULL;
}

/* Most events come back as they were written, which is told at once. */
static gboolean
is_untouched (const ChnIcalEdit *edit)
{
  const ChnIcalLine *line, *written;
  guint n_lines = 0, n_written = 0;
  do {
    line = next_visible (&edit->reader->lines, &n_lines);
    written = next_visible (edit->written, &n_written);
    if (line && written && (!are_same (&line->head, &written->head) || !are_same (&line->value, &written->value)))
      return FALSE;
  } while (line && written);
  return !line && !written;
}

static void
index_written (ChnIcalEdit *edit)
{
  memset (edit->expected, 0, sizeof edit->expected);
  for (guint i = 0; i < edit->written->n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (edit->written, i);
    if (!edit->expected[line->name])
      edit->expected[line->name] = line;
  }
}

void
chn_ical_edit (ChnIcalEdit *edit)
{
  if (edit->written->n == 0 || is_untouched (edit))
    return;
  index_written (edit);
  edit->chunk = g_string_chunk_new (64);
  chn_ical_edit_texts (edit);
  chn_ical_edit_date (edit);
  edit_status (edit);
  edit_categories (edit);
  edit_link (edit);
  edit_rule (edit);
  if (edit->any)
    edit_revision (edit);
  g_clear_pointer (&edit->chunk, g_string_chunk_free);
}

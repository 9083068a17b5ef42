/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sources of two timelines become those of one. */
#include "curate/union/sources.h"

#include <string.h>

#include "base/fold.h"
#include "curate/union/source-marks.h"
#include "model/slug.h"

static ChnSource *
keep (ChnUnionSources *sources, const ChnSource *source)
{
  ChnSource *kept = chn_arena_alloc (sources->arena, sizeof *kept);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    kept->text[i] = source->text[i] ? chn_arena_strndup (sources->arena, source->text[i], -1) : NULL;
  g_hash_table_insert (sources->by_key, (gpointer) kept->text[CHN_SOURCE_KEY], kept);
  if (kept->text[CHN_SOURCE_WITHDRAWS])
    g_hash_table_add (sources->withdrawing, kept);
  g_autoptr (GPtrArray) marks = chn_source_dup_marks (kept);
  for (guint i = 0; i < marks->len; i++)
    if (!g_hash_table_contains (sources->by_mark, marks->pdata[i]))
      g_hash_table_insert (sources->by_mark, g_strdup (marks->pdata[i]), (gpointer) kept->text[CHN_SOURCE_KEY]);
  return kept;
}

void
chn_union_sources_init (ChnUnionSources *sources, const ChnTimeline *ours)
{
  sources->ours = ours;
  sources->arena = chn_arena_new ();
  sources->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  sources->by_mark = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sources->changed = g_hash_table_new (g_str_hash, g_str_equal);
  sources->withdrawing = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < chn_timeline_get_n_sources (ours); i++)
    keep (sources, chn_timeline_get_source (ours, i));
}

void
chn_union_sources_clear (ChnUnionSources *sources)
{
  g_clear_pointer (&sources->by_key, g_hash_table_unref);
  g_clear_pointer (&sources->by_mark, g_hash_table_unref);
  g_clear_pointer (&sources->changed, g_hash_table_unref);
  g_clear_pointer (&sources->withdrawing, g_hash_table_unref);
  g_clear_pointer (&sources->arena, chn_arena_free);
}

const ChnSource *
chn_union_sources_get (const ChnUnionSources *sources, const char *key)
{
  return g_hash_table_lookup (sources->by_key, key);
}

static gboolean
are_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = chn_fold_name (a, -1), *folded_b = chn_fold_name (b, -1);
  return strcmp (folded_a, folded_b) == 0;
}

/* One key does not make one source: what is said of both must fit. */
static gboolean
fit (const ChnSource *a, const ChnSource *b)
{
  static const ChnSourceField telling[] = { CHN_SOURCE_TITLE, CHN_SOURCE_URL, CHN_SOURCE_SYMBOL, CHN_SOURCE_PUBLISHER,
                                            CHN_SOURCE_AUTHOR };
  guint n_same = 0, n_other = 0;
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++) {
    const char *x = a->text[telling[i]], *y = b->text[telling[i]];
    gboolean same = x && y && are_alike (x, y);
    n_same += same ? 1 : 0;
    n_other += x && y && !same ? 1 : 0;
  }
  return n_other == 0 || (n_other == 1 && n_same >= 2);
}

/* By its key, or by the one that it got when the two were united before. */
static ChnSource *
find (const ChnUnionSources *sources, const ChnSource *source, const char *label)
{
  g_autoptr (GPtrArray) marks = chn_source_dup_marks (source);
  g_autofree char *own = g_strdup_printf ("%s-%s", source->text[CHN_SOURCE_KEY], label);
  const char *const keys[] = { source->text[CHN_SOURCE_KEY], own };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    ChnSource *same = g_hash_table_lookup (sources->by_key, keys[i]);
    if (same && fit (same, source))
      return same;
  }
  for (guint i = 0; i < marks->len; i++) {
    const char *key = g_hash_table_lookup (sources->by_mark, marks->pdata[i]);
    if (key)
      return g_hash_table_lookup (sources->by_key, key);
  }
  return NULL;
}

static void
set (ChnUnionSources *sources, ChnSource *source, ChnSourceField field, const char *text)
{
  source->text[field] = chn_arena_strndup (sources->arena, text, -1);
  if (field == CHN_SOURCE_WITHDRAWS)
    g_hash_table_add (sources->withdrawing, source);
  g_hash_table_add (sources->changed, (gpointer) source->text[CHN_SOURCE_KEY]);
}

/* What the other says otherwise is kept as a note. */
static void
note (ChnUnionSources *sources, ChnSource *source, ChnSourceField field, const char *text, const char *label)
{
  g_autofree char *said = g_strdup_printf ("%s has the %s: %s", label, chn_source_field_get_name (field), text);
  const char *there = source->text[CHN_SOURCE_NOTE];
  if (there && strstr (there, said))
    return;
  g_autofree char *whole = there ? g_strconcat (there, "; ", said, NULL) : g_strdup (said);
  set (sources, source, CHN_SOURCE_NOTE, whole);
}

static void
add_keys (ChnUnionSources *sources, ChnSource *source, ChnSourceField field, const char *keys)
{
  gsize length = 0;
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length)) {
    g_autofree char *key = g_strndup (at, length);
    const char *there = source->text[field];
    if (strcmp (key, source->text[CHN_SOURCE_KEY]) == 0 || chn_source_names (source, field, key))
      continue;
    g_autofree char *whole = there ? g_strconcat (there, "; ", key, NULL) : g_strdup (key);
    set (sources, source, field, whole);
  }
}

static void
unite_visibility (ChnUnionSources *sources, ChnSource *source, ChnSourceField field, const char *text)
{
  int a =
      chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, source->text[field] ? source->text[field] : "public", -1, NULL);
  if (chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, text, -1, NULL) > a)
    set (sources, source, field, text);
}

/* A remark that the other makes is added, and not said to be another. */
static void
unite_note (ChnUnionSources *sources, ChnSource *source, const char *text)
{
  const char *there = source->text[CHN_SOURCE_NOTE];
  if (there && strstr (there, text))
    return;
  g_autofree char *whole = there ? g_strconcat (there, "; ", text, NULL) : g_strdup (text);
  set (sources, source, CHN_SOURCE_NOTE, whole);
}

static void
unite_field (ChnUnionSources *sources, ChnSource *source, ChnSourceField field, const char *text, const char *label)
{
  switch (field) {
  case CHN_SOURCE_CORRECTS:
  case CHN_SOURCE_WITHDRAWS:
    add_keys (sources, source, field, text);
    break;
  case CHN_SOURCE_VISIBILITY:
  case CHN_SOURCE_NOTE_VISIBILITY:
    unite_visibility (sources, source, field, text);
    break;
  case CHN_SOURCE_NOTE:
    unite_note (sources, source, text);
    break;
  case CHN_SOURCE_ACCESSED:
    if (!source->text[field] || strcmp (text, source->text[field]) > 0)
      set (sources, source, field, text);
    break;
  default:
    if (!source->text[field])
      set (sources, source, field, text);
    else if (!are_alike (source->text[field], text))
      note (sources, source, field, text, label);
  }
}

static void
unite (ChnUnionSources *sources, ChnSource *source, const ChnSource *other, const char *label)
{
  for (guint i = CHN_SOURCE_KEY + 1; i < CHN_N_SOURCE_FIELDS; i++)
    if (other->text[i] && g_strcmp0 (source->text[i], other->text[i]) != 0)
      unite_field (sources, source, (ChnSourceField) i, other->text[i], label);
}

static char *
dup_free_key (const ChnUnionSources *sources, const char *key, const char *label)
{
  g_autofree char *own = g_strdup_printf ("%s-%s", key, label);
  char *free_key = g_strdup (g_hash_table_contains (sources->by_key, key) ? own : key);
  for (guint n = 2; g_hash_table_contains (sources->by_key, free_key); n++) {
    g_free (free_key);
    free_key = g_strdup_printf ("%s-%u", own, n);
  }
  return free_key;
}

/* Of what it corrects or withdraws, the keys here. */
static char *
dup_keys (const ChnTranslation *translation, const char *keys)
{
  gsize length = 0;
  g_autoptr (GString) all = g_string_new (NULL);
  for (const char *at = chn_source_next_key (keys, &length); at; at = chn_source_next_key (at + length, &length)) {
    g_autofree char *key = g_strndup (at, length);
    g_string_append_printf (all, "%s%s", all->len > 0 ? "; " : "", chn_translate_source (translation, key));
  }
  return keys ? g_strdup (all->str) : NULL;
}

/* Sources may correct others that come later, so their keys are settled first. */
static void
settle_keys (ChnUnionSources *sources, const ChnTimeline *theirs, const char *label, ChnTranslation *translation)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (theirs); i++) {
    ChnSource source = *chn_timeline_get_source (theirs, i);
    const char *key = source.text[CHN_SOURCE_KEY];
    const ChnSource *same = find (sources, &source, label);
    g_autofree char *made = same ? g_strdup (same->text[CHN_SOURCE_KEY]) : dup_free_key (sources, key, label);
    if (strcmp (made, key) != 0)
      g_hash_table_insert (translation->sources, g_strdup (key), g_strdup (made));
    sources->n_united += same != NULL;
    source.text[CHN_SOURCE_KEY] = made;
    source.text[CHN_SOURCE_CORRECTS] = source.text[CHN_SOURCE_WITHDRAWS] = NULL;
    if (!same)
      g_hash_table_add (sources->changed, (gpointer) keep (sources, &source)->text[CHN_SOURCE_KEY]);
  }
}

void
chn_union_sources_add_all (ChnUnionSources *sources, const ChnTimeline *theirs, const char *label,
                           ChnTranslation *translation)
{
  settle_keys (sources, theirs, label, translation);
  for (guint i = 0; i < chn_timeline_get_n_sources (theirs); i++) {
    ChnSource other = *chn_timeline_get_source (theirs, i);
    const char *key = chn_translate_source (translation, other.text[CHN_SOURCE_KEY]);
    g_autofree char *corrects = dup_keys (translation, other.text[CHN_SOURCE_CORRECTS]);
    g_autofree char *withdraws = dup_keys (translation, other.text[CHN_SOURCE_WITHDRAWS]);
    other.text[CHN_SOURCE_CORRECTS] = corrects;
    other.text[CHN_SOURCE_WITHDRAWS] = withdraws;
    unite (sources, g_hash_table_lookup (sources->by_key, key), &other, label);
  }
}

const char *
chn_union_sources_need_chronology (ChnUnionSources *sources, const char *label, const char *title)
{
  g_autofree char *key = g_strconcat (CHN_CHRONOLOGY_KEY, label, NULL);
  const ChnSource *there = chn_union_sources_get (sources, key);
  if (there)
    return there->text[CHN_SOURCE_KEY];
  ChnSource made = { { NULL } };
  made.text[CHN_SOURCE_KEY] = key;
  made.text[CHN_SOURCE_TITLE] = title && *title ? title : label;
  made.text[CHN_SOURCE_NOTE] = "A chronology, for what it says itself";
  const char *kept = keep (sources, &made)->text[CHN_SOURCE_KEY];
  g_hash_table_add (sources->changed, (gpointer) kept);
  return kept;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
chn_union_sources_edit (const ChnUnionSources *sources, ChnEdits *edits)
{
  GHashTableIter iter;
  gpointer key = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, sources->changed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    chn_edits_add_source (edits, chn_union_sources_get (sources, keys->pdata[i]));
}

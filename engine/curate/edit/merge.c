/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A value of a block mapping that says something else: by what it was and is, the lines that change.
 *
 * What has the shape that it had changes item by item, and only what differs; anything else is spelled anew in its
 * place, and the comments within it go above.
 */
#include "curate/edit/merge.h"

#include <string.h>

#include "curate/edit/align.h"
#include "curate/edit/flow.h"
#include "curate/edit/fold.h"
#include "curate/edit/shape.h"

static void change (ChnMerge *merge, const ChnSlot *slot, const ChnTree *old, const ChnTree *value);

static guint
get_column (const ChnMerge *merge, gsize at)
{
  return (guint) g_utf8_strlen (merge->lines.bytes + chn_lines_find_start (&merge->lines, at),
                                (gssize) (at - chn_lines_find_start (&merge->lines, at)));
}

gsize
chn_merge_find_dash (const ChnMerge *merge, const ChnTree *item)
{
  const ChnTree *before = item->parent->first;
  if (before == item)
    return chn_lines_skip_gap (&merge->lines, item->parent->start) + 1;
  while (before->next != item)
    before = before->next;
  return chn_lines_skip_gap (&merge->lines, before->end) + 1;
}

static ChnSlot
get_slot_of_key (const ChnMerge *merge, const ChnTree *key)
{
  gsize colon = key->end;
  while (colon < merge->lines.length && merge->lines.bytes[colon] != ':')
    colon++;
  return (ChnSlot){ colon + 1, key->column, FALSE };
}

static ChnSlot
get_slot_of_item (const ChnMerge *merge, const ChnTree *item)
{
  gsize behind = chn_merge_find_dash (merge, item);
  return (ChnSlot){ behind, get_column (merge, behind - 1), TRUE };
}

/* Full lines of comments between a place and a value, and within it. */
static void
gather (const ChnMerge *merge, gsize from, const ChnTree *tree, GString *comments, guint indent)
{
  gsize at = from;
  while (at < tree->start) {
    gsize end = chn_lines_find_end (&merge->lines, at);
    const char *sign = memchr (merge->lines.bytes + at, '#', MIN (end, tree->start) - at);
    if (sign) {
      gsize place = (gsize) (sign - merge->lines.bytes);
      g_string_append_printf (comments, "%*s%.*s\n", (int) indent, "", (int) (end - place), sign);
    }
    at = MAX (chn_lines_find_next (&merge->lines, at), at + 1);
  }
  gsize last = tree->start;
  for (const ChnTree *child = tree->alias ? NULL : tree->first; child; child = child->next) {
    gather (merge, last, child, comments, indent);
    last = child->end;
  }
}

/* A comment behind the value stays on the line on which the new one begins. */
static void
put_comment (GString *text, const char *comment)
{
  const char *newline = strchr (text->str, '\n');
  g_autofree char *spaced = g_strdup_printf (" %s", comment);
  g_string_insert (text, newline ? newline - text->str : -1, spaced);
}

static void
replace (ChnMerge *merge, const ChnSlot *slot, const ChnTree *old, const char *spelled)
{
  g_autoptr (GString) text = g_string_new (spelled);
  g_autoptr (GString) comments = g_string_new (NULL);
  gsize end = old->end;
  g_autofree char *comment = chn_lines_dup_comment (&merge->lines, end);
  gather (merge, slot->begin, old, comments, slot->indent);
  if (comment && strchr (text->str, '\n')) {
    put_comment (text, comment);
    end = chn_lines_find_end (&merge->lines, end);
  }
  if (comments->len > 0) {
    gsize above = chn_lines_find_start (&merge->lines, slot->begin - 1);
    chn_splices_add (merge->splices, above, above, comments->str);
  }
  chn_splices_add (merge->splices, slot->begin, end, text->str);
}

static gboolean
is_block (const ChnTree *text)
{
  return text->style == YAML_LITERAL_SCALAR_STYLE || text->style == YAML_FOLDED_SCALAR_STYLE;
}

/* The comment in the first line of a literal or folded text, which it would lose. */
static char *
dup_header_comment (const ChnMerge *merge, const ChnTree *old)
{
  gboolean block = old->kind == CHN_TREE_TEXT && is_block (old) && !old->alias;
  gsize at = old->start;
  while (block && at < old->end && !g_ascii_isspace (merge->lines.bytes[at]))
    at++;
  return block ? chn_lines_dup_comment (&merge->lines, at) : NULL;
}

static void
spell_anew (ChnMerge *merge, const ChnSlot *slot, const ChnTree *old, const ChnTree *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  if (old->kind == CHN_TREE_TEXT && value->kind == CHN_TREE_TEXT && !is_block (value)) {
    g_string_append_c (text, ' ');
    chn_spell_like (text, old, value, FALSE);
  } else {
    chn_spell_value (text, value, slot);
  }
  g_autofree char *comment = dup_header_comment (merge, old);
  if (comment)
    put_comment (text, comment);
  replace (merge, slot, old, text->str);
}

/* Whether a text stands on one line, as which it may stay, whatever it says. */
static gboolean
is_on_line (const ChnMerge *merge, const ChnTree *text)
{
  return !memchr (merge->lines.bytes + text->start, '\n', text->end - text->start) &&
         !memchr (merge->lines.bytes + text->start, '\r', text->end - text->start);
}

static void
change_text (ChnMerge *merge, const ChnSlot *slot, const ChnTree *old, const ChnTree *value)
{
  gboolean on_line = is_on_line (merge, old) && old->end > old->start;
  g_autofree char *again = !old->alias && !on_line ? chn_fold_again (merge->lines.bytes, old, value->text) : NULL;
  if (again) {
    chn_splices_add (merge->splices, old->start, old->end, again);
  } else if (on_line && !strchr (value->text, '\n')) {
    g_autoptr (GString) text = g_string_new (NULL);
    chn_spell_like (text, old, value, FALSE);
    chn_splices_add (merge->splices, old->start, old->end, text->str);
  } else {
    spell_anew (merge, slot, old, value);
  }
}

/* Puts a line in, at the beginning of a line or at the end of the file. */
static void
put_line (ChnMerge *merge, gsize at, const char *line)
{
  gboolean begins = at == 0 || strchr ("\n\r", merge->lines.bytes[at - 1]) != NULL;
  g_autofree char *text = begins ? g_strdup_printf ("%s\n", line) : g_strdup_printf ("\n%s", line);
  chn_splices_add (merge->splices, at, at, text);
}

static void
insert_item (ChnMerge *merge, const ChnTree *list, const ChnTree *behind, const ChnTree *item)
{
  gsize dash = chn_merge_find_dash (merge, behind ? behind : list->first);
  guint indent = get_column (merge, dash - 1);
  gsize at = behind ? chn_lines_find_behind (&merge->lines, behind->end, indent)
                    : chn_lines_find_start (&merge->lines, dash - 1);
  const ChnTree *model = behind ? behind : list->first;
  gboolean block = model->kind == CHN_TREE_MAPPING && !model->flow && item->kind == CHN_TREE_MAPPING;
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "%*s-", (int) indent, "");
  if (block) {
    g_string_append_c (line, ' ');
    chn_spell_pairs (line, item, indent + 2);
  } else {
    chn_spell_value (line, item, &(ChnSlot){ 0, indent, TRUE });
  }
  put_line (merge, at, line->str);
}

/* Whether each item begins a line, so that it can be put in and taken out by its lines. */
static gboolean
is_by_lines (const ChnMerge *merge, const ChnTree *list)
{
  for (const ChnTree *item = list->first; item; item = item->next)
    if (!chn_lines_is_first (&merge->lines, chn_merge_find_dash (merge, item) - 1))
      return FALSE;
  return TRUE;
}

static void
remove_item (ChnMerge *merge, const ChnTree *item)
{
  gsize dash = chn_merge_find_dash (merge, item) - 1;
  chn_splices_add (merge->splices, chn_lines_find_start (&merge->lines, dash),
                   chn_lines_find_next (&merge->lines, MAX (item->end, dash)), "");
}

/* An item that comes in and is the same as one that goes has only moved, with its spelling and comments. */
static const ChnTree *
find_moved (const GArray *units, const GArray *steps, const ChnTree *item)
{
  for (guint i = 0; i < steps->len; i++) {
    const ChnStep *step = &g_array_index (steps, ChnStep, i);
    const ChnTree *was = step->old < 0 ? NULL : g_array_index (units, ChnUnit, step->old).value;
    if (was && step->new < 0 && chn_tree_is_equal (was, item))
      return was;
  }
  return NULL;
}

static void
move_item (ChnMerge *merge, const ChnTree *list, const ChnTree *behind, const ChnTree *item)
{
  gsize dash = chn_merge_find_dash (merge, behind ? behind : list->first),
        from = chn_merge_find_dash (merge, item) - 1;
  gsize at = behind ? chn_lines_find_behind (&merge->lines, behind->end, get_column (merge, dash - 1))
                    : chn_lines_find_start (&merge->lines, dash - 1);
  gsize start = chn_lines_find_start (&merge->lines, from), end = chn_lines_find_end (&merge->lines, item->end);
  g_autofree char *lines = g_strndup (merge->lines.bytes + start, end - start);
  put_line (merge, at, lines);
}

static void
change_list (ChnMerge *merge, const ChnTree *old, const ChnTree *value)
{
  g_autoptr (GArray) units = chn_align_dup_units (old);
  g_autoptr (GArray) news = chn_align_dup_units (value);
  g_autoptr (GArray) steps = chn_align (units, news);
  const ChnTree *last = NULL;
  for (guint i = 0; i < steps->len; i++) {
    const ChnStep *step = &g_array_index (steps, ChnStep, i);
    const ChnTree *was = step->old < 0 ? NULL : g_array_index (units, ChnUnit, step->old).value;
    const ChnTree *is = step->new < 0 ? NULL : g_array_index (news, ChnUnit, step->new).value;
    const ChnTree *moved = was ? NULL : find_moved (units, steps, is);
    if (moved)
      move_item (merge, old, last, moved);
    else if (!was)
      insert_item (merge, old, last, is);
    if (!was)
      continue;
    const ChnSlot slot = get_slot_of_item (merge, was);
    if (is)
      change (merge, &slot, was, is);
    else
      remove_item (merge, was);
    last = was;
  }
}

/* Above the first pair, where that begins a line; else behind it. */
static void
insert_first (ChnMerge *merge, const ChnTree *first, const ChnTree *key)
{
  if (!merge->is_ordered || !chn_lines_is_first (&merge->lines, first->start)) {
    chn_merge_insert (merge, first, key);
    return;
  }
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "%*s", (int) first->column, "");
  chn_spell_pair (line, key, first->column);
  put_line (merge, chn_lines_find_start (&merge->lines, first->start), line->str);
}

static void
change_mapping (ChnMerge *merge, const ChnTree *old, const ChnTree *value)
{
  g_autoptr (GArray) units = chn_align_dup_units (old);
  g_autoptr (GArray) news = chn_align_dup_units (value);
  g_autoptr (GArray) steps = chn_align (units, news);
  const ChnTree *last = NULL;
  for (guint i = 0; i < steps->len; i++) {
    const ChnStep *step = &g_array_index (steps, ChnStep, i);
    const ChnTree *key = step->old < 0 ? NULL : g_array_index (units, ChnUnit, step->old).key;
    const ChnTree *new = step->new < 0 ? NULL : g_array_index (news, ChnUnit, step->new).key;
    if (!key && !last)
      insert_first (merge, old->first, new);
    else if (!key)
      chn_merge_insert (merge, last, new);
    else if (new)
      chn_merge_value (merge, key, new->next);
    else
      chn_merge_remove (merge, key);
    last = key ? key : last;
  }
}

static void
change_flow (ChnMerge *merge, const ChnTree *old, const ChnTree *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  if (chn_flow_change (text, merge->lines.bytes, old, value))
    chn_splices_add (merge->splices, old->start, old->end, text->str);
  else
    merge->fixed = old;
}

static gboolean
keeps_a_pair (const ChnTree *old, const ChnTree *value)
{
  return chn_tree_find (value, old->first->text, NULL) != NULL;
}

/* Whether the pairs that stay come in the order that they have. */
static gboolean
keeps_order (const ChnTree *old, const ChnTree *value)
{
  const ChnTree *at = old->first;
  for (const ChnTree *key = value->first; key; key = key->next->next) {
    if (!chn_tree_find (old, key->text, NULL))
      continue;
    while (at && strcmp (at->text, key->text) != 0)
      at = at->next->next;
    if (!at)
      return FALSE;
  }
  return TRUE;
}

static gboolean
must_reorder (const ChnMerge *merge, const ChnTree *old, const ChnTree *fit)
{
  return merge->is_ordered && old->kind == CHN_TREE_MAPPING && fit->kind == CHN_TREE_MAPPING &&
         !keeps_order (old, fit);
}

static void
change (ChnMerge *merge, const ChnSlot *slot, const ChnTree *old, const ChnTree *value)
{
  if (chn_tree_is_equal (old, value) && !must_reorder (merge, old, value))
    return;
  if (old->named) {
    merge->fixed = old;
    return;
  }
  const ChnTree *fit = chn_shape_fit (old, value, merge->arena);
  gboolean same = !old->alias && old->kind == fit->kind && !must_reorder (merge, old, fit);
  if (same && old->kind == CHN_TREE_TEXT)
    change_text (merge, slot, old, fit);
  else if (same && old->flow && old->n > 0 && fit->n > 0)
    change_flow (merge, old, fit);
  else if (same && old->kind == CHN_TREE_LIST && fit->n > 0 && is_by_lines (merge, old))
    change_list (merge, old, fit);
  else if (same && old->kind == CHN_TREE_MAPPING && !old->flow && fit->n > 0 && keeps_a_pair (old, fit))
    change_mapping (merge, old, fit);
  else if (old->anchor)
    merge->fixed = old;
  else
    spell_anew (merge, slot, old, fit);
}

void
chn_merge_value (ChnMerge *merge, const ChnTree *key, const ChnTree *value)
{
  const ChnSlot slot = get_slot_of_key (merge, key);
  change (merge, &slot, key->next, value);
}

void
chn_merge_insert_lines (ChnMerge *merge, const ChnTree *behind, const char *lines)
{
  gsize end = MAX (behind->next->end, get_slot_of_key (merge, behind).begin);
  put_line (merge, chn_lines_find_behind (&merge->lines, end, behind->column), lines);
}

void
chn_merge_insert (ChnMerge *merge, const ChnTree *behind, const ChnTree *key)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "%*s", (int) behind->column, "");
  chn_spell_pair (line, key, behind->column);
  chn_merge_insert_lines (merge, behind, line->str);
}

void
chn_merge_remove (ChnMerge *merge, const ChnTree *key)
{
  gsize end = MAX (key->next->end, get_slot_of_key (merge, key).begin);
  const ChnTree *next = key->next->next;
  if (chn_lines_is_first (&merge->lines, key->start))
    chn_splices_add (merge->splices, chn_lines_find_start (&merge->lines, key->start),
                     chn_lines_find_next (&merge->lines, end), "");
  else
    chn_splices_add (merge->splices, key->start, next ? next->start : end, "");
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Own actors, forums, terms, saved queries and other sections of two files become those of one. */
#include "curate/union/declarations.h"

#include <string.h>

#include "base/fold.h"
#include "base/report.h"
#include "curate/edit/shape.h"
#include "curate/edit/spell.h"
#include "curate/union/entry-names.h"
#include "curate/union/queries.h"

/* Sections of their own, and what is no mapping. */
static gboolean
is_declared (const ChnTree *key)
{
  static const char *const others[] = { "events", "sources", "extra", NULL };
  return key->next->kind == CHN_TREE_MAPPING && !g_strv_contains (others, key->text);
}

static void tell (const ChnDeclarations *declarations, const ChnTree *at, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
tell (const ChnDeclarations *declarations, const ChnTree *at, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_report_add (declarations->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                       .code = "merge-conflict",
                                                       .file = declarations->name,
                                                       .line = at->line,
                                                       .column = at->column + 1,
                                                       .message = message });
}

static const ChnTree *
find_entry (const ChnOutline *outline, const char *section, const char *id)
{
  const ChnTree *key = chn_tree_find (outline->root, section, NULL);
  return key && key->next->kind == CHN_TREE_MAPPING ? chn_tree_find (key->next, id, NULL) : NULL;
}

static const char *
translate_key (const ChnDeclarations *declarations, const char *section, const char *key)
{
  if (strcmp (section, "actors") == 0)
    return chn_other_names_get_actor (&declarations->translation->names, key);
  return strcmp (section, "forums") == 0 ? chn_other_names_get_forum (&declarations->translation->names, key) : key;
}

static void
append_pair (GString *out, const char *key, const ChnTree *value)
{
  g_string_append_printf (out, "%s%s: ", out->len > 1 ? ", " : "", key);
  chn_spell_flow (out, value);
}

static gboolean
has_item (const ChnTree *list, const ChnTree *item)
{
  if (list->kind != CHN_TREE_LIST)
    return chn_tree_is_equal (list, item);
  for (const ChnTree *at = list->first; at; at = at->next)
    if (chn_tree_is_equal (at, item))
      return TRUE;
  return FALSE;
}

static gboolean
is_list_key (const char *key)
{
  static const char *const keys[] = { "aliases", "members", "successors", NULL };
  return g_strv_contains (keys, key);
}

/* "[ours ..., what only theirs has ...]" */
static gboolean
append_list (GString *out, const char *key, const ChnTree *ours, const ChnTree *theirs, const char *more)
{
  g_autoptr (GString) list = g_string_new ("[");
  gboolean grows = FALSE;
  const ChnTree *first = ours && ours->kind == CHN_TREE_LIST ? ours->first : ours;
  for (const ChnTree *at = first; at; at = ours->kind == CHN_TREE_LIST ? at->next : NULL) {
    g_string_append (list, list->len > 1 ? ", " : "");
    chn_spell_flow (list, at);
  }
  first = theirs && theirs->kind == CHN_TREE_LIST ? theirs->first : theirs;
  for (const ChnTree *at = first; at; at = theirs->kind == CHN_TREE_LIST ? at->next : NULL) {
    if (ours && has_item (ours, at))
      continue;
    g_string_append (list, list->len > 1 ? ", " : "");
    chn_spell_flow (list, at);
    grows = TRUE;
  }
  if (more) {
    g_string_append_printf (list, "%s%s", list->len > 1 ? ", " : "", more);
    grows = TRUE;
  }
  g_string_append_printf (out, "%s%s: %s]", out->len > 1 ? ", " : "", key, list->str);
  return grows;
}

static gboolean
are_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = chn_fold_name (a, -1), *folded_b = chn_fold_name (b, -1);
  return strcmp (folded_a, folded_b) == 0;
}

/* Another name is an alias from now on. */
static char *
dup_other_name (const ChnTree *ours, const ChnTree *theirs)
{
  const ChnTree *a = chn_tree_find (ours, "name", NULL), *b = chn_tree_find (theirs, "name", NULL);
  const ChnTree *aliases = chn_tree_find (ours, "aliases", NULL);
  if (!a || !b || are_alike (a->next->text, b->next->text) || (aliases && has_item (aliases->next, b->next)))
    return NULL;
  GString *text = g_string_new (NULL);
  chn_spell_flow (text, b->next);
  return g_string_free (text, FALSE);
}

/* An entry that both have. */
typedef struct {
  const char *section, *id;
  const ChnTree *ours, *theirs;
} Entry;

static gboolean
append_united_pair (const ChnDeclarations *declarations, GString *out, const Entry *entry, const ChnTree *key,
                    const char *name)
{
  const ChnTree *other = chn_tree_find (entry->theirs, key->text, NULL);
  gboolean is_alias = strcmp (key->text, "aliases") == 0;
  if (is_list_key (key->text))
    return append_list (out, key->text, key->next, other ? other->next : NULL, is_alias ? name : NULL);
  append_pair (out, key->text, key->next);
  if (other && strcmp (key->text, "name") != 0 && !chn_tree_is_equal (key->next, other->next))
    tell (declarations, other, "\"%s\" of \"%s\" under \"%s\" is another in %s; that of the first file stands",
          key->text, entry->id, entry->section, declarations->label);
  return FALSE;
}

/* As a mapping on one line; NULL where theirs adds nothing. */
static char *
dup_united (const ChnDeclarations *declarations, const Entry *entry)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autofree char *name = dup_other_name (entry->ours, entry->theirs);
  gboolean grows = FALSE, has_aliases = chn_tree_find (entry->ours, "aliases", NULL) != NULL;
  for (const ChnTree *key = entry->ours->first; key; key = key->next->next)
    grows |= append_united_pair (declarations, text, entry, key, name);
  for (const ChnTree *key = entry->theirs->first; key; key = key->next->next) {
    if (chn_tree_find (entry->ours, key->text, NULL))
      continue;
    if (strcmp (key->text, "aliases") == 0)
      append_list (text, key->text, NULL, key->next, name);
    else
      append_pair (text, key->text, key->next);
    has_aliases |= strcmp (key->text, "aliases") == 0;
    grows = TRUE;
  }
  if (name && !has_aliases)
    grows |= append_list (text, "aliases", NULL, NULL, name);
  g_string_append_c (text, '}');
  return grows ? g_strdup (text->str) : NULL;
}

static void
add_entry (const ChnDeclarations *declarations, const char *section, const char *key, const ChnTree *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  chn_spell_flow (text, value);
  chn_edits_add_entry (declarations->edits, section, key, text->str);
}

/* A saved query or another text that says something else: it is kept under a name of its own. */
static void
keep_other (const ChnDeclarations *declarations, const char *section, const ChnTree *key, const ChnTree *value)
{
  g_autofree char *own = g_strdup_printf ("%s-%s", key->text, declarations->label);
  const ChnTree *kept = find_entry (declarations->ours, section, own);
  if (kept && chn_tree_is_equal (kept->next, value))
    return;
  tell (declarations, key, "\"%s\" under \"%s\" is another in %s; it is kept as \"%s\"", key->text, section,
        declarations->label, own);
  add_entry (declarations, section, own, value);
}

static const ChnTree *
translate_query (const ChnDeclarations *declarations, const ChnTree *query)
{
  if (query->kind != CHN_TREE_TEXT)
    return query;
  g_autofree char *text = chn_translate_query (declarations->translation, query->text, declarations->vocabulary);
  if (strcmp (text, query->text) == 0)
    return query;
  ChnTree *made = chn_arena_memdup (declarations->theirs->arena, query, sizeof *query);
  made->text = chn_arena_strndup (declarations->theirs->arena, text, -1);
  made->length = strlen (text);
  made->next = NULL;
  return made;
}

static const ChnTree *
translate_feed (const ChnDeclarations *declarations, const ChnTree *feed)
{
  const ChnTree *query = chn_tree_find (feed, "query", NULL);
  const ChnTree *value = query ? translate_query (declarations, query->next) : NULL;
  return value ? chn_shape_with (feed, query, value, NULL, declarations->theirs->arena) : feed;
}

static const ChnTree *
find_front (const ChnTree *feed)
{
  const ChnTree *front = feed->kind == CHN_TREE_MAPPING ? chn_tree_find (feed, "front", NULL) : NULL;
  const ChnFeed said = { .text = { [CHN_FEED_FRONT] = front ? front->next->text : NULL } };
  return chn_feed_says_yes (&said, CHN_FEED_FRONT) ? front : NULL;
}

/* There is one place in front, which ours keeps. */
static const ChnTree *
move_behind (const ChnDeclarations *declarations, const ChnTree *key, const ChnTree *feed)
{
  const ChnTree *front = find_front (feed), *feeds = chn_tree_find (declarations->ours->root, "feeds", NULL);
  const ChnTree *ours = front && feeds && is_declared (feeds) ? feeds->next->first : NULL;
  while (ours && !find_front (ours->next))
    ours = ours->next->next;
  if (!ours || (strcmp (ours->text, key->text) == 0 && chn_tree_is_equal (ours->next, feed)))
    return feed;
  tell (declarations, key, "\"%s\" is shown in front in %s; \"%s\" stays there", key->text, declarations->label,
        ours->text);
  return chn_shape_with (feed, front, NULL, NULL, declarations->theirs->arena);
}

/* What is declared, in the names of ours. */
static const ChnTree *
translate_value (const ChnDeclarations *declarations, const char *section, const ChnTree *key)
{
  const ChnTree *value = key->next;
  if (strcmp (section, "actors") == 0)
    return chn_entry_translate (value, &declarations->translation->names, declarations->theirs->arena);
  if (strcmp (section, "queries") == 0)
    return translate_query (declarations, value);
  return strcmp (section, "feeds") == 0 ? move_behind (declarations, key, translate_feed (declarations, value))
                                        : value;
}

/* Those that get names of their own are named so by the others, too. */
static void
rename_queries (const ChnDeclarations *declarations)
{
  const ChnTree *key = chn_tree_find (declarations->theirs->root, "queries", NULL);
  for (const ChnTree *entry = key && is_declared (key) ? key->next->first : NULL; entry; entry = entry->next->next) {
    const ChnTree *there = find_entry (declarations->ours, "queries", entry->text);
    if (there && !chn_tree_is_equal (there->next, translate_query (declarations, entry->next)))
      g_hash_table_insert (declarations->translation->queries, g_strdup (entry->text),
                           g_strdup_printf ("%s-%s", entry->text, declarations->label));
  }
}

static void
unite_entry (const ChnDeclarations *declarations, const char *section, const ChnTree *key)
{
  const char *id = translate_key (declarations, section, key->text);
  const ChnTree *there = find_entry (declarations->ours, section, id);
  const ChnTree *value = translate_value (declarations, section, key);
  gboolean is_feed = strcmp (section, "feeds") == 0; /* who may see what is not to be mixed */
  if (!is_feed && there && there->next->kind == CHN_TREE_MAPPING && value->kind == CHN_TREE_MAPPING) {
    const Entry entry = { section, id, there->next, value };
    g_autofree char *united = dup_united (declarations, &entry);
    if (united)
      chn_edits_add_entry (declarations->edits, section, id, united);
  } else if (there && !chn_tree_is_equal (there->next, value)) {
    keep_other (declarations, section, key, value);
  } else if (!there && (strcmp (id, key->text) == 0 || g_str_has_suffix (id, declarations->label))) {
    add_entry (declarations, section, id, value);
  }
}

void
chn_declarations_unite (const ChnDeclarations *declarations)
{
  rename_queries (declarations);
  for (const ChnTree *key = declarations->theirs->root->first; key; key = key->next->next)
    for (const ChnTree *entry = is_declared (key) ? key->next->first : NULL; entry; entry = entry->next->next)
      unite_entry (declarations, key->text, entry);
}

static const char *
find_name (const ChnOutline *outline, const char *section, const char *id)
{
  const ChnTree *entry = find_entry (outline, section, id);
  const ChnTree *name =
      entry && entry->next->kind == CHN_TREE_MAPPING ? chn_tree_find (entry->next, "name", NULL) : NULL;
  return name ? name->next->text : NULL;
}

static void
rename_section (const ChnOutline *ours, const ChnOutline *theirs, const char *section, const char *label,
                GHashTable *names)
{
  const ChnTree *key = chn_tree_find (theirs->root, section, NULL);
  for (const ChnTree *entry = key && key->next->kind == CHN_TREE_MAPPING ? key->next->first : NULL; entry;
       entry = entry->next->next) {
    const char *a = find_name (ours, section, entry->text), *b = find_name (theirs, section, entry->text);
    if (!a || !b || are_alike (a, b) || g_hash_table_contains (names, entry->text))
      continue;
    g_hash_table_insert (names, g_strdup (entry->text), g_strdup_printf ("%s-%s", entry->text, label));
  }
}

void
chn_declarations_rename (const ChnOutline *ours, const ChnOutline *theirs, const char *label,
                         ChnTranslation *translation)
{
  rename_section (ours, theirs, "actors", label, translation->names.actors);
  rename_section (ours, theirs, "forums", label, translation->names.forums);
}

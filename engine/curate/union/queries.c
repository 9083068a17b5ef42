/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saved queries in the names of another timeline: ids are replaced where they stand, all else is left as it is. */
#include "curate/union/queries.h"

#include <string.h>

#include "query/parse.h"

typedef struct {
  const ChnTranslation *translation;
  const char *query;
  gsize copied; /* bytes of it that are in `out` */
  GString *out;
} Rewriting;

typedef const char *(*Translate) (const ChnTranslation *translation, const char *id);

static const char *
translate_actor (const ChnTranslation *translation, const char *id)
{
  return chn_other_names_get_actor (&translation->names, id);
}

static const char *
translate_forum (const ChnTranslation *translation, const char *id)
{
  return chn_other_names_get_forum (&translation->names, id);
}

static const char *
translate_saved (const ChnTranslation *translation, const char *name)
{
  const char *found = g_hash_table_lookup (translation->queries, name);
  return found ? found : name;
}

static Translate
find_translate (const ChnQueryRule *rule, const ChnOperand *operand)
{
  static const Translate by_values[CHN_N_QUERY_VALUES] = {
    [CHN_QUERY_VALUES_FORUMS] = translate_forum,
    [CHN_QUERY_VALUES_ACTORS] = translate_actor,
    [CHN_QUERY_VALUES_EVENTS] = chn_translate_id,
    [CHN_QUERY_VALUES_SOURCES] = chn_translate_source,
  };
  if (operand->kind == CHN_OPERAND_EVENT)
    return chn_translate_id;
  return operand->kind == CHN_OPERAND_SAVED ? translate_saved : by_values[rule->field->values];
}

static gboolean
is_of_id (char byte)
{
  return g_ascii_isalnum (byte) || (byte && strchr ("._-", byte));
}

/* Each run of letters that may be an id: "all(GROUP)" has two. */
static void
rewrite_operand (Rewriting *rewriting, const ChnQueryRule *rule, const ChnOperand *operand)
{
  Translate translate = find_translate (rule, operand);
  const char *at = rewriting->query + operand->place.offset, *end = at + operand->place.length;
  while (translate && operand->kind != CHN_OPERAND_NONE && at < end) {
    const char *start = at;
    while (at < end && is_of_id (*at))
      at++;
    g_autofree char *id = g_strndup (start, (gsize) (at - start));
    const char *other = translate (rewriting->translation, id);
    if (strcmp (other, id) != 0) {
      gsize offset = (gsize) (start - rewriting->query);
      g_string_append_len (rewriting->out, rewriting->query + rewriting->copied,
                           (gssize) (offset - rewriting->copied));
      g_string_append (rewriting->out, other);
      rewriting->copied = (gsize) (at - rewriting->query);
    }
    at += at == start;
  }
}

static void
rewrite_node (Rewriting *rewriting, const ChnNode *node)
{
  for (guint i = 0; node->kind == CHN_NODE_TERM && i < node->n_values; i++) {
    rewrite_operand (rewriting, node->rule, &node->values[i].low);
    if (node->values[i].is_range)
      rewrite_operand (rewriting, node->rule, &node->values[i].high);
  }
  for (guint i = 0; i < node->n_children; i++)
    rewrite_node (rewriting, node->children[i]);
}

char *
chn_translate_query (const ChnTranslation *translation, const char *query, const ChnVocabulary *vocabulary)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Rewriting rewriting = { .translation = translation, .query = query, .out = out };
  const ChnNode *root = chn_parse_query (query, chn_limits_get_default (), vocabulary, arena, NULL);
  if (root)
    rewrite_node (&rewriting, root);
  g_string_append (out, query + rewriting.copied);
  return g_strdup (out->str);
}

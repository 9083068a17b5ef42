/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field forum: a node of the tree with all below it, or the node alone. */
#include <string.h>

#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"

enum { MOST_NAMED = 12 };

/* The forum whose id stands before the last dot that has a known one before it. */
static const ChnForum *
find_parent (const ChnRegistry *registry, const char *text)
{
  g_autofree char *id = g_ascii_strdown (text, -1);
  for (char *dot; (dot = strrchr (id, '.'));) {
    *dot = '\0';
    const ChnForum *forum = chn_registry_get_forum (registry, id);
    if (forum)
      return forum;
  }
  return NULL;
}

/* What to write instead of an id that does not exist: those below its parent. */
static char *
dup_siblings (const ChnRegistry *registry, const char *text)
{
  const ChnForum *parent = find_parent (registry, text);
  if (!parent)
    return g_strdup ("write a forum's id, name or alias");
  guint n = 0;
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  for (guint i = 0; i < forums->len; i++) {
    if (chn_forum_get_parent (forums->pdata[i]) != parent || n++ >= MOST_NAMED)
      continue;
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", chn_forum_get_id (forums->pdata[i]));
  }
  g_autofree char *children = g_string_free (out, FALSE);
  if (n == 0)
    return g_strdup_printf ("nothing lies below %s", chn_forum_get_id (parent));
  return g_strdup_printf ("below %s there are %s%s", chn_forum_get_id (parent), children, n > MOST_NAMED ? " …" : "");
}

static const ChnForum *
find_forum (ChnBinder *binder, const ChnOperand *operand, GError **error)
{
  g_autoptr (GError) inner = NULL;
  const ChnForum *forum = chn_registry_find_forum (binder->registry, operand->text, -1, NULL, &inner);
  if (forum)
    return forum;
  g_autofree char *siblings = dup_siblings (binder->registry, operand->text);
  chn_complain_forward (error, inner, operand, siblings);
  return NULL;
}

/* Marks the timeline's forums that a forum stands for. */
static void
mark (const ChnBinder *binder, const ChnForum *forum, gboolean strict, ChnCodes *codes)
{
  for (guint32 code = 0; code < codes->n_codes; code++) {
    const char *id = chn_columns_get_code_text (binder->columns, CHN_DICTIONARY_FORUMS, code);
    const ChnForum *found = chn_registry_get_forum (binder->registry, id);
    if (found == forum || (found && !strict && chn_forum_is_within (found, forum)))
      codes->wanted[code] = TRUE;
  }
}

gboolean
chn_bind_forum (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, CHN_DICTIONARY_FORUMS);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < term->n_values; i++) {
    if (!chn_complain_unless_plain (error, term, &term->values[i]))
      return FALSE;
    const ChnForum *forum = find_forum (binder, &term->values[i].low, error);
    if (!forum)
      return FALSE;
    mark (binder, forum, condition->strict, codes);
    g_string_append_printf (names, "%s%s, %s%s", i > 0 ? "; " : "", chn_forum_get_id (forum),
                            chn_forum_get_name (forum), condition->strict ? "" : ", and all below");
  }
  condition->data = codes;
  condition->names = chn_arena_strndup (binder->arena, names->str, (gssize) names->len);
  return TRUE;
}

ChnAnswer
chn_match_forum (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n);
  return chn_answer_of (chn_codes_intersect (condition->data, forums, n));
}

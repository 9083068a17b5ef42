/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Suggestions: the nearest known name by edit distance (optimal string alignment). */
#include "base/suggest.h"

#include <string.h>

#include "base/fold.h"

enum { LONGEST_NAME = 64 };

static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[3][LONGEST_NAME + 1];
  if (n > LONGEST_NAME || m > LONGEST_NAME)
    return G_MAXUINT;
  for (gsize j = 0; j <= m; j++)
    row[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++) {
    guint *current = row[i % 3], *above = row[(i - 1) % 3], *two_above = row[(i + 1) % 3];
    current[0] = (guint) i;
    for (gsize j = 1; j <= m; j++) {
      guint best = MIN (above[j], current[j - 1]) + 1;
      best = MIN (best, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, two_above[j - 2] + 1);
      current[j] = best;
    }
  }
  return row[n % 3][m];
}

void
chn_suggestion_init (ChnSuggestion *suggestion, const char *wanted, gssize length)
{
  suggestion->wanted = chn_fold_name (wanted, length);
  suggestion->best = NULL;
  suggestion->distance = G_MAXUINT;
}

void
chn_suggestion_offer_for (ChnSuggestion *suggestion, const char *candidate, const char *answer)
{
  g_autofree char *folded = chn_fold_name (candidate, -1);
  gsize longest = MAX (strlen (folded), strlen (suggestion->wanted));
  guint distance = edit_distance (suggestion->wanted, folded);
  if (strlen (suggestion->wanted) >= 3 && g_str_has_prefix (folded, suggestion->wanted))
    distance = MIN (distance, 2);
  else if (distance > MAX (longest / 3, 1))
    return;
  if (distance < suggestion->distance) {
    suggestion->distance = distance;
    suggestion->best = answer;
  }
}

void
chn_suggestion_offer (ChnSuggestion *suggestion, const char *candidate)
{
  chn_suggestion_offer_for (suggestion, candidate, candidate);
}

const char *
chn_suggestion_get (const ChnSuggestion *suggestion)
{
  return suggestion->best;
}

void
chn_suggestion_clear (ChnSuggestion *suggestion)
{
  g_clear_pointer (&suggestion->wanted, g_free);
}

char *
chn_suggestion_dup_hint (const ChnSuggestion *suggestion, const char *otherwise)
{
  return suggestion->best ? g_strdup_printf ("did you mean \"%s\"?", suggestion->best) : g_strdup (otherwise);
}

void
chn_suggestion_offer_all (ChnSuggestion *suggestion, const ChnNameTable *candidates)
{
  const char *name;
  for (guint i = 0; (name = candidates->get_name (candidates->table, i)); i++)
    chn_suggestion_offer (suggestion, name);
}

static char *
dup_list (const ChnNameTable *candidates)
{
  GString *all = g_string_new ("one of: ");
  const char *name;
  for (guint i = 0; (name = candidates->get_name (candidates->table, i)); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", name);
  return g_string_free (all, FALSE);
}

char *
chn_suggestion_dup_hint_among (const ChnSuggestion *suggestion, const ChnNameTable *candidates)
{
  if (suggestion->best || candidates->otherwise)
    return chn_suggestion_dup_hint (suggestion, candidates->otherwise);
  return dup_list (candidates);
}

char *
chn_name_table_dup_hint (const ChnNameTable *candidates, const char *wanted, gssize length)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, wanted, length);
  chn_suggestion_offer_all (&suggestion, candidates);
  return chn_suggestion_dup_hint_among (&suggestion, candidates);
}

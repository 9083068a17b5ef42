/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Suggestions: the nearest known name by edit distance (optimal string alignment). */
#include "base/suggest.h"

#include <string.h>

#include "base/fold.h"

/* One slip is forgiven in so many letters of the shorter name: "on" is not "no", and "since" is not "single". */
enum { LETTERS_A_SLIP = 3 };

/* Optimal string alignment: a transposition counts once. */
static guint
edit_distance (const gunichar *a, guint n, const gunichar *b, guint m)
{
  guint row[3][CHN_LONGEST_SUGGESTION + 1];
  for (guint j = 0; j <= m; j++)
    row[0][j] = j;
  for (guint i = 1; i <= n; i++) {
    guint *current = row[i % 3], *above = row[(i - 1) % 3], *two_above = row[(i + 1) % 3];
    current[0] = i;
    for (guint j = 1; j <= m; j++) {
      guint best = MIN (above[j], current[j - 1]) + 1;
      best = MIN (best, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, two_above[j - 2] + 1);
      current[j] = best;
    }
  }
  return row[n % 3][m];
}

/* Letters, so that one of any script is one; more than fit are longer than anything that is near. */
static guint
spell_out (const char *text, gunichar *letters)
{
  guint n = 0;
  for (; *text && n < CHN_LONGEST_SUGGESTION; text = g_utf8_next_char (text))
    letters[n++] = g_utf8_get_char (text);
  return *text ? CHN_LONGEST_SUGGESTION + 1 : n;
}

void
chn_suggestion_init (ChnSuggestion *suggestion, const char *wanted, gssize length)
{
  suggestion->wanted = chn_fold_name (wanted, length);
  suggestion->n_letters = spell_out (suggestion->wanted, suggestion->letters);
  suggestion->best = NULL;
  suggestion->distance = G_MAXUINT;
}

/* A few letters say little, but a sign of Chinese is a syllable. */
static gboolean
is_beginning (const ChnSuggestion *suggestion, const char *folded)
{
  enum { FEW = 3, FEW_SIGNS = 2, FIRST_SIGN = 0x2E80 };
  gboolean signs = suggestion->n_letters > 0 && suggestion->letters[0] >= FIRST_SIGN;
  return suggestion->n_letters >= (signs ? FEW_SIGNS : FEW) && g_str_has_prefix (folded, suggestion->wanted);
}

guint
chn_suggestion_measure (const ChnSuggestion *suggestion, const char *folded)
{
  gunichar letters[CHN_LONGEST_SUGGESTION];
  guint n = spell_out (folded, letters), wanted = suggestion->n_letters;
  guint least = n > wanted ? n - wanted : wanted - n, most = MIN (n, wanted) / LETTERS_A_SLIP;
  gboolean fits = n <= CHN_LONGEST_SUGGESTION && wanted <= CHN_LONGEST_SUGGESTION;
  gboolean may_be_near = fits && least <= most;
  guint distance = may_be_near ? edit_distance (suggestion->letters, wanted, letters, n) : G_MAXUINT;
  if (is_beginning (suggestion, folded))
    return MIN (distance, 2);
  return distance <= most ? distance : G_MAXUINT;
}

void
chn_suggestion_offer_for (ChnSuggestion *suggestion, const char *candidate, const char *answer)
{
  g_autofree char *folded = chn_fold_name (candidate, -1);
  guint distance = chn_suggestion_measure (suggestion, folded);
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

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sets of codes: what forums, symbols, tags, sources, kinds and actors of a query come down to. */
#include "query/codes.h"

ChnCodes *
chn_codes_new (ChnArena *arena, const ChnColumns *columns, ChnDictionaryId dictionary)
{
  ChnCodes *codes = chn_arena_alloc (arena, sizeof *codes);
  codes->dictionary = dictionary;
  codes->n_codes = columns->dictionary[dictionary].n_codes;
  codes->wanted = chn_arena_alloc (arena, MAX (codes->n_codes, 1));
  return codes;
}

gboolean
chn_codes_intersect (const ChnCodes *codes, const guint32 *found, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chn_codes_contain (codes, found[i]))
      return TRUE;
  return FALSE;
}

void
chn_candidates_add (ChnCandidates *candidates, ChnPosting posting)
{
  if (!candidates->lists)
    candidates->lists = g_array_new (FALSE, FALSE, sizeof (ChnPosting));
  if (posting.n > 0)
    g_array_append_val (candidates->lists, posting);
}

void
chn_codes_narrow (const ChnCodes *codes, const ChnColumns *columns, ChnCandidates *candidates)
{
  chn_candidates_add (candidates, (ChnPosting){ 0 });
  for (guint32 code = 0; code < codes->n_codes; code++) {
    if (!codes->wanted[code])
      continue;
    guint n = 0;
    const guint32 *rows = chn_columns_get_untouched_rows (columns, codes->dictionary, code, &n);
    chn_candidates_add (candidates, (ChnPosting){ rows, n, columns, FALSE });
  }
}

void
chn_narrow_by_codes (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  chn_codes_narrow (condition->data, columns, candidates);
  candidates->is_exact = TRUE;
}

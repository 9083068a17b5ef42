/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the events of two timelines are weighed by: how rare each word is among them. */
#include "curate/match/weighing.h"

#include "curate/match/words.h"

void
chn_weighing_init (ChnWeighing *weighing, ChnTraitNames *names, const ChnTraitTable *a, const ChnTraitTable *b)
{
  guint n_events = MAX (a == b ? a->n : a->n + b->n, CHN_FEWEST_WEIGHED);
  guint32 n_words = chn_pool_get_size (names->words);
  *weighing = (ChnWeighing){ names, a, b, g_new (float, n_words + 1) };
  for (guint32 i = 0; i <= n_words; i++)
    weighing->word[i] = (float) chn_trait_weight (names, i, n_events);
}

void
chn_weighing_clear (ChnWeighing *weighing)
{
  g_free (weighing->word);
}

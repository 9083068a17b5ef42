/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the events of two timelines are weighed by: how rare each word is among them. */
#include "curate/match/weighing.h"

#include "curate/match/words.h"

static void
sum (const ChnWeighing *weighing, const ChnTraitTable *table, const ChnTraits *traits, ChnTraitRuns run, float *all,
     float *square)
{
  const guint32 *words = chn_traits_get (table, traits, run);
  *square = 0;
  for (guint i = 0; i < traits->run[run].n; i++) {
    float weight = weighing->word[words[i]];
    *square += weight * weight;
    if (all)
      *all += weight;
  }
}

static void
weigh_rows (const ChnWeighing *weighing, const ChnTraitTable *table)
{
  for (guint row = 0; row < table->n; row++) {
    ChnTraits *traits = &table->row[row];
    traits->title_weight = 0;
    sum (weighing, table, traits, CHN_TRAIT_TITLE, &traits->title_weight, &traits->title_square);
    sum (weighing, table, traits, CHN_TRAIT_TEXT, NULL, &traits->text_square);
  }
}

void
chn_weighing_init (ChnWeighing *weighing, ChnTraitNames *names, const ChnTraitTable *a, const ChnTraitTable *b)
{
  guint n_events = MAX (a == b ? a->n : a->n + b->n, CHN_FEWEST_WEIGHED);
  *weighing = (ChnWeighing){ names, a, b, g_new (float, CHN_N_TRAIT_WORDS) };
  for (guint32 i = 0; i < CHN_N_TRAIT_WORDS; i++)
    weighing->word[i] = names->n_events[i] > 0 ? (float) chn_trait_weight (names, i, n_events) : 0;
  weigh_rows (weighing, a);
  if (a != b)
    weigh_rows (weighing, b);
}

void
chn_weighing_clear (ChnWeighing *weighing)
{
  g_free (weighing->word);
}

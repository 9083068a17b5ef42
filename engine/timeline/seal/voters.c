/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Numbers those who vote, so that the rolls of a snapshot can be packed.
 *
 * A packed roll names voters in the order of their numbers. So these follow the order in which rolls name them: a
 * voter that comes straight before another wants the lower number, and where rolls contradict each other most win.
 */
#include "timeline/seal/voters.h"
#include "timeline/packed-roll.h"

#include <string.h>

enum { MOST_ORDERED = 1024 };

/* How many rolls name one voter straight before another, by their places among the codes. */
typedef struct {
  const guint32 *place_of; /* by code */
  guint n;
  guint32 *before; /* n * n */
  guint64 *weight; /* of each, how often it comes behind one that has no number yet */
} Order;

static const ChnBallotCell *
get_ballots (const ChnStage *stage, guint index, guint *n)
{
  return chn_record_get_list (chn_stage_get_record (stage, index), CHN_LIST_BALLOTS, n);
}

/* The codes of those who vote, ascending; in `place_of` each one's place. */
static GArray *
collect_voters (const ChnStage *stage, guint n_codes, guint32 *place_of)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < stage->heads->len; i++) {
    guint n = 0;
    const ChnBallotCell *ballots = get_ballots (stage, i, &n);
    for (guint k = 0; k < n; k++)
      place_of[ballots[k].actor] = 1;
  }
  for (guint32 code = 0; code < n_codes; code++)
    if (place_of[code]) {
      place_of[code] = codes->len;
      g_array_append_val (codes, code);
    }
  return codes;
}

/* Where kinds come one behind the other, the first of a kind follows nobody. */
static void
note_roll (Order *order, const ChnBallotCell *ballots, guint n)
{
  gboolean are_together = TRUE;
  for (guint i = 1; i < n; i++)
    are_together = are_together && ballots[i].kind >= ballots[i - 1].kind;
  for (guint i = 1; i < n; i++)
    if (!are_together || ballots[i].kind == ballots[i - 1].kind)
      order->before[(gsize) order->place_of[ballots[i - 1].actor] * order->n + order->place_of[ballots[i].actor]]++;
}

static void
weigh (Order *order)
{
  for (guint i = 0; i < order->n; i++)
    for (guint k = 0; k < order->n; k++)
      order->weight[k] += i == k ? 0 : order->before[(gsize) i * order->n + k];
}

/* The one behind the fewest others of those that are left; it is left no more. */
static guint
take_next (Order *order)
{
  guint best = 0;
  for (guint i = 1; i < order->n; i++)
    if (order->weight[i] < order->weight[best])
      best = i;
  for (guint k = 0; k < order->n; k++)
    if (order->weight[k] != G_MAXUINT64 && k != best)
      order->weight[k] -= order->before[(gsize) best * order->n + k];
  order->weight[best] = G_MAXUINT64;
  return best;
}

static void
put_into_order (const ChnStage *stage, const guint32 *place_of, GArray *codes)
{
  gsize n = codes->len;
  g_autofree guint32 *before = g_new0 (guint32, n * n), *sorted = g_memdup2 (codes->data, n * sizeof (guint32));
  g_autofree guint64 *weight = g_new0 (guint64, n);
  Order order = { place_of, codes->len, before, weight };
  for (guint i = 0; i < stage->heads->len; i++) {
    guint n_ballots = 0;
    const ChnBallotCell *ballots = get_ballots (stage, i, &n_ballots);
    note_roll (&order, ballots, n_ballots);
  }
  weigh (&order);
  for (guint i = 0; i < n; i++)
    g_array_index (codes, guint32, i) = sorted[take_next (&order)];
}

void
chn_voters_init (ChnVoters *voters, ChnTimeline *timeline, const ChnStage *stage)
{
  guint n_codes = timeline->columns.dictionary[CHN_DICTIONARY_ACTORS].n_codes;
  voters->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  chn_record_maker_init (&voters->maker);
  voters->number_of = g_new0 (guint32, (gsize) n_codes + 1);
  g_autoptr (GArray) codes = collect_voters (stage, n_codes, voters->number_of);
  if (codes->len > 1 && codes->len <= MOST_ORDERED)
    put_into_order (stage, voters->number_of, codes);
  guint32 *all = chn_timeline_alloc (timeline, codes->len, sizeof (guint32));
  for (guint32 i = 0; i < codes->len; i++) {
    all[i] = g_array_index (codes, guint32, i);
    voters->number_of[all[i]] = i;
  }
  timeline->columns.n_voters = codes->len;
  timeline->columns.voters = voters->voters = all;
}

void
chn_voters_clear (ChnVoters *voters)
{
  g_array_unref (voters->units);
  chn_record_maker_clear (&voters->maker);
  g_free (voters->number_of);
}

const guint32 *
chn_voters_pack (ChnVoters *voters, const guint32 *record)
{
  guint n = 0;
  const ChnBallotCell *ballots = chn_record_get_list (record, CHN_LIST_BALLOTS, &n);
  GArray *roll = voters->maker.list[CHN_LIST_ROLL];
  if (n == 0)
    return record;
  chn_record_maker_load (&voters->maker, record);
  if (!chn_packed_roll_make (ballots, n, voters->voters, voters->number_of, roll))
    return record;
  g_array_set_size (voters->maker.list[CHN_LIST_BALLOTS], 0);
  g_array_set_size (voters->units, 0);
  chn_record_maker_append (&voters->maker, voters->units);
  return &g_array_index (voters->units, guint32, 0);
}

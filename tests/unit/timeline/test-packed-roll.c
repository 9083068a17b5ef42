/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of packed roll calls: what is packed comes back as it was, and what is damaged is found so. */
#include "timeline/packed-roll.h"

#include <string.h>

#include "suite.h"

enum { N_VOTERS = 300 };

typedef struct {
  guint32 voters[N_VOTERS], number_of[N_VOTERS];
  GRand *random;
  GArray *units;
} Bench;

/* Voter n has the code 299 - n. */
static void
bench_init (Bench *bench)
{
  for (guint32 i = 0; i < N_VOTERS; i++) {
    bench->voters[i] = N_VOTERS - 1 - i;
    bench->number_of[N_VOTERS - 1 - i] = i;
  }
  bench->random = g_rand_new_with_seed (6203);
  bench->units = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
bench_clear (Bench *bench)
{
  g_rand_free (bench->random);
  g_array_unref (bench->units);
}

/* Ballots in the order of voters; those of a kind together, or mixed. */
static guint
fill (Bench *bench, ChnBallotCell *cells, gboolean is_mixed, guint n_kinds)
{
  guint8 kind_of[N_VOTERS];
  guint n = 0;
  for (guint i = 0; i < N_VOTERS; i++)
    kind_of[i] = (guint8) g_rand_int_range (bench->random, 0, 2 * (gint32) n_kinds);
  for (guint kind = 0; kind < (is_mixed ? 1 : n_kinds); kind++)
    for (guint i = 0; i < N_VOTERS; i++)
      if (is_mixed ? kind_of[i] < n_kinds : kind_of[i] == kind)
        cells[n++] = (ChnBallotCell){ bench->voters[i], kind_of[i] };
  return n;
}

static gboolean
pack (Bench *bench, const ChnBallotCell *cells, guint n)
{
  g_array_set_size (bench->units, 0);
  return chn_packed_roll_make (cells, n, bench->voters, bench->number_of, bench->units);
}

static void
test_return (void)
{
  Bench bench;
  ChnBallotCell cells[N_VOTERS], back[N_VOTERS];
  bench_init (&bench);
  for (guint i = 0; i < 400; i++) {
    guint n = fill (&bench, cells, i % 2 == 0, 2 + i % 3);
    CU_ASSERT_TRUE_FATAL (pack (&bench, cells, n));
    const guint32 *roll = &g_array_index (bench.units, guint32, 0);
    CU_ASSERT (i % 3 == 2 || bench.units->len * sizeof (guint32) < n); /* less than a byte a ballot, of three kinds */
    CU_ASSERT (chn_packed_roll_is_valid (roll, bench.units->len, N_VOTERS));
    CHN_ASSERT_INT (chn_packed_roll_count (roll), n);
    chn_packed_roll_read (roll, bench.voters, back);
    CU_ASSERT (memcmp (back, cells, n * sizeof *cells) == 0);
  }
  bench_clear (&bench);
}

/* Another order, somebody twice, or so few that cells take less. */
static void
test_refused (void)
{
  Bench bench;
  ChnBallotCell cells[N_VOTERS + 1];
  bench_init (&bench);
  guint n = fill (&bench, cells, FALSE, 3);
  ChnBallotCell first = cells[0];
  cells[0] = cells[1];
  cells[1] = first;
  CU_ASSERT_FALSE (pack (&bench, cells, n));
  CHN_ASSERT_INT (bench.units->len, 0);
  cells[1] = cells[0];
  CU_ASSERT_FALSE (pack (&bench, cells, n));
  CU_ASSERT_FALSE (pack (&bench, cells, 1));
  bench_clear (&bench);
}

static void
test_damage (void)
{
  Bench bench;
  ChnBallotCell cells[N_VOTERS], back[N_VOTERS];
  guint n_valid = 0;
  bench_init (&bench);
  for (guint i = 0; i < 4000; i++) {
    CU_ASSERT_TRUE_FATAL (pack (&bench, cells, fill (&bench, cells, FALSE, 2 + i % 3)));
    guint32 *roll = &g_array_index (bench.units, guint32, 0);
    guint at =
        g_rand_boolean (bench.random) ? 0 : (guint) g_rand_int_range (bench.random, 0, (gint32) bench.units->len);
    roll[at] ^= (guint32) 1 << g_rand_int_range (bench.random, 0, 32);
    if (!chn_packed_roll_is_valid (roll, bench.units->len, N_VOTERS))
      continue;
    CU_ASSERT_TRUE_FATAL (chn_packed_roll_count (roll) <= N_VOTERS);
    chn_packed_roll_read (roll, bench.voters, back);
    for (guint k = 0; k < chn_packed_roll_count (roll); k++)
      CU_ASSERT (back[k].actor < N_VOTERS && back[k].kind < CHN_N_BALLOT_KINDS);
    n_valid++;
  }
  CU_ASSERT (n_valid > 0 && n_valid < 4000);
  bench_clear (&bench);
}

static const ChnTest tests[] = {
  { "a packed roll comes back", test_return },
  { "what would come back otherwise is not packed", test_refused },
  { "a damaged roll is found, or leads nowhere", test_damage },
};

CHN_SUITE ("timeline/packed-roll", tests)

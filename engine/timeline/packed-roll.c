/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Roll calls as bits: a voter a bit in each plane. */
#include "timeline/packed-roll.h"

#include <string.h>

enum { BITS = 32, FIRST_SHIFT = 2, LENGTH_SHIFT = 17, MOST_UNITS = (1 << 15) - 1, MOST_PLANES = 3 };

typedef struct {
  gboolean is_mixed;
  guint n_planes, first, n;
  const guint32 *plane[MOST_PLANES];
} Roll;

static Roll
open_roll (const guint32 *units)
{
  Roll roll = { (*units & CHN_ROLL_MIXED) != 0,
                *units & CHN_ROLL_WIDE ? 3 : 2,
                *units >> FIRST_SHIFT & MOST_UNITS,
                *units >> LENGTH_SHIFT,
                { NULL } };
  for (guint i = 0; i < roll.n_planes; i++)
    roll.plane[i] = units + 1 + i * roll.n;
  return roll;
}

/* The voters of a unit that are named. */
static guint32
find_named (const Roll *roll, guint unit)
{
  guint32 named = 0;
  for (guint i = 0; i < roll->n_planes; i++)
    named |= roll->plane[i][unit];
  return named;
}

/* Those in one state, which is not that of nobody. */
static inline guint32
find_state (const Roll *roll, guint unit, guint state)
{
  guint32 found = ~(guint32) 0;
  for (guint i = 0; i < roll->n_planes; i++)
    found &= roll->plane[i][unit] ^ ((state >> i & 1) - 1);
  return found;
}

static guint
get_state (const Roll *roll, guint unit, guint bit)
{
  guint state = 0;
  for (guint i = 0; i < roll->n_planes; i++)
    state |= (roll->plane[i][unit] >> bit & 1) << i;
  return state;
}

/* States are those of the four kinds, and the last unit has no voter that there is not. */
gboolean
chn_packed_roll_is_valid (const guint32 *units, guint n_units, guint64 n_voters)
{
  if (n_units == 0)
    return FALSE;
  Roll roll = open_roll (units);
  guint64 end = ((guint64) roll.first + roll.n) * BITS;
  if (roll.n == 0 || n_units != 1 + roll.n_planes * roll.n || end >= n_voters + BITS)
    return FALSE;
  guint32 beyond = end > n_voters ? ~(guint32) 0 << (n_voters % BITS) : 0;
  if (find_named (&roll, roll.n - 1) & beyond)
    return FALSE;
  for (guint unit = 0; unit < roll.n && roll.n_planes == MOST_PLANES; unit++)
    if (roll.plane[2][unit] & (roll.plane[0][unit] | roll.plane[1][unit]))
      return FALSE;
  return TRUE;
}

guint
chn_packed_roll_count (const guint32 *units)
{
  Roll roll = open_roll (units);
  guint n = 0;
  for (guint unit = 0; unit < roll.n; unit++)
    n += chn_record_count_bits (find_named (&roll, unit));
  return n;
}

static ChnBallotCell *
read_mixed (const Roll *roll, const guint32 *voters, ChnBallotCell *at)
{
  for (guint unit = 0; unit < roll->n; unit++)
    for (guint32 bits = find_named (roll, unit); bits != 0; bits &= bits - 1) {
      guint bit = (guint) __builtin_ctz (bits);
      *at++ = (ChnBallotCell){ voters[(roll->first + unit) * BITS + bit], get_state (roll, unit, bit) - 1 };
    }
  return at;
}

static ChnBallotCell *
read_kind (const Roll *roll, const guint32 *voters, guint32 kind, ChnBallotCell *at)
{
  for (guint unit = 0; unit < roll->n; unit++)
    for (guint32 bits = find_state (roll, unit, kind + 1); bits != 0; bits &= bits - 1)
      *at++ = (ChnBallotCell){ voters[(roll->first + unit) * BITS + (guint) __builtin_ctz (bits)], kind };
  return at;
}

void
chn_packed_roll_read (const guint32 *units, const guint32 *voters, ChnBallotCell *cells)
{
  Roll roll = open_roll (units);
  if (roll.is_mixed)
    read_mixed (&roll, voters, cells);
  else
    for (guint32 kind = 0; kind + 1 < (guint32) 1 << roll.n_planes && kind < CHN_N_BALLOT_KINDS; kind++)
      cells = read_kind (&roll, voters, kind, cells);
}

static gboolean
are_kinds_together (const ChnBallotCell *cells, guint n)
{
  for (guint i = 1; i < n; i++)
    if (cells[i].kind < cells[i - 1].kind)
      return FALSE;
  return TRUE;
}

/* Which units the voters lie in. */
static void
find_units (const ChnBallotCell *cells, guint n, const guint32 *number_of, guint *first, guint *n_units)
{
  guint low = G_MAXUINT, high = 0;
  for (guint i = 0; i < n; i++) {
    low = MIN (low, number_of[cells[i].actor] / BITS);
    high = MAX (high, number_of[cells[i].actor] / BITS);
  }
  *first = low;
  *n_units = high - low + 1;
}

/* Whether reading gives the same again: whoever is named twice, or in another order, is not kept so. */
static gboolean
gives_back (const guint32 *units, const guint32 *voters, const ChnBallotCell *cells, guint n)
{
  if (chn_packed_roll_count (units) != n)
    return FALSE;
  g_autofree ChnBallotCell *back = g_new (ChnBallotCell, n);
  chn_packed_roll_read (units, voters, back);
  return memcmp (back, cells, n * sizeof *cells) == 0;
}

gboolean
chn_packed_roll_make (const ChnBallotCell *cells, guint n, const guint32 *voters, const guint32 *number_of,
                      GArray *units)
{
  guint first, n_units, start = units->len, wide = 0;
  find_units (cells, n, number_of, &first, &n_units);
  for (guint i = 0; i < n; i++)
    wide = cells[i].kind == CHN_BALLOT_NOT_VOTING ? CHN_ROLL_WIDE : wide;
  guint size = 1 + (wide ? 3 : 2) * n_units;
  if (first > MOST_UNITS || n_units > MOST_UNITS || size >= 2 * n)
    return FALSE;
  g_array_set_size (units, start + size);
  guint32 *roll = &g_array_index (units, guint32, start);
  memset (roll, 0, size * sizeof *roll);
  roll[0] =
      (are_kinds_together (cells, n) ? 0 : CHN_ROLL_MIXED) | wide | first << FIRST_SHIFT | n_units << LENGTH_SHIFT;
  for (guint i = 0; i < n; i++) {
    guint number = number_of[cells[i].actor] - first * BITS;
    for (guint32 state = cells[i].kind + 1, plane = 0; state >> plane != 0; plane++)
      roll[1 + plane * n_units + number / BITS] |= (state >> plane & 1) << (number % BITS);
  }
  if (gives_back (roll, voters, cells, n))
    return TRUE;
  g_array_set_size (units, start);
  return FALSE;
}

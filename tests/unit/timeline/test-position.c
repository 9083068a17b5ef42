/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of positions: they come back from their bytes, whatever their numbers. */
#include "timeline/position.h"

#include "suite.h"

static const guint numbers[] = { 0, 1, 2, 63, 64, 127, 128, 16383, 16384, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF };

static guint
pick (GRand *random)
{
  return numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];
}

static void
test_return (void)
{
  enum { POSITIONS = 5000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1648);
  g_autoptr (GArray) bytes = g_array_new (FALSE, FALSE, 1);
  ChnPosition positions[POSITIONS], position = { 0 };
  for (guint i = 0; i < POSITIONS; i++)
    positions[i] = (ChnPosition){ (ChnField) (i % CHN_N_FIELDS), pick (random), pick (random), pick (random) };
  chn_positions_append (bytes, positions, POSITIONS);
  const char *at = bytes->data;
  guint faults = 0;
  for (guint i = 0; i < POSITIONS; i++) {
    at = chn_position_next (at, &position);
    faults += position.field != positions[i].field || position.index != positions[i].index ||
              position.line != positions[i].line || position.column != positions[i].column;
  }
  CHN_ASSERT_INT (faults, 0);
  CU_ASSERT_PTR_EQUAL (at, bytes->data + bytes->len);
}

/* What most positions are takes two bytes. */
static void
test_size (void)
{
  static const ChnPosition positions[] = { { CHN_FIELD_ID, 0, 1000001, 1 }, { CHN_FIELD_DATE, 0, 1000004, 1 } };
  g_autoptr (GArray) bytes = g_array_new (FALSE, FALSE, 1);
  chn_positions_append (bytes, positions, 1);
  guint before = bytes->len;
  g_array_set_size (bytes, 0);
  chn_positions_append (bytes, positions, 2);
  CHN_ASSERT_INT (bytes->len - before, 2);
}

static const ChnTest tests[] = {
  { "positions come back", test_return },
  { "a usual position is small", test_size },
};

CHN_SUITE ("timeline/position", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the proof of snapshots: which numbers of a section, and which counts of a header, make sense. */
#include "store/section.h"

#include "suite.h"

/* Elements of four bytes: the whole section, or its first three as a block of it. */
static void
test_numbers (void)
{
  static const struct {
    ChnSense sense;
    guint32 size, n;
    guint64 below[2];
    guint32 numbers[4];
    gboolean makes_sense;
  } rows[] = {
    { CHN_SENSE_CELLS, 4, 0, { 1 }, { 0 }, TRUE },
    { CHN_SENSE_CELLS, 4, 3, { 10 }, { 9, 0, 3 }, TRUE },
    { CHN_SENSE_CELLS, 4, 3, { 10 }, { 9, 0, 10 }, FALSE },
    { CHN_SENSE_CELLS, 8, 2, { 10, 5 }, { 9, 4, 0, 0 }, TRUE },
    { CHN_SENSE_CELLS, 8, 2, { 10, 5 }, { 9, 4, 10, 0 }, FALSE },
    { CHN_SENSE_CELLS, 8, 2, { 10, 5 }, { 9, 5, 0, 0 }, FALSE },
    { CHN_SENSE_CELLS, 8, 2, { CHN_ANY, 5 }, { G_MAXUINT32, 4, 77, 0 }, TRUE },
    { CHN_SENSE_CELLS, 8, 2, { CHN_ANY, CHN_ANY }, { G_MAXUINT32, 4, 77, G_MAXUINT32 }, TRUE },
    { CHN_SENSE_STARTS, 4, 0, { 1 }, { 0 }, TRUE },
    { CHN_SENSE_STARTS, 4, 4, { 9 }, { 0, 3, 3, 9 }, TRUE },
    { CHN_SENSE_STARTS, 4, 4, { 8 }, { 0, 3, 3, 9 }, FALSE },
    { CHN_SENSE_STARTS, 4, 4, { 9 }, { 0, 3, 2, 9 }, FALSE },
    { CHN_SENSE_FREE, 4, 3, { 0 }, { 1, 2, 3 }, TRUE },
    { (ChnSense) 77, 4, 3, { 0 }, { 1, 2, 3 }, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnSection section = { NULL, rows[i].size, rows[i].n, rows[i].sense, { rows[i].below[0], rows[i].below[1] } };
    if (chn_section_makes_sense (&section, rows[i].numbers, 0, rows[i].n) != rows[i].makes_sense)
      CHN_FAIL ("row %u is judged otherwise", i);
  }
}

/* A block ends with a start that the next one goes on from. */
static void
test_starts_of_blocks (void)
{
  static const guint32 starts[] = { 0, 5, 4, 6 };
  static const guint64 offsets[] = { 0, 5, 4, 6 };
  ChnSection section = { NULL, sizeof *starts, 4, CHN_SENSE_STARTS, { 6 } };
  CU_ASSERT_FALSE (chn_section_makes_sense (&section, starts, 0, 2));
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, starts, 0, 1));
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, starts, 2, 2));
  section = (ChnSection){ NULL, sizeof *offsets, 4, CHN_SENSE_OFFSETS, { 6 } };
  CU_ASSERT_FALSE (chn_section_makes_sense (&section, offsets, 0, 2));
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, offsets, 0, 1));
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, offsets, 2, 2));
  section.below[0] = 5;
  CU_ASSERT_FALSE (chn_section_makes_sense (&section, offsets, 2, 2));
  section.count = 0;
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, offsets, 0, 0));
}

static void
test_heads (void)
{
  const ChnRowHead sound = { .precision = 1, .kind = 2, .status = 1, .confidence = 1, .importance = 3 };
  ChnSection section = { NULL, sizeof sound, 1, CHN_SENSE_HEADS, { 2, 3, 2, 2, 4 } };
  CU_ASSERT_TRUE (chn_section_makes_sense (&section, &sound, 0, 1));
  for (guint i = 0; i < CHN_MOST_LIMITS; i++) {
    section.below[i]--;
    CU_ASSERT_FALSE (chn_section_makes_sense (&section, &sound, 0, 1));
    section.below[i]++;
  }
}

/* Characters may begin before a block and end behind it. */
static void
test_text (void)
{
  static const char text[] = "aé中𝄞z";
  static const char *const broken[] = { "\xff", "a\xc3", "\x80\x80\x80\x80" };
  const gsize length = sizeof text - 1;
  ChnSection section = { NULL, 1, length, CHN_SENSE_TEXT, { 0 } };
  for (gsize first = 0; first < length; first++)
    for (gsize n = 0; first + n <= length; n++)
      if (!chn_section_makes_sense (&section, text, first, n))
        CHN_FAIL ("%" G_GSIZE_FORMAT " bytes from %" G_GSIZE_FORMAT, n, first);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    section.count = strlen (broken[i]);
    CU_ASSERT_FALSE (chn_section_makes_sense (&section, broken[i], 0, section.count));
  }
}

static const ChnCounts sane = {
  .n_rows = 3, .n_origins = 1, .n_id_slots = 8, .n_recurring = 2, .n_feeds = 1, .n_voters = 1
};

static ChnCounts
make_sane (void)
{
  ChnCounts counts = sane;
  counts.n_codes[CHN_DICTIONARY_KINDS] = G_MAXUINT8;
  counts.n_codes[CHN_DICTIONARY_ACTORS] = 2;
  return counts;
}

static void
test_counts (void)
{
  static const struct {
    gsize offset;
    gboolean is_long;
    guint64 value;
  } rows[] = {
    { G_STRUCT_OFFSET (ChnCounts, n_id_slots), FALSE, 0 },
    { G_STRUCT_OFFSET (ChnCounts, n_id_slots), FALSE, 6 },
    { G_STRUCT_OFFSET (ChnCounts, n_origins), FALSE, 0 },
    { G_STRUCT_OFFSET (ChnCounts, n_recurring), TRUE, 4 },
    { G_STRUCT_OFFSET (ChnCounts, n_feeds), TRUE, (guint64) G_MAXUINT32 + 1 },
    { G_STRUCT_OFFSET (ChnCounts, n_voters), TRUE, 3 },
    { G_STRUCT_OFFSET (ChnCounts, n_codes[CHN_DICTIONARY_KINDS]), FALSE, 0 },
    { G_STRUCT_OFFSET (ChnCounts, n_codes[CHN_DICTIONARY_KINDS]), FALSE, G_MAXUINT8 + 1 },
    { G_STRUCT_OFFSET (ChnCounts, n_texts), FALSE, G_MAXUINT32 },
    { G_STRUCT_OFFSET (ChnCounts, n_rows), FALSE, G_MAXINT32 },
  };
  ChnCounts counts = make_sane ();
  CU_ASSERT_TRUE (chn_counts_are_sane (&counts));
  counts.n_rows = counts.n_origins = 0;
  counts.n_recurring = 0;
  CU_ASSERT_TRUE (chn_counts_are_sane (&counts));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint32 value = (guint32) rows[i].value;
    counts = make_sane ();
    memcpy ((char *) &counts + rows[i].offset, rows[i].is_long ? (gconstpointer) &rows[i].value : &value,
            rows[i].is_long ? sizeof rows[i].value : sizeof value);
    if (chn_counts_are_sane (&counts))
      CHN_FAIL ("row %u is taken for sane", i);
  }
}

static const ChnTest tests[] = {
  { "numbers", test_numbers },     { "where blocks of starts end", test_starts_of_blocks },
  { "heads of rows", test_heads }, { "text", test_text },
  { "counts", test_counts },
};

CHN_SUITE ("store/section", tests)

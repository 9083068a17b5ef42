/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Mutates timeline files as such: blocks, a line with what is indented below it, come, go and change places; keys and
 * values are taken from tables, styles of scalars changed. Bytes are still changed as they come, every third time.
 */
#include "lines.h"

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t room, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver (const uint8_t *one, size_t n_one, const uint8_t *two, size_t n_two, uint8_t *out,
                                  size_t room, unsigned int seed);

static const char *const keys[] = {
  "timeline",   "title",    "summary",    "zone",       "licence",  "revised",     "sources", "actors",  "forums",
  "queries",    "events",   "extra",      "kinds",      "roles",    "relations",   "id",      "date",    "label",
  "kind",       "forum",    "symbols",    "symbol",     "actor",    "vote",        "yes",     "no",      "abstain",
  "not-voting", "method",   "result",     "place",      "status",   "importance",  "tags",    "series",  "confidence",
  "repeat",     "nth",      "visibility", "source",     "at",       "quote",       "says",    "author",  "publisher",
  "url",        "language", "accessed",   "archive",    "corrects", "withdraws",   "reason",  "note",    "names",
  "aliases",    "members",  "covers",     "successors", "follows",  "responds-to", "sponsor", "planned", "<<",
  "?",          NULL
};

static const char *const values[] = { "2014-12-18",
                                      "2014-12",
                                      "2014-21",
                                      "[2014..2015]",
                                      "\"[2014..2015]\"",
                                      "2014-12-18T15:00-05:00/PT2H",
                                      "-0043",
                                      "201X",
                                      "Y170000002",
                                      "un.sc",
                                      "prk",
                                      "\"DPRK\"",
                                      "A/RES/69/188",
                                      "S/PV.7353",
                                      "116-20-53",
                                      "{yes: 116, no: 20, abstain: 53}",
                                      "[prk, kor]",
                                      "{follows: a}",
                                      "FREQ=DAILY;COUNT=3",
                                      "Europe/Zurich",
                                      "adopted",
                                      "private",
                                      "restricted",
                                      "1",
                                      "5",
                                      "0",
                                      "-1",
                                      "~",
                                      "null",
                                      "true",
                                      "&a b",
                                      "*a",
                                      "!!str x",
                                      "|",
                                      ">-",
                                      "''",
                                      "\"\"",
                                      "[]",
                                      "{}",
                                      "a: b",
                                      "'it''s'",
                                      "\"\\u2028\\x1b\"",
                                      "# no",
                                      "- a",
                                      "é日本😀",
                                      NULL };

static gsize
get_indent (const char *line)
{
  return strspn (line, " -");
}

/* How many lines the block has that begins here. */
static guint
measure_block (const Lines *lines, guint at)
{
  gsize indent = strspn (lines->line->pdata[at], " ");
  guint n = 1;
  while (at + n < lines->line->len && strspn (lines->line->pdata[at + n], " ") > indent)
    n++;
  return n;
}

static void
add_key (Lines *lines, guint at)
{
  gsize indent = get_indent (lines->line->pdata[at]);
  g_ptr_array_insert (
      lines->line, (gint) at + 1,
      g_strdup_printf ("%*s%s: %s", (int) indent, "", pick_text (lines, keys), pick_text (lines, values)));
}

static void
set_key (Lines *lines, guint at)
{
  const char *line = lines->line->pdata[at], *colon = strchr (line, ':');
  lines_set (
      lines, at,
      g_strdup_printf ("%.*s%s%s", (int) get_indent (line), line, pick_text (lines, keys), colon ? colon : ":"));
}

static void
set_value (Lines *lines, guint at)
{
  const char *line = lines->line->pdata[at], *colon = strstr (line, ": ");
  lines_set_rest (lines, at, colon ? (gsize) (colon - line) + 2 : get_indent (line), pick_text (lines, values));
}

static void
move_in (Lines *lines, guint at)
{
  guint n = measure_block (lines, at);
  for (guint i = at; i < at + n; i++)
    lines_set (lines, i, g_strconcat ("  ", lines->line->pdata[i], NULL));
}

static void
change (Lines *lines)
{
  guint n = lines->line->len, at = pick (lines, n);
  const char *line = lines->line->pdata[at];
  switch (pick (lines, 8)) {
  case 0:
    add_key (lines, at);
    break;
  case 1:
    lines_remove (lines, at, measure_block (lines, at));
    break;
  case 2:
    lines_copy (lines, at, measure_block (lines, at), pick (lines, n + 1));
    break;
  case 3:
    set_key (lines, at);
    break;
  case 4:
  case 5:
    set_value (lines, at);
    break;
  case 6:
    move_in (lines, at);
    break;
  default:
    lines_set (lines, at, g_strdup (line + MIN (strspn (line, " "), 2)));
    break;
  }
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t room, unsigned int seed)
{
  if (seed % 3 == 0)
    return LLVMFuzzerMutate (data, size, room);
  Lines lines = lines_new (data, size, seed);
  if (lines.line->len == 0)
    g_ptr_array_add (lines.line, g_strdup ("timeline: a"));
  for (guint n = 1 + pick (&lines, 4); n > 0 && lines.line->len > 0; n--)
    change (&lines);
  return lines_end (&lines, data, room, "\n");
}

size_t
LLVMFuzzerCustomCrossOver (const uint8_t *one, size_t n_one, const uint8_t *two, size_t n_two, uint8_t *out,
                           size_t room, unsigned int seed)
{
  return lines_cross (one, n_one, two, n_two, out, room, seed, "\n");
}

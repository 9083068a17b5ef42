/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Who a code in a table of votes means, at the date of the vote: codes outlive the States that bore them, and data
 * sets go on using those that ISO 3166 has withdrawn.
 */
#include "format/rolls/voters.h"

#include <string.h>

#include "base/civil.h"
#include "registry/codes.h"
#include "registry/voting-body.h"

void
chn_roll_voters_init (ChnRollVoters *voters)
{
  *voters = (ChnRollVoters){ .voters = g_array_new (FALSE, TRUE, sizeof (ChnRollVoter)) };
  voters->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  voters->seats = g_hash_table_new (g_str_hash, g_str_equal);
}

void
chn_roll_voters_clear (ChnRollVoters *voters)
{
  for (guint i = 0; i < voters->voters->len; i++) {
    g_free (chn_roll_voters_get (voters, i)->text);
    g_free (chn_roll_voters_get (voters, i)->name);
  }
  g_clear_pointer (&voters->voters, g_array_unref);
  g_clear_pointer (&voters->by_text, g_hash_table_unref);
  g_clear_pointer (&voters->seats, g_hash_table_unref);
  g_clear_pointer (&voters->by_cow, g_hash_table_unref);
}

static guint32
add (ChnRollVoters *voters, const char *text, gsize length, gboolean is_cow)
{
  g_autofree char *copy = g_strndup (text, length);
  gpointer known = NULL;
  if (g_hash_table_lookup_extended (voters->by_text, copy, NULL, &known))
    return GPOINTER_TO_UINT (known);
  guint32 number = voters->voters->len;
  ChnRollVoter voter = { .text = g_steal_pointer (&copy), .is_cow = is_cow };
  g_array_append_val (voters->voters, voter);
  g_hash_table_insert (voters->by_text, voter.text, GUINT_TO_POINTER (number));
  return number;
}

guint32
chn_roll_voters_take (ChnRollVoters *voters, const char *text, gsize length, gboolean is_cow)
{
  if (length != 2 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return add (voters, text, length, is_cow);
  guint32 *known = &voters->of_letters[(text[0] - 'A') * 26 + text[1] - 'A'];
  if (*known == 0)
    *known = add (voters, text, length, is_cow) + 1;
  return *known - 1;
}

/* Codes that say something else than ISO 3166 and the project say today, from or up to a day. */
static const struct {
  const char *code, *actor;
  ChnDay from, until; /* 0 where it always did */
} codes[] = {
  { "YU", "srb", { 1992, 4, 28 }, { 0, 0, 0 } },  { "YUG", "srb", { 1992, 4, 28 }, { 0, 0, 0 } },
  { "345", "yug", { 0, 0, 0 }, { 1992, 4, 27 } }, { "SCG", "srb", { 0, 0, 0 }, { 0, 0, 0 } },
  { "260", "deu", { 0, 0, 0 }, { 0, 0, 0 } },     { "678", "yem", { 0, 0, 0 }, { 0, 0, 0 } },
  { "ZAR", "cod", { 0, 0, 0 }, { 0, 0, 0 } },     { "BUR", "mmr", { 0, 0, 0 }, { 0, 0, 0 } },
  { "DHY", "ben", { 0, 0, 0 }, { 0, 0, 0 } },     { "HVO", "bfa", { 0, 0, 0 }, { 0, 0, 0 } },
  { "BYS", "blr", { 0, 0, 0 }, { 0, 0, 0 } },     { "TMP", "tls", { 0, 0, 0 }, { 0, 0, 0 } },
};

static gint64
find_start (const ChnDay *day)
{
  return chn_civil_to_days (day->year, day->month, day->day) * CHN_DAY_SECONDS;
}

static const char *
find_withdrawn (const char *code, const ChnDateBounds *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (codes[i].code, code) == 0 &&
        (codes[i].from.year == 0 || at->earliest >= find_start (&codes[i].from)) &&
        (codes[i].until.year == 0 || at->latest < find_start (&codes[i].until) + CHN_DAY_SECONDS))
      return codes[i].actor;
  return NULL;
}

static gboolean
is_withdrawn (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (codes[i].code, code) == 0)
      return TRUE;
  return FALSE;
}

static const char *
find_code (ChnRollVoters *voters, const ChnRollVoter *voter, const ChnRegistry *registry, const ChnDateBounds *at)
{
  const char *withdrawn = find_withdrawn (voter->text, at);
  if (withdrawn)
    return withdrawn;
  if (voter->is_cow && !voters->by_cow)
    voters->by_cow = chn_registry_index_codes (registry, CHN_CODE_COW);
  if (voter->is_cow)
    return g_hash_table_lookup (voters->by_cow, voter->text);
  const ChnActor *actor = chn_registry_find_actor (registry, voter->text, -1, at, NULL);
  if (!actor && voter->name)
    actor = chn_registry_find_actor (registry, voter->name, -1, at, NULL);
  return actor ? chn_actor_get_id (actor) : NULL;
}

static gboolean
is_code_of (const ChnRollVoter *voter, const ChnActor *actor, ChnCode code)
{
  const char *own = chn_actor_get_code (actor, code);
  return own && strcmp (own, voter->text) == 0;
}

/* Names change with time, and a few codes and seats do; the codes of all others mean the same State at any date. */
static gboolean
is_always (const ChnRollVoter *voter, const char *found, const ChnRegistry *registry)
{
  const ChnActor *actor = found ? chn_registry_get_actor (registry, found) : NULL;
  return actor && !is_withdrawn (voter->text) && !chn_seat_get_former (found) && !chn_seat_get_heir (found) &&
         (is_code_of (voter, actor, CHN_CODE_ISO2) || is_code_of (voter, actor, CHN_CODE_ISO3) ||
          (voter->is_cow && is_code_of (voter, actor, CHN_CODE_COW)));
}

static guint32
find_seat (ChnRollVoters *voters, const char *actor)
{
  guint32 seat = GPOINTER_TO_UINT (g_hash_table_lookup (voters->seats, actor));
  if (seat > 0)
    return seat;
  seat = g_hash_table_size (voters->seats) + 1;
  g_hash_table_insert (voters->seats, (gpointer) actor, GUINT_TO_POINTER (seat));
  return seat;
}

void
chn_roll_voters_read (ChnRollVoters *voters, ChnRollVoter *voter, const ChnRegistry *registry,
                      const ChnDateBounds *at)
{
  if (voter->is_always || (voter->is_read && voter->earliest == at->earliest))
    return;
  const char *found = find_code (voters, voter, registry, at);
  voter->is_read = TRUE;
  voter->is_always = is_always (voter, found, registry);
  voter->earliest = at->earliest;
  voter->actor = found ? chn_seat_get_holder (found, at) : NULL;
  voter->seat = voter->actor ? find_seat (voters, voter->actor) : 0;
}

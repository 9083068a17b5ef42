/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The vote of a shown event, with its roll call. */
#include <string.h>

#include "names.h"
#include "show.h"

static const struct {
  ChnBallotKind kind;
  const char *label;
} groups[] = {
  { CHN_BALLOT_YES, "In favour" },
  { CHN_BALLOT_NO, "Against" },
  { CHN_BALLOT_ABSTAIN, "Abstaining" },
  { CHN_BALLOT_NOT_VOTING, "Not voting" },
};

static gint32
get_count (const ChnVote *vote, ChnBallotKind kind)
{
  const gint32 counts[] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  return counts[kind];
}

/* " (derived)" marks what is not stated but follows from the counts and the body's rules. */
static void
append_result (const Showing *showing, const ChnVote *vote, GString *text)
{
  guint n = 0;
  const ChnTerm *results = chn_vocabulary_get_terms (CHN_VOCABULARY_RESULT, &n);
  ChnOutcome outcome = chn_event_find_outcome (showing->event, showing->registry);
  gboolean adopted = outcome.adopted == CHN_CERTAINTY_CERTAINLY,
           rejected = outcome.rejected == CHN_CERTAINTY_CERTAINLY;
  const char *failed = outcome.failed == CHN_CERTAINTY_CERTAINLY ? ", short of the majority" : "";
  if (vote->result != CHN_RESULT_NONE)
    g_string_append_printf (text, "%s; ", results[vote->result].label);
  else if (outcome.is_derived && (adopted || rejected))
    g_string_append_printf (text, "%s%s (derived); ",
                            results[adopted ? CHN_RESULT_ADOPTED : CHN_RESULT_REJECTED].label, adopted ? "" : failed);
}

static char *
dup_outcome (const Showing *showing, const ChnVote *vote)
{
  guint n = 0;
  const ChnTerm *methods = chn_vocabulary_get_terms (CHN_VOCABULARY_METHOD, &n);
  g_autofree char *counts = chn_vote_dup_counts (vote);
  GString *text = g_string_new (NULL);
  append_result (showing, vote, text);
  if (vote->method != CHN_METHOD_NONE || text->len == 0)
    g_string_append (text, methods[vote->method].label);
  else
    g_string_truncate (text, text->len - strlen ("; ")); /* how it came about is not said */
  if (counts && vote->method != CHN_METHOD_CONSENSUS)
    g_string_append_printf (text, vote->is_summed ? " %s, summed up from the ballots below" : " %s", counts);
  return g_string_free (text, FALSE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names of those who voted so, in alphabetical order. */
static GPtrArray *
collect_names (const Showing *showing, const ChnVote *vote, ChnBallotKind kind)
{
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < vote->n_ballots; i++)
    if (vote->ballots[i].kind == kind)
      g_ptr_array_add (names, (gpointer) (guintptr) names_get_actor_at (showing->registry, vote->ballots[i].actor,
                                                                        chn_event_get_bounds (showing->event)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
show_group (const Showing *showing, const ChnVote *vote, ChnBallotKind kind, const char *label)
{
  g_autoptr (GPtrArray) names = collect_names (showing, vote, kind);
  gint32 count = get_count (vote, kind);
  g_autoptr (GString) line = g_string_new (label);
  if (names->len == 0 && count < 0)
    return;
  if (count < 0 || (guint) count == names->len)
    g_string_append_printf (line, " (%u)", names->len);
  else if (names->len > 0)
    g_string_append_printf (line, " (%d, of whom %u are known)", count, names->len);
  else
    g_string_append_printf (line, " (%d)", count);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? ": " : ", ", (const char *) names->pdata[i]);
  page_add_hanging (showing->page, 2, 4, line->str);
}

static void
show_veto (const Showing *showing)
{
  if (chn_event_find_outcome (showing->event, showing->registry).veto != CHN_CERTAINTY_CERTAINLY)
    return;
  g_autoptr (GPtrArray) actors = chn_event_dup_vetoes (showing->event, showing->registry);
  g_autoptr (GString) line = g_string_new ("Vetoed (derived)");
  for (guint i = 0; i < actors->len; i++)
    g_string_append_printf (
        line, "%s%s", i == 0 ? ": " : ", ",
        chn_seat_get_name (showing->registry, actors->pdata[i], chn_event_get_bounds (showing->event)));
  page_add_text (showing->page, 2, line->str);
}

void
show_vote (const Showing *showing)
{
  const ChnVote *vote = chn_event_get_vote (showing->event);
  if (!vote || !chn_vote_is_present (vote))
    return;
  g_autofree char *outcome = dup_outcome (showing, vote);
  page_add_heading (showing->page, "Vote");
  page_add_text (showing->page, 2, outcome);
  show_veto (showing);
  gboolean by_groups = vote->n_ballots > 0 && showing->groups->len > 0;
  if (by_groups)
    show_roll (showing, vote);
  for (guint i = 0; !by_groups && i < G_N_ELEMENTS (groups); i++)
    show_group (showing, vote, groups[i].kind, groups[i].label);
}

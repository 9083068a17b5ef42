/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which members a group of a query means: those at the dates of the events that were found. */
#include "query/explain-members.h"
#include "query/actors.h"

gboolean
chn_explain_find_span (const ChnColumns *columns, const ChnRows *rows, ChnDateBounds *span)
{
  *span = (ChnDateBounds){ CHN_TIME_MAX, CHN_TIME_MIN, CHN_PRECISION_DAY, 0 };
  for (guint i = 0; i < rows->n; i++) {
    ChnDateBounds bounds = chn_columns_get_bounds (columns, rows->row[i]);
    if (bounds.earliest == CHN_TIME_MIN || bounds.latest == CHN_TIME_MAX)
      continue;
    span->earliest = MIN (span->earliest, bounds.earliest);
    span->latest = MAX (span->latest, bounds.latest);
  }
  return span->earliest <= span->latest;
}

/* Whether an earlier membership names the same actor. */
static gboolean
is_repeated (const ChnMembership *members, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (members[i].actor, members[index].actor))
      return TRUE;
  return FALSE;
}

/* "hrv (2013-07-01/..)" where it was no member all the time. */
static void
append_member (GString *out, const ChnMembership *members, guint n, guint index, ChnCertainty certainty)
{
  g_string_append_printf (out, " %s", members[index].actor);
  if (certainty == CHN_CERTAINTY_CERTAINLY)
    return;
  const char *separator = " (";
  for (guint i = index; i < n; i++) {
    if (!members[i].during || !g_str_equal (members[i].actor, members[index].actor))
      continue;
    g_string_append_printf (out, "%s%s", separator, chn_date_get_text (members[i].during));
    separator = ", ";
  }
  g_string_append (out, separator[0] == ',' ? ")" : "");
}

/* Who else was a member outside it is not known. */
static void
append_coverage (GString *out, int indent, const ChnActor *group)
{
  const ChnDate *covers = chn_actor_get_covers (group);
  g_string_append_printf (out, "%*s%s is recorded for %s only\n", indent, "", chn_actor_get_id (group),
                          covers ? chn_date_get_text (covers) : "the time of these memberships");
}

static void
append_group (GString *out, int indent, const ChnActor *group, const ChnDateBounds *span)
{
  guint n = 0, n_found = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    ChnCertainty certainty = chn_actor_has_member (group, members[i].actor, span);
    if (certainty == CHN_CERTAINTY_NO || is_repeated (members, i))
      continue;
    append_member (ids, members, n, i, certainty);
    n_found++;
  }
  g_string_append_printf (out, "%*s%s at the dates found, %u member%s:%s\n", indent, "", chn_actor_get_id (group),
                          n_found, n_found == 1 ? "" : "s", ids->str);
  if (!chn_actor_is_covered (group, span))
    append_coverage (out, indent, group);
}

void
chn_explain_append_members (GString *out, int indent, const ChnActorSet *set, const ChnDateBounds *span)
{
  for (guint i = 0; i < set->n_groups; i++)
    append_group (out, indent, set->groups[i], span);
}

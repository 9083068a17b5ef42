/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* DESCRIPTION: an event in words, for calendar apps that know nothing of sources and votes. */
#include "format/ical-description.h"

#include <string.h>

#include <chancery/symbol.h>

#include "format/prose.h"

static void
append_summary (GString *out, const ChnEvent *event)
{
  const char *summary = chn_event_get_text (event, CHN_FIELD_SUMMARY);
  if (summary && summary[0])
    g_string_append_printf (out, "%s\n\n", summary);
}

static void
append_date (GString *out, const ChnEvent *event)
{
  g_autofree char *words = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
  const char *status = chn_prose_status (event);
  g_string_append_printf (out, "Date: %s (%s)\n", words, chn_event_get_text (event, CHN_FIELD_DATE));
  if (status)
    g_string_append_printf (out, "Status: %s\n", status);
}

/* One line a role, in the order of the roles. */
static void
append_actors (GString *out, const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0, n_roles = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  const ChnTerm *roles = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n_roles);
  for (guint role = 0; role < n_roles; role++) {
    gboolean any = FALSE;
    for (guint i = 0; i < n; i++) {
      if (actors[i].role != role)
        continue;
      const ChnActor *actor = chn_registry_get_actor (chn_timeline_get_registry (timeline), actors[i].actor);
      g_string_append_printf (out, "%s%s", any ? "; " : "", any ? "" : roles[role].label);
      g_string_append_printf (out, "%s%s", any ? "" : ": ",
                              actor ? chn_actor_get_short_name (actor) : actors[i].actor);
      any = TRUE;
    }
    if (any)
      g_string_append_c (out, '\n');
  }
}

static void
append_vote (GString *out, const ChnEvent *event)
{
  const ChnVote *vote = chn_event_get_vote (event);
  g_autofree char *words = chn_prose_vote (vote);
  guint n = 0;
  if (!words)
    return;
  g_string_append_printf (out, "Vote: %s", words);
  if (vote->result != CHN_RESULT_NONE)
    g_string_append_printf (out, " (%s)", vote->method == CHN_METHOD_CONSENSUS
                                            ? "consensus"
                                            : chn_vocabulary_get_terms (CHN_VOCABULARY_RESULT, &n)[vote->result].name);
  g_string_append_c (out, '\n');
}

static void
append_symbols (GString *out, const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    g_autofree char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    g_string_append_printf (out, "Document: %s%s%s\n", symbols[i], link ? " " : "", link ? link : "");
  }
}

static void
append_disputes (GString *out, const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < citations[i].n_claims; j++) {
      g_autofree char *dispute = chn_prose_dispute (timeline, event, &citations[i], &citations[i].claims[j]);
      if (dispute)
        g_string_append_printf (out, "Sources differ: %s.\n", dispute);
    }
}

static void
append_sources (GString *out, const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  if (n > 0)
    g_string_append (out, "\nSources:\n");
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (timeline, citations[i].source);
    g_autofree char *text = source ? chn_prose_source (source) : g_strdup (citations[i].source);
    g_string_append_printf (out, "%u. %s", i + 1, text);
    if (citations[i].at)
      g_string_append_printf (out, ", %s", citations[i].at);
    if (citations[i].quote)
      g_string_append_printf (out, ": “%s”", citations[i].quote);
    if (source && source->text[CHN_SOURCE_URL])
      g_string_append_printf (out, " %s", source->text[CHN_SOURCE_URL]);
    g_string_append_c (out, '\n');
  }
}

char *
chn_ical_dup_description (const ChnTimeline *timeline, const ChnEvent *event)
{
  g_autoptr (GString) out = g_string_new (NULL);
  append_summary (out, event);
  append_date (out, event);
  append_actors (out, timeline, event);
  append_vote (out, event);
  append_symbols (out, event);
  append_disputes (out, timeline, event);
  append_sources (out, timeline, event);
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_strdup (out->str);
}

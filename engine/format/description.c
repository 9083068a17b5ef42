/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* All of an event in words, for programs that know nothing of sources and votes. */
#include "format/description.h"

#include <string.h>

#include <chancery/symbol.h>

#include "base/append.h"
#include "base/civil.h"
#include "date/english.h"
#include "document/dispute.h"
#include "document/prose.h"

/* What lines of judgement begin with. */
static const char *const judgements[] = { "Sources differ: ", "Superseded: " };

struct _ChnDescriber {
  GString *text;
  GHashTable *sources; /* of keys, by where they lie -> the source in words */
  char *source;        /* the last one of an event that is in no timeline */
};

static inline void
append_between (GString *out, const char *before, const char *text, const char *behind)
{
  chn_append (out, before);
  chn_append (out, text);
  chn_append (out, behind);
}

static void
append_number (GString *out, guint number)
{
  char digits[16];
  gsize at = sizeof digits;
  do {
    digits[--at] = (char) ('0' + number % 10);
    number /= 10;
  } while (number > 0);
  chn_append_bytes (out, digits + at, sizeof digits - at);
}

static void
append_summary (GString *out, const ChnEvent *event)
{
  const char *summary = chn_event_get_text (event, CHN_FIELD_SUMMARY);
  if (summary && summary[0])
    append_between (out, "", summary, "\n\n");
}

/* Most dates are a day, whose words are plain enough to do without parsing it. */
static gboolean
append_plain_day (GString *out, const ChnEvent *event)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (bounds->precision != CHN_PRECISION_DAY || bounds->flags != 0 ||
      bounds->latest - bounds->earliest >= CHN_DAY_SECONDS)
    return FALSE;
  ChnCivil civil = chn_civil_from_seconds (bounds->earliest);
  if (civil.year < 1000 || civil.year > 9999)
    return FALSE;
  append_number (out, (guint) civil.day);
  append_between (out, " ", chn_english_get_month (civil.month), " ");
  append_number (out, (guint) civil.year);
  return TRUE;
}

static void
append_date (GString *out, const ChnEvent *event)
{
  const char *status = chn_prose_status (event);
  chn_append (out, "Date: ");
  if (!append_plain_day (out, event)) {
    g_autofree char *words = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
    g_string_append (out, words);
  }
  append_between (out, " (", chn_event_get_text (event, CHN_FIELD_DATE), ")\n");
  if (status)
    append_between (out, "Status: ", status, "\n");
}

/* The line of a role; how many have it. */
static guint
append_role (GString *out, const ChnRegistry *registry, const ChnEvent *event, guint role)
{
  guint n = 0, n_done = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    if (actors[i].role != role)
      continue;
    const ChnActor *actor = chn_registry_get_actor (registry, actors[i].actor);
    append_between (out, n_done > 0 ? "; " : chn_event_describe_term (event, CHN_VOCABULARY_ROLE, role)->label,
                    n_done > 0 ? "" : ": ",
                    actor ? chn_actor_get_name_at (actor, chn_event_get_bounds (event)) : actors[i].actor);
    n_done++;
  }
  if (n_done > 0)
    g_string_append_c (out, '\n');
  return n_done;
}

static gboolean
comes_first (const ChnParticipation *actors, guint i)
{
  for (guint k = 0; k < i; k++)
    if (actors[k].role == actors[i].role)
      return FALSE;
  return TRUE;
}

/* One line a role, in the order of the known roles; others follow as the event has them, whose numbers may differ
 * between files. */
static void
append_actors (GString *out, const ChnRegistry *registry, const ChnEvent *event)
{
  guint n = 0, n_done = 0, n_known = chn_vocabulary_count (NULL, CHN_VOCABULARY_ROLE);
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint role = 0; role < n_known && n_done < n; role++)
    n_done += append_role (out, registry, event, role);
  for (guint i = 0; i < n && n_done < n; i++)
    if (actors[i].role >= n_known && comes_first (actors, i))
      n_done += append_role (out, registry, event, actors[i].role);
}

static void
append_vote (GString *out, const ChnRegistry *registry, const ChnEvent *event)
{
  const ChnVote *vote = chn_event_get_vote (event);
  g_autofree char *words = chn_prose_vote (vote);
  guint n = 0;
  if (!words)
    return;
  g_string_append_printf (out, "Vote: %s", words);
  if (vote->result != CHN_RESULT_NONE)
    g_string_append_printf (out, " (%s)",
                            vote->method == CHN_METHOD_CONSENSUS
                                ? "consensus"
                                : chn_vocabulary_get_terms (CHN_VOCABULARY_RESULT, &n)[vote->result].name);
  g_autofree char *outcome = chn_prose_outcome (registry, event);
  if (outcome)
    append_between (out, "; ", outcome, "");
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
    append_between (out, "Document: ", symbols[i], link ? " " : "");
    append_between (out, link ? link : "", "\n", "");
  }
}

/* How sources are judged depends on those of other events too: of an event alone nothing is said. */
static void
append_disputes (GString *out, const ChnContext *context, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n && context->timeline; i++)
    for (guint j = 0; j < citations[i].n_claims; j++) {
      g_autofree char *dispute = chn_prose_dispute (context->timeline, context->row, event, i, j);
      g_autofree char *superseded = chn_prose_superseded (context->timeline, context->row, event, i, j);
      if (dispute)
        append_between (out, judgements[0], dispute, ".\n");
      if (superseded)
        append_between (out, judgements[1], superseded, ".\n");
    }
}

/* A source in words, of a timeline made once: its events share their sources, whose keys lie there. */
static const char *
get_source_text (ChnDescriber *describer, const ChnContext *context, const ChnSource *source)
{
  if (!context->timeline) {
    g_free (describer->source);
    return describer->source = chn_prose_source (source);
  }
  char *text = g_hash_table_lookup (describer->sources, source->text[CHN_SOURCE_KEY]);
  if (!text) {
    text = chn_prose_source (source);
    g_hash_table_insert (describer->sources, (gpointer) (guintptr) source->text[CHN_SOURCE_KEY], text);
  }
  return text;
}

static void
append_sources (ChnDescriber *describer, const ChnContext *context, const ChnEvent *event)
{
  GString *out = describer->text;
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  if (n > 0)
    g_string_append (out, "\nSources:\n");
  for (guint i = 0; i < n; i++) {
    ChnSource source;
    gboolean known = chn_context_get_source (context, i, &source);
    append_number (out, i + 1);
    append_between (out, ". ", known ? get_source_text (describer, context, &source) : citations[i].source, "");
    if (citations[i].at)
      append_between (out, ", ", citations[i].at, "");
    if (citations[i].quote)
      append_between (out, ": “", citations[i].quote, "”");
    if (known && source.text[CHN_SOURCE_URL])
      append_between (out, " ", source.text[CHN_SOURCE_URL], "");
    g_string_append_c (out, '\n');
  }
}

ChnDescriber *
chn_describer_new (void)
{
  ChnDescriber *describer = g_new0 (ChnDescriber, 1);
  describer->text = g_string_new (NULL);
  describer->sources = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return describer;
}

void
chn_describer_free (ChnDescriber *describer)
{
  if (!describer)
    return;
  g_string_free (describer->text, TRUE);
  g_hash_table_unref (describer->sources);
  g_free (describer->source);
  g_free (describer);
}

const char *
chn_describer_describe (ChnDescriber *describer, const ChnContext *context, const ChnEvent *event)
{
  GString *out = describer->text;
  g_string_truncate (out, 0);
  append_summary (out, event);
  append_date (out, event);
  append_actors (out, context->registry, event);
  append_vote (out, context->registry, event);
  append_symbols (out, event);
  append_disputes (out, context, event);
  append_sources (describer, context, event);
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return out->str;
}

gboolean
chn_describer_is_judgement (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    if (g_str_has_prefix (line, judgements[i]))
      return TRUE;
  return FALSE;
}

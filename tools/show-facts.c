/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The facts of a shown event: date, kind, forums, actors by role, documents and what else it has. */
#include <string.h>

#include "names.h"
#include "show.h"

static const char *
get_label (const Showing *showing, ChnVocabularyId vocabulary, guint value)
{
  return chn_event_describe_term (showing->event, vocabulary, value)->label;
}

static void
show_date (const Showing *showing, const char *label, ChnField field)
{
  const ChnDate *date = chn_event_get_date (showing->event, field);
  g_autofree char *text = date ? names_dup_date (date) : NULL;
  page_add_field (showing->page, label, text);
}

static void
show_forums (const Showing *showing)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (showing->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = names_dup_forum (showing->registry, forums[i]);
    page_add_field (showing->page, i == 0 ? "Forum" : "", text);
  }
}

/* A line for each role that somebody has. */
static void
show_actors (const Showing *showing)
{
  guint n = 0;
  guint n_roles = chn_vocabulary_count (chn_timeline_get_vocabulary (showing->timeline), CHN_VOCABULARY_ROLE);
  const ChnParticipation *actors = chn_event_get_actors (showing->event, &n);
  for (guint role = 0; role < n_roles; role++) {
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
      if (actors[i].role == role)
        g_string_append_printf (
            names, "%s%s (%s)", names->len > 0 ? ", " : "",
            names_get_actor_at (showing->registry, actors[i].actor, chn_event_get_bounds (showing->event)),
            actors[i].actor);
    page_add_field (showing->page, get_label (showing, CHN_VOCABULARY_ROLE, role), names->str);
  }
}

static void
show_symbols (const Showing *showing)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (showing->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    g_autofree char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    page_add_fieldf (showing->page, i == 0 ? "Document" : "", "%s%s%s%s", symbols[i], link ? "  <" : "",
                     link ? link : "", link ? ">" : "");
  }
}

static void
show_series (const Showing *showing)
{
  const char *series = chn_event_get_text (showing->event, CHN_FIELD_SERIES);
  guint nth = chn_event_get_number (showing->event, CHN_FIELD_NTH);
  if (series && nth > 0)
    page_add_fieldf (showing->page, "Series", "%s, number %u", series, nth);
  else
    page_add_field (showing->page, "Series", series);
}

static void
show_tags (const Showing *showing)
{
  guint n = 0;
  const char *const *tags = chn_event_get_items (showing->event, CHN_FIELD_TAGS, &n);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", tags[i]);
  page_add_field (showing->page, "Tags", text->str);
}

static void
show_standing (const Showing *showing)
{
  guint status = chn_event_get_term (showing->event, CHN_FIELD_STATUS);
  guint confidence = chn_event_get_term (showing->event, CHN_FIELD_CONFIDENCE);
  guint importance = chn_event_get_number (showing->event, CHN_FIELD_IMPORTANCE);
  if (status != CHN_STATUS_OCCURRED)
    page_add_field (showing->page, "Status", get_label (showing, CHN_VOCABULARY_STATUS, status));
  if (confidence != CHN_CONFIDENCE_NONE)
    page_add_field (showing->page, "Confidence", get_label (showing, CHN_VOCABULARY_CONFIDENCE, confidence));
  guint visibility = chn_event_get_term (showing->event, CHN_FIELD_VISIBILITY);
  if (visibility != CHN_VISIBILITY_PUBLIC)
    page_add_field (showing->page, "Visibility", get_label (showing, CHN_VOCABULARY_VISIBILITY, visibility));
  if (importance > 0)
    page_add_fieldf (showing->page, "Importance", "%u of 5", importance);
}

static char *
dup_times (const ChnRecurrenceSummary *summary)
{
  if (!summary->is_followed)
    return g_strdup ("by a rule that is not followed");
  if (summary->is_endless)
    return g_strdup ("without end");
  return summary->n > 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT " in all", summary->n)
                        : g_strdup ("too many to be counted");
}

/* The rule, how often it is, and the next that is not over. */
static void
show_recurrence (const Showing *showing)
{
  ChnRecurrenceSummary summary;
  chn_timeline_summarize_recurrence (showing->timeline, showing->row, showing->today, &summary);
  page_add_field (showing->page, "Repeats", chn_event_get_text (showing->event, CHN_FIELD_REPEAT));
  if (!summary.recurs)
    return;
  g_autoptr (ChnDate) next = summary.next;
  g_autofree char *times = dup_times (&summary), *date = next ? names_dup_date (next) : NULL;
  page_add_field (showing->page, "Times", times);
  if (summary.is_followed)
    page_add_field (showing->page, "Next", date ? date : "none, it is over");
}

/* When it was, as a calendar had it, is told by the date, but for a time zone that nobody knows. */
static gboolean
says_when (const ChnExtra *extra)
{
  static const char *const properties[] = { "DTSTART", "DTEND", "DURATION" };
  const gsize length = strcspn (extra->key, ";");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strlen (properties[i]) == length && strncmp (extra->key, properties[i], length) == 0)
      return !strstr (extra->key, ";TZID=");
  return FALSE;
}

static void
show_extras (const Showing *showing)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (showing->event, &n);
  const char *label = "Extra";
  for (guint i = 0; i < n; i++) {
    if (says_when (&extras[i]))
      continue;
    page_add_fieldf (showing->page, label, "%s: %s", extras[i].key, extras[i].value);
    label = "";
  }
}

void
show_facts (const Showing *showing)
{
  const ChnEvent *event = showing->event;
  Page *page = showing->page;
  const char *summary = chn_event_get_text (event, CHN_FIELD_SUMMARY);
  page_add_title (page, chn_event_get_text (event, CHN_FIELD_TITLE));
  page_add_field (page, "Id", chn_event_get_text (event, CHN_FIELD_ID));
  page_add_field (page, "Label", chn_event_get_text (event, CHN_FIELD_LABEL));
  show_date (showing, "Date", CHN_FIELD_DATE);
  page_add_field (page, "Zone", chn_event_get_text (event, CHN_FIELD_ZONE));
  page_add_field (page, "Kind", get_label (showing, CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND)));
  show_forums (showing);
  page_add_field (page, "Place", chn_event_get_text (event, CHN_FIELD_PLACE));
  show_actors (showing);
  show_symbols (showing);
  show_series (showing);
  show_recurrence (showing);
  show_tags (showing);
  show_standing (showing);
  show_date (showing, "Revised", CHN_FIELD_REVISED);
  show_extras (showing);
  page_add_field (page, "Read from",
                  chn_timeline_get_header (showing->timeline,
                                           chn_timeline_get_origin (showing->timeline, showing->row),
                                           CHN_HEADER_TIMELINE));
  if (summary && *summary) {
    page_add_blank (page);
    page_add_text (page, 0, summary);
  }
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One event as a VEVENT (RFC 5545, 3.6.1; RFC 7986 for what calendar apps show beside it). */
#include "format/ical-event.h"

#include <libical/ical.h>
#include <string.h>

#include <chancery/symbol.h>

#include "base/civil.h"
#include "format/ical-description.h"
#include "format/ical-when.h"
#include "format/options.h"

typedef struct {
  const ChnWriteJob *job;
  ChnContentLine *line;
  ChnPayload *payload; /* or NULL */
  const ChnEvent *event;
  guint row;
  ChnWhen when;
} EventPage;

static const char *
get_header (const EventPage *page, ChnHeaderField field)
{
  return chn_timeline_get_header (page->job->timeline, chn_timeline_get_origin (page->job->timeline, page->row), field);
}

/* The event's id at the timeline's domain: never made of what an editor may correct. */
static char *
dup_uid (const EventPage *page, const char *event_id)
{
  const char *domain = get_header (page, CHN_HEADER_DOMAIN);
  const char *timeline = get_header (page, CHN_HEADER_TIMELINE);
  if (domain)
    return g_strdup_printf ("%s@%s", event_id, domain);
  return g_strdup_printf ("%s@%s.chancery", event_id, timeline ? timeline : "timeline");
}

/*
 * DTSTAMP is required, and "now" would make every export a change: it is the day of the last
 * revision, from which SEQUENCE follows too, since some clients ignore an edit that does not raise it.
 */
static void
put_revision (const EventPage *page)
{
  ChnDate *revised = chn_event_get_date (page->event, CHN_FIELD_REVISED);
  gint64 time = revised ? chn_date_get_bounds (revised)->earliest : 0;
  if (time == CHN_TIME_MIN || time < 0)
    time = 0;
  char stamp[24];
  chn_when_format_utc (time, stamp);
  chn_line_put_property (page->line, "DTSTAMP", stamp);
  if (!revised)
    return;
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, time / CHN_DAY_SECONDS);
  chn_line_put_property (page->line, "LAST-MODIFIED", stamp);
  chn_line_put_property (page->line, "SEQUENCE", sequence);
}

static void
put_when (const EventPage *page)
{
  char text[24];
  if (page->when.kind == CHN_WHEN_TIME) {
    chn_when_format_utc (page->when.utc, text);
    chn_line_put_property (page->line, "DTSTART", text);
    return;
  }
  chn_when_format_day (page->when.first_day, text);
  chn_line_put_property (page->line, "DTSTART;VALUE=DATE", text);
  chn_when_format_day (page->when.end_day, text);
  chn_line_put_property (page->line, "DTEND;VALUE=DATE", text);
}

static void
put_title (const EventPage *page)
{
  chn_line_begin (page->line, "SUMMARY");
  if (page->when.prefix)
    chn_line_put_text (page->line, page->when.prefix);
  chn_line_put_text (page->line, chn_event_get_text (page->event, CHN_FIELD_TITLE));
  chn_line_end (page->line);
}

/* One property each: a comma inside one is re-escaped wrongly by libical and all that is built on it. */
static void
put_categories (const EventPage *page)
{
  const ChnRegistry *registry = chn_timeline_get_registry (page->job->timeline);
  guint n = 0;
  const ChnTerm *kinds = chn_vocabulary_get_terms (CHN_VOCABULARY_KIND, &n);
  chn_line_put_text_property (page->line, "CATEGORIES", kinds[chn_event_get_term (page->event, CHN_FIELD_KIND)].label);
  const char *const *forums = chn_event_get_items (page->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    chn_line_put_text_property (page->line, "CATEGORIES", forum ? chn_forum_get_short_name (forum) : forums[i]);
  }
  const char *const *tags = chn_event_get_items (page->event, CHN_FIELD_TAGS, &n);
  for (guint i = 0; i < n; i++)
    chn_line_put_text_property (page->line, "CATEGORIES", tags[i]);
}

static char *
dup_document_link (const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    if (link)
      return link;
  }
  return NULL;
}

static gboolean
is_web_address (const char *text)
{
  return text && (g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0);
}

/* The document, or else the first source, is the URL; further sources are attached. */
static void
put_links (const EventPage *page)
{
  g_autofree char *document = dup_document_link (page->event);
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (page->event, &n);
  gboolean any = document != NULL;
  if (document)
    chn_line_put_uri_property (page->line, "URL", document);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (page->job->timeline, citations[i].source);
    const char *url = source ? source->text[CHN_SOURCE_URL] : NULL;
    if (!is_web_address (url))
      continue;
    chn_line_put_uri_property (page->line, any ? "ATTACH" : "URL", url);
    any = TRUE;
  }
}

/* Clients keep one RELATED-TO: the first relation that is not a mere "related". */
static void
put_relation (const EventPage *page)
{
  guint n = 0, n_types = 0;
  const ChnRelation *relations = chn_event_get_relations (page->event, &n);
  const ChnTerm *types = chn_vocabulary_get_terms (CHN_VOCABULARY_RELATION, &n_types);
  for (guint i = 0; i < n; i++) {
    ChnOrder order = types[relations[i].type].order;
    if (order == CHN_ORDER_NONE && n > 1)
      continue;
    g_autofree char *uid = dup_uid (page, relations[i].target);
    chn_line_put_text_property (
      page->line, order == CHN_ORDER_TARGET_AROUND ? "RELATED-TO;RELTYPE=PARENT" : "RELATED-TO;RELTYPE=SIBLING", uid);
    return;
  }
}

static void
put_status (const EventPage *page)
{
  static const char *const names[] = { [CHN_STATUS_OCCURRED] = "CONFIRMED", [CHN_STATUS_PLANNED] = "TENTATIVE",
                                       [CHN_STATUS_CANCELLED] = "CANCELLED", [CHN_STATUS_NOT_HELD] = "CANCELLED" };
  chn_line_put_property (page->line, "STATUS", names[chn_event_get_term (page->event, CHN_FIELD_STATUS)]);
  chn_line_put_property (page->line, "TRANSP", "TRANSPARENT");
  chn_line_put_property (page->line, "CLASS", "PUBLIC");
}

/* A rule is written only when libical can read it and it does not tick below a day. */
static void
put_repeat (const EventPage *page)
{
  const char *rule = chn_event_get_text (page->event, CHN_FIELD_REPEAT);
  if (!rule || strspn (rule, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") != strlen (rule))
    return;
  struct icalrecurrencetype parsed = icalrecurrencetype_from_string (rule);
  gboolean usable = parsed.freq != ICAL_NO_RECURRENCE && parsed.freq >= ICAL_DAILY_RECURRENCE;
  icalrecurrencetype_clear (&parsed);
  if (usable)
    chn_line_put_property (page->line, "RRULE", rule);
}

static void
report_skipped (const EventPage *page)
{
  g_autofree char *message =
    g_strdup_printf ("%s (%s) was left out: %s", chn_event_get_text (page->event, CHN_FIELD_ID),
                     chn_event_get_text (page->event, CHN_FIELD_DATE), page->when.why);
  chn_report_add (page->job->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                    .code = "skipped",
                                                    .event = chn_event_get_text (page->event, CHN_FIELD_ID),
                                                    .message = message });
}

static void
put_properties (const EventPage *page)
{
  g_autofree char *uid = dup_uid (page, chn_event_get_text (page->event, CHN_FIELD_ID));
  g_autofree char *description = chn_ical_dup_description (page->job->timeline, page->event);
  chn_line_put_property (page->line, "BEGIN", "VEVENT");
  chn_line_put_text_property (page->line, "UID", uid);
  put_revision (page);
  put_when (page);
  put_repeat (page);
  put_title (page);
  chn_line_put_text_property (page->line, "DESCRIPTION", description);
  put_categories (page);
  chn_line_put_text_property (page->line, "LOCATION", chn_event_get_text (page->event, CHN_FIELD_PLACE));
  put_links (page);
  put_relation (page);
  put_status (page);
  if (page->payload)
    chn_payload_put (page->payload, page->line, page->job->timeline, page->row, page->event);
  chn_line_put_property (page->line, "END", "VEVENT");
}

gboolean
chn_ical_put_event (const ChnWriteJob *job, ChnContentLine *line, ChnPayload *payload, guint row,
                    const ChnEvent *event)
{
  EventPage page = { .job = job, .line = line, .payload = payload, .event = event, .row = row };
  chn_when_init (&page.when, event, get_header (&page, CHN_HEADER_ZONE), (ChnImprecise) job->options->imprecise);
  gboolean written = page.when.kind != CHN_WHEN_SKIPPED;
  if (written)
    put_properties (&page);
  else
    report_skipped (&page);
  chn_when_clear (&page.when);
  return written;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One event as a VEVENT (RFC 5545, 3.6.1; RFC 7986 for what calendar apps show beside it). */
#include "format/ical/event.h"

#include <string.h>

#include "base/append.h"
#include "base/civil.h"
#include "format/ical/alarm.h"
#include "format/ical/links.h"
#include "format/ical/repeat.h"
#include "format/ical/uid.h"
#include "format/ical/value.h"
#include "format/options.h"

void
chn_ical_init_when (ChnWhen *when, const ChnIcalPage *page, const ChnEvent *event)
{
  ChnWhenRules rules = {
    .zones = page->zones,
    .default_zone = chn_ical_page_get_header (page, CHN_HEADER_ZONE),
    .imprecise = (ChnImprecise) page->job->options->imprecise,
    .local = page->job->options->local_times || chn_ical_repeats (event),
    .daily = chn_ical_is_anniversary (page, event),
  };
  chn_when_init (when, event, &rules);
}

/* The event's id at the timeline's domain: never made of what an editor may correct. */
static const char *
make_uid (ChnIcalPage *page, guint row, const char *event_id)
{
  const ChnTimeline *events = page->job->timeline;
  const char *own = chn_ical_find_own_uid (events, row);
  if (own) {
    g_string_truncate (page->uid, 0);
    chn_ical_append_text (page->uid, own, strlen (own));
    return page->uid->str;
  }
  guint origin = chn_timeline_get_origin (events, row);
  const char *domain = chn_timeline_get_header (events, origin, CHN_HEADER_DOMAIN);
  const char *timeline = chn_timeline_get_header (events, origin, CHN_HEADER_TIMELINE);
  chn_ical_uid_make (page->uid, event_id, domain, timeline);
  return page->uid->str;
}

/*
 * DTSTAMP is required, and "now" would make every export a change: it is the day of the last
 * revision, from which SEQUENCE follows too, since some clients ignore an edit that does not raise it.
 */
static void
read_revision (ChnIcalPage *page, const char *revised)
{
  ChnDate *date = chn_event_get_date (page->event, CHN_FIELD_REVISED);
  gint64 time = date ? chn_date_get_bounds (date)->earliest : 0;
  time = CLAMP (time, 0, CHN_DAY_SECONDS * G_MAXINT32);
  page->revised = revised;
  page->revision = time / CHN_DAY_SECONDS;
  chn_when_format_utc (MIN (time, chn_civil_to_days (9999, 12, 31) * CHN_DAY_SECONDS), page->stamp);
}

static void
put_revision (ChnIcalPage *page)
{
  const char *revised = chn_event_get_text (page->event, CHN_FIELD_REVISED);
  if (!page->revised || g_strcmp0 (revised ? revised : "", page->revised) != 0)
    read_revision (page, revised ? revised : "");
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_DTSTAMP))
    chn_line_put_property (&page->line, "DTSTAMP", page->stamp);
  if (revised && !chn_ical_extras_stand (&page->extras, CHN_ICAL_LAST_MODIFIED))
    chn_line_put_property (&page->line, "LAST-MODIFIED", page->stamp);
}

static const char *
make_own_uid (ChnIcalPage *page)
{
  return make_uid (page, page->row, chn_event_get_text (page->event, CHN_FIELD_ID));
}

/* Behind all content, since it depends on whether that has changed. */
static void
put_sequence (ChnIcalPage *page)
{
  char text[24];
  gint64 sequence = page->revision;
  if (page->old)
    sequence = chn_old_calendar_revise (page->old, make_own_uid (page), chn_line_take_digest (&page->line), sequence);
  gboolean stands = chn_ical_extras_stand (&page->extras, CHN_ICAL_SEQUENCE) || page->extras.foreign;
  if (sequence == 0 || (stands && !page->old))
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, sequence);
  chn_line_put_property (&page->line, "SEQUENCE", text);
}

static void
put_zoned_start (ChnIcalPage *page)
{
  char text[24];
  chn_when_format_time (page->when.civil, text);
  g_autofree char *name = g_strconcat ("DTSTART;TZID=", chn_zone_get_name (page->when.zone), NULL);
  chn_line_put_property (&page->line, name, text);
}

static void
put_end (ChnIcalPage *page)
{
  char text[24];
  if (chn_when_is_reform_day (page->when.end_day)) {
    g_snprintf (text, sizeof text, "P%" G_GINT64_FORMAT "D", page->when.end_day - page->when.first_day);
    chn_line_put_property (&page->line, "DURATION", text);
    return;
  }
  chn_when_format_day (page->when.end_day, text);
  chn_line_put_property (&page->line, "DTEND;VALUE=DATE", text);
}

static void
put_when (ChnIcalPage *page)
{
  char text[24];
  if (chn_ical_extras_stand (&page->extras, CHN_ICAL_DTSTART))
    return;
  switch (page->when.kind) {
  case CHN_WHEN_UTC:
    chn_when_format_utc (page->when.utc, text);
    chn_line_put_property (&page->line, "DTSTART", text);
    return;
  case CHN_WHEN_FLOATING:
    chn_when_format_time (page->when.civil, text);
    chn_line_put_property (&page->line, "DTSTART", text);
    return;
  case CHN_WHEN_ZONED:
    put_zoned_start (page);
    return;
  default:
    chn_when_format_day (page->when.first_day, text);
    chn_line_put_property (&page->line, "DTSTART;VALUE=DATE", text);
    put_end (page);
  }
}

static void
put_title (ChnIcalPage *page)
{
  if (chn_ical_extras_stand (&page->extras, CHN_ICAL_SUMMARY))
    return;
  chn_line_begin (&page->line, "SUMMARY");
  if (page->when.prefix)
    chn_line_put_text (&page->line, page->when.prefix);
  chn_line_put_text (&page->line, chn_event_get_text (page->event, CHN_FIELD_TITLE));
  chn_line_end (&page->line);
}

/* One property each: a comma inside one is re-escaped wrongly by libical and all that is built on it. */
static void
put_categories (ChnIcalPage *page)
{
  const ChnRegistry *registry = chn_timeline_get_registry (page->job->timeline);
  guint n = 0;
  const ChnTerm *kinds = chn_vocabulary_get_terms (CHN_VOCABULARY_KIND, &n);
  guint kind = chn_event_get_term (page->event, CHN_FIELD_KIND);
  if (chn_ical_extras_stand (&page->extras, CHN_ICAL_CATEGORIES))
    return;
  if (kind > 0 || !page->extras.foreign)
    chn_line_put_text_property (&page->line, "CATEGORIES", kinds[kind].label);
  const char *const *forums = chn_event_get_items (page->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    chn_line_put_text_property (&page->line, "CATEGORIES", forum ? chn_forum_get_short_name (forum) : forums[i]);
  }
  const char *const *tags = chn_event_get_items (page->event, CHN_FIELD_TAGS, &n);
  for (guint i = 0; i < n; i++)
    chn_line_put_text_property (&page->line, "CATEGORIES", tags[i]);
}

/* Clients keep one RELATED-TO: the first relation that is not a mere "related". */
static void
put_relation (ChnIcalPage *page)
{
  guint n = 0, n_types = 0;
  const ChnRelation *relations = chn_event_get_relations (page->event, &n);
  if (chn_ical_extras_stand (&page->extras, CHN_ICAL_RELATED_TO) ||
      chn_ical_extras_stand (&page->extras, CHN_ICAL_RECURRENCE_ID))
    return;
  const ChnTerm *types = chn_vocabulary_get_terms (CHN_VOCABULARY_RELATION, &n_types);
  for (guint i = 0; i < n; i++) {
    ChnOrder order = types[relations[i].type].order;
    guint row = page->row;
    if (order == CHN_ORDER_NONE && n > 1)
      continue;
    chn_timeline_find (page->job->timeline, relations[i].target, &row);
    chn_line_put_text_property (
        &page->line, order == CHN_ORDER_TARGET_AROUND ? "RELATED-TO;RELTYPE=PARENT" : "RELATED-TO;RELTYPE=SIBLING",
        make_uid (page, row, relations[i].target));
    return;
  }
}

const char *
chn_ical_get_status (const ChnEvent *event)
{
  gboolean doubtful = chn_event_get_bounds (event)->flags & CHN_DATE_UNCERTAIN ||
                      chn_event_get_term (event, CHN_FIELD_CONFIDENCE) == CHN_CONFIDENCE_REPORTED;
  switch (chn_event_get_term (event, CHN_FIELD_STATUS)) {
  case CHN_STATUS_CANCELLED:
  case CHN_STATUS_NOT_HELD:
    return "CANCELLED";
  case CHN_STATUS_PLANNED:
    return "TENTATIVE";
  default:
    return doubtful ? "TENTATIVE" : "CONFIRMED";
  }
}

static void
put_status (ChnIcalPage *page)
{
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_STATUS))
    chn_line_put_property (&page->line, "STATUS", chn_ical_get_status (page->event));
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_TRANSP))
    chn_line_put_property (&page->line, "TRANSP", "TRANSPARENT");
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_CLASS))
    chn_line_put_property (&page->line, "CLASS", "PUBLIC");
}

static void
report_skipped (const ChnIcalPage *page)
{
  g_autofree char *message =
      g_strdup_printf ("%s (%s) was left out: %s", chn_event_get_text (page->event, CHN_FIELD_ID),
                       chn_event_get_text (page->event, CHN_FIELD_DATE), page->when.why);
  chn_report_add (page->job->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                    .code = "skipped",
                                                    .event = chn_event_get_text (page->event, CHN_FIELD_ID),
                                                    .message = message });
}

/* The text of somebody else's calendar stands alone, while there is nothing that it does not tell. */
static void
put_description (ChnIcalPage *page)
{
  guint n_symbols = 0;
  chn_event_get_items (page->event, CHN_FIELD_SYMBOLS, &n_symbols);
  gboolean plain = page->extras.foreign && n_symbols == 0 && !chn_vote_is_present (chn_event_get_vote (page->event));
  if (chn_ical_extras_stand (&page->extras, CHN_ICAL_DESCRIPTION))
    return;
  chn_line_put_text_property (
      &page->line, "DESCRIPTION",
      plain ? chn_event_get_text (page->event, CHN_FIELD_SUMMARY)
            : chn_describer_describe (page->describer, page->job->timeline, page->row, page->event));
}

/* What an older file is compared by. */
static void
put_content (ChnIcalPage *page)
{
  put_when (page);
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_RRULE))
    chn_ical_put_repeat (page);
  put_title (page);
  put_description (page);
  put_categories (page);
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_LOCATION))
    chn_line_put_text_property (&page->line, "LOCATION", chn_event_get_text (page->event, CHN_FIELD_PLACE));
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_URL) && !chn_ical_extras_stand (&page->extras, CHN_ICAL_ATTACH))
    chn_ical_put_links (page);
  put_relation (page);
  put_status (page);
  chn_ical_extras_put_properties (&page->extras, ~CHN_ICAL_REVISION_NAMES, &page->line);
  if (page->payload)
    chn_payload_put (page->payload, &page->line, page->job->timeline, page->row, page->event);
}

static void
put_properties (ChnIcalPage *page)
{
  chn_line_put_property (&page->line, "BEGIN", "VEVENT");
  if (!chn_ical_extras_stand (&page->extras, CHN_ICAL_UID))
    chn_line_put_text_property (&page->line, "UID", make_own_uid (page));
  put_revision (page);
  chn_ical_extras_put_properties (&page->extras, CHN_ICAL_REVISION_NAMES, &page->line);
  if (page->old)
    chn_line_start_digest (&page->line);
  put_content (page);
  put_sequence (page);
  chn_ical_extras_put_parts (&page->extras, &page->line);
  chn_ical_put_alarm (page);
  chn_line_put_property (&page->line, "END", "VEVENT");
}

void
chn_ical_put_event (ChnIcalPage *page)
{
  chn_ical_init_when (&page->when, page, page->event);
  chn_ical_extras_init (&page->extras, page->job->timeline, page->row, page->categories, page->event);
  if (page->old) /* which then says what comes next */
    page->extras.stands &= ~CHN_ICAL_BIT (CHN_ICAL_SEQUENCE);
  if (page->when.kind == CHN_WHEN_SKIPPED)
    report_skipped (page);
  else
    put_properties (page);
  chn_when_clear (&page->when);
}

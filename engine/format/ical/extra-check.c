/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether what came from another calendar may go out as it came: it is whole, and no field says otherwise by now. */
#include "format/ical/extra-check.h"

#include <string.h>

#include "base/civil.h"
#include "format/ical/cited.h"
#include "format/ical/value.h"

/* So that readers which take sixteen levels take it within an event, or ours do. */
enum { DEEPEST = 13 };

static ChnScanResult
scan_one (const char *text, gsize length, ChnScanLine *line)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (text, length, chn_limits_get_default ());
  ChnScanResult result = chn_scanner_next (scanner, line, NULL);
  return result == CHN_SCAN_LINE && line->content.length == length ? CHN_SCAN_LINE : CHN_SCAN_FAULT;
}

static gboolean
has_break (const char *text)
{
  return strpbrk (text, "\r\n") != NULL;
}

gboolean
chn_ical_is_one_line (const char *key, const char *value)
{
  ChnScanLine line;
  if (has_break (key) || has_break (value))
    return FALSE;
  g_autofree char *text = g_strconcat (key, ":", value, NULL);
  return scan_one (text, strlen (text), &line) == CHN_SCAN_LINE && line.value.length == strlen (value);
}

gboolean
chn_ical_is_one_part (const char *key, const char *lines)
{
  const char *name = key + strlen ("BEGIN:");
  int depth = 0;
  if (!*name || strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen (name) || strchr (lines, '\r'))
    return FALSE;
  for (const char *at = lines; *at;) {
    gsize length = strcspn (at, "\n");
    ChnScanLine line;
    if (scan_one (at, length, &line) != CHN_SCAN_LINE)
      return FALSE;
    ChnIcalName property = chn_ical_name_find (line.name.text, line.name.length);
    depth += property == CHN_ICAL_BEGIN ? 1 : property == CHN_ICAL_END ? -1 : 0;
    if (depth < 0 || depth > DEEPEST)
      return FALSE;
    at += length + (at[length] == '\n');
  }
  return depth == 0;
}

/* One event's extras against its fields. */
typedef struct {
  const ChnTimeline *timeline;
  guint row;
  ChnCategories *categories;
  const ChnEvent *event;
  const ChnExtra *extras;
  guint n;
} Check;

static const char *
find (const Check *check, ChnIcalName name)
{
  for (guint i = 0; i < check->n; i++)
    if (chn_ical_name_find (check->extras[i].key, strcspn (check->extras[i].key, ";")) == name)
      return check->extras[i].value;
  return NULL;
}

static gboolean
says_text (const Check *check, ChnIcalName name, ChnField field)
{
  const char *value = find (check, name), *text = chn_event_get_text (check->event, field);
  g_autoptr (GString) stated = g_string_new (NULL);
  chn_ical_append_text (stated, value, strlen (value));
  return text ? strcmp (stated->str, text) == 0 : stated->str[strspn (stated->str, " \t\n")] == '\0';
}

/* Titles had their line breaks and the blanks around them taken away. */
static gboolean
says_title (const Check *check)
{
  const char *value = find (check, CHN_ICAL_SUMMARY), *text = chn_event_get_text (check->event, CHN_FIELD_TITLE);
  g_autoptr (GString) stated = g_string_new (NULL);
  chn_ical_append_text (stated, value, strlen (value));
  for (char *at = stated->str; *at; at++)
    if (*at == '\n' || *at == '\r' || *at == '\t')
      *at = ' ';
  g_strstrip (stated->str);
  return strcmp (stated->str[0] ? stated->str : "(untitled)", text ? text : "") == 0;
}

/* Days and times of the clock only, which no zone moves, but for times in UTC. */
static gboolean
says_date (const Check *check)
{
  const char *start = find (check, CHN_ICAL_DTSTART);
  const ChnDateBounds *bounds = chn_event_get_bounds (check->event);
  ChnIcalTime time;
  gboolean loose = FALSE;
  if (!start || !chn_ical_parse_time (&(ChnSlice){ start, strlen (start) }, &time, &loose, NULL))
    return FALSE;
  if (bounds->precision > CHN_PRECISION_DAY)
    return FALSE;
  int minutes = 0;
  chn_date_get_utc_offset (chn_event_get_date (check->event, CHN_FIELD_DATE), &minutes);
  if (time.is_utc && bounds->flags & CHN_DATE_TIMED)
    return bounds->earliest - minutes * 60 == time.seconds;
  gboolean same_day = bounds->earliest == time.seconds - time.seconds % CHN_DAY_SECONDS;
  return bounds->flags & CHN_DATE_TIMED ? bounds->earliest == time.seconds : same_day;
}

static gboolean
says_status (const Check *check)
{
  return chn_event_get_term (check->event, CHN_FIELD_STATUS) == CHN_STATUS_OCCURRED;
}

static gboolean
says_repeat (const Check *check)
{
  const char *repeat = chn_event_get_text (check->event, CHN_FIELD_REPEAT);
  return g_ascii_strcasecmp (find (check, CHN_ICAL_RRULE), repeat ? repeat : "") == 0;
}

static gboolean
has_item (const ChnEvent *event, ChnField field, const char *text)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (items[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the event has what one category says; counts it among the forums and tags. */
static gboolean
has_category (const Check *check, const char *text, gsize length, guint *n_items)
{
  const ChnCategory *category = chn_categories_find (check->categories, text, length);
  if (category->sort == CHN_CATEGORY_KIND && chn_event_get_term (check->event, CHN_FIELD_KIND) == category->kind)
    return TRUE;
  ++*n_items;
  if (category->sort == CHN_CATEGORY_FORUM)
    return has_item (check->event, CHN_FIELD_FORUMS, chn_forum_get_id (category->forum));
  return has_item (check->event, CHN_FIELD_TAGS, text);
}

static gboolean
says_categories (const Check *check)
{
  guint n_items = 0, n_forums = 0, n_tags = 0;
  gboolean has_kind = chn_event_get_term (check->event, CHN_FIELD_KIND) == 0;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < check->n; i++) {
    const ChnExtra *extra = &check->extras[i];
    if (chn_ical_name_find (extra->key, strcspn (extra->key, ";")) != CHN_ICAL_CATEGORIES)
      continue;
    ChnSlice rest = { extra->value, strlen (extra->value) }, item;
    for (gboolean done = FALSE; chn_ical_next_text (&rest, &done, &item);) {
      item = chn_slice_trim (item);
      g_string_truncate (text, 0);
      chn_ical_append_text (text, item.text, item.length);
      guint before = n_items;
      if (text->len > 0 && !has_category (check, text->str, text->len, &n_items))
        return FALSE;
      has_kind = has_kind || (text->len > 0 && n_items == before);
    }
  }
  chn_event_get_items (check->event, CHN_FIELD_FORUMS, &n_forums);
  chn_event_get_items (check->event, CHN_FIELD_TAGS, &n_tags);
  return has_kind && n_items == n_forums + n_tags;
}

/* Each link is a cited source still, and no other web address is. */
static gboolean
says_links (const Check *check)
{
  guint n = 0;
  chn_event_get_citations (check->event, &n);
  for (guint i = 0; i < n; i++) {
    ChnSource source;
    gboolean known = chn_ical_get_cited (check->timeline, check->row, i, &source);
    const char *url = known ? source.text[CHN_SOURCE_URL] : NULL;
    gboolean stated = !url;
    for (guint k = 0; k < check->n && !stated; k++)
      stated = strstr (check->extras[k].value, url) != NULL;
    if (!stated)
      return FALSE;
  }
  return TRUE;
}

static guint64
check_group (guint64 found, guint64 group, gboolean stands)
{
  return stands ? found & group : 0;
}

/* A description holds our summary alone only while there is nothing else to tell. */
guint64
chn_ical_extras_check (const ChnTimeline *timeline, guint row, ChnCategories *categories, const ChnEvent *event,
                       guint64 found)
{
  const guint64 when =
      CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) | CHN_ICAL_BIT (CHN_ICAL_DURATION);
  const guint64 links = CHN_ICAL_BIT (CHN_ICAL_URL) | CHN_ICAL_BIT (CHN_ICAL_ATTACH);
  const guint64 title = CHN_ICAL_BIT (CHN_ICAL_SUMMARY), summary = CHN_ICAL_BIT (CHN_ICAL_DESCRIPTION);
  const guint64 place = CHN_ICAL_BIT (CHN_ICAL_LOCATION), status = CHN_ICAL_BIT (CHN_ICAL_STATUS);
  const guint64 repeat = CHN_ICAL_BIT (CHN_ICAL_RRULE), labels = CHN_ICAL_BIT (CHN_ICAL_CATEGORIES);
  const guint64 checked = when | links | title | summary | place | status | repeat | labels;
  Check check = { .timeline = timeline, .row = row, .categories = categories, .event = event };
  check.extras = chn_event_get_extras (event, &check.n);
  guint64 stands = found & ~checked;
  stands |= check_group (found, when, found & when && says_date (&check));
  stands |= check_group (found, links, found & links && says_links (&check));
  stands |= check_group (found, title, found & title && says_title (&check));
  stands |=
      check_group (found, summary, found & summary && says_text (&check, CHN_ICAL_DESCRIPTION, CHN_FIELD_SUMMARY));
  stands |= check_group (found, place, found & place && says_text (&check, CHN_ICAL_LOCATION, CHN_FIELD_PLACE));
  stands |= check_group (found, status, found & status && says_status (&check));
  stands |= check_group (found, repeat, found & repeat && says_repeat (&check));
  stands |= check_group (found, labels, found & labels && says_categories (&check));
  return stands;
}

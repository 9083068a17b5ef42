/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Naughty strings: text that breaks careless writers, in every field that bears text, through every format of the
 * format table. What can be read back is identical; what cannot keeps its structure.
 */
#include "round-trip.h"

#include "base/guard.h"

enum { ENORMOUS = 100000 };

typedef struct {
  const char *name;
  const char *text;    /* NULL: enormous */
  gboolean is_refused; /* readers say so at its place, instead of taking it */
} NaughtyText;

static const NaughtyText texts[] = {
  { "plain", "x", FALSE },
  { "quotes", "\"a\" 'b' `c` \u201Cd\u201D", FALSE },
  { "one quote", "\"", FALSE },
  { "line feed", "a\nb", FALSE },
  { "carriage return", "a\rb", FALSE },
  { "both", "a\r\nb", FALSE },
  { "empty lines", "a\n\n\nb", FALSE },
  { "line break at the ends", "\na\n", FALSE },
  { "only a line break", "\n", FALSE },
  { "tab", "a\tb", FALSE },
  { "tab first", "\ta", FALSE },
  { "escape", "a\x1B[31mred\x1B[0m", TRUE },
  { "bell and backspace", "\a\b", TRUE },
  { "delete", "a\x7F", TRUE },
  { "C1 control",
    "a\xC2\x9B"
    "31m",
    TRUE },
  { "formula", "=cmd|' /C calc'!A0", FALSE },
  { "plus", "+1+1", FALSE },
  { "minus", "-1", FALSE },
  { "at", "@SUM(A1:A9)", FALSE },
  { "apostrophe and formula", "'=1", FALSE },
  { "apostrophes", "'''", FALSE },
  { "full-width formula", "\uFF1D1", FALSE },
  { "javascript", "javascript:alert(1)", FALSE },
  { "script", "</script><script>alert(1)</script>", FALSE },
  { "markup", "<b onclick=\"x\">&amp;&#10;</b>", FALSE },
  { "CDATA", "]]><!--", FALSE },
  { "Markdown", "# *a* _b_ [c](http://d) ![e](f) | g | `h` ~~i~~", FALSE },
  { "list marks", "- x\n* y\n1. z\n> q\n---", FALSE },
  { "bidi override", "a\u202Eb\u202Cc\u2066d\u2069", FALSE },
  { "right to left", "\u05E9\u05DC\u05D5\u05DD \u0633\u0644\u0627\u0645", FALSE },
  { "combining", "Z\u0351\u036B\u0343\u036A\u0302a\u0301", FALSE },
  { "astral", "\U0001F600\U0001F1F0\U0001F1F5\U0001F468\u200D\U0001F469\u200D\U0001F467", FALSE },
  { "line separator", "a\u2028b\u2029c", FALSE },
  { "next line and no-break", "a\u00A0b", FALSE },
  { "byte order mark", "\uFEFFa", FALSE },
  { "soft hyphen and zero width", "a\u00ADb\u200Bc\u2060", FALSE },
  { "noncharacter", "a\uFFFFb\uFFFD", FALSE },
  { "Korean", "\uC870\uC120\uBBFC\uC8FC\uC8FC\uC758\uC778\uBBFC\uACF5\uD654\uAD6D", FALSE },
  { "backslashes", "a\\b\\n\\;\\,\\\\", FALSE },
  { "backslash last", "a\\", FALSE },
  { "separators", "a;b,c; d, e:f=g", FALSE },
  { "only a semicolon", ";", FALSE },
  { "blanks around", "  a  ", FALSE },
  { "only blanks", "   ", FALSE },
  { "Norway", "NO", FALSE },
  { "null", "~", FALSE },
  { "number", "1e3", FALSE },
  { "date", "2014-10-01", FALSE },
  { "YAML list", "- x", FALSE },
  { "YAML mapping", "a: b", FALSE },
  { "YAML colon last", "a:", FALSE },
  { "YAML comment", "a # b", FALSE },
  { "YAML flow", "[a, {b: c}]", FALSE },
  { "YAML marks", "&a *b !c |d >e %f ?g @h `i", FALSE },
  { "YAML documents", "---\n...\n", FALSE },
  { "iCalendar", "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x", FALSE },
  { "JSON", "{\"a\": [1, null]}", FALSE },
  { "printf", "%s%n%d", FALSE },
  { "SQL", "' OR 1=1 --", FALSE },
  { "parentheses", "a (speaker)", FALSE },
  { "enormous", NULL, FALSE },
};

typedef enum {
  TEXT,
  LIST,
  SOURCE,
  AT,
  QUOTE,
  NOTE,
  CLAIM,
  EXTRA_KEY,
  EXTRA_VALUE,
  HEADER,
  ACTOR,
  FORUM,
  ALIAS,
  QUERY
} Bearer;

typedef struct {
  const char *name;
  Bearer bearer;
  guint index;
} NaughtyField;

static const NaughtyField fields[] = {
  { "title", TEXT, CHN_FIELD_TITLE },
  { "label", TEXT, CHN_FIELD_LABEL },
  { "summary", TEXT, CHN_FIELD_SUMMARY },
  { "place", TEXT, CHN_FIELD_PLACE },
  { "series", TEXT, CHN_FIELD_SERIES },
  { "repeat", TEXT, CHN_FIELD_REPEAT },
  { "tag", LIST, CHN_FIELD_TAGS },
  { "source key", SOURCE, CHN_SOURCE_KEY },
  { "source title", SOURCE, CHN_SOURCE_TITLE },
  { "source author", SOURCE, CHN_SOURCE_AUTHOR },
  { "source publisher", SOURCE, CHN_SOURCE_PUBLISHER },
  { "source url", SOURCE, CHN_SOURCE_URL },
  { "source language", SOURCE, CHN_SOURCE_LANGUAGE },
  { "source archive", SOURCE, CHN_SOURCE_ARCHIVE },
  { "source note", SOURCE, CHN_SOURCE_NOTE },
  { "source reason", SOURCE, CHN_SOURCE_REASON },
  { "pinpoint", AT, 0 },
  { "quotation", QUOTE, 0 },
  { "citation note", NOTE, 0 },
  { "claimed title", CLAIM, CHN_FIELD_TITLE },
  { "claimed place", CLAIM, CHN_FIELD_PLACE },
  { "extra key", EXTRA_KEY, 0 },
  { "extra value", EXTRA_VALUE, 0 },
  { "timeline title", HEADER, CHN_HEADER_TITLE },
  { "timeline summary", HEADER, CHN_HEADER_SUMMARY },
  { "timeline licence", HEADER, CHN_HEADER_LICENCE },
  { "actor name", ACTOR, 0 },
  { "forum name", FORUM, 0 },
  { "actor alias", ALIAS, 0 },
  { "saved query", QUERY, 0 },
};

static char *
dup_text (const NaughtyText *naughty)
{
  return naughty->text ? g_strdup (naughty->text) : g_strnfill (ENORMOUS, 'w');
}

static void
declare_names (ChnTimelineBuilder *builder, const NaughtyField *field, const char *text)
{
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (builder);
  chn_registry_builder_add_actor (names, CHN_ACTOR_PERSON, "own", field->bearer == ACTOR ? text : "Jane Doe", NULL,
                                  NULL);
  chn_registry_builder_add_forum (names, "own", field->bearer == FORUM ? text : "Our house", NULL, NULL);
  if (field->bearer == ALIAS)
    chn_registry_builder_add_actor_alias (names, "own", text, NULL, NULL);
}

static void
add_source (ChnTimelineBuilder *builder, ChnEvent *event, const NaughtyField *field, const char *text)
{
  ChnSource source = {
    { [CHN_SOURCE_KEY] = "key", [CHN_SOURCE_TITLE] = "Source", [CHN_SOURCE_URL] = "https://example.org/" }
  };
  if (field->bearer == SOURCE)
    source.text[field->index] = text;
  ChnClaim claim = { (ChnField) (field->bearer == CLAIM ? field->index : CHN_FIELD_PLACE),
                     field->bearer == CLAIM ? text : "Y" };
  ChnCitation citation = {
    .source = source.text[CHN_SOURCE_KEY],
    .at = field->bearer == AT ? text : "p. 1",
    .quote = field->bearer == QUOTE ? text : "said",
    .note = field->bearer == NOTE ? text : "noted",
    .n_claims = 1,
    .claims = &claim,
  };
  chn_timeline_builder_add_source (builder, &source, 0, 0);
  chn_event_add_citation (event, &citation);
}

static void
fill_event (ChnEvent *event, const NaughtyField *field, const char *text)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18", -1, NULL);
  chn_event_set_text (event, CHN_FIELD_ID, "naughty", -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, "Title", -1);
  chn_event_set_text (event, CHN_FIELD_PLACE, "Place", -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_date (event, CHN_FIELD_REVISED, date);
  chn_event_add_item (event, CHN_FIELD_FORUMS, "own", -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, "first", -1);
  chn_event_add_actor (event, "own", -1, 0);
  if (field->bearer == TEXT)
    chn_event_set_text (event, (ChnField) field->index, text, -1);
  if (field->bearer == LIST)
    chn_event_add_item (event, (ChnField) field->index, text, -1);
  chn_event_add_extra (event, field->bearer == EXTRA_KEY ? text : "X-KEY",
                       field->bearer == EXTRA_VALUE ? text : "value");
}

/* A second event, to see whether the first spills over. */
static void
fill_neighbour (ChnEvent *event)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2015-01-02", -1, NULL);
  chn_event_clear (event);
  chn_event_set_text (event, CHN_FIELD_ID, "neighbour", -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, "Neighbour", -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_date (event, CHN_FIELD_REVISED, date);
}

/* NULL where the builder refuses the text in this field. */
static ChnTimeline *
make_timeline (ChnRegistry *registry, const NaughtyField *field, const char *text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, NULL);
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "one");
  if (field->bearer == HEADER)
    chn_timeline_builder_set_header (builder, (ChnHeaderField) field->index, text);
  if (field->bearer == QUERY)
    chn_timeline_builder_add_query (builder, "saved", text);
  declare_names (builder, field, text);
  fill_event (event, field, text);
  add_source (builder, event, field, text);
  chn_timeline_builder_add_event (builder, event);
  fill_neighbour (event);
  chn_timeline_builder_add_event (builder, event);
  return chn_timeline_builder_seal (builder, NULL);
}

typedef struct {
  const NaughtyText *text;
  const NaughtyField *field;
  const char *format;
  const ChnTimeline *timeline;
  const char *written;
  const char *plain; /* what is written for the plain string in the same field */
} Case;

#define CASE_FAIL(test, ...)                                                                                         \
  G_STMT_START                                                                                                       \
  {                                                                                                                  \
    g_autofree char *what = g_strdup_printf (__VA_ARGS__);                                                           \
    CHN_FAIL ("%s in %s as %s: %s", (test)->text->name, (test)->field->name, (test)->format, what);                  \
  }                                                                                                                  \
  G_STMT_END

static guint
count (const char *text, const char *part)
{
  guint n = 0;
  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

/* What no output may hold, whatever the format. */
static void
check_bytes (const Case *test)
{
  gsize offset = 0;
  ChnGuard guard = chn_guard_check (test->written, strlen (test->written), &offset);
  if (guard != CHN_GUARD_FINE)
    CASE_FAIL (test, "%s at byte %" G_GSIZE_FORMAT, chn_guard_get_name (guard), offset);
  else if (count (test->written, "Neighbour") != count (test->plain, "Neighbour"))
    CASE_FAIL (test, "the next event is not there as it should be");
  else
    CU_PASS ("as expected");
}

/* A terminal gets nothing that changes what it shows. */
static void
check_shown (const Case *test)
{
  for (const char *at = test->written; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c != '\n' && chn_guard_is_hazard (c)) {
      CASE_FAIL (test, "U+%04X is sent", c);
      return;
    }
  }
  CU_PASS ("as expected");
}

/* RFC 5545, 3.1: lines of at most 75 octets that end in CR LF, folded between characters. */
static void
check_content_lines (const Case *test)
{
  g_auto (GStrv) lines = g_strsplit (test->written, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (strlen (lines[i]) > 75 || strpbrk (lines[i], "\r\n") || !g_utf8_validate (lines[i], -1, NULL)) {
      CASE_FAIL (test, "line %u is too long or broken: %s", i + 1, lines[i]);
      return;
    }
  CU_PASS ("as expected");
}

static char *
dup_property_names (const char *calendar)
{
  GString *names = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (calendar, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (lines[i][0] != ' ') {
      g_string_append_len (names, lines[i], (gssize) strcspn (lines[i], ":;"));
      g_string_append_c (names, ' ');
    }
  return g_string_free (names, FALSE);
}

/* Text never opens or closes a property: they are those of the plain string, but for links that are left out. */
static void
check_properties (const Case *test)
{
  g_autofree char *found = dup_property_names (test->written);
  g_autofree char *expected = dup_property_names (test->plain);
  gboolean fewer = strlen (found) < strlen (expected);
  gboolean is_link = test->field->bearer == SOURCE && fewer;
  if (!g_str_equal (found, expected) && !is_link)
    CASE_FAIL (test, "the properties are %s, expected %s", found, expected);
  else if (count (test->written, "\r\nBEGIN:VEVENT\r\n") != 2)
    CASE_FAIL (test, "there are not two events");
  else
    CU_PASS ("as expected");
}

/* Text never opens or closes an element: those that give a page its structure are as many as with the plain string.
 */
static void
check_elements (const Case *test)
{
  static const char *const elements[] = { "<script",  "</script", "<style", "<article", "</article",
                                          "<section", "<div",     "<main",  "<form",    "<img",
                                          "<svg",     "<iframe",  "<li",    "<!" };
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (count (test->written, elements[i]) != count (test->plain, elements[i])) {
      CASE_FAIL (test, "another number of %s", elements[i]);
      return;
    }
  CU_PASS ("as expected");
}

static const struct {
  const char *format;
  void (*check) (const Case *test);
} invariants[] = {
  { "text", check_shown },        { "html", check_elements },  { "svg", check_elements },
  { "ics", check_content_lines }, { "ics", check_properties },
};

/* A control character is refused at its place; it never comes back as something else. */
static void
check_read_back (const Case *test, ChnRegistry *registry)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *before = write_all (test->timeline, "json", NULL, NULL);
  g_autoptr (ChnTimeline) again = read_text (registry, test->format, test->written, report);
  g_autofree char *after = again ? write_all (again, "json", NULL, NULL) : NULL;
  gboolean placed = chn_report_get_n_findings (report) > 0 && chn_report_get_finding (report, 0)->line > 0;
  gboolean shown = strstr (test->written, "<U+") != NULL;
  gboolean refused = test->text->is_refused && (again ? shown || g_str_equal (after, before) : placed);
  if (!again && !refused)
    CASE_FAIL (test, "not read back: %s", chn_report_get_finding (report, 0)->message);
  else if (!refused && !g_str_equal (after, before))
    CASE_FAIL (test, "read back as %.2000s, expected %.2000s", after, before);
  else
    CU_PASS ("identical, or refused");
}

/* Bibliographies carry sources alone: there is no event to come back. */
static gboolean
carries_events (const char *format)
{
  static const char *const bibliographies[] = { "csl", "bib", "ris", NULL };
  return !g_strv_contains (bibliographies, format);
}

static void
check_case (Case *test, ChnRegistry *registry)
{
  const ChnFormat *format = chn_format_find (test->format, NULL);
  check_bytes (test);
  for (guint i = 0; i < G_N_ELEMENTS (invariants); i++)
    if (g_str_equal (invariants[i].format, test->format))
      invariants[i].check (test);
  if (chn_format_can_read (format) && carries_events (test->format))
    check_read_back (test, registry);
}

/* Of each field made once for all texts: `plain` as the format has it. */
static const char *
get_plain (GHashTable *kept, const ChnTimeline *plain, const char *format, const char *option)
{
  g_autofree char *name = g_strconcat (format, " ", option, NULL);
  if (!g_hash_table_contains (kept, name))
    g_hash_table_insert (kept, g_strdup (name), write_all (plain, format, option, NULL));
  return g_hash_table_lookup (kept, name);
}

static void
check_formats (ChnRegistry *registry, const NaughtyText *text, const NaughtyField *field, const ChnTimeline *timeline,
               const ChnTimeline *plain, GHashTable *kept)
{
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  for (guint i = 0; i < n; i++) {
    const char *name = chn_format_get_name (formats[i]);
    const char *const options[] = { NULL, "spreadsheet" };
    if (chn_format_is_binary (formats[i]))
      continue;
    for (guint k = 0; chn_format_can_write (formats[i]) && k < (g_str_equal (name, "csv") ? 2 : 1); k++) {
      g_autofree char *written = write_all (timeline, name, options[k], NULL);
      Case test = { text, field, name, timeline, written, get_plain (kept, plain, name, options[k]) };
      check_case (&test, registry);
    }
  }
}

/* What a builder may refuse: a key of a source has to be a name. */
static gboolean
may_be_refused (const NaughtyField *field)
{
  return field->bearer == SOURCE || field->bearer == ACTOR || field->bearer == FORUM || field->bearer == ALIAS ||
         field->index == CHN_FIELD_REPEAT;
}

static void
every_field_keeps_every_text (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (ChnTimeline) plain = make_timeline (registry, &fields[i], "x");
    g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    CU_ASSERT_PTR_NOT_NULL (plain);
    for (guint k = 0; plain && k < G_N_ELEMENTS (texts); k++) {
      g_autofree char *text = dup_text (&texts[k]);
      g_autoptr (ChnTimeline) timeline = make_timeline (registry, &fields[i], text);
      if (timeline)
        check_formats (registry, &texts[k], &fields[i], timeline, plain, kept);
      else if (!may_be_refused (&fields[i]))
        CHN_FAIL ("%s is refused in %s", texts[k].name, fields[i].name);
    }
  }
}

/* Nothing is the same as not stated, in every format. */
static void
empty_text_is_none (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    gboolean optional = fields[i].bearer != LIST && fields[i].bearer != ACTOR && fields[i].bearer != FORUM &&
                        fields[i].bearer != ALIAS && fields[i].bearer != QUERY && fields[i].bearer != EXTRA_KEY &&
                        strcmp (fields[i].name, "title") != 0 && strcmp (fields[i].name, "source key") != 0;
    g_autoptr (ChnTimeline) plain = make_timeline (registry, &fields[i], "x");
    g_autoptr (ChnTimeline) timeline = optional ? make_timeline (registry, &fields[i], "") : NULL;
    static const NaughtyText empty = { "empty", "", FALSE };
    if (timeline && plain && fields[i].bearer != HEADER)
      for (guint k = 0; k < 2; k++) {
        const char *format = k == 0 ? "json" : "csv";
        g_autofree char *written = write_all (timeline, format, NULL, NULL);
        g_autofree char *expected = write_all (plain, format, NULL, NULL);
        Case test = { &empty, &fields[i], format, timeline, written, expected };
        check_case (&test, registry);
      }
  }
}

static const ChnTest tests[] = {
  { "every field keeps every text", every_field_keeps_every_text },
  { "empty text is none", empty_text_is_none },
};

CHN_SUITE ("format/naughty", tests)

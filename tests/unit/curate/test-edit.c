/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Changes to a file in place: what comes in, goes and is replaced, to the byte. */
#include <string.h>

#include <chancery/edit.h>
#include <chancery/error.h>

#include "suite.h"

static ChnEvent *
make_event (const char *id, const char *date, const char *title)
{
  ChnEvent *event = chn_event_new ();
  g_autoptr (ChnDate) parsed = chn_date_parse (date, -1, NULL);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, parsed);
  chn_event_set_text (event, CHN_FIELD_TITLE, title, -1);
  return event;
}

static char *
run (const ChnEdits *edits, const char *text, GError **error)
{
  gsize length = 0;
  g_autoptr (GBytes) made = chn_edits_run (edits, text, strlen (text), "file.yaml", NULL, error);
  const char *bytes = made ? g_bytes_get_data (made, &length) : NULL;
  return made ? g_strndup (bytes, length) : NULL;
}

static void
check_run (const ChnEdits *edits, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = run (edits, before, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_STRING (made, after);
}

#define HEAD "timeline: t\nevents:\n"
#define A "  - id: a\n    date: 2014-01-01\n    title: A\n"
#define B "  - id: b\n    date: 2014-03-01 # a Saturday\n    title: B\n"
#define NEW "  - id: new\n    date: 2014-02\n    title: New\n"

typedef struct {
  const char *date;
  const char *before, *after;
} Arrival;

static void
test_places (void)
{
  static const Arrival arrivals[] = {
    { "2014-02", HEAD A "\n" B, HEAD A "\n" NEW "\n" B },
    { "2014-02", HEAD A B, HEAD A NEW B },
    { "2014-02", HEAD A "    # of A\n\n  # of B\n" B, HEAD A "    # of A\n\n" NEW "\n  # of B\n" B },
    { "2014-02", HEAD B "\n" A, HEAD B "\n" NEW "\n" A },
    { "2014-02", HEAD "\n  # first\n" B, HEAD "\n" NEW "\n  # first\n" B },
    { "2014-02", HEAD A, HEAD A "\n" NEW },
    { "2014-02", "timeline: t\nevents: []\n", HEAD NEW },
    { "2014-02", "timeline: t\nevents: # none yet\nqueries: {}\n",
      "timeline: t\nevents: # none yet\n" NEW "queries: {}\n" },
    { "2014-02", "timeline: t\n", "timeline: t\n\nevents:\n" NEW },
    { "2014-02", "timeline: t", "timeline: t\n\nevents:\n" NEW },
    { "2014-02", "timeline: t\nevents:\n- id: a\n  date: 2014-01\n  title: A",
      "timeline: t\nevents:\n- id: a\n  date: 2014-01\n  title: A\n\n- id: new\n  date: 2014-02\n  title: New" },
    { "2014-02", "timeline: t\r\nevents:\r\n-   id: a\r\n    date: 2014-01\r\n    title: A\r\n",
      "timeline: t\r\nevents:\r\n-   id: a\r\n    date: 2014-01\r\n    title: A\r\n\r\n"
      "-   id: new\r\n    date: 2014-02\r\n    title: New\r\n" },
    { "2014-02", "\xEF\xBB\xBFtimeline: t\nevents: [{id: a, date: 2014-01, title: A}]\n",
      "\xEF\xBB\xBFtimeline: t\nevents: [{id: a, date: 2014-01, title: A}, {id: new, date: 2014-02, title: New}]\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++) {
    g_autoptr (ChnEdits) edits = chn_edits_new ();
    g_autoptr (ChnEvent) event = make_event ("new", arrivals[i].date, "New");
    chn_edits_add_event (edits, event);
    check_run (edits, arrivals[i].before, arrivals[i].after);
  }
}

static void
test_several (void)
{
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  g_autoptr (ChnEvent) later = make_event ("later", "2015", "Later");
  g_autoptr (ChnEvent) first = make_event ("new", "2014-02", "New");
  chn_edits_add_event (edits, later);
  chn_edits_add_event (edits, first);
  check_run (edits, HEAD A "\n", HEAD A "\n" NEW "\n  - id: later\n    date: 2015\n    title: Later\n\n");
}

static void
test_goes (void)
{
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  chn_edits_remove_event (edits, "a");
  check_run (edits, HEAD "  # about A\n" A "\n" B, HEAD "  # about A\n" B);
  check_run (edits, HEAD B "\n" A, HEAD B);
  check_run (edits, HEAD B "\n  # about A\n" A, HEAD B "\n  # about A\n");
}

static void
test_replaced (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  static const char before[] = HEAD A "    # more\n\n" B;
  guint line = 0;
  g_autofree char *lines = chn_edits_dup_event (before, strlen (before), "file.yaml", "a", &line, &error);
  CHN_ASSERT_STRING (lines, "- id: a\n  date: 2014-01-01\n  title: A\n  # more\n");
  CHN_ASSERT_INT (line, 3);
  chn_edits_replace_event (edits, "a", "- id: a\n  date: 2014-01-02\n  summary: |-\n    One\n\n    Two\n");
  check_run (edits, before, HEAD "  - id: a\n    date: 2014-01-02\n    summary: |-\n      One\n\n      Two\n\n" B);
}

static void
test_entries (void)
{
  static const ChnSource source = { { [CHN_SOURCE_KEY] = "un", [CHN_SOURCE_TITLE] = "Record: one" } };
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  chn_edits_add_source (edits, &source);
  chn_edits_add_entry (edits, "actors", "jane-doe", "{kind: person, name: Jane Doe}");
  static const char *const pairs[][2] = {
    { "timeline: t\n\n# All of them\nevents: []\n",
      "timeline: t\n\nsources:\n  un:\n    title: \"Record: one\"\n\n"
      "actors:\n  jane-doe: {kind: person, name: Jane Doe}\n\n# All of them\nevents: []\n" },
    { "timeline: t\nactors: {}\nsources: # to come\nevents: []\n",
      "timeline: t\nactors:\n  jane-doe: {kind: person, name: Jane Doe}\n"
      "sources: # to come\n  un:\n    title: \"Record: one\"\nevents: []\n" },
    { "timeline: t\nactors:\n  x:\n    kind: person\n    name: X # he\nsources:\n  a: {title: A}\n\nevents: []\n",
      "timeline: t\nactors:\n  x:\n    kind: person\n    name: X # he\n  jane-doe:\n    kind: person\n    name: Jane "
      "Doe\n"
      "sources:\n  a: {title: A}\n  un: {title: \"Record: one\"}\n\nevents: []\n" },
    { "timeline: t\nactors: {x: {kind: person, name: X}}\nsources:\n  un:\n    title: 'Old' # t\n    date: 2014\n",
      "timeline: t\nactors: {x: {kind: person, name: X}, jane-doe: {kind: person, name: Jane Doe}}\n"
      "sources:\n  un:\n    title: 'Record: one' # t\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    check_run (edits, pairs[i][0], pairs[i][1]);
}

static void
test_refused (void)
{
  static const struct {
    const char *text, *id;
    ChnError code;
  } faults[] = {
    { HEAD A, "b", CHN_ERROR_UNKNOWN },
    { HEAD "  - id: a\n    date: 2014\n    title: &t A\n  - id: c\n    date: 2015\n    title: *t\n", "a",
      CHN_ERROR_UNSUPPORTED },
    { "{timeline: t, events: []}", "a", CHN_ERROR_UNSUPPORTED },
    { "timeline: \"t\nevents: []\n", "a", CHN_ERROR_SYNTAX },
    { "", "a", CHN_ERROR_UNSUPPORTED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnEdits) edits = chn_edits_new ();
    g_autoptr (ChnEvent) event = make_event ("x", "2014", "Other");
    chn_edits_set_field (edits, faults[i].id, CHN_FIELD_TITLE, event);
    g_autofree char *made = run (edits, faults[i].text, &error);
    CU_ASSERT_PTR_NULL (made);
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) faults[i].code);
  }
}

/* What an alias repeats is written out where it changes. */
static void
test_alias (void)
{
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  g_autoptr (ChnEvent) event = make_event ("x", "2014", "Other");
  chn_edits_set_field (edits, "c", CHN_FIELD_TITLE, event);
  check_run (edits,
             HEAD "  - id: a\n    date: 2014\n    title: &t A\n  - id: c\n    date: 2015\n    title: *t # as a\n",
             HEAD "  - id: a\n    date: 2014\n    title: &t A\n  - id: c\n    date: 2015\n    title: Other # as a\n");
}

/* Several fields of an event at once, of which one goes and one comes in behind it. */
static void
test_fields (void)
{
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  g_autoptr (ChnEvent) event = make_event ("a", "2014-01-05~", "A: second");
  chn_event_set_text (event, CHN_FIELD_PLACE, "Geneva", -1);
  static const ChnField fields[] = { CHN_FIELD_DATE, CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_edits_set_field (edits, "a", fields[i], event);
  check_run (
      edits, HEAD "  - summary: gone\n    id: a\n    title: 'A' # t\n    date: 2014-01-01 # d\n    tags: [x]\n",
      HEAD "  - id: a\n    title: 'A: second' # t\n    place: Geneva\n    date: 2014-01-05~ # d\n    tags: [x]\n");
  check_run (
      edits, "timeline: t\nevents: [{id: a, date: '2014', title: A, summary: s, tags: [ x ]}]\n",
      "timeline: t\nevents: [{id: a, date: '2014-01-05~', title: \"A: second\", place: Geneva, tags: [ x ]}]\n");
}

static void
test_comments (void)
{
  static const struct {
    const char *text;
    gboolean has;
  } texts[] = {
    { HEAD A, FALSE },
    { HEAD B, TRUE },
    { "title: \"# no\"\nurl: x#y\n", FALSE },
    { "summary: |\n  # no\n  more\n", FALSE },
    { "summary: | # yes\n  more\n", TRUE },
    { "a: b\n# yes\n", TRUE },
    { "a: [b, # yes\n c]\n", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    CHN_ASSERT_INT (chn_edits_has_comments (texts[i].text, strlen (texts[i].text)), texts[i].has);
}

/* What is read again to prove a change is the event alone, however much else comes in beside it. */
static void
test_neighbours (void)
{
  static const char *const files[][2] = {
    { HEAD A "    tags: [x]\n" B "    tags: [y]\n",
      HEAD A "    tags: [z]\n    extra:\n      - k: v\n" NEW B "    tags: [z]\n    extra:\n      - k: v\n" },
    { "timeline: t\nevents:\n- {id: a, date: 2014-01-01, title: A, tags: [x]}\n- {id: b, date: 2014-03-01, title: "
      "B}\n",
      "timeline: t\nevents:\n- {id: a, date: 2014-01-01, title: A, tags: [z], extra: [{k: v}]}\n- id: new\n  date: "
      "2014-02\n  title: New\n- {id: b, date: 2014-03-01, title: B, tags: [z], extra: [{k: v}]}\n" },
    { HEAD A "    tags: &tags [x]\n" B "    symbols: *tags\n    tags: [y]\n", NULL },
  };
  g_autoptr (ChnEvent) event = make_event ("new", "2014-02", "New"), changed = chn_event_new ();
  chn_event_add_item (changed, CHN_FIELD_TAGS, "z", -1);
  chn_event_add_extra (changed, "k", "v");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    ChnEdits *edits = chn_edits_new ();
    static const char *const ids[] = { "b", "a" };
    for (guint j = 0; j < G_N_ELEMENTS (ids); j++) {
      chn_edits_set_field (edits, ids[j], CHN_FIELD_TAGS, changed);
      chn_edits_set_field (edits, ids[j], CHN_FIELD_EXTRA, changed);
    }
    chn_edits_add_event (edits, event);
    g_autoptr (GError) error = NULL;
    g_autofree char *made = run (edits, files[i][0], &error);
    if (files[i][1])
      CHN_ASSERT_STRING (made, files[i][1]);
    else
      CU_ASSERT_PTR_NOT_NULL (error);
    chn_edits_free (edits);
  }
}

static const ChnTest tests[] = {
  { "an event comes to its place by date", test_places },
  { "several come in order", test_several },
  { "an event goes, comments above stay", test_goes },
  { "the lines of an event are replaced", test_replaced },
  { "entries of sections", test_entries },
  { "what is refused", test_refused },
  { "an alias is written out", test_alias },
  { "several fields at once", test_fields },
  { "comments are found", test_comments },
  { "an event that changed is proved beside new ones", test_neighbours },
};

CHN_SUITE ("curate/edit", tests)

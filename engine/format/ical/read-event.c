/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One VEVENT of somebody else's (RFC 5545, 3.6.1): each property to its field, and what has no field, or
 * more to it than the field holds, to the extras.
 */
#include <string.h>

#include "base/civil.h"
#include "format/ical/reader.h"
#include "model/event-storage.h"

/* TEXT of a line, where the event's own texts are; its length without the NUL that ends it. */
static char *
take_text (ChnIcalReader *reader, const ChnIcalLine *line, gsize *length)
{
  char *text = chn_arena_alloc_bare (reader->event->arena, line->value.length + 1);
  char *end = chn_ical_put_text (text, line->value.text, line->value.length);
  *end = '\0';
  *length = (gsize) (end - text);
  return text;
}

void
chn_ical_index_lines (ChnIcalReader *reader)
{
  memset (reader->only, 0, sizeof reader->only);
  reader->repeated = 0;
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    if (!reader->only[line->name])
      reader->only[line->name] = line;
    else
      reader->repeated |= CHN_ICAL_BIT (line->name);
  }
  const ChnIcalLine *uid = reader->only[CHN_ICAL_UID];
  reader->uid = uid ? chn_slice_trim (uid->value) : (ChnSlice){ NULL, 0 };
  reader->rewritten = 0;
}

/* An event that nobody gave a UID gets one of its content, so that reading again gives the same. */
static void
make_uid (ChnIcalReader *reader)
{
  g_string_truncate (reader->text, 0);
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    if (line->name == CHN_ICAL_DTSTAMP)
      continue;
    g_string_append_len (reader->text, line->head.text, (gssize) line->head.length);
    g_string_append_len (reader->text, line->value.text, (gssize) line->value.length);
  }
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, reader->text->str, -1);
  g_string_printf (reader->key, "event-%.16s", sum);
  g_autofree char *uid = g_strdup (reader->key->str);
  chn_event_set_text (reader->event, CHN_FIELD_ID, uid, -1);
  chn_event_add_extra (reader->event, "UID", uid);
  chn_ical_say (reader, CHN_ICAL_UID);
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "missing-uid", reader->line, "give every event a UID that it keeps",
                   "an event without UID; it is called \"%s\" after its content", uid);
  guint earlier = 0;
  chn_ical_uids_claim (reader->uids, &(ChnSlice){ uid, strlen (uid) }, FALSE, reader->line, &earlier);
  if (earlier == 0)
    return;
  chn_ical_remark (reader, CHN_SEVERITY_ERROR, "duplicate-uid", reader->line, "give one of them a UID",
                   "an event without UID has the same content as an earlier one");
}

/* Instances of what recurs share its UID: they are told apart by their RECURRENCE-ID. */
static const char *
claim_instance (ChnIcalReader *reader, const ChnIcalLine *instance, guint *earlier)
{
  g_autoptr (GString) id = g_string_new (chn_ical_uids_get_id (reader->uids, &reader->uid));
  g_string_append_c (id, '-');
  for (gsize i = 0; i < instance->value.length && i < 20; i++)
    if (g_ascii_isalnum (instance->value.text[i]))
      g_string_append_c (id, g_ascii_tolower (instance->value.text[i]));
  if (id->str[id->len - 1] == '-')
    g_string_append_c (id, '0');
  return chn_ical_uids_claim (reader->uids, &(ChnSlice){ id->str, id->len }, FALSE, reader->line, earlier);
}

static void
read_uid (ChnIcalReader *reader)
{
  const ChnIcalLine *instance = reader->only[CHN_ICAL_RECURRENCE_ID];
  guint earlier = 0;
  reader->is_uid_taken = FALSE;
  if (reader->uid.length == 0) {
    make_uid (reader);
    return;
  }
  const char *id = instance ? claim_instance (reader, instance, &earlier)
                            : chn_ical_uids_claim (reader->uids, &reader->uid, FALSE, reader->line, &earlier);
  chn_event_set_text (reader->event, CHN_FIELD_ID, id, -1);
  reader->is_uid_taken = earlier > 0;
  if (earlier > 0)
    chn_ical_fault (reader, reader->only[CHN_ICAL_UID], reader->only[CHN_ICAL_UID]->value.text, CHN_ERROR_CONFLICT,
                    "give one of the two another UID", "the UID stands at line %u already", earlier);
}

/* A title is one line; breaks, which only escapes bring, and tabs are blanks of it. */
static ChnSlice
take_title (ChnIcalReader *reader, const ChnIcalLine *line)
{
  gsize length;
  char *text = take_text (reader, line, &length);
  for (gsize i = 0; i < length; i++)
    text[i] = (guchar) text[i] < ' ' ? ' ' : text[i];
  ChnSlice title = chn_slice_trim ((ChnSlice){ text, length });
  gsize start = (gsize) (title.text - text);
  text[start + title.length] = '\0';
  return title;
}

static gboolean
is_plain (const char *at, const char *end)
{
  gsize length = (gsize) (end - at);
  return !memchr (at, ',', length) && !memchr (at, ';', length);
}

/* Whether the writer's line says the same: nothing was trimmed, and what must be escaped is, throughout or not at
 * all. */
static gboolean
is_usual_title (const ChnSlice *value, const ChnSlice *title)
{
  gsize n_escapes = 0;
  const char *at = value->text, *end = at + value->length;
  for (const char *stop; (stop = memchr (at, '\\', (gsize) (end - at))); at = stop + 2, n_escapes++)
    if (end - stop < 2 || (stop[1] != ',' && stop[1] != ';' && stop[1] != '\\') || !is_plain (at, stop))
      return FALSE;
  return title->length + n_escapes == value->length && (n_escapes == 0 || is_plain (at, end));
}

static void
read_title (ChnIcalReader *reader)
{
  const ChnIcalLine *line = reader->only[CHN_ICAL_SUMMARY];
  ChnSlice title = line ? take_title (reader, line) : (ChnSlice){ NULL, 0 };
  if (title.length > 0) {
    chn_event_borrow_text (reader->event, CHN_FIELD_TITLE, title.text);
    if (line->n_parameters == 0 && is_usual_title (&line->value, &title))
      chn_ical_say (reader, CHN_ICAL_SUMMARY);
    return;
  }
  chn_event_set_text (reader->event, CHN_FIELD_TITLE, "(untitled)", -1);
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "missing-title", reader->line, NULL, "an event without SUMMARY");
}

/* Some programs write a line break where there is nothing to say. */
static gboolean
is_blank (const char *text)
{
  while (*text == ' ' || *text == '\t' || *text == '\n')
    text++;
  return *text == '\0';
}

static void
read_texts (ChnIcalReader *reader)
{
  static const struct {
    ChnIcalName name;
    ChnField field;
  } texts[] = { { CHN_ICAL_DESCRIPTION, CHN_FIELD_SUMMARY }, { CHN_ICAL_LOCATION, CHN_FIELD_PLACE } };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const ChnIcalLine *line = reader->only[texts[i].name];
    gsize length;
    const char *text = line ? take_text (reader, line, &length) : "";
    if (is_blank (text))
      continue;
    chn_event_borrow_text (reader->event, texts[i].field, text);
    if (line->n_parameters == 0)
      chn_ical_say (reader, texts[i].name);
  }
}

static void
read_status (ChnIcalReader *reader)
{
  static const struct {
    const char *name;
    ChnStatus status;
  } rows[] = { { "CONFIRMED", CHN_STATUS_OCCURRED },
               { "TENTATIVE", CHN_STATUS_PLANNED },
               { "CANCELLED", CHN_STATUS_CANCELLED } };
  const ChnIcalLine *line = reader->only[CHN_ICAL_STATUS];
  for (guint i = 0; line && i < G_N_ELEMENTS (rows); i++)
    if (chn_slice_is_name (&line->value, rows[i].name)) {
      chn_event_set_term (reader->event, CHN_FIELD_STATUS, rows[i].status);
      if (line->n_parameters == 0 && chn_slice_is (&line->value, rows[i].name))
        chn_ical_say (reader, CHN_ICAL_STATUS);
    }
}

/* Of nine degrees the middle one says nothing: clients write it on everything. */
static void
read_priority (ChnIcalReader *reader)
{
  static const guint8 importance[] = { 0, 5, 5, 4, 4, 0, 2, 2, 1, 1 };
  const ChnIcalLine *line = reader->only[CHN_ICAL_PRIORITY];
  int priority;
  if (line && chn_ical_parse_number (&line->value, &priority) && priority < (int) G_N_ELEMENTS (importance))
    chn_event_set_number (reader->event, CHN_FIELD_IMPORTANCE, importance[priority]);
}

static gboolean
is_usual_stamp (const ChnIcalLine *line)
{
  return line->n_parameters == 0 && line->value.length == 16 && line->value.text[15] == 'Z';
}

static gboolean
is_known_stamp (const ChnIcalReader *reader, const ChnSlice *value)
{
  const ChnIcalStamp *stamp = &reader->stamp;
  return value->length == sizeof stamp->value && memcmp (value->text, stamp->value, value->length) == 0;
}

static void
keep_stamp (ChnIcalReader *reader, const ChnSlice *value, gint64 seconds)
{
  ChnIcalStamp *stamp = &reader->stamp;
  if (value->length != sizeof stamp->value)
    return;
  memcpy (stamp->value, value->text, value->length);
  g_strlcpy (stamp->date, chn_event_get_text (reader->event, CHN_FIELD_REVISED), sizeof stamp->date);
  stamp->seconds = seconds;
}

/* Sets the revision; FALSE where the line has none. */
static gboolean
read_stamp (ChnIcalReader *reader, const ChnIcalLine *line, gint64 *seconds)
{
  ChnIcalTime time;
  gboolean loose = FALSE;
  ChnSlice value = chn_slice_trim (line->value);
  if (is_known_stamp (reader, &value)) {
    *seconds = reader->stamp.seconds;
    chn_event_hold_date (reader->event, CHN_FIELD_REVISED, reader->stamp.date, NULL);
    return TRUE;
  }
  if (!chn_ical_parse_time (&value, &time, &loose, NULL))
    return FALSE;
  ChnIcalSpan span = { .start = time, .end = time.seconds, .all_day = time.is_date };
  span.start.is_utc = !time.is_date;
  if (!chn_ical_span_set_date (&span, reader->event, CHN_FIELD_REVISED))
    return FALSE;
  *seconds = time.seconds;
  keep_stamp (reader, &value, time.seconds);
  return TRUE;
}

/* LAST-MODIFIED is when the event was changed; DTSTAMP may be no more than the day of the download. */
static void
read_revision (ChnIcalReader *reader)
{
  const ChnIcalLine *stamp = reader->only[CHN_ICAL_DTSTAMP], *changed = reader->only[CHN_ICAL_LAST_MODIFIED];
  const ChnIcalLine *line = changed ? changed : stamp;
  gint64 seconds;
  if (stamp && stamp->value.length == 0)
    chn_ical_say (reader, CHN_ICAL_DTSTAMP);
  if (!line || !read_stamp (reader, line, &seconds))
    return;
  /* The writer's stamp of what was never revised. */
  if (!changed && seconds == 0) {
    chn_event_set_date (reader->event, CHN_FIELD_REVISED, NULL);
    chn_ical_say (reader, CHN_ICAL_DTSTAMP);
    return;
  }
  if (is_usual_stamp (line) && seconds >= 0)
    chn_ical_say (reader, line->name);
  if (changed && stamp && is_usual_stamp (stamp) && stamp->value.length == changed->value.length &&
      memcmp (stamp->value.text, changed->value.text, stamp->value.length) == 0)
    chn_ical_say (reader, CHN_ICAL_DTSTAMP);
}

/* The first kind is the event's; what would be a second one is a tag. */
static gboolean
take_category (ChnIcalReader *reader, const char *text, gsize length, gboolean *has_kind)
{
  const ChnCategory *category = chn_categories_find (reader->categories, text, length);
  if (category->sort == CHN_CATEGORY_FORUM)
    chn_event_add_item (reader->event, CHN_FIELD_FORUMS, chn_forum_get_id (category->forum), -1);
  else if (category->sort == CHN_CATEGORY_KIND && !*has_kind)
    chn_event_set_term (reader->event, CHN_FIELD_KIND, category->kind);
  else
    chn_event_add_item (reader->event, CHN_FIELD_TAGS, text, (gssize) length);
  *has_kind = *has_kind || category->sort == CHN_CATEGORY_KIND;
  return category->canonical;
}

/* Whether the writer would write the line just so: a single category without parameters. */
static gboolean
read_category_line (ChnIcalReader *reader, const ChnIcalLine *line, gboolean *has_kind)
{
  ChnSlice rest = line->value, item;
  gboolean done = FALSE, usual = line->n_parameters == 0;
  for (guint n = 0; chn_ical_next_text (&rest, &done, &item); n++) {
    item = chn_slice_trim (item);
    usual = usual && n == 0 && item.length == line->value.length;
    g_string_truncate (reader->text, 0);
    chn_ical_append_text (reader->text, item.text, item.length);
    if (reader->text->len > 0)
      usual = take_category (reader, reader->text->str, reader->text->len, has_kind) && usual;
    else
      usual = FALSE;
  }
  return usual;
}

static void
read_categories (ChnIcalReader *reader)
{
  gboolean has_kind = FALSE, usual = TRUE;
  guint n = 0;
  if (!reader->only[CHN_ICAL_CATEGORIES])
    return;
  for (guint i = 0; i < reader->lines.n; i++)
    if (chn_ical_lines_get (&reader->lines, i)->name == CHN_ICAL_CATEGORIES) {
      usual = read_category_line (reader, chn_ical_lines_get (&reader->lines, i), &has_kind) && usual;
      n++;
    }
  if (usual && n == 1)
    chn_ical_say (reader, CHN_ICAL_CATEGORIES);
}

/* What the writer puts on every event. */
static void
read_constants (ChnIcalReader *reader)
{
  static const struct {
    ChnIcalName name;
    const char *value;
  } rows[] = { { CHN_ICAL_TRANSP, "TRANSPARENT" }, { CHN_ICAL_CLASS, "PUBLIC" } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ChnIcalLine *line = reader->only[rows[i].name];
    if (line && line->n_parameters == 0 && chn_slice_is (&line->value, rows[i].value))
      chn_ical_say (reader, rows[i].name);
  }
  const ChnIcalLine *rule = reader->only[CHN_ICAL_RRULE];
  const char *repeat = chn_event_get_text (reader->event, CHN_FIELD_REPEAT);
  if (rule && rule->n_parameters == 0 && repeat && chn_slice_is (&rule->value, repeat))
    chn_ical_say (reader, CHN_ICAL_RRULE);
}

/* Of what an event has once the first counts; the others are for whoever reads what is written again. */
static void
warn_of_repeats (ChnIcalReader *reader)
{
  const guint64 once = CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) |
                       CHN_ICAL_BIT (CHN_ICAL_DURATION) | CHN_ICAL_BIT (CHN_ICAL_SUMMARY) |
                       CHN_ICAL_BIT (CHN_ICAL_DESCRIPTION) | CHN_ICAL_BIT (CHN_ICAL_LOCATION) |
                       CHN_ICAL_BIT (CHN_ICAL_STATUS) | CHN_ICAL_BIT (CHN_ICAL_RRULE);
  for (guint i = 0; reader->repeated & once && i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    const char *end = memchr (line->head.text, ';', line->head.length);
    ChnSlice name = { line->head.text, end ? (gsize) (end - line->head.text) : line->head.length };
    if (CHN_ICAL_BIT (line->name) & once && line != reader->only[line->name])
      chn_ical_remark (reader, CHN_SEVERITY_WARNING, "repeated-property", line->line, "write it once",
                       "a second %.*s, which is kept, but not used", chn_slice_show (&name), name.text);
  }
}

/* Of an event that was written here without its payload, in reader->text; else NULL. */
static const char *
get_own_timeline (ChnIcalReader *reader)
{
  ChnSlice event, timeline;
  if (reader->uid.length == 0 || !chn_ical_uid_is_ours (&reader->uid, &event, &timeline))
    return NULL;
  g_string_truncate (reader->text, 0);
  g_string_append_len (reader->text, timeline.text, (gssize) timeline.length);
  return reader->text->str;
}

void
chn_ical_read_event (ChnIcalReader *reader)
{
  chn_event_set_position (reader->event, CHN_FIELD_ID, 0, reader->line, 1);
  read_uid (reader);
  chn_ical_read_when (reader);
  read_title (reader);
  read_texts (reader);
  read_categories (reader);
  read_status (reader);
  read_priority (reader);
  read_revision (reader);
  read_constants (reader);
  chn_ical_read_people (reader);
  chn_ical_read_links (reader);
  chn_ical_read_relations (reader);
  warn_of_repeats (reader);
  chn_ical_keep_extras (reader);
  chn_ical_add_event (reader, get_own_timeline (reader), reader->line);
}

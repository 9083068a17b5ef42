/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The reader of timeline files (chancery-timeline(5)):
 *
 *   file    := {timeline: id, title: text, summary: text, zone: text, domain: text, licence: text, extra: extra,
 *               actors: {...}, forums: {...}, kinds: {...}, roles: {...}, relations: {...}, sources: {key: source},
 * queries: {name: text}, feeds: {name: feed}, events: [event ...]} source  := {title: text, author: text, publisher:
 * text, date: date, url: text, symbol: text, language: text, accessed: date, archive: text, note: text, corrects: key
 * / [key ...], withdraws: key / [key ...], reason: text}
 *
 * Sections may come in any order: names are resolved when the timeline is sealed. Every fault
 * goes to the report at its place, and reading goes on behind it; only a YAML syntax error or a
 * bound ends it early. Then what was read so far stays with the builder.
 */
#include "format/yaml/read.h"

#include <string.h>

#include "format/yaml/event.h"
#include "format/yaml/feeds.h"
#include "format/yaml/names.h"
#include "format/yaml/terms.h"

typedef struct {
  ChnTimelineBuilder *builder;
  ChnYaml *yaml;
  ChnYamlFaults faults;
  ChnRegistryBuilder *names;
  ChnYamlFeeds feeds;
  ChnEvent *event; /* NULL: what is read is carried by a file of another format, and is no event */
  guint line;      /* of that file */
  char *timeline;  /* id that was carried */
} Reading;

typedef struct {
  const ChnYamlFaults *faults;
  ChnSource source;
  GPtrArray *joined; /* texts of lists */
} SourceReading;

/* A date that cannot be read is reported here, at its own place, and left out. */
static gboolean
check_source_value (const SourceReading *reading, ChnSourceField field, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = NULL;
  if (field == CHN_SOURCE_DATE || field == CHN_SOURCE_ACCESSED)
    date = chn_date_parse (value->text, (gssize) value->length, &error);
  if (error)
    chn_yaml_fault_error (reading->faults, value, error);
  return error == NULL;
}

/* "a; b" */
static const char *
join_keys (const SourceReading *reading, const ChnYamlNode *list)
{
  GString *keys = g_string_new (NULL);
  for (const ChnYamlNode *item = list->first; item; item = item->next) {
    if (item->kind == CHN_YAML_TEXT)
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? "; " : "", item->text);
    else if (item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (reading->faults, item, CHN_YAML_FAULT_SHAPE, "write the key of a source",
                      "a key is text, found %s", chn_yaml_describe (item));
  }
  char *text = g_string_free (keys, FALSE);
  g_ptr_array_add (reading->joined, text);
  return text;
}

static void
visit_source (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  SourceReading *reading = data;
  if (value->kind == CHN_YAML_LIST)
    reading->source.text[key->id] = join_keys (reading, value);
  else if (check_source_value (reading, (ChnSourceField) key->id, value))
    reading->source.text[key->id] = value->text;
}

static void
read_source (Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_free);
  SourceReading source = { .faults = &reading->faults, .joined = joined };
  source.source.text[CHN_SOURCE_KEY] = key->text;
  if (value->kind == CHN_YAML_MAPPING)
    chn_yaml_keys_walk (&chn_yaml_source_keys, &reading->faults, value, visit_source, &source);
  else if (value->kind != CHN_YAML_FAULTY)
    chn_yaml_fault (&reading->faults, value, CHN_YAML_FAULT_SHAPE, "write KEY: {title: ..., date: ...}",
                    "a source is a mapping, found %s", chn_yaml_describe (value));
  chn_timeline_builder_add_source (reading->builder, &source.source, reading->event ? key->line : reading->line,
                                   reading->event ? key->column : 1);
}

static void
read_query (Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  const ChnYamlKey named = { key->text, 0, CHN_YAML_TEXT, FALSE };
  if (chn_yaml_key_check (&named, &reading->faults, value))
    chn_timeline_builder_add_query (reading->builder, key->text, value->text);
}

static void
take_feed (const ChnFeed *feed, gpointer data)
{
  const Reading *reading = data;
  ChnFeed placed = *feed;
  placed.line = reading->event ? feed->line : reading->line;
  chn_timeline_builder_add_feed (reading->builder, &placed);
}

static void
read_feed (Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  reading->feeds.faults = &reading->faults;
  reading->feeds.take = take_feed;
  reading->feeds.data = reading;
  chn_yaml_feed_read (&reading->feeds, key, value);
}

/* The large collections are read piece by piece. */
static gboolean
enter (Reading *reading, const ChnYamlKey *section, ChnYamlKind kind)
{
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (reading->yaml, kind, &entered);
  if (other && chn_yaml_key_check (section, &reading->faults, other))
    chn_yaml_fault (&reading->faults, other, CHN_YAML_FAULT_ALIAS, "write it out here", "\"%s\" cannot be an alias",
                    section->name);
  return entered;
}

static void
read_entries (Reading *reading, const ChnYamlKey *section,
              void (*read) (Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value))
{
  if (!enter (reading, section, CHN_YAML_MAPPING))
    return;
  for (const ChnYamlNode *key = chn_yaml_next_key (reading->yaml); key; key = chn_yaml_next_key (reading->yaml)) {
    const ChnYamlNode *value = chn_yaml_read_value (reading->yaml);
    if (value)
      read (reading, key, value);
  }
}

static void
read_event (Reading *reading, const ChnYamlNode *item)
{
  if (item->kind != CHN_YAML_MAPPING) {
    if (item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (&reading->faults, item, CHN_YAML_FAULT_SHAPE, "write \"- id: ...\" and its keys below",
                      "an event is a mapping, found %s", chn_yaml_describe (item));
    return;
  }
  const ChnYamlNode *id = chn_yaml_get (item, "id");
  reading->faults.event = id && id->kind == CHN_YAML_TEXT ? id->text : NULL;
  chn_event_clear (reading->event);
  chn_yaml_read_event (&reading->faults, item, reading->event);
  reading->faults.event = NULL;
  chn_timeline_builder_add_event (reading->builder, reading->event);
}

static void
read_events (Reading *reading, const ChnYamlKey *section)
{
  if (!enter (reading, section, CHN_YAML_LIST))
    return;
  for (const ChnYamlNode *item = chn_yaml_next_item (reading->yaml); item; item = chn_yaml_next_item (reading->yaml))
    read_event (reading, item);
}

static void
read_header (Reading *reading, const ChnYamlKey *key)
{
  const ChnYamlNode *value = chn_yaml_read_value (reading->yaml);
  if (!value || !chn_yaml_key_check (key, &reading->faults, value))
    return;
  chn_timeline_builder_set_header (reading->builder, (ChnHeaderField) key->id, value->text);
  chn_timeline_builder_position_header (reading->builder, (ChnHeaderField) key->id,
                                        reading->event ? value->line : reading->line,
                                        reading->event ? value->column : 1);
  if (key->id == CHN_HEADER_TIMELINE && !reading->event) {
    g_free (reading->timeline);
    reading->timeline = g_strdup (value->text);
  }
}

static void
add_header_extra (const char *key, const char *value, gpointer builder)
{
  chn_timeline_builder_add_header_extra (builder, key, value);
}

static void
read_header_extras (Reading *reading, const ChnYamlKey *key)
{
  const ChnYamlNode *value = chn_yaml_read_value (reading->yaml);
  if (value && chn_yaml_key_check (key, &reading->faults, value))
    chn_yaml_read_extras (&reading->faults, value, add_header_extra, reading->builder);
}

static void
read_section (Reading *reading, const ChnYamlKey *key)
{
  switch (key->id) {
  case CHN_SECTION_ACTORS:
  case CHN_SECTION_FORUMS:
    chn_yaml_names_read (reading->names, reading->yaml, key, &reading->faults);
    break;
  case CHN_SECTION_KINDS:
  case CHN_SECTION_ROLES:
  case CHN_SECTION_RELATIONS:
    chn_yaml_terms_read (reading->names, reading->yaml, key, &reading->faults);
    break;
  case CHN_SECTION_SOURCES:
    read_entries (reading, key, read_source);
    break;
  case CHN_SECTION_QUERIES:
    read_entries (reading, key, read_query);
    break;
  case CHN_SECTION_FEEDS:
    read_entries (reading, key, read_feed);
    break;
  case CHN_SECTION_EVENTS:
    read_events (reading, key);
    break;
  case CHN_SECTION_EXTRA:
    read_header_extras (reading, key);
    break;
  default:
    read_header (reading, key);
  }
}

/* What is carried has neither events nor what the other format shows of the timeline. */
static gboolean
may_be_carried (const ChnYamlKey *key)
{
  return key->id != CHN_SECTION_EVENTS && key->id != CHN_SECTION_EXTRA && key->id != CHN_HEADER_TITLE &&
         key->id != CHN_HEADER_SUMMARY;
}

static gboolean
is_registry (const Reading *reading, const ChnYamlNode *name)
{
  gboolean registry = strcmp (name->text, "registry") == 0;
  if (registry)
    chn_yaml_fault (&reading->faults, name, CHN_YAML_FAULT_DOCUMENT, "a timeline file begins with \"timeline: ID\"",
                    "this is a registry file, expected a timeline file");
  return registry;
}

static void
read_root (Reading *reading)
{
  const ChnYamlKeys *keys = &chn_yaml_timeline_keys;
  gboolean entered = FALSE;
  ChnYamlGiven given = { 0, 0 };
  const ChnYamlNode *other = chn_yaml_enter (reading->yaml, CHN_YAML_MAPPING, &entered);
  if (other && other->kind != CHN_YAML_FAULTY)
    chn_yaml_fault (&reading->faults, other, CHN_YAML_FAULT_SHAPE, "begin with \"timeline: ID\"",
                    "a timeline file is a mapping, found %s", chn_yaml_describe (other));
  if (!entered)
    return;
  for (const ChnYamlNode *name = chn_yaml_next_key (reading->yaml); name; name = chn_yaml_next_key (reading->yaml)) {
    if (is_registry (reading, name))
      return;
    const ChnYamlKey *key = chn_yaml_keys_take (keys, &reading->faults, name, &given);
    if (key && (reading->event || may_be_carried (key)))
      read_section (reading, key);
    else
      chn_yaml_skip_value (reading->yaml);
  }
  if (reading->event && !chn_yaml_is_broken (reading->yaml))
    chn_yaml_keys_check_missing (keys, &reading->faults, &given, 1, 1);
}

gboolean
chn_yaml_read (const ChnReadJob *job, GError **error)
{
  (void) error; /* every fault has a place, and is in the report */
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (job->builder);
  Reading reading = {
    .builder = job->builder,
    .faults = { chn_timeline_builder_get_report (job->builder), job->name, NULL },
    .names = names,
    .event = event,
  };
  chn_timeline_builder_begin (job->builder, job->name);
  g_autoptr (ChnYaml) yaml =
      chn_yaml_new (job->bytes, job->length, &reading.faults, chn_timeline_builder_get_limits (job->builder));
  reading.yaml = yaml;
  if (chn_yaml_begin (yaml)) {
    read_root (&reading);
    chn_yaml_end (yaml);
  }
  return TRUE;
}

char *
chn_yaml_read_carried (const ChnReadJob *job, const char *text, gsize length, guint line, ChnReport *report)
{
  Reading reading = {
    .builder = job->builder,
    .faults = { report, job->name, NULL },
    .names = chn_timeline_builder_get_names (job->builder),
    .line = line,
  };
  g_autoptr (ChnYaml) yaml =
      chn_yaml_new (text, length, &reading.faults, chn_timeline_builder_get_limits (job->builder));
  reading.yaml = yaml;
  if (chn_yaml_begin (yaml)) {
    read_root (&reading);
    chn_yaml_end (yaml);
  }
  return reading.timeline;
}

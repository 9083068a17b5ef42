/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes an event as a JSON object, key by key down a table, straight into the byte writer. */
#include "base/json-write.h"
#include "format/derived.h"
#include "format/json/emit.h"

/* Writes a key's value; a row that is optional writes its key too, or nothing at all. */
typedef struct _Row Row;
typedef void (*PutFunc) (const ChnJsonEmit *emit, const Row *row);

struct _Row {
  const char *key; /* with quotes and colon */
  ChnField field;
  PutFunc put;
  gboolean optional;
  gboolean in_rest; /* a flat table has no column for it */
  ChnDerived derived;
};

static void
put_text (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_stated (emit->out, chn_event_get_text (emit->event, row->field));
}

static void
put_optional_text (const ChnJsonEmit *emit, const Row *row)
{
  const char *text = chn_event_get_text (emit->event, row->field);
  if (text && *text)
    chn_json_put_member (emit, row->key, text);
}

static void
put_derived (const ChnJsonEmit *emit, const Row *row)
{
  ChnDerivedText buffer = { 0 };
  chn_json_put_text (emit->out, chn_derived_format (row->derived, emit->event, &buffer));
}

static void
put_term (const ChnJsonEmit *emit, const Row *row)
{
  ChnVocabularyId vocabulary = (ChnVocabularyId) chn_field_get_info (row->field)->vocabulary;
  guint value = chn_event_get_term (emit->event, row->field);
  gboolean stated = vocabulary != CHN_VOCABULARY_CONFIDENCE || value != CHN_CONFIDENCE_NONE;
  chn_json_put_text (emit->out, stated ? chn_event_describe_term (emit->event, vocabulary, value)->name : NULL);
}

/* The first term of a vocabulary goes without saying. */
static void
put_optional_term (const ChnJsonEmit *emit, const Row *row)
{
  if (chn_event_get_term (emit->event, row->field) == 0)
    return;
  chn_json_put_key (emit, row->key);
  put_term (emit, row);
}

static void
put_number (const ChnJsonEmit *emit, const Row *row)
{
  guint number = chn_event_get_number (emit->event, row->field);
  if (number > 0)
    chn_writer_put_int (emit->out, number);
  else
    chn_writer_puts (emit->out, "null");
}

static void
put_optional_number (const ChnJsonEmit *emit, const Row *row)
{
  if (chn_event_get_number (emit->event, row->field) == 0)
    return;
  chn_json_put_key (emit, row->key);
  put_number (emit, row);
}

static void
put_list (const ChnJsonEmit *emit, const Row *row)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (emit->event, row->field, &n);
  chn_writer_putc (emit->out, '[');
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      chn_writer_putc (emit->out, ',');
    chn_json_put_text (emit->out, items[i]);
  }
  chn_writer_putc (emit->out, ']');
}

/* The zone that the event's time is in: its own, or for a time of day that of its timeline. In a table for a day as
 * well where nothing says of which timeline it is, and nothing else tells. */
static void
put_zone (const ChnJsonEmit *emit, const Row *row)
{
  guint origin = chn_timeline_get_origin (emit->timeline, emit->row);
  const char *zone = chn_event_get_text (emit->event, CHN_FIELD_ZONE);
  gboolean is_alone =
      emit->scope == CHN_JSON_REST && !chn_timeline_get_header (emit->timeline, origin, CHN_HEADER_TIMELINE);
  if (!zone && (is_alone || chn_event_get_bounds (emit->event)->flags & CHN_DATE_TIMED))
    zone = chn_timeline_get_header (emit->timeline, origin, CHN_HEADER_ZONE);
  if (zone && *zone)
    chn_json_put_member (emit, row->key, zone);
}

static void
put_timeline (const ChnJsonEmit *emit, const Row *row)
{
  const char *id = chn_timeline_get_header (emit->timeline, chn_timeline_get_origin (emit->timeline, emit->row),
                                            CHN_HEADER_TIMELINE);
  if (id && *id)
    chn_json_put_member (emit, row->key, id);
}

static void
put_actors (const ChnJsonEmit *emit, const Row *row)
{
  (void) row;
  chn_json_put_actors (emit);
}

static void
put_vote (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_vote (emit, row->key);
}

static void
put_relations (const ChnJsonEmit *emit, const Row *row)
{
  (void) row;
  chn_json_put_relations (emit);
}

static void
put_sources (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_sources (emit, row->key);
}

/* It follows from what the sources say, and is told where somebody reads the lines themselves. */
static void
put_disputed (const ChnJsonEmit *emit, const Row *row)
{
  if (emit->scope == CHN_JSON_LINE)
    chn_json_put_disputed (emit, row->key);
}

static void
put_names (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_names (emit, row->key);
}

static void
put_ignore (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_ignore (emit, row->key);
}

static void
put_extra (const ChnJsonEmit *emit, const Row *row)
{
  chn_json_put_extra (emit, row->key);
}

#define KEY(name) "\"" name "\":"

static const Row rows[] = {
  { KEY ("id"), CHN_FIELD_ID, put_text, FALSE, FALSE, 0 },
  { KEY ("title"), CHN_FIELD_TITLE, put_text, FALSE, FALSE, 0 },
  { KEY ("summary"), CHN_FIELD_SUMMARY, put_text, FALSE, FALSE, 0 },
  { KEY ("date"), CHN_FIELD_DATE, put_text, FALSE, FALSE, 0 },
  { KEY ("earliest"), CHN_FIELD_DATE, put_derived, FALSE, FALSE, CHN_DERIVED_EARLIEST },
  { KEY ("latest"), CHN_FIELD_DATE, put_derived, FALSE, FALSE, CHN_DERIVED_LATEST },
  { KEY ("precision"), CHN_FIELD_DATE, put_derived, FALSE, FALSE, CHN_DERIVED_PRECISION },
  { KEY ("kind"), CHN_FIELD_KIND, put_term, FALSE, FALSE, 0 },
  { KEY ("forums"), CHN_FIELD_FORUMS, put_list, FALSE, FALSE, 0 },
  { KEY ("actors"), CHN_FIELD_ACTORS, put_actors, FALSE, FALSE, 0 },
  { KEY ("symbols"), CHN_FIELD_SYMBOLS, put_list, FALSE, FALSE, 0 },
  { KEY ("vote"), CHN_FIELD_VOTE, put_vote, TRUE, TRUE, 0 },
  { KEY ("place"), CHN_FIELD_PLACE, put_text, FALSE, FALSE, 0 },
  { KEY ("status"), CHN_FIELD_STATUS, put_term, FALSE, FALSE, 0 },
  { KEY ("importance"), CHN_FIELD_IMPORTANCE, put_number, FALSE, FALSE, 0 },
  { KEY ("tags"), CHN_FIELD_TAGS, put_list, FALSE, FALSE, 0 },
  { KEY ("series"), CHN_FIELD_SERIES, put_text, FALSE, FALSE, 0 },
  { KEY ("relations"), CHN_FIELD_RELATIONS, put_relations, FALSE, FALSE, 0 },
  { KEY ("sources"), CHN_FIELD_SOURCES, put_sources, TRUE, TRUE, 0 },
  { KEY ("confidence"), CHN_FIELD_CONFIDENCE, put_term, FALSE, FALSE, 0 },
  { KEY ("revised"), CHN_FIELD_REVISED, put_text, FALSE, FALSE, 0 },
  { KEY ("label"), CHN_FIELD_LABEL, put_optional_text, TRUE, FALSE, 0 },
  { KEY ("zone"), CHN_FIELD_ZONE, put_zone, TRUE, TRUE, 0 },
  { KEY ("nth"), CHN_FIELD_NTH, put_optional_number, TRUE, TRUE, 0 },
  { KEY ("repeat"), CHN_FIELD_REPEAT, put_optional_text, TRUE, TRUE, 0 },
  { KEY ("visibility"), CHN_FIELD_VISIBILITY, put_optional_term, TRUE, TRUE, 0 },
  { KEY ("ignore"), CHN_FIELD_IGNORE, put_ignore, TRUE, TRUE, 0 },
  { KEY ("timeline"), CHN_FIELD_ID, put_timeline, TRUE, TRUE, 0 },
  { KEY ("names"), CHN_FIELD_ACTORS, put_names, TRUE, TRUE, 0 },
  { KEY ("extra"), CHN_FIELD_EXTRA, put_extra, TRUE, TRUE, 0 },
  { KEY ("disputed"), CHN_FIELD_SOURCES, put_disputed, TRUE, FALSE, 0 },
};

void
chn_json_put_event (ChnWriter *out, const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnJsonScope scope,
                    const char *digest)
{
  guint n_members = 0;
  ChnJsonEmit emit = { out, timeline, chn_timeline_get_registry (timeline), event, row, scope, &n_members };
  chn_writer_putc (out, '{');
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (scope == CHN_JSON_REST && !rows[i].in_rest)
      continue;
    if (!rows[i].optional)
      chn_json_put_key (&emit, rows[i].key);
    rows[i].put (&emit, &rows[i]);
  }
  if (digest)
    chn_json_put_member (&emit, KEY ("digest"), digest);
  chn_writer_putc (out, '}');
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Imports: what is said of them, tables one after the other, and the timeline that comes of these. */
#include "curate/import/importing.h"

#include <chancery/union.h>
#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "curate/import/column-words.h"
#include "curate/import/grid-file.h"
#include "curate/import/keep-track.h"
#include "curate/import/sheets.h"
#include "format/format.h"
#include "model/slug.h"
#include "timeline/own-names.h"

static gpointer
make_columns (gpointer unused)
{
  (void) unused;
  ChnImportColumn *columns = g_new (ChnImportColumn, CHN_N_IMPORT_FIELDS);
  for (guint i = 0; i < CHN_N_IMPORT_FIELDS; i++) {
    const ChnColumnWords *words = chn_column_words_get ((ChnImportField) i);
    columns[i] = (ChnImportColumn){ words->name, words->words, words->note };
  }
  return columns;
}

const ChnImportColumn *
chn_import_get_columns (guint *n)
{
  static GOnce once = G_ONCE_INIT;
  *n = CHN_N_IMPORT_FIELDS;
  return g_once (&once, make_columns, NULL);
}

ChnImport *
chn_import_new (ChnRegistry *registry, ChnTimeline *known, ChnReport *report, const ChnLimits *limits)
{
  g_return_val_if_fail (registry && report, NULL);
  ChnImport *import = g_new0 (ChnImport, 1);
  import->registry = chn_registry_ref (registry);
  import->known = known ? chn_timeline_ref (known) : NULL;
  import->report = report;
  import->limits = limits ? *limits : *chn_limits_get_default ();
  import->map = chn_import_map_new ();
  import->builder = chn_timeline_builder_new (registry, report, &import->limits);
  import->row_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->row_uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->guess = g_string_new (NULL);
  import->timelines = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_timeline_unref);
  chn_unknown_names_init (&import->unknown);
  chn_made_sources_init (&import->sources);
  chn_import_track_init (&import->track, known);
  import->is_update = known && chn_timeline_get_n_origins (known) > 0;
  for (guint i = 0; known && i < chn_timeline_get_n_sources (known); i++)
    chn_made_sources_know (&import->sources, chn_timeline_get_source (known, i));
  chn_rejects_init (&import->rejects);
  chn_timeline_builder_begin (import->builder, NULL);
  chn_timeline_builder_get_names (import->builder); /* so that those of the layer below are not the timeline's own */
  return import;
}

void
chn_import_free (ChnImport *import)
{
  if (!import)
    return;
  chn_registry_unref (import->registry);
  g_clear_pointer (&import->known, chn_timeline_unref);
  g_clear_pointer (&import->builder, chn_timeline_builder_free);
  chn_import_map_free (import->map);
  chn_unknown_names_clear (&import->unknown);
  chn_made_sources_clear (&import->sources);
  chn_rejects_clear (&import->rejects);
  chn_import_track_clear (&import->track);
  g_hash_table_unref (import->row_ids);
  g_hash_table_unref (import->row_uids);
  g_string_free (import->guess, TRUE);
  g_ptr_array_unref (import->timelines);
  g_free (import);
}

static gboolean
set_sheet (ChnImportMap *map, const char *value)
{
  g_free (map->sheet);
  map->sheet = g_strdup (value);
  return TRUE;
}

static gboolean
set_date_order (ChnImportMap *map, const char *value)
{
  map->date_order = chn_date_order_find (value);
  return map->date_order != CHN_DATE_ORDER_UNKNOWN;
}

static gboolean
set_serials (ChnImportMap *map, const char *value)
{
  map->serials = strcmp (value, "1904") == 0 ? CHN_SERIALS_1904 : CHN_SERIALS_1900;
  return strcmp (value, "1900") == 0 || strcmp (value, "1904") == 0;
}

static const struct {
  const char *name;
  const char *takes;
  gboolean (*set) (ChnImportMap *map, const char *value);
} settings[] = {
  { "sheet", "the name of a sheet", set_sheet },
  { "date-order", "dmy, mdy or ymd", set_date_order },
  { "serials", "1900 or 1904", set_serials },
};

gboolean
chn_import_set (ChnImport *import, const char *name, const char *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    if (strcmp (settings[i].name, name) != 0)
      continue;
    if (settings[i].set (import->map, value))
      return TRUE;
    chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "--%s takes %s, not \"%s\"", name, settings[i].takes, value);
    return FALSE;
  }
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "imports have no setting \"%s\"", name);
  return FALSE;
}

gboolean
chn_import_load_map (ChnImport *import, const char *path, GError **error)
{
  return chn_import_map_load (import->map, path, import->report, &import->limits, error);
}

static int
find_field (gconstpointer data, const char *heading)
{
  int field = chn_import_map_find_column (data, heading);
  return field >= 0 ? field : chn_column_words_find (heading);
}

gboolean
chn_import_add_actor (ChnImport *import, const char *name, GError **error)
{
  const ChnActor *actor = chn_registry_find_typed_actor (import->registry, name, -1, NULL, error);
  if (!actor)
    return FALSE;
  if (!import->map->filter)
    import->map->filter = chn_row_filter_new (import->registry);
  chn_row_filter_add (import->map->filter, actor);
  return TRUE;
}

void
chn_import_set_declaring (ChnImport *import, gboolean is_declaring)
{
  import->unknown.is_declaring = is_declaring;
}

void
chn_import_set_progress (ChnImport *import, ChnImportProgress progress, gpointer data)
{
  import->progress = progress;
  import->progress_data = data;
}

void
chn_import_add_sources (ChnImport *import, const ChnTimeline *timeline)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (timeline, i);
    if (g_hash_table_contains (import->sources.by_key, source->text[CHN_SOURCE_KEY]))
      continue;
    chn_made_sources_know (&import->sources, source);
    import->counts.n_sources++;
    if (import->is_update)
      chn_edits_add_source (import->track.edits, source);
    else
      chn_timeline_builder_add_source (import->builder, source, 0, 0);
  }
}

/* Bibliographies by their names or beginnings, anything else as a timeline file. */
static const ChnFormat *
find_sources_format (const char *path, const char *text, gsize length)
{
  static const ChnFormat *const formats[] = { &chn_format_bibtex, &chn_format_ris };
  gsize at = 0;
  while (at < length && (g_ascii_isspace (text[at]) || (text[at] & '\x80')))
    at++; /* a byte order mark, too */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i]->extensions[0]) || formats[i]->begins (text + at, length - at))
      return formats[i];
  return at < length && text[at] == '[' ? &chn_format_csl : &chn_format_yaml;
}

gboolean
chn_import_read_sources (ChnImport *import, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = chn_input_read (path, import->limits.value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (ChnTimelineBuilder) builder =
      chn_timeline_builder_new (import->registry, import->report, &import->limits);
  const ChnFormat *format = find_sources_format (path, data ? data : "", length);
  if (!chn_format_read (format, data ? data : "", length, path, builder, error))
    return FALSE;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), error);
  if (timeline)
    chn_import_add_sources (import, timeline);
  return timeline != NULL;
}

/* A calendar declares who is invited. */
void
chn_import_add_timeline (ChnImport *import, ChnTimeline *timeline, const char *file)
{
  g_ptr_array_add (import->timelines, chn_timeline_ref (timeline));
  chn_own_names_copy (timeline, file, NULL, import->builder);
  chn_import_add_sources (import, timeline);
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    g_autoptr (ChnEvent) event = chn_event_new ();
    g_autofree char *id = g_strdup (chn_timeline_get_id (timeline, row));
    chn_timeline_load (timeline, row, event);
    import->counts.n_rows++;
    import->counts.n_taken++;
    chn_import_keep_event (import, file, &event, id);
  }
}

gboolean
chn_import_read (ChnImport *import, const char *path, GError **error)
{
  const char *name = strcmp (path, "-") == 0 ? "(standard input)" : path;
  g_autoptr (GBytes) bytes = chn_input_read (path, import->limits.value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  ChnRowFilter *filter = import->map->filter;
  if (filter)
    chn_row_filter_prepare (filter, &import->map->layout, find_field, import->map);
  g_autoptr (GPtrArray) grids = chn_grid_read_file (bytes, name, import->map, &import->limits, import->report, error);
  if (grids && filter && !chn_row_filter_is_applied (filter)) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "import all of it, and ask for actor:NAME then",
                   "%s: --actor looks for a column of actors in a table in text, and there is none", name);
    return FALSE;
  }
  import->counts.n_others = filter ? chn_row_filter_count (filter) : 0;
  return grids && chn_import_read_sheets (import, grids, name, error);
}

static gboolean
declares_any (const ChnImport *import)
{
  const ChnUnknownNames *unknown = &import->unknown;
  return unknown->is_declaring && unknown->names[CHN_UNKNOWN_ACTOR]->len + unknown->names[CHN_UNKNOWN_FORUM]->len > 0;
}

static void
declare (const ChnUnknownNames *unknown, ChnRegistryBuilder *names)
{
  const GPtrArray *actors = unknown->names[CHN_UNKNOWN_ACTOR], *forums = unknown->names[CHN_UNKNOWN_FORUM];
  for (guint i = 0; i < actors->len; i++) {
    const ChnUnknownName *name = actors->pdata[i];
    chn_registry_builder_add_actor (names, CHN_ACTOR_ORGANISATION, name->id, name->name, NULL, NULL);
  }
  for (guint i = 0; i < forums->len; i++) {
    const ChnUnknownName *name = forums->pdata[i];
    chn_registry_builder_add_forum (names, name->id, name->name, NULL, NULL);
  }
}

/* Gives a builder all that a timeline of one origin has. */
static void
copy (const ChnTimeline *timeline, ChnTimelineBuilder *builder)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_builder_begin (builder, NULL);
  for (guint field = 0; field < CHN_HEADER_FILE; field++)
    chn_timeline_builder_set_header (builder, (ChnHeaderField) field,
                                     chn_timeline_get_header (timeline, 0, (ChnHeaderField) field));
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++)
    chn_timeline_builder_add_source (builder, chn_timeline_get_source (timeline, i), 0, 0);
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, event);
    chn_timeline_builder_add_event (builder, event);
  }
}

/* The timeline over a registry in which the names are that a file of their own declares, so that it does not. */
static ChnTimeline *
lay_over_declared (const ChnImport *import, const ChnTimeline *timeline, GError **error)
{
  ChnRegistryBuilder *names = chn_registry_builder_new (import->registry);
  declare (&import->unknown, names);
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (names, error);
  if (!registry)
    return NULL;
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, import->report, &import->limits);
  chn_timeline_builder_get_names (builder); /* an empty layer is the timeline's own, not the one below */
  copy (timeline, builder);
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
chn_import_finish (ChnImport *import, const char *id, const char *title, GError **error)
{
  g_return_val_if_fail (import->builder, NULL);
  g_autofree char *slug = id ? chn_slug_dup_near (id) : NULL;
  chn_timeline_builder_set_header (import->builder, CHN_HEADER_TIMELINE, slug ? slug : "chronology");
  if (title)
    chn_timeline_builder_set_header (import->builder, CHN_HEADER_TITLE, title);
  if (declares_any (import))
    declare (&import->unknown, chn_timeline_builder_get_names (import->builder));
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&import->builder), error);
  return timeline && declares_any (import) ? lay_over_declared (import, timeline, error)
                                           : g_steal_pointer (&timeline);
}

gboolean
chn_import_is_update (const ChnImport *import)
{
  return import->is_update;
}

/* What was made is read as any file is, over the names that will be declared: what cannot be read is not given. */
static gboolean
check (const ChnImport *import, GBytes *bytes, const char *name, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (import->registry, report, &import->limits);
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (builder);
  if (declares_any (import))
    declare (&import->unknown, names);
  if (!chn_format_read (&chn_format_yaml, data, length, name, builder, error))
    return FALSE;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), error);
  return timeline != NULL;
}

char **
chn_import_list_named (ChnImport *import)
{
  g_return_val_if_fail (import->is_update, NULL);
  chn_import_settle_tracks (import);
  return chn_edits_list_named (import->track.edits);
}

/* What the events need that come of timelines, and the file lacks. */
static GBytes *
declare_names (const ChnImport *import, GBytes *file, GError **error)
{
  GBytes *made = g_bytes_ref (file);
  for (guint i = 0; made && i < import->timelines->len; i++) {
    g_autoptr (GBytes) old = made;
    guint n = 0;
    made = chn_timeline_declare_names (import->timelines->pdata[i], old, &import->limits, &n, error);
  }
  return made;
}

GBytes *
chn_import_update (ChnImport *import, const char *bytes, gsize length, const char *name, GError **error)
{
  g_return_val_if_fail (import->is_update, NULL);
  chn_import_settle_tracks (import);
  g_autoptr (GBytes) changed = chn_edits_run (import->track.edits, bytes, length, name, &import->limits, error);
  g_autoptr (GBytes) made = changed ? declare_names (import, changed, error) : NULL;
  if (!made || (!chn_edits_is_empty (import->track.edits) && !check (import, made, name, error)))
    return NULL;
  return g_steal_pointer (&made);
}

const ChnImportCounts *
chn_import_get_counts (const ChnImport *import)
{
  return &import->counts;
}

char *
chn_import_dup_rejects (const ChnImport *import)
{
  return chn_rejects_dup_table (&import->rejects);
}

char *
chn_import_dup_guess (const ChnImport *import)
{
  return g_strdup (import->guess->str);
}

char *
chn_import_dup_declarations (const ChnImport *import, const char *old)
{
  guint n = 0;
  for (guint kind = 0; kind < CHN_N_UNKNOWN; kind++)
    n += import->unknown.names[kind]->len;
  return n > 0 ? chn_unknown_names_dup_declarations (&import->unknown, old) : NULL;
}

static int
compare_frequency (gconstpointer a, gconstpointer b)
{
  const ChnUnknownName *left = *(const ChnUnknownName *const *) a, *right = *(const ChnUnknownName *const *) b;
  return left->n != right->n ? (left->n < right->n ? 1 : -1) : strcmp (left->name, right->name);
}

char **
chn_import_dup_unknown (const ChnImport *import)
{
  static const char *const nouns[CHN_N_UNKNOWN] = { "actor", "forum", "kind" };
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  for (guint kind = 0; kind < CHN_N_UNKNOWN; kind++) {
    g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
    g_ptr_array_extend (sorted, import->unknown.names[kind], NULL, NULL);
    g_ptr_array_sort (sorted, compare_frequency);
    for (guint i = 0; i < sorted->len; i++) {
      const ChnUnknownName *name = sorted->pdata[i];
      g_autofree char *line = g_strdup_printf ("unknown %s \"%s\" (%u)%s%s", nouns[kind], name->name, name->n,
                                               name->nearest ? "; " : "", name->nearest ? name->nearest : "");
      g_strv_builder_add (lines, line);
    }
  }
  return g_strv_builder_end (lines);
}

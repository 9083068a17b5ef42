/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery import: a timeline of tables that people keep. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <chancery/import.h>
#include <chancery/sink.h>

#include "command.h"
#include "editing.h"
#include "import-maps.h"
#include "import-said.h"
#include "load.h"
#include "usage.h"

typedef struct {
  Program *program;
  const Arguments *arguments;
  const char *target; /* a file or a store; NULL for standard output */
  Editing editing;    /* of the target, where that is there */
  ChnTimeline *known; /* what stands in it, nothing where there is none */
  ChnReport *report;
  ChnImport *import;
} Importing;

static void
importing_clear (Importing *importing)
{
  g_clear_pointer (&importing->known, chn_timeline_unref);
  g_clear_pointer (&importing->import, chn_import_free);
  g_clear_pointer (&importing->report, chn_report_free);
  editing_clear (&importing->editing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importing, importing_clear)

/* Where the events go: to what -o names, else into the store of -f. */
static const char *
find_target (const Program *program, const Arguments *arguments)
{
  const char *file = program->files->len == 1 ? program->files->pdata[0] : NULL;
  if (arguments_has (arguments, "output") || !file || !chn_store_is_place (file))
    return arguments_get_output (arguments);
  return file;
}

static gboolean
check_usage (const Arguments *arguments, const char *target, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  if (!*words && !arguments_has (arguments, "sources"))
    usage_set_error (error, "import what? name the tables, as in chancery import events.csv -o mine.yaml");
  else if (!target && !arguments_has (arguments, "output") && !arguments_has (arguments, "guess"))
    usage_set_error (error, "import where to? name a file with -o FILE.yaml, or -o - for standard output");
  else if (target && !chn_store_is_place (target) && !g_str_has_suffix (target, ".yaml") &&
           !g_str_has_suffix (target, ".yml"))
    usage_set_error (error,
                     "import writes YAML, and %s is named otherwise; \"chancery export\" makes other files of that",
                     target);
  else
    return TRUE;
  return FALSE;
}

/* A file, or the name of a mapping that comes along. */
static gboolean
load_map (const Importing *importing, GError **error)
{
  const char *map = arguments_get (importing->arguments, "map");
  g_autofree char *shipped = map ? import_maps_find (map) : NULL;
  if (!map)
    return TRUE;
  if (!shipped && !strchr (map, '/') && !strchr (map, '.') && !g_file_test (map, G_FILE_TEST_EXISTS)) {
    usage_set_error (error, "no mapping is called \"%s\"; --maps lists those that come along", map);
    return FALSE;
  }
  return chn_import_load_map (importing->import, shipped ? shipped : map, error);
}

static gboolean
add_actors (const Importing *importing, GError **error)
{
  for (guint i = 0; i < importing->arguments->given->len; i++) {
    const Given *given = &g_array_index (importing->arguments->given, Given, i);
    if (strcmp (given->option->name, "actor") == 0 && !chn_import_add_actor (importing->import, given->value, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
set_options (Importing *importing, GError **error)
{
  static const char *const names[] = { "sheet", "date-order", "serials" };
  const Arguments *arguments = importing->arguments;
  if (!load_map (importing, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = arguments_get (arguments, names[i]);
    if (value && !chn_import_set (importing->import, names[i], value, error))
      return FALSE;
  }
  if (!add_actors (importing, error))
    return FALSE;
  chn_import_set_declaring (importing->import, arguments_has (arguments, "declare"));
  if (isatty (STDERR_FILENO))
    chn_import_set_progress (importing->import, import_said_progress, NULL);
  return TRUE;
}

static gboolean
read_sources (Importing *importing, GError **error)
{
  for (guint i = 0; i < importing->arguments->given->len; i++) {
    const Given *given = &g_array_index (importing->arguments->given, Given, i);
    if (strcmp (given->option->name, "sources") == 0 &&
        !chn_import_read_sources (importing->import, given->value, error))
      return FALSE;
  }
  return TRUE;
}

/* Our own tables bring their events whole, by the column that says so. */
static gboolean
is_own_table (const char *path)
{
  char line[2048] = "";
  FILE *file = strcmp (path, "-") == 0 ? NULL : fopen (path, "r");
  if (!file)
    return FALSE;
  gboolean has_line = fgets (line, sizeof line, file) != NULL;
  fclose (file);
  return has_line && strstr (line, "payload") && strstr (line, "id,");
}

/* The format of a file that is a timeline already: a calendar, JSON, YAML, a snapshot; NULL for a table. */
static const ChnFormat *
find_timeline_format (const Importing *importing, const char *path)
{
  if (arguments_has (importing->arguments, "map") && !g_str_has_suffix (path, ".csv"))
    return NULL; /* which says what its members are */
  static const char *const names[] = { "ics", "json", "yaml", "chn", "csv" };
  const ChnFormat *format = chn_format_find_for_file (path, NULL);
  for (guint i = 0; format && i < G_N_ELEMENTS (names); i++)
    if (strcmp (chn_format_get_name (format), names[i]) == 0)
      return strcmp (names[i], "csv") != 0 || is_own_table (path) ? format : NULL;
  return NULL;
}

static gboolean
read_timeline (Importing *importing, const GPtrArray *paths, GError **error)
{
  g_autoptr (ChnTimeline) timeline = load_all_beside (importing->program, paths, importing->report, error);
  if (!timeline)
    return FALSE;
  chn_import_add_timeline (importing->import, timeline, paths->pdata[0]);
  return chn_report_count (importing->report, CHN_SEVERITY_ERROR) == 0;
}

static gboolean
read_table (Importing *importing, const char *path, GError **error)
{
  if (!find_timeline_format (importing, path))
    return chn_import_read (importing->import, path, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_ptr_array_add (paths, (gpointer) path);
  return read_timeline (importing, paths, error);
}

/* Tables of votes complete each other, and are read as one. */
static gboolean
read_tables (Importing *importing, GError **error)
{
  g_autoptr (GPtrArray) votes = g_ptr_array_new ();
  gboolean has_map = arguments_has (importing->arguments, "map");
  for (const char *const *words = arguments_get_words (importing->arguments); *words; words++)
    if (!has_map && g_file_test (*words, G_FILE_TEST_IS_REGULAR) &&
        chn_file_is_of_votes (*words, &importing->program->limits))
      g_ptr_array_add (votes, (gpointer) *words);
    else if (!read_table (importing, *words, error))
      return FALSE;
  return votes->len == 0 || read_timeline (importing, votes, error);
}

/* Who else would change the file waits until this import is done; what others do to a store is found at its end. */
static gboolean
begin_target (Importing *importing, GError **error)
{
  const char *target = importing->target;
  if (!target || (!chn_store_is_place (target) && !g_file_test (target, G_FILE_TEST_IS_REGULAR)))
    return TRUE;
  return editing_begin_known (&importing->editing, importing->program, target, error);
}

static ChnTimeline *
read_known (Importing *importing, GError **error)
{
  if (importing->editing.store)
    return chn_timeline_ref (importing->editing.timeline);
  return load_for_import (importing->program, importing->target, importing->report, error);
}

static gboolean
prepare (Importing *importing, GError **error)
{
  importing->report = chn_report_new ();
  if (!begin_target (importing, error))
    return FALSE;
  importing->known = read_known (importing, error);
  if (!importing->known)
    return FALSE;
  importing->import = chn_import_new (chn_timeline_get_registry (importing->known), importing->known,
                                      importing->report, &importing->program->limits);
  return set_options (importing, error);
}

/* The names that nothing bears, into the file of --declare, behind what it holds. */
static gboolean
write_declarations (const Importing *importing, GError **error)
{
  const char *file = arguments_get (importing->arguments, "declare");
  g_autofree char *old = NULL;
  if (!file)
    return TRUE;
  if (g_file_test (file, G_FILE_TEST_EXISTS) && !g_file_get_contents (file, &old, NULL, error))
    return FALSE;
  g_autofree char *text = chn_import_dup_declarations (importing->import, old);
  return !text || chn_file_replace (file, text, strlen (text), error);
}

static gboolean
write_rejects (const Importing *importing, GError **error)
{
  const char *file = arguments_get (importing->arguments, "rejects");
  g_autofree char *table = file ? chn_import_dup_rejects (importing->import) : NULL;
  return !table || chn_file_replace (file, table, strlen (table), error);
}

/* The id that a new timeline has: the name of its file. */
static char *
dup_id (const char *file)
{
  char *base = file ? g_path_get_basename (file) : g_strdup ("chronology");
  char *dot = strrchr (base, '.');
  if (dot)
    *dot = '\0';
  return base;
}

static gboolean
write_new (const Importing *importing, const char *file, GError **error)
{
  g_autofree char *id = dup_id (file);
  g_autoptr (ChnTimeline) timeline = chn_import_finish (importing->import, id, NULL, error);
  const ChnFormat *format = timeline ? chn_format_find ("yaml", error) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (!format)
    return FALSE;
  chn_rows_all (timeline, &rows);
  if (file && g_file_test (file, G_FILE_TEST_IS_REGULAR)) {
    usage_set_error (error, "somebody else made %s meanwhile; import again to bring it up to date", file);
    return FALSE;
  }
  if (file)
    return chn_write_file (file, format, timeline, &rows, NULL, importing->report, error);
  return chn_format_write (format, timeline, &rows, NULL, importing->report, console_sink, NULL, error);
}

/* What is named may go by a name that it had before: then all of a store is changed. */
static GBytes *
update (const Importing *importing, Editing *editing, GError **error)
{
  g_autoptr (GError) fault = NULL;
  GBytes *made = NULL;
  do {
    gsize length = 0;
    const char *data = g_bytes_get_data (editing->bytes, &length);
    made = chn_import_update (importing->import, data, length, editing->path, &fault);
    editing->is_short = !made;
  } while (!made && editing_again (editing, importing->program, NULL, &fault));
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  return made;
}

/* What there is, in the lines that change; where none does it is left alone. */
static gboolean
write_update (Importing *importing, GError **error)
{
  Editing *editing = &importing->editing;
  g_auto (GStrv) named = chn_import_list_named (importing->import);
  if (!editing_read_part (editing, importing->program, (const char *const *) named, error))
    return FALSE;
  g_autoptr (GBytes) made = update (importing, editing, error);
  if (!made || g_bytes_equal (made, editing->bytes))
    return made != NULL;
  return editing_save (editing, importing->program, made, NULL, error);
}

static gboolean
write_timeline (Importing *importing, GError **error)
{
  return chn_import_is_update (importing->import) ? write_update (importing, error)
                                                  : write_new (importing, importing->target, error);
}

static gboolean
write_all (Importing *importing, GError **error)
{
  return write_declarations (importing, error) && write_timeline (importing, error) &&
         write_rejects (importing, error);
}

/* All that is wrong with the input is said, and the error says how much that is. */
static Status
fail (const Importing *importing, GError **error)
{
  guint n_errors = chn_report_count (importing->report, CHN_SEVERITY_ERROR);
  failure_print_report (importing->report, CHN_SEVERITY_ERROR);
  if (n_errors > 0 && error) {
    g_clear_error (error);
    usage_set_error (error, n_errors == 1 ? "%u error in the input" : "%u errors in the input", n_errors);
  }
  return STATUS_USAGE;
}

static Status
print_guess (const Importing *importing, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean is_read = read_tables ((Importing *) importing, &cause);
  g_autofree char *guess = chn_import_dup_guess (importing->import);
  if (!*guess && !is_read) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return STATUS_USAGE;
  }
  return console_print (guess, error) ? STATUS_DONE : STATUS_IO;
}

Status
run_import (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Importing) importing = { .program = program, .arguments = arguments, .editing = EDITING_NONE };
  if (arguments_has (arguments, "columns"))
    return import_said_columns (error) ? STATUS_DONE : STATUS_IO;
  if (arguments_has (arguments, "maps"))
    return import_maps_list (error) ? STATUS_DONE : STATUS_IO;
  importing.target = find_target (program, arguments);
  if (!check_usage (arguments, importing.target, error))
    return STATUS_USAGE;
  if (!prepare (&importing, error))
    return fail (&importing, error);
  if (arguments_has (arguments, "guess"))
    return print_guess (&importing, error);
  gboolean is_read = read_sources (&importing, error) && read_tables (&importing, error);
  import_said_end_progress ();
  if (!is_read || !write_all (&importing, error)) {
    import_said_report (importing.report);
    return fail (&importing, error);
  }
  import_said_report (importing.report);
  import_said_unknown (importing.import, arguments_get (arguments, "declare"));
  import_said_counts (importing.import, arguments_has (arguments, "rejects"));
  return chn_import_get_counts (importing.import)->n_refused > 0 ? STATUS_FINDINGS : STATUS_DONE;
}

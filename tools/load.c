/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading: from the files asked for, or the bundled ones, to a sealed timeline and the rows of a query. */
#include "load.h"

#include <stdio.h>
#include <string.h>

#include "changes.h"
#include "data-folder.h"
#include "failure.h"
#include "hidden.h"
#include "load-store.h"
#include "unknown.h"
#include "usage.h"

/* Without the names of the bundled chronologies, which lie over it. */
static ChnRegistry *
open_registry (const char *compiled, GError **error)
{
  g_autoptr (ChnRegistry) names = chn_registry_open (compiled, error);
  ChnRegistry *base = names ? chn_registry_get_base (names) : NULL;
  return base ? chn_registry_ref (base) : g_steal_pointer (&names);
}

/* The bundled registry is ours: bounds are for what the user brings. */
static ChnRegistry *
load_registry (const char *data_folder, ChnReport *report, GError **error)
{
  g_autofree char *folder = g_build_filename (data_folder, "registry", NULL);
  g_autofree char *compiled = data_folder_find_compiled (data_folder);
  ChnRegistry *registry =
      compiled ? open_registry (compiled, error) : chn_registry_load (folder, report, NULL, error);
  if (!registry)
    g_prefix_error (error, "cannot load the registry (CHANCERY_DATA_DIR can say where it is): ");
  return registry;
}

static gboolean
tells_format (const char *file)
{
  const ChnFormat *format = chn_format_find_for_file (file, NULL);
  return g_file_test (file, G_FILE_TEST_IS_DIR) || (format && chn_format_can_read (format));
}

/* What --input-format says is of those files whose name tells nothing; of all where there are none. */
static const ChnFormat *
find_input_format (const Program *program, const char *file)
{
  gboolean each_tells = TRUE;
  for (guint i = 0; i < program->files->len; i++)
    each_tells = each_tells && tells_format (program->files->pdata[i]);
  return each_tells || !tells_format (file) ? program->input_format : NULL;
}

static gboolean
read_all (const Program *program, const char *data_folder, ChnTimelineBuilder *builder, GError **error)
{
  if (program->files->len == 0)
    return chn_read_file (data_folder, NULL, builder, error);
  for (guint i = 0; i < program->files->len; i++) {
    const char *file = program->files->pdata[i];
    if (!chn_read_file (file, find_input_format (program, file), builder, error))
      return FALSE;
  }
  return TRUE;
}

/* The user's own names, which every timeline may use; NULL where there are none. */
static char *
find_own_names (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "chancery", "registry.yaml", NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static gboolean
read_own_names (ChnTimelineBuilder *builder, GError **error)
{
  g_autofree char *path = find_own_names ();
  return !path || chn_read_names (path, builder, error);
}

/* A snapshot is not read whole, so that the bound on files is for those who ask for it. */
static ChnTimeline *
open_snapshot (const Program *program, GError **error)
{
  ChnLimits limits = program->limits;
  if (limits.value[CHN_LIMIT_FILE] == chn_limits_get_default ()->value[CHN_LIMIT_FILE])
    limits.value[CHN_LIMIT_FILE] = G_MAXUINT64;
  return chn_snapshot_open (program->files->pdata[0], &limits, error);
}

ChnTimelineBuilder *
load_begin (const Program *program, ChnReport *report, GError **error)
{
  g_autofree char *data_folder = data_folder_find ();
  g_autoptr (ChnRegistry) registry = load_registry (data_folder, report, error);
  g_autoptr (ChnTimelineBuilder) builder =
      registry ? chn_timeline_builder_new (registry, report, &program->limits) : NULL;
  if (builder)
    chn_timeline_builder_set_keep_going (builder, program->keep_going);
  return builder && read_own_names (builder, error) ? g_steal_pointer (&builder) : NULL;
}

static ChnTimeline *
read_timeline (Program *program, ChnReport *report, GError **error)
{
  /* A snapshot by itself brings everything along, its registry too. */
  if (program->files->len == 1 && !program->input_format && chn_snapshot_is_at (program->files->pdata[0]))
    return open_snapshot (program, error);
  if (program->files->len == 1 && chn_store_is_place (program->files->pdata[0]))
    return load_store (program, program->files->pdata[0], report, error);
  g_autofree char *data_folder = data_folder_find ();
  g_autoptr (ChnRegistry) registry = load_registry (data_folder, report, error);
  if (!registry)
    return NULL;
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, report, &program->limits);
  chn_timeline_builder_set_keep_going (builder, program->keep_going);
  chn_timeline_builder_set_follow_links (builder, program->follow_links || program->files->len == 0);
  if (program->indexed)
    chn_timeline_builder_set_indexed (builder);
  if (!read_own_names (builder, error) || !read_all (program, data_folder, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_for_import (Program *program, const char *path, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  g_autofree char *folder = g_path_get_dirname (path ? path : ".");
  g_autofree char *names = g_build_filename (folder, "registry.yaml", NULL);
  gboolean is_there = path && g_file_test (path, G_FILE_TEST_EXISTS);
  if (!builder)
    return NULL;
  if (!is_there && path && g_file_test (names, G_FILE_TEST_IS_REGULAR) && !chn_read_names (names, builder, error))
    return NULL;
  if (is_there && !chn_read_file (path, chn_format_find ("yaml", NULL), builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_all_beside (Program *program, const GPtrArray *paths, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder)
    return NULL;
  for (guint i = 0; i < paths->len; i++)
    if (!chn_read_file (paths->pdata[i], NULL, builder, error))
      return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_beside (Program *program, const char *path, ChnReport *report, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_ptr_array_add (paths, (gpointer) path);
  return load_all_beside (program, paths, report, error);
}

/* A YAML file as it is to be, and the names beside it; beside a store lies nothing of it. */
static gboolean
read_bytes (const char *path, GBytes *bytes, ChnTimelineBuilder *builder, GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *names = g_build_filename (folder, "registry.yaml", NULL);
  gboolean has_names = !chn_store_is_place (path) && g_file_test (names, G_FILE_TEST_IS_REGULAR);
  if (has_names && !chn_read_names (names, builder, error))
    return FALSE;
  return chn_format_read (chn_format_find ("yaml", NULL), text, length, path, builder, error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
load_list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = folder ? g_dir_read_name (folder) : NULL; name; name = g_dir_read_name (folder))
    if (name[0] != '.' && strcmp (name, "registry.yaml") != 0 &&
        (g_str_has_suffix (name, ".yaml") || g_str_has_suffix (name, ".yml")))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_paths);
  return files;
}

static gboolean
read_or_replace (const Program *program, const char *file, const char *path, GBytes *bytes,
                 ChnTimelineBuilder *builder, GError **error)
{
  if (strcmp (file, path) == 0)
    return read_bytes (path, bytes, builder, error);
  return chn_read_file (file, find_input_format (program, file), builder, error);
}

static gboolean
read_all_but (const Program *program, const char *path, GBytes *bytes, ChnTimelineBuilder *builder, GError **error)
{
  for (guint i = 0; i < program->files->len; i++) {
    const char *file = program->files->pdata[i];
    gboolean folder = g_file_test (file, G_FILE_TEST_IS_DIR);
    g_autoptr (GPtrArray) files = folder ? load_list_folder (file) : NULL;
    for (guint k = 0; files && k < files->len; k++)
      if (!read_or_replace (program, files->pdata[k], path, bytes, builder, error))
        return FALSE;
    if (!folder && !read_or_replace (program, file, path, bytes, builder, error))
      return FALSE;
  }
  return program->files->len > 0 || read_bytes (path, bytes, builder, error);
}

ChnTimeline *
load_changed (Program *program, const char *path, GBytes *bytes, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !read_all_but (program, path, bytes, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_bytes (Program *program, const char *path, GBytes *bytes, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !read_bytes (path, bytes, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_timeline (Program *program, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimeline) timeline = read_timeline (program, report, error);
  if (!timeline || !program->as_of)
    return g_steal_pointer (&timeline);
  program->whole = g_steal_pointer (&timeline);
  return chn_timeline_as_of (program->whole, program->as_of, program->strict, error);
}

/* What is taken otherwise than it stands in the input is always said; the last of these may come by the thousand. */
static void
print_changes (const ChnReport *report)
{
  failure_print_findings (report, "edited", G_MAXUINT);
  failure_print_findings (report, "duplicate-file", G_MAXUINT);
  failure_print_findings (report, "duplicate-item", 5);
}

/* What may be seen of it, where it is not for files that carry all; what is left out is said. */
static ChnTimeline *
hide (Program *program, ChnTimeline *timeline, GError **error)
{
  g_autoptr (ChnTimeline) whole = timeline;
  if (program->carries_all && !program->says_visibility)
    return g_steal_pointer (&whole);
  g_autoptr (ChnTimeline) shown = chn_timeline_show (whole, program->visibility, error);
  if (shown)
    hidden_print_left_out (whole, program->visibility);
  if (!shown || shown == whole)
    return g_steal_pointer (&shown);
  g_clear_pointer (&program->unseen, chn_timeline_unref);
  program->unseen = g_steal_pointer (&whole);
  return g_steal_pointer (&shown);
}

ChnTimeline *
load_faultless_timeline (Program *program, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  ChnTimeline *timeline = load_timeline (program, report, &cause);
  if (timeline && (program->keep_going || program->warnings))
    failure_print_report (report, CHN_SEVERITY_WARNING);
  else if (timeline)
    failure_print_counts (report);
  if (timeline) {
    print_changes (report);
    return hide (program, timeline, error);
  }
  guint n_errors = chn_report_count (report, CHN_SEVERITY_ERROR);
  if (n_errors == 0 || failure_get_status (cause) != STATUS_USAGE) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return NULL;
  }
  failure_print_report (report, CHN_SEVERITY_ERROR);
  usage_set_error (error, n_errors == 1 ? "%u error in the input" : "%u errors in the input", n_errors);
  return NULL;
}

ChnTimeline *
load_view (Program *program, ChnTimeline *timeline, GError **error)
{
  return hide (program, chn_timeline_ref (program->unseen ? program->unseen : timeline), error);
}

ChnRegistry *
load_names (Program *program, ChnTimeline **timeline, GError **error)
{
  g_autofree char *data_folder = data_folder_find ();
  g_autofree char *own = find_own_names ();
  g_autofree char *compiled = program->files->len == 0 && !own ? data_folder_find_compiled_names (data_folder) : NULL;
  *timeline = NULL;
  if (compiled)
    return chn_registry_open (compiled, error);
  program->carries_all = TRUE; /* names are nobody's secret */
  *timeline = load_faultless_timeline (program, error);
  return *timeline ? chn_registry_ref (chn_timeline_get_registry (*timeline)) : NULL;
}

gboolean
load_saved (const Program *program, const char *text, ChnSavedQueries **saved, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "chancery", "queries", NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  *saved = NULL;
  if (!strstr (text, "@@") || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr (GError) cause = NULL;
  *saved = chn_saved_queries_load (path, report, &program->limits, &cause);
  if (*saved)
    return TRUE;
  if (error) /* else somebody only tries */
    failure_print_report (report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0)
    usage_set_error (error, "cannot use the saved queries of %s", path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

ChnBoundQuery *
load_bind (const Program *program, const ChnQuery *query, ChnTimeline *timeline, GError **error)
{
  g_autoptr (ChnSavedQueries) saved = NULL;
  guint n = 0;
  if (!load_saved (program, chn_query_get_text (query), &saved, error))
    return NULL;
  const ChnSavedQuery *own = saved ? chn_saved_queries_get (saved, &n) : NULL;
  return chn_query_bind_with (query, timeline, program->today, own, n, error);
}

gboolean
load_blame (const ChnTimeline *timeline, GError **error)
{
  g_autoptr (GError) damage = NULL;
  if (chn_timeline_check (timeline, &damage))
    return TRUE;
  g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&damage));
  return FALSE;
}

/* A query that could be asked of all that is known names what was not known then. */
static void
blame_the_day (const Program *program, const ChnQuery *query, GError **error)
{
  g_autoptr (ChnBoundQuery) bound = load_bind (program, query, program->whole, NULL);
  if (!bound)
    return;
  g_autoptr (GError) cause = g_steal_pointer (error);
  g_autofree char *day = chn_date_dup_humanized (program->as_of);
  usage_set_error (error, "%s: it is in the timeline, but was not known on %s", cause->message, day);
}

static gboolean
asks_disputes (const ChnBoundQuery *query)
{
  return chn_bound_query_asks (query, "is", "disputed") || chn_bound_query_asks (query, "disputed", NULL);
}

/* The query of the command line, with dates in the place of words that are dates: which is said. */
static char *
read_words (Program *program, const ChnTimeline *timeline, const Arguments *arguments, GError **error)
{
  g_autofree char *typed =
      chn_query_join_arguments_in (arguments_get_words (arguments), chn_timeline_get_vocabulary (timeline));
  g_autofree char *notes = NULL;
  program_set_culprit (program, typed);
  char *text = chn_query_read_dates (typed, timeline, &notes, error);
  g_auto (GStrv) lines = notes ? g_strsplit (notes, "\n", -1) : NULL;
  for (guint i = 0; lines && lines[i]; i++)
    fprintf (stderr, "chancery: %s\n", lines[i]);
  return text;
}

/* What an option asks for beside the words, "" where nothing is: "revised>=2024-11-18"; NULL with an error. */
static char *
dup_changed_since (const Program *program, const Arguments *arguments, GError **error)
{
  const char *since = arguments_get (arguments, "changed-since");
  if (!since || program->changed)
    return g_strdup ("");
  if (changes_find_revision (since) > 0) {
    usage_set_error (error, "--changed-since %s: only a store has revisions; write a date", since);
    return NULL;
  }
  if (!*since || strpbrk (since, "()\",|<>") || strstr (since, "..")) {
    usage_set_error (error, "--changed-since takes a date, as in 2024-11-18, today-30d or @EVENT, not \"%s\"", since);
    return NULL;
  }
  const char *quote = strpbrk (since, " \t") ? "\"" : "";
  return g_strdup_printf ("revised>=%s%s%s", quote, since, quote);
}

static char *
dup_min_importance (const Arguments *arguments, GError **error)
{
  guint least = 0;
  if (!arguments_get_number (arguments, "min-importance", &least, error))
    return NULL;
  return least > 0 ? g_strdup_printf ("importance:%u..", least) : g_strdup ("");
}

/* Both hold. */
static char *
dup_joined (const char *query, const char *further)
{
  if (!*query || !*further)
    return g_strconcat (query, further, NULL);
  return g_strdup_printf ("(%s) %s", query, further);
}

char *
load_dup_query (Program *program, const ChnTimeline *timeline, const Arguments *arguments, GError **error)
{
  g_autofree char *text = read_words (program, timeline, arguments, error);
  g_autofree char *since = text ? dup_changed_since (program, arguments, error) : NULL;
  g_autofree char *importance = since ? dup_min_importance (arguments, error) : NULL;
  g_autofree char *narrowed = importance ? dup_joined (text, since) : NULL;
  return narrowed ? dup_joined (narrowed, importance) : NULL;
}

ChnBoundQuery *
load_query (Program *program, ChnTimeline *timeline, const Arguments *arguments, char **query_text, GError **error)
{
  g_autofree char *text =
      program->asked ? g_strdup (program->asked) : load_dup_query (program, timeline, arguments, error);
  if (!text)
    return NULL;
  program_set_culprit (program, text);
  g_autoptr (ChnQuery) query =
      chn_query_parse_in (text, &program->limits, chn_timeline_get_vocabulary (timeline), error);
  g_autoptr (ChnBoundQuery) bound = query ? load_bind (program, query, timeline, error) : NULL;
  if (!bound) {
    if (query && program->whole && error)
      blame_the_day (program, query, error);
    load_blame (timeline, error);
    return NULL;
  }
  program_set_culprit (program, NULL);
  program->asks_disputes = asks_disputes (bound);
  program->names_status = chn_bound_query_names (bound, "status");
  if (query_text)
    *query_text = g_steal_pointer (&text);
  return g_steal_pointer (&bound);
}

gboolean
load_rows_of (ChnTimeline *timeline, const ChnBoundQuery *query, const char *text, ChnRows *rows, ChnRows *unknown,
              GError **error)
{
  chn_bound_query_divide (query, TRUE, rows, unknown);
  if (!chn_timeline_check (timeline, error))
    return FALSE;
  unknown_print_empty (timeline, query, rows, unknown);
  unknown_print (query, unknown, text);
  unknown_print_recalled (query, rows);
  unknown_print_predecessors (query, rows);
  chn_bound_query_find_standings (query, rows);
  return chn_timeline_check (timeline, error);
}

gboolean
load_divided_rows (Program *program, ChnTimeline *timeline, const Arguments *arguments, ChnRows *rows,
                   ChnRows *unknown, char **scope, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (ChnBoundQuery) query = load_query (program, timeline, arguments, &text, error);
  if (!query || !load_rows_of (timeline, query, text, rows, unknown, error))
    return FALSE;
  if (scope)
    *scope = chn_bound_query_dup_scope (query);
  return TRUE;
}

gboolean
load_rows (Program *program, ChnTimeline *timeline, const Arguments *arguments, ChnRows *rows, char **scope,
           GError **error)
{
  g_auto (ChnRows) unknown = { 0 };
  return load_divided_rows (program, timeline, arguments, rows, &unknown, scope, error);
}

/* What is in the timeline, but not in what was known then. */
static void
set_not_known_yet (const Program *program, const char *id, GError **error)
{
  g_autofree char *day = chn_date_dup_humanized (program->as_of);
  usage_set_error (error, "the event \"%s\" is in the timeline, but was not known on %s%s", id, day,
                   program->strict ? " from sources certainly published by then" : "");
}

static void
set_unseen (const Program *program, const char *id, guint row, GError **error)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (program->unseen, row, event);
  const char *term =
      chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, chn_event_get_term (event, CHN_FIELD_VISIBILITY));
  usage_set_error (error, "the event \"%s\" is %s; --visibility %s shows it", id, term, term);
}

/* What to write where no event, or more than one, is called so. */
static void
set_no_event (const char *name, const GError *cause, GError **error)
{
  g_autofree char *said = chn_query_translate (name);
  gboolean is_plain =
      name[strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./-")] == '\0';
  g_autofree char *quoted = is_plain ? g_strdup (name) : g_shell_quote (name);
  const char *hint = chn_error_get_hint (cause);
  g_autoptr (ChnDate) date = chn_date_parse (name, -1, NULL);
  if (date)
    usage_set_error (error, "%s; what happened then is listed by chancery list date:%s", cause->message, name);
  else if (said && g_str_has_prefix (said, "chancery "))
    usage_set_error (error, "%s; write %s", cause->message, said);
  else if (hint)
    usage_set_error (error, "%s; %s", cause->message, hint);
  else
    usage_set_error (error, "%s; to find ids, write chancery list --ids %s", cause->message, quoted);
}

gboolean
load_event (const Program *program, const ChnTimeline *timeline, const char *id, guint *row, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *name = id[0] == '@' && id[1] != '\0' ? id + 1 : id;
  if (chn_timeline_find_named (timeline, name, row, &cause))
    return load_blame (timeline, error);
  guint whole_row = 0;
  if (program->unseen && chn_timeline_find_named (program->unseen, name, &whole_row, NULL))
    set_unseen (program, id, whole_row, error);
  else if (program->whole && chn_timeline_find_named (program->whole, name, &whole_row, NULL))
    set_not_known_yet (program, id, error);
  else
    set_no_event (name, cause, error);
  load_blame (timeline, error);
  return FALSE;
}

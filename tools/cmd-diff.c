/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery diff: how one chronology became another, for a person, a program, a briefing, and for git. */
#include <stdio.h>
#include <string.h>

#include <chancery/store.h>

#include "command.h"
#include "diff.h"
#include "hidden.h"
#include "load-store.h"
#include "load.h"
#include "saving.h"
#include "usage.h"

static const SavingFormat formats[] = {
  { "text", ".txt" }, { "json", ".json" }, { "md", ".md" }, { "html", ".html" }
};
enum { TEXT, JSON };

/* The two that are compared, and how it is told. */
typedef struct {
  Program *program;
  const Arguments *arguments;
  int format;
  const char *old_path, *new_path;
  ChnDate *old_as_of, *new_as_of; /* or NULL */
} Request;

static void
clear_request (Request *request)
{
  g_clear_pointer (&request->old_as_of, chn_date_unref);
  g_clear_pointer (&request->new_as_of, chn_date_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

/* "today", or a date; NULL without an error where the option is not given. */
static gboolean
read_date (const Request *request, const char *option, ChnDate **date, GError **error)
{
  const char *text = arguments_get (request->arguments, option);
  if (!text)
    return TRUE;
  if (strcmp (text, "today") == 0)
    *date = chn_date_ref (request->program->today);
  else
    *date = chn_date_parse (text, -1, error);
  if (!*date)
    g_prefix_error (error, "--%s: ", option);
  return *date != NULL;
}

static gboolean
read_request (Request *request, GError **error)
{
  const char *const *words = arguments_get_words (request->arguments);
  guint n = g_strv_length ((char **) (guintptr) words), n_files = request->program->files->len;
  if (request->program->as_of) {
    usage_set_error (error, "--as-of is of one chronology; diff takes --old-as-of and --new-as-of");
    return FALSE;
  }
  request->format = saving_find_format (request->arguments, formats, G_N_ELEMENTS (formats), error);
  if (request->format < 0 || !read_date (request, "old-as-of", &request->old_as_of, error) ||
      !read_date (request, "new-as-of", &request->new_as_of, error))
    return FALSE;
  gboolean is_by_knowledge = request->old_as_of || request->new_as_of;
  if (n == 0 || n > 2 || (n == 1 && n_files > 1) || (n == 2 && n_files > 0) ||
      (n == 1 && n_files == 0 && !is_by_knowledge)) {
    usage_set_error (error,
                     "diff takes two chronologies, as in chancery diff old.yaml new.yaml; or one with --old-as-of "
                     "DATE, to see what became known since");
    return FALSE;
  }
  request->old_path = words[0];
  request->new_path = n == 2 ? words[1] : n_files == 1 ? request->program->files->pdata[0] : words[0];
  return TRUE;
}

/* What cannot be read is told fault by fault. */
static ChnTimeline *
tell_faults (ChnTimeline *timeline, const ChnReport *report, const char *path, GError *cause, GError **error)
{
  if (timeline)
    return timeline;
  failure_print_report (report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0 && failure_get_status (cause) == STATUS_USAGE)
    usage_set_error (error, "cannot read %s", path);
  else
    g_propagate_error (error, g_error_copy (cause));
  return NULL;
}

/* A file in any format, a snapshot, or a store. */
static ChnTimeline *
load_any (Program *program, const char *path, ChnReport *report, GError **error)
{
  if (chn_store_is_place (path))
    return load_store (program, path, report, error);
  return chn_snapshot_is_at (path) ? chn_snapshot_open (path, &program->limits, error)
                                   : load_beside (program, path, report, error);
}

static ChnTimeline *
load (Program *program, const char *path, const ChnDate *as_of, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  ChnTimeline *timeline = load_any (program, path, report, &cause);
  g_autoptr (ChnTimeline) whole = tell_faults (timeline, report, path, cause, error);
  if (!whole || !as_of)
    return g_steal_pointer (&whole);
  return chn_timeline_as_of (whole, as_of, program->strict, error);
}

/* Briefings have what is public; what programs and authors read, all, unless less is asked for. */
static ChnTimeline *
show (const Request *request, ChnTimeline *whole, GError **error)
{
  const Program *program = request->program;
  gboolean is_for_author = request->format == TEXT || request->format == JSON;
  if (!whole || (is_for_author && !program->says_visibility))
    return whole ? chn_timeline_ref (whole) : NULL;
  return chn_timeline_show (whole, program->visibility, error);
}

static ChnDiff *
compare (const Request *request, GError **error)
{
  g_autoptr (ChnTimeline) before = load (request->program, request->old_path, request->old_as_of, error);
  g_autoptr (ChnTimeline) after =
      before ? load (request->program, request->new_path, request->new_as_of, error) : NULL;
  g_autoptr (ChnTimeline) old_shown = after ? show (request, before, error) : NULL;
  g_autoptr (ChnTimeline) new_shown = old_shown ? show (request, after, error) : NULL;
  if (new_shown && new_shown != after)
    hidden_print_left_out (after, request->program->visibility);
  return new_shown ? chn_diff_new (old_shown, new_shown, error) : NULL;
}

/* Since when: the day whose knowledge was asked for, else that on which the old one was revised last. */
static char *
dup_since (const Request *request, const ChnDiff *diff)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) last = request->old_as_of ? chn_date_ref (request->old_as_of) : NULL;
  ChnTimeline *timeline = chn_diff_get_old (diff);
  for (guint row = 0; !request->old_as_of && row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, event);
    ChnDate *revised = chn_event_get_date (event, CHN_FIELD_REVISED);
    if (!revised || (last && chn_date_get_bounds (last)->latest >= chn_date_get_bounds (revised)->latest))
      continue;
    g_clear_pointer (&last, chn_date_unref);
    last = chn_date_ref (revised);
  }
  return last ? chn_date_dup_humanized (last) : NULL;
}

static gboolean
append_bytes (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static char *
dup_brief (const Request *request, const ChnDiff *diff, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *since = dup_since (request, diff);
  const ChnFormat *format = chn_format_find (formats[request->format].name, error);
  if (!format || !chn_diff_write_brief (diff, format, since, append_bytes, text, error))
    return NULL;
  return g_strdup (text->str);
}

static char *
dup_told (const Request *request, const ChnDiff *diff, GError **error)
{
  gboolean colour = request->program->console.colour && !arguments_get_output (request->arguments);
  if (request->format == TEXT)
    return chn_diff_dup_text (diff, colour);
  return request->format == JSON ? chn_diff_dup_json (diff) : dup_brief (request, diff, error);
}

static void
append_count (GString *line, guint n, const char *what)
{
  if (n > 0)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", n, what);
}

static void
print_summary (const ChnDiff *diff)
{
  guint n = 0, n_moved = 0, n_renamed = 0, n_header = 0;
  g_autoptr (GString) line = g_string_new (NULL), parts = g_string_new (NULL);
  const ChnEventChange *changes = chn_diff_get_events (diff, &n);
  chn_diff_get_header (diff, &n_header);
  for (guint i = 0; i < n; i++) {
    n_moved += changes[i].is_moved ? 1 : 0;
    n_renamed += changes[i].is_renamed ? 1 : 0;
  }
  append_count (line, chn_diff_count (diff, CHN_CHANGE_ADDED), "added");
  append_count (line, chn_diff_count (diff, CHN_CHANGE_REMOVED), "removed");
  append_count (line, chn_diff_count (diff, CHN_CHANGE_CHANGED), "changed");
  append_count (parts, n_moved, "moved in time");
  append_count (parts, n_renamed, "renamed");
  if (parts->len > 0)
    g_string_append_printf (line, " (%s)", parts->str);
  append_count (line, n_header, "beside events");
  fprintf (stderr, "chancery: %s\n", line->len > 0 ? line->str : "nothing differs");
}

static gboolean
differs (const ChnDiff *diff)
{
  guint n = 0, n_header = 0;
  chn_diff_get_events (diff, &n);
  chn_diff_get_header (diff, &n_header);
  return n > 0 || n_header > 0;
}

/* What git hands over: path, old file, its hash and mode, new file, its hash and mode; of what was renamed two more.
 */
enum {
  GIT_PATH,
  GIT_OLD,
  GIT_OLD_HASH,
  GIT_OLD_MODE,
  GIT_NEW,
  GIT_NEW_HASH,
  GIT_NEW_MODE,
  GIT_WORDS,
  GIT_NEW_PATH = 7
};

/* A file of git's that is not there is empty. */
static GBytes *
read_side (const Program *program, const char *path, GError **error)
{
  if (strcmp (path, "/dev/null") == 0)
    return g_bytes_new (NULL, 0);
  return chn_file_read (path, program->limits.value[CHN_LIMIT_FILE], error);
}

/* What git has nothing of is a chronology of the same name without events. */
static GBytes *
make_empty (const ChnTimeline *other)
{
  const char *id = other ? chn_timeline_get_header (other, 0, CHN_HEADER_TIMELINE) : NULL;
  char *text = g_strdup_printf ("timeline: %s\nevents: []\n", id ? id : "none");
  return g_bytes_new_take (text, strlen (text));
}

/* The names that a file uses lie beside the path that git speaks of, and not beside its copy. */
static ChnTimeline *
load_side (Program *program, const char *path, GBytes *bytes, const ChnTimeline *other, ChnReport *report,
           GError **error)
{
  g_autoptr (GBytes) empty = g_bytes_get_size (bytes) > 0 ? NULL : make_empty (other);
  return load_bytes (program, path, empty ? empty : bytes, report, error);
}

static gboolean
print_lines (const Program *program, const char *path, GBytes *before, GBytes *after, GError **error)
{
  g_autofree char *lines = diff_dup_text (path, before, after, program->console.colour);
  return console_print (lines, error);
}

/* What cannot be read as chronologies, or differs in comments and layout alone, is told line by line. */
static gboolean
print_sides (Program *program, const char *path, GBytes *before, GBytes *after, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  gboolean is_gone = g_bytes_get_size (after) == 0;
  g_autoptr (ChnTimeline) first = load_side (program, path, is_gone ? before : after, NULL, report, &cause);
  g_autoptr (ChnTimeline) second =
      first ? load_side (program, path, is_gone ? after : before, first, report, &cause) : NULL;
  ChnTimeline *old_timeline = is_gone ? first : second, *new_timeline = is_gone ? second : first;
  g_autoptr (ChnDiff) diff = second ? chn_diff_new (old_timeline, new_timeline, &cause) : NULL;
  if (!diff || !differs (diff)) {
    failure_print_report (report, CHN_SEVERITY_ERROR);
    if (cause && chn_report_count (report, CHN_SEVERITY_ERROR) == 0)
      failure_print (cause, NULL);
    return print_lines (program, path, before, after, error);
  }
  g_autofree char *heading = g_strdup_printf ("%schronology %s%s\n", program->console.colour ? "\033[1m" : "", path,
                                              program->console.colour ? "\033[0m" : "");
  g_autofree char *text = chn_diff_dup_text (diff, program->console.colour);
  return console_print (heading, error) && console_print (text, error);
}

/* Git takes any status but 0 for a crash. */
static Status
run_for_git (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  guint n = g_strv_length ((char **) (guintptr) words);
  if (n == 1) {
    g_autofree char *line = g_strdup_printf ("unmerged %s\n", words[0]);
    return console_print (line, error) ? STATUS_DONE : STATUS_IO;
  }
  if (n != GIT_WORDS && n != GIT_WORDS + 2) {
    usage_set_error (error, "diff --git is called by git, with seven arguments: git config diff.chancery.command "
                            "\"chancery diff --git\"");
    return STATUS_USAGE;
  }
  g_autoptr (GBytes) before = read_side (program, words[GIT_OLD], error);
  g_autoptr (GBytes) after = before ? read_side (program, words[GIT_NEW], error) : NULL;
  if (!after)
    return STATUS_IO;
  const char *path = n > GIT_WORDS ? words[GIT_NEW_PATH] : words[GIT_PATH];
  return print_sides (program, path, before, after, error) ? STATUS_DONE : STATUS_IO;
}

Status
run_diff (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Request) request = { .program = program, .arguments = arguments };
  if (arguments_has (arguments, "git"))
    return run_for_git (program, arguments, error);
  g_autoptr (ChnDiff) diff = read_request (&request, error) ? compare (&request, error) : NULL;
  g_autofree char *text = diff ? dup_told (&request, diff, error) : NULL;
  if (!text)
    return STATUS_USAGE;
  if (!saving_write (program, arguments, text, error))
    return STATUS_IO;
  print_summary (diff);
  return differs (diff) ? STATUS_FINDINGS : STATUS_DONE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery edit: the lines of an event in an editor, and back when they can be read. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ask.h"
#include "command.h"
#include "editing.h"
#include "load.h"
#include "usage.h"

/* Lines that begin so are ours, and are taken away again. */
#define OURS "#! "

typedef struct {
  Program *program;
  const char *path; /* of the timeline file, or a store */
  char *name;       /* what it is called: without a password */
  char *id;
  char *lines;   /* of the event, as they were */
  char *scratch; /* the file that is edited */
} Revision;

static void
revision_clear (Revision *revision)
{
  g_free (revision->name);
  g_free (revision->id);
  g_free (revision->lines);
  g_free (revision->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Revision, revision_clear)

static char *
dup_lines (const Program *program, const char *path, const char *id, GError **error)
{
  gsize length = 0;
  g_autoptr (GBytes) bytes = editing_read_around (program, path, (const char *const[]){ id, NULL }, error);
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  return bytes ? chn_edits_dup_event (text ? text : "", length, path, id, NULL, error) : NULL;
}

/* By whatever it is called; the row tells the file. */
static gboolean
find_by_name (Revision *revision, const char *name, GError **error)
{
  guint row = 0;
  revision->program->carries_all = TRUE;
  revision->program->named_events = (const char *const[]){ name, NULL };
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (revision->program, error);
  revision->program->named_events = NULL;
  if (!timeline || !load_event (revision->program, timeline, name, &row, error))
    return FALSE;
  const char *file = chn_timeline_get_header (timeline, chn_timeline_get_origin (timeline, row), CHN_HEADER_FILE);
  revision->path = g_intern_string (editing_find_place (revision->program, file ? file : ""));
  revision->id = g_strdup (chn_timeline_get_id (timeline, row));
  revision->lines = dup_lines (revision->program, revision->path, revision->id, error);
  return revision->lines != NULL;
}

/* A file with faults can be edited, too, which is how they are mended. */
static gboolean
find_event (Revision *revision, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *path = editing_find_file (revision->program, "edit", &cause);
  g_autoptr (GPtrArray) files = editing_list_files (revision->program);
  if (!path && files->len == 0) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  revision->lines = path ? dup_lines (revision->program, path, name, NULL) : NULL;
  if (!revision->lines)
    return find_by_name (revision, name, error);
  revision->path = path;
  revision->id = g_strdup (name);
  return TRUE;
}

static const char *
find_editor (void)
{
  const char *visual = g_getenv ("VISUAL"), *editor = g_getenv ("EDITOR");
  return visual && *visual ? visual : editor && *editor ? editor : "vi";
}

static const int from_keys[] = { SIGINT, SIGQUIT };

/* In the process that becomes the editor. */
static void
take_keys (gpointer before)
{
  for (guint i = 0; i < G_N_ELEMENTS (from_keys); i++)
    sigaction (from_keys[i], &((const struct sigaction *) before)[i], NULL);
}

/* The editor may be a command with options, as git takes it. Ctrl-C is for it alone: what it wrote is still to be
 * read. */
static gboolean
spawn (char **arguments, int *status, GError **error)
{
  const struct sigaction ignoring = { .sa_handler = SIG_IGN };
  struct sigaction before[G_N_ELEMENTS (from_keys)];
  for (guint i = 0; i < G_N_ELEMENTS (from_keys); i++)
    sigaction (from_keys[i], &ignoring, &before[i]);
  gboolean ran = g_spawn_sync (NULL, arguments, NULL, G_SPAWN_CHILD_INHERITS_STDIN, take_keys, before, NULL, NULL,
                               status, error);
  take_keys (before);
  return ran;
}

static gboolean
run_editor (const Revision *revision, GError **error)
{
  g_autofree char *command = g_strdup_printf ("%s \"$1\"", find_editor ());
  char *arguments[] = { (char *) "/bin/sh", (char *) "-c", command, (char *) "chancery", revision->scratch, NULL };
  g_autoptr (GError) cause = NULL;
  int status = 0;
  if (!spawn (arguments, &status, &cause)) {
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "cannot start the editor \"%s\": %s; %s was left as it is",
                 find_editor (), cause->message, revision->path);
    return FALSE;
  }
  if (!g_spawn_check_wait_status (status, &cause)) {
    usage_set_error (error, "the editor \"%s\" failed: %s; %s was left as it is", find_editor (), cause->message,
                     revision->name);
    return FALSE;
  }
  return TRUE;
}

/* It may hold what is not public: the file stays the one that was made for its owner alone. */
static gboolean
write_scratch (const Revision *revision, const char *faults, const char *lines, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) said = g_strsplit (faults, "\n", -1);
  g_string_append_printf (text, OURS "%s of %s. Save and leave to change it; unchanged, it is left alone.\n",
                          revision->id, revision->name);
  for (guint i = 0; said[i]; i++)
    if (*said[i])
      g_string_append_printf (text, OURS "%s\n", said[i]);
  g_string_append (text, lines);
  if (g_file_set_contents_full (revision->scratch, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, &cause))
    return TRUE;
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%s", cause->message);
  return FALSE;
}

/* Without the lines that are ours, and blank ones at the end. */
static char *
dup_kept (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *kept = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++)
    if (!g_str_has_prefix (lines[i], "#!"))
      g_string_append_printf (kept, "%s\n", lines[i]);
  while (kept->len > 1 && kept->str[kept->len - 2] == '\n')
    g_string_truncate (kept, kept->len - 1);
  return g_string_free (kept, FALSE);
}

/* Empty where the editor has removed the file; NULL where it cannot be read. */
static char *
read_scratch (const Revision *revision, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;
  if (g_file_get_contents (revision->scratch, &text, NULL, &cause))
    return dup_kept (text);
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strdup ("");
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%s", cause->message);
  return NULL;
}

static gboolean
make_scratch (Revision *revision, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int file = g_file_open_tmp ("chancery-XXXXXX.yaml", &revision->scratch, &cause);
  if (file >= 0) {
    close (file);
    return TRUE;
  }
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%s", cause->message);
  return FALSE;
}

/* The file with the new lines, and the timeline of it; NULL with an error where somebody else has changed the event
 * meanwhile, or where it cannot be read. */
static GBytes *
make (const Revision *revision, Editing *editing, const char *lines, ChnTimeline **timeline, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (editing->bytes, &length);
  g_autofree char *now = chn_edits_dup_event (bytes, length, editing->path, revision->id, NULL, error);
  if (!now)
    return NULL;
  if (strcmp (now, revision->lines) != 0) {
    usage_set_error (error, "somebody else has changed %s meanwhile", revision->id);
    return NULL;
  }
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  chn_edits_replace_event (edits, revision->id, lines);
  GBytes *made = chn_edits_run (edits, bytes, length, editing->path, &revision->program->limits, error);
  *timeline = made ? editing_check (editing, revision->program, made, revision->id, error) : NULL;
  return made;
}

typedef enum { OUTCOME_WRITTEN, OUTCOME_FAULTY, OUTCOME_FAILED } Outcome;

/* What the system refuses is no fault of the lines. */
static Outcome
tell_outcome (GError *fault, GError **error)
{
  gboolean refused = failure_get_status (fault) == STATUS_IO;
  g_propagate_error (error, fault);
  return refused ? OUTCOME_FAILED : OUTCOME_FAULTY;
}

static Outcome
try_lines (const Revision *revision, const char *lines, GError **error)
{
  GError *fault = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (ChnTimeline) timeline = NULL;
  g_auto (Editing) editing = EDITING_NONE;
  if (!editing_begin_around (&editing, revision->program, revision->path,
                             (const char *const[]){ revision->id, lines, NULL }, error))
    return OUTCOME_FAILED;
  do {
    g_clear_pointer (&made, g_bytes_unref);
    g_clear_pointer (&timeline, chn_timeline_unref);
    made = make (revision, &editing, lines, &timeline, &fault);
  } while (editing_again (&editing, revision->program, timeline, &fault));
  if (fault)
    return tell_outcome (fault, error);
  if (!editing_save (&editing, revision->program, made, timeline, error) ||
      !editing_print (&editing, revision->program, made, error))
    return OUTCOME_FAILED;
  fprintf (stderr, "chancery: changed %s in %s\n", revision->id, revision->name);
  return OUTCOME_WRITTEN;
}

/* What was typed stays in its file where it could not be written. */
static void
keep_scratch (const Revision *revision)
{
  fprintf (stderr, "chancery: what you wrote is in %s\n", revision->scratch);
}

/* Whether to open the editor again; the faults then stand on top. */
static gboolean
goes_on (const Revision *revision, const GError *fault, const char *lines)
{
  fprintf (stderr, "chancery: %s\n", fault->message);
  return isatty (STDIN_FILENO) && ask_whether ("Edit again?") &&
         write_scratch (revision, fault->message, lines, NULL);
}

static gboolean
is_changed (const Revision *revision, const char *lines)
{
  return lines[strspn (lines, " \n\t")] != '\0' && strcmp (lines, revision->lines) != 0;
}

/* Has the lines edited; NULL where there is nothing to be done with them, which may be an error. */
static char *
edit_lines (const Revision *revision, GError **error)
{
  gboolean ran = run_editor (revision, error);
  g_autofree char *lines = read_scratch (revision, ran ? error : NULL);
  gboolean is_wanted = !lines || is_changed (revision, lines);
  if (ran && lines && is_wanted)
    return g_steal_pointer (&lines);
  if (ran && lines)
    fprintf (stderr, "chancery: nothing was changed\n");
  if (is_wanted)
    keep_scratch (revision);
  else
    unlink (revision->scratch);
  return NULL;
}

static void
revise (const Revision *revision, GError **error)
{
  for (;;) {
    g_autoptr (GError) fault = NULL;
    g_autofree char *lines = edit_lines (revision, error);
    if (!lines)
      return;
    Outcome outcome = try_lines (revision, lines, &fault);
    if (outcome == OUTCOME_WRITTEN) {
      unlink (revision->scratch);
      return;
    }
    if (outcome == OUTCOME_FAULTY && goes_on (revision, fault, lines))
      continue;
    keep_scratch (revision);
    if (outcome == OUTCOME_FAILED)
      g_propagate_error (error, g_steal_pointer (&fault));
    else
      usage_set_error (error, "%s was not changed", revision->id);
    return;
  }
}

Status
run_edit (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  g_auto (Revision) revision = { .program = program };
  if (!words[0] || words[1]) {
    usage_set_error (error, "edit what? name the id of one event");
    return STATUS_USAGE;
  }
  if (!find_event (&revision, words[0], error))
    return STATUS_USAGE;
  revision.name = chn_store_dup_name (revision.path);
  if (make_scratch (&revision, error) && write_scratch (&revision, "", revision.lines, error))
    revise (&revision, error);
  else if (revision.scratch)
    unlink (revision.scratch);
  return STATUS_DONE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Random edits of files as people write them, in every style of YAML that a value can stand in: only lines of the
 * value change, every comment stays, and what is read from the file is the edited event, to the byte of its canonical
 * form.
 *
 *   edits [CASES [SEED]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <chancery/chancery.h>

#include "edits-file.h"

enum { N_CASES = 3000, MOST_SHOWN = 5 };

typedef struct {
  GRand *random;
  guint n_cases, n_wrong, n_changed;
} Trial;

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static ChnRegistry *
make_registry (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (guint i = 0; edits_actors[i]; i++)
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, edits_actors[i], edits_actors[i], NULL, NULL);
  chn_registry_builder_add_forum (builder, "un", "un", NULL, NULL);
  chn_registry_builder_add_forum (builder, "un.sc", "un.sc", NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

/* NULL where it cannot be read, which is said. */
static ChnTimeline *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = make_registry ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  ChnTimeline *timeline = NULL;
  if (chn_format_read (chn_format_find ("yaml", NULL), text, length, "file.yaml", builder, &error))
    timeline = chn_timeline_builder_seal (builder, &error);
  for (guint i = 0; !timeline && i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    printf ("# %s\n", line);
  }
  return timeline;
}

static char *
dup_canonical (ChnTimeline *timeline)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  chn_format_write (chn_format_find ("yaml", NULL), timeline, &rows, NULL, NULL, collect, out, NULL);
  return g_string_free (out, FALSE);
}

static char *
dup_canonical_of (const char *text, gsize length)
{
  g_autoptr (ChnTimeline) timeline = read_text (text, length);
  return timeline ? dup_canonical (timeline) : NULL;
}

static void
tell (Trial *trial, const char *what, const char *before, const char *after)
{
  trial->n_wrong++;
  printf ("# case %u: %s\n", trial->n_cases, what);
  g_auto (GStrv) lines = g_strsplit (before, "\n", -1), others = g_strsplit (after ? after : "", "\n", -1);
  for (guint i = 0; lines[i]; i++)
    printf ("# < %s\n", lines[i]);
  for (guint i = 0; others[i]; i++)
    printf ("# > %s\n", others[i]);
}

/* How many lines two texts have in common from the first on. */
static guint
count_common (char **a, guint n_a, char **b, guint n_b, gboolean from_end)
{
  guint n = 0;
  while (n < n_a && n < n_b && strcmp (from_end ? a[n_a - 1 - n] : a[n], from_end ? b[n_b - 1 - n] : b[n]) == 0)
    n++;
  return n;
}

/* Whether nothing but the lines from first to last (from 1, none where last < first) is gone. */
static gboolean
stays_outside (const char *before, const char *after, guint first, guint last)
{
  g_auto (GStrv) a = g_strsplit (before, "\n", -1);
  g_auto (GStrv) b = g_strsplit (after, "\n", -1);
  guint n_a = g_strv_length (a), n_b = g_strv_length (b);
  guint head = count_common (a, n_a, b, n_b, FALSE), tail = count_common (a, n_a, b, n_b, TRUE);
  if (head >= n_a || tail >= n_a || head + tail >= n_a)
    return TRUE; /* lines came in, none went */
  return head + 1 >= first && n_a - tail <= last;
}

static guint
find_line (const char *text, const char *place)
{
  guint line = 1;
  for (const char *c = text; c < place; c++)
    line += *c == '\n';
  return line;
}

/* A citation has up to three lines. */
enum { MOST_LINES = 3 };

/* Lines of items that the value no longer has, whose comments may go with them. */
static guint
count_gone (EditsValue old, EditsValue value)
{
  guint n = 0;
  for (guint i = 0; old && (old[1] || strchr (old[0], '|')) && old[i]; i++)
    n += value && g_strv_contains ((const char *const *) value, old[i]) ? 0 : strchr (old[i], '|') ? MOST_LINES : 1;
  return n;
}

/* Comments have numbers. Those outside of the lines of a value stay, and those within as far as what they are about.
 */
static gboolean
keeps_comments (const EditsFile *file, const char *after, guint first, guint last, guint n_may_go)
{
  guint n_gone = 0;
  for (guint i = 0; i < file->n_comments; i++) {
    g_autofree char *comment = g_strdup_printf ("# c%u.", i);
    const char *at = strstr (file->text->str, comment);
    guint line = at ? find_line (file->text->str, at) : 0;
    gboolean gone = at && !strstr (after, comment);
    if (gone && (line < first || line > last))
      return FALSE;
    n_gone += gone ? 1 : 0;
  }
  return n_gone <= n_may_go;
}

static void
check (Trial *trial, const EditsFile *file, const EditsFile *wanted, const char *after, gsize length, guint event,
       guint field)
{
  const char *before = file->text->str;
  const EditsValue old = file->events[event].value[field], value = wanted->events[event].value[field];
  gboolean gone = value == NULL;
  guint first = file->events[event].first[field], last = file->events[event].last[field];
  g_autofree char *plain = edits_file_dup_plain (wanted);
  g_autofree char *expected = dup_canonical_of (plain, strlen (plain));
  g_autofree char *found = dup_canonical_of (after, length);
  if (!expected || g_strcmp0 (expected, found) != 0)
    tell (trial, "the file says something else than it should", before, after);
  else if (!stays_outside (before, after, first, first > 0 ? last : 0))
    tell (trial, "other lines changed", before, after);
  else if (!keeps_comments (file, after, first, last, gone ? G_MAXUINT : count_gone (old, value)))
    tell (trial, "a comment is gone", before, after);
}

/* An event that has the value, from a file that is written plainly; its texts are those of the timeline. */
static ChnTimeline *
load_event (const EditsFile *wanted, guint event, ChnEvent *loaded)
{
  guint row = 0;
  g_autofree char *plain = edits_file_dup_plain (wanted);
  g_autofree char *id = g_strdup_printf ("e%u", event);
  ChnTimeline *timeline = read_text (plain, strlen (plain));
  if (timeline && chn_timeline_find (timeline, id, &row))
    chn_timeline_load (timeline, row, loaded);
  return timeline;
}

static char *
dup_with_breaks (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) lines = g_strsplit (text, from, -1);
  return g_strjoinv (to, lines);
}

/* Runs the edits on the file, in some cases with lines that end in CR LF, as which all then end. NULL with an error.
 */
static char *
run_edits (const ChnEdits *edits, const EditsFile *file, gboolean crlf, GError **error)
{
  gsize length = 0;
  g_autofree char *text = dup_with_breaks (file->text->str, "\n", crlf ? "\r\n" : "\n");
  g_autoptr (GBytes) made = chn_edits_run (edits, text, strlen (text), "file.yaml", NULL, error);
  const char *bytes = made ? g_bytes_get_data (made, &length) : NULL;
  g_autofree char *after = made ? g_strndup (bytes, length) : NULL;
  g_autofree char *back = after ? dup_with_breaks (after, "\r\n", "\n") : NULL;
  g_autofree char *again = back ? dup_with_breaks (back, "\n", crlf ? "\r\n" : "\n") : NULL;
  if (made && strcmp (again, after) != 0)
    g_set_error (error, CHN_ERROR, CHN_ERROR_UNSUPPORTED, "some lines end otherwise than the file's");
  return made && strcmp (again, after) == 0 ? g_steal_pointer (&back) : NULL;
}

static void
try_edit (Trial *trial)
{
  g_auto (EditsFile) file = { 0 }, wanted = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  edits_file_draw (&file, trial->random);
  guint i = (guint) g_rand_int_range (trial->random, 0, EDITS_N_EVENTS);
  guint field = (guint) g_rand_int_range (trial->random, 0, EDITS_N_FIELDS);
  edits_file_copy (&wanted, &file);
  edits_file_change (&wanted, trial->random, i, field);
  g_autoptr (ChnTimeline) timeline = load_event (&wanted, i, event);
  if (!timeline) {
    tell (trial, "the case cannot be read", file.text->str, NULL);
    return;
  }
  g_autofree char *id = g_strdup_printf ("e%u", i);
  chn_edits_set_field (edits, id, edits_fields[field], event);
  g_autofree char *after = run_edits (edits, &file, g_rand_int_range (trial->random, 0, 5) == 0, &error);
  trial->n_cases++;
  if (!after) {
    tell (trial, error->message, file.text->str, NULL);
    return;
  }
  trial->n_changed += strcmp (after, file.text->str) != 0;
  check (trial, &file, &wanted, after, strlen (after), i, field);
}

int
main (int argc, char **argv)
{
  guint n_wanted = argc > 1 ? (guint) atoi (argv[1]) : N_CASES;
  g_autoptr (GRand) random = g_rand_new_with_seed (argc > 2 ? (guint32) atoi (argv[2]) : 1919);
  Trial trial = { random, 0, 0, 0 };
  printf ("1..2\n");
  while (trial.n_cases < n_wanted && trial.n_wrong < MOST_SHOWN)
    try_edit (&trial);
  printf ("# %u cases, %u of them changed the file\n", trial.n_cases, trial.n_changed);
  printf ("%s 1 - edits change the lines of their value and nothing else\n", trial.n_wrong == 0 ? "ok" : "not ok");
  gboolean is_varied = trial.n_changed > trial.n_cases / 2;
  printf ("%s 2 - most edits changed something\n", is_varied ? "ok" : "not ok");
  return trial.n_wrong == 0 && is_varied ? EXIT_SUCCESS : EXIT_FAILURE;
}

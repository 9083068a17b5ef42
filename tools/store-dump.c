/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery store dump: all of a store, its past too, as a file that is a store itself. */
#include "store-dump.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "failure.h"
#include "load-store.h"
#include "usage.h"

#define FILE_PLACE "sqlite:"

static gboolean
copy (Program *program, ChnStore *from, ChnStore *to, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = load_store_whole (program, from, report, error);
  g_autoptr (ChnTimeline) some = timeline ? chn_timeline_show (timeline, CHN_VISIBILITY_PUBLIC, error) : NULL;
  g_autoptr (ChnTimeline) shown = some ? chn_timeline_show_outside (some, timeline, error) : NULL;
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  return shown && chn_store_copy (from, to, timeline, shown, error);
}

static gboolean
copy_into (Program *program, ChnStore *from, const char *target, GError **error)
{
  g_autoptr (ChnStore) to = chn_store_init (target, error);
  if (!to || !chn_store_begin_reading (from, error))
    return FALSE;
  gboolean copied = copy (program, from, to, error);
  chn_store_end_reading (from);
  return copied;
}

/* What a file is called until it is whole: hidden, as others of ours are then, and the same for each try. */
static char *
dup_hidden (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file), *name = g_path_get_basename (file);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  g_autofree char *hidden = g_strdup_printf (".chancery-%.12s", digest);
  return g_build_filename (folder, hidden, NULL);
}

/* What SQLite keeps beside a file while it is open and could not take away. */
static void
remove_parts (const char *hidden)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *part = g_strconcat (hidden, ends[i], NULL);
    g_unlink (part);
  }
}

/* Opens it empty and locked: what is there without a lock was left by a dump that was killed. -1 with an error. */
static int
claim (const char *hidden, const char *file, GError **error)
{
  int fd = open (hidden, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
  gboolean is_free = fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
  if (fd >= 0 && is_free)
    remove_parts (hidden);
  if (fd >= 0 && is_free && ftruncate (fd, 0) == 0)
    return fd;
  if (is_free)
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "cannot write %s: %s", file, g_strerror (errno));
  else
    usage_set_error (error, "%s is being written by another; name another file", file);
  if (fd >= 0 && is_free)
    g_unlink (hidden);
  if (fd >= 0)
    close (fd);
  return -1;
}

/* The file is there when it is whole. */
static gboolean
copy_into_file (Program *program, ChnStore *from, const char *file, GError **error)
{
  g_autofree char *hidden = dup_hidden (file), *place = g_strconcat (FILE_PLACE, hidden, NULL);
  if (g_file_test (file, G_FILE_TEST_EXISTS)) {
    usage_set_error (error, "%s is there already; name another file", file);
    return FALSE;
  }
  int claimed = claim (hidden, file, error);
  if (claimed < 0)
    return FALSE;
  gboolean done = copy_into (program, from, place, error) && g_rename (hidden, file) == 0;
  if (!done && error && !*error)
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "cannot write %s: %s", file, g_strerror (errno));
  remove_parts (hidden);
  if (!done)
    g_unlink (hidden);
  close (claimed);
  return done;
}

gboolean
store_dump (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  const char *target = arguments_get_output (arguments);
  if (!target) {
    usage_set_error (error, "dump into which file? name it with -o, as in chancery store dump %s -o backup.db",
                     FILE_PLACE "team.db");
    return FALSE;
  }
  g_autoptr (ChnStore) from = chn_store_open (place, FALSE, error);
  const char *file = chn_store_is_place (target) ? chn_store_find_file (target) : target;
  gboolean is_file = file != NULL;
  if (!from || !(is_file ? copy_into_file (program, from, file, error) : copy_into (program, from, target, error)))
    return FALSE;
  g_autofree char *name = chn_store_dup_name (is_file ? file : target);
  fprintf (stderr, "chancery: all of it is in %s; %s\n", name,
           is_file ? "who may open the file reads all, restricted and private, too"
                   : "what is not public lies in tables of its own");
  return TRUE;
}

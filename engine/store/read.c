/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reading files and folders: finds the format, by the extension or by how the content begins; names that the files of
 * a folder share are read along.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <chancery/store.h>

#include "base/error.h"
#include "base/input.h"
#include "base/packed.h"
#include "format/yaml/registry-file.h"
#include "registry/declared.h"
#include "store/snapshot.h"
#include "timeline/builder.h"

/* The format that the text begins like, or NULL: first of those whose files look like files of another, too. */
static const ChnFormat *
find_beginning (const char *text, gsize length)
{
  const ChnFormat *found = NULL;
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  for (guint i = 0; i < n; i++) {
    gboolean is_better = !found || (formats[i]->is_told_inside && !found->is_told_inside);
    if (is_better && formats[i]->begins && formats[i]->begins (text, length))
      found = formats[i];
  }
  return found;
}

static const ChnFormat *
sniff (const char *text, gsize length)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gsize at = length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0 ? strlen (mark) : 0;
  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return find_beginning (text + at, length - at);
}

/* Where the extension names no format, one that is only written, or one that another shares, the text tells. */
static const ChnFormat *
find_format (const char *path, const char *text, gsize length)
{
  g_autofree char *name = g_strndup (path, chn_packed_measure_name (path));
  const ChnFormat *named = chn_format_find_for_file (name, NULL), *like = sniff (text, length);
  if (named && named->read && !(like && like->is_told_inside))
    return named;
  if (like)
    return like;
  return named ? named : &chn_format_yaml;
}

/* What makes a file this one by whatever name; NULL for a pipe, which can only be read once anyway. */
static char *
dup_identity (const char *path)
{
  struct stat facts;
  if (strcmp (path, "-") == 0)
    return g_strdup (path);
  if (stat (path, &facts) != 0 || !S_ISREG (facts.st_mode))
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) facts.st_dev, (guint64) facts.st_ino);
}

gboolean
chn_read_names (const char *path, ChnTimelineBuilder *builder, GError **error)
{
  const ChnLimits *limits = chn_timeline_builder_get_limits (builder);
  g_autofree char *identity = dup_identity (path);
  if (identity && chn_timeline_builder_knows_file (builder, identity))
    return TRUE;
  g_autoptr (GBytes) bytes = chn_input_read (path, limits->value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (builder);
  chn_registry_builder_set_shared (names, TRUE);
  chn_registry_read_file (data ? data : "", length, path, names, chn_timeline_builder_get_report (builder), limits);
  chn_registry_builder_set_shared (names, FALSE);
  return TRUE;
}

/* What the timelines of a folder share: it is no timeline itself. */
#define SHARED_NAMES "registry.yaml"

static gboolean
is_shared_names (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  return strcmp (name, SHARED_NAMES) == 0;
}

static gboolean
read_names_of_folder (const char *folder, ChnTimelineBuilder *builder, GError **error)
{
  g_autofree char *file =
      strcmp (folder, ".") == 0 ? g_strdup (SHARED_NAMES) : g_build_filename (folder, SHARED_NAMES, NULL);
  return !g_file_test (file, G_FILE_TEST_IS_REGULAR) || chn_read_names (file, builder, error);
}

/* A packed file as it is unpacked: given on at once where its format reads piece by piece, else gathered. */
typedef struct {
  const ChnFormat *format; /* NULL: to be told by the first piece */
  const ChnReadJob *job;
  gpointer reader; /* of such a format */
  GByteArray *whole;
} Pouring;

static gboolean
take_piece (gpointer data, const char *bytes, gsize length)
{
  Pouring *pouring = data;
  gboolean is_first = !pouring->reader && pouring->whole->len == 0;
  const ChnFormat *format = is_first && !pouring->format ? sniff (bytes, length) : pouring->format;
  if (is_first && format && format->pieces) {
    pouring->format = format;
    pouring->reader = format->pieces->begin (pouring->job);
  }
  if (pouring->reader)
    pouring->format->pieces->take (pouring->reader, bytes, length);
  else
    g_byte_array_append (pouring->whole, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

/* What was unpacked, packed again or not; NULL with an error, and without one where it has been read already. */
static GBytes *
pour (GBytes *file, const ChnFormat *format, const ChnReadJob *job, const ChnLimits *limits, GError **error)
{
  Pouring pouring = { format, job, NULL, g_byte_array_new () };
  gboolean is_read = chn_packed_pour (file, job->name, limits->value[CHN_LIMIT_FILE], take_piece, &pouring, error);
  if (pouring.reader)
    pouring.format->pieces->end (pouring.reader);
  g_autoptr (GBytes) whole = g_byte_array_free_to_bytes (pouring.whole);
  return is_read && !pouring.reader ? chn_packed_open (whole, job->name, limits->value[CHN_LIMIT_FILE], error) : NULL;
}

static gboolean
read_bytes (GBytes *bytes, const ChnFormat *format, const ChnReadJob *job, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  if (!format)
    format = find_format (job->name, data ? data : "", length);
  return chn_format_read (format, data ? data : "", length, job->name, job->builder, error);
}

static gboolean
read_packed (ChnInput *input, const ChnFormat *format, const ChnReadJob *job, GError **error)
{
  const ChnLimits *limits = chn_timeline_builder_get_limits (job->builder);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) file = chn_input_get_bytes (input, error);
  g_autoptr (GBytes) bytes = file ? pour (file, format, job, limits, &fault) : NULL;
  if (bytes)
    return read_bytes (bytes, format, job, error);
  gboolean is_read = file && !fault;
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  return is_read;
}

/* A very large file of a format that goes through it once is never whole in memory. */
static gboolean
read_plain (ChnInput *input, const ChnFormat *format, const ChnReadJob *job, GError **error)
{
  ChnWindow *window = chn_input_get_window (input);
  if (!format)
    format = find_format (job->name, window->start, (gsize) (window->loaded - window->start));
  if (format->reads_in_windows)
    return chn_format_read_window (format, window, job->name, job->builder, error) && chn_input_check (input, error);
  g_autoptr (GBytes) bytes = chn_input_get_bytes (input, error);
  return bytes && read_bytes (bytes, format, job, error);
}

static gboolean
read_one (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder, GError **error)
{
  const ChnReadJob job = { .name = strcmp (path, "-") == 0 ? "(standard input)" : path, .builder = builder };
  g_autofree char *identity = dup_identity (path);
  if (identity && !chn_timeline_builder_take_file (builder, identity, job.name))
    return TRUE;
  const ChnFormat *named = format ? format : chn_format_find_for_file (path, NULL);
  const gboolean in_window = named && named->reads_in_windows;
  const ChnLimits *limits = chn_timeline_builder_get_limits (builder);
  g_autoptr (ChnInput) input = chn_input_open (path, in_window, limits->value[CHN_LIMIT_FILE], error);
  if (!input)
    return FALSE;
  const ChnWindow *window = chn_input_get_window (input);
  const gboolean is_packed = chn_packed_is (window->start, (gsize) (window->loaded - window->start));
  return is_packed ? read_packed (input, format, &job, error) : read_plain (input, format, &job, error);
}

/* Whoever made a folder says what is read of it, but not what else is read of this machine. */
static gboolean
check_inside (const char *folder, const char *file, const ChnTimelineBuilder *builder, GError **error)
{
  g_autofree char *whole = realpath (folder, NULL), *target = realpath (file, NULL);
  gsize length = whole ? strlen (whole) : 0;
  if (!target || !whole || !g_file_test (target, G_FILE_TEST_IS_REGULAR)) {
    chn_error_set (error, CHN_ERROR_IO, "name it by itself, with -f", "%s in the folder is no regular file", file);
    return FALSE;
  }
  if (chn_timeline_builder_follows_links (builder) || strcmp (whole, "/") == 0 ||
      (strncmp (target, whole, length) == 0 && target[length] == '/'))
    return TRUE;
  chn_error_set (error, CHN_ERROR_IO, "name it by itself, with -f, or allow such links with --follow-links",
                 "%s is a link that leads out of the folder, to %s", file, target);
  return FALSE;
}

gboolean
chn_file_is_of_votes (const char *path, const ChnLimits *limits)
{
  g_autoptr (GBytes) file = chn_input_read (path, limits->value[CHN_LIMIT_FILE], NULL);
  g_autoptr (GBytes) bytes = file ? chn_packed_open (file, path, limits->value[CHN_LIMIT_FILE], NULL) : NULL;
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  const ChnFormat *like = data ? sniff (data, length) : NULL;
  return like == &chn_format_rolls;
}

/* The timelines of a folder; where there are none, its tables of votes. */
static GPtrArray *
list_folder (const char *path, const ChnLimits *limits, GError **error)
{
  static const char *const endings[] = { ".csv",     ".tsv",    ".csv.gz",  ".tsv.gz", ".csv.zst",
                                         ".tsv.zst", ".csv.xz", ".csv.bz2", NULL };
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) timelines = chn_list_yaml_files (path, &cause);
  g_autoptr (GPtrArray) tables = timelines ? NULL : chn_list_files (path, endings, NULL);
  for (guint i = tables ? tables->len : 0; i > 0; i--)
    if (!chn_file_is_of_votes (tables->pdata[i - 1], limits))
      g_ptr_array_remove_index (tables, i - 1);
  if (timelines || (tables && tables->len > 0))
    return timelines ? g_steal_pointer (&timelines) : g_steal_pointer (&tables);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static gboolean
read_folder (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder, GError **error)
{
  const ChnLimits *limits = chn_timeline_builder_get_limits (builder);
  g_autoptr (GPtrArray) files = list_folder (path, limits, error);
  guint n_timelines = 0;
  for (guint i = 0; files && i < files->len; i++)
    if (!check_inside (path, files->pdata[i], builder, error))
      return FALSE;
  if (!files || !read_names_of_folder (path, builder, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++) {
    if (is_shared_names (files->pdata[i]))
      continue;
    n_timelines++;
    if (!read_one (files->pdata[i], format, builder, error))
      return FALSE;
  }
  if (n_timelines == 0)
    chn_error_set (error, CHN_ERROR_IO, NULL, "the folder %s holds no timeline, only " SHARED_NAMES, path);
  return n_timelines > 0;
}

static gboolean
read_store (const char *place, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  return store && chn_store_read (store, builder, error);
}

gboolean
chn_read_file (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder, GError **error)
{
  if (chn_store_is_place (path))
    return read_store (path, builder, error);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_folder (path, format, builder, error);
  if (is_shared_names (path))
    return chn_read_names (path, builder, error);
  if (strcmp (path, "-") == 0)
    return read_one (path, format, builder, error);
  g_autofree char *folder = g_path_get_dirname (path);
  return read_names_of_folder (folder, builder, error) && read_one (path, format, builder, error);
}

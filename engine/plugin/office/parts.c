/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Unpacks documents and packed files by libarchive, never to more than a bound. */
#include "parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* What is packed becomes at most so many times as large, from a size on that no harm comes of. */
enum { MOST_TIMES = 100, HARMLESS = 8 << 20, MOST_FILES = 20000 };

gboolean
office_fail (ChnOfficeFault *fault, ChnError code, const char *format, ...)
{
  va_list arguments;
  if (fault->message)
    return FALSE;
  va_start (arguments, format);
  fault->code = code;
  fault->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

static gsize
find_bound (gsize length, gsize most)
{
  gsize times = length > G_MAXSIZE / MOST_TIMES ? G_MAXSIZE : length * MOST_TIMES;
  return MIN (most, MAX (times, (gsize) HARMLESS));
}

/* Gives away the data of the entry at hand; `left` is what may still come of all. */
static gboolean
read_pieces (struct archive *archive, ChnPieceFunc take, gpointer data, gsize *left, ChnOfficeFault *fault)
{
  for (;;) {
    char piece[65536];
    la_ssize_t n = archive_read_data (archive, piece, sizeof piece);
    if (n == 0)
      return TRUE;
    if (n == ARCHIVE_RETRY)
      continue;
    if (n < 0)
      return office_fail (fault, CHN_ERROR_SYNTAX, "the file is damaged: %s", archive_error_string (archive));
    if ((gsize) n > *left)
      return office_fail (fault, CHN_ERROR_LIMIT,
                          "what is packed is larger than a hundred times the file, or than the bound");
    *left -= (gsize) n;
    if (!take (data, piece, (gsize) n))
      return TRUE;
  }
}

static gboolean
append_piece (gpointer data, const char *bytes, gsize length)
{
  g_byte_array_append (data, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

/* Appends the data of the entry at hand. */
static gboolean
read_data (struct archive *archive, GByteArray *out, gsize *left, ChnOfficeFault *fault)
{
  return read_pieces (archive, append_piece, out, left, fault);
}

/* A file that says it is raw data behind a filter, and not an archive of others. */
static struct archive *
open_archive (const char *bytes, gsize length, gboolean is_raw)
{
  struct archive *archive = archive_read_new ();
  if (is_raw) {
    archive_read_support_filter_gzip (archive);
    archive_read_support_filter_zstd (archive);
    archive_read_support_filter_xz (archive);
    archive_read_support_filter_bzip2 (archive);
    archive_read_support_format_zip_seekable (archive);
    archive_read_support_format_raw (archive);
  } else {
    archive_read_support_format_zip_seekable (archive);
  }
  if (archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  return NULL;
}

gboolean
office_unpack_pieces (const char *bytes, gsize length, gsize most, ChnPieceFunc take, gpointer data,
                      ChnOfficeFault *fault)
{
  struct archive_entry *entry = NULL;
  struct archive *archive = open_archive (bytes, length, TRUE);
  gsize left = find_bound (length, MIN (most, (gsize) G_MAXUINT - 1));
  gboolean is_read = archive && archive_read_next_header (archive, &entry) == ARCHIVE_OK &&
                     read_pieces (archive, take, data, &left, fault);
  if (!is_read)
    office_fail (fault, CHN_ERROR_SYNTAX, "the file is damaged: it cannot be unpacked");
  if (archive)
    archive_read_free (archive);
  return is_read;
}

GBytes *
office_unpack (const char *bytes, gsize length, gsize most, ChnOfficeFault *fault)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gboolean is_read = office_unpack_pieces (bytes, length, most, append_piece, out, fault);
  return is_read ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

gboolean
office_parts_hold_tables (const char *name)
{
  static const char *const names[] = { "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                       "content.xml",     "word/document.xml",    "mimetype" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return g_str_has_prefix (name, "xl/worksheets/") || g_str_has_prefix (name, "xl/_rels/") ||
         g_str_has_prefix (name, "word/_rels/");
}

static gboolean
read_parts (OfficeParts *parts, struct archive *archive, gsize left, OfficeWantFunc is_wanted, ChnOfficeFault *fault)
{
  struct archive_entry *entry = NULL;
  for (guint n = 0;; n++) {
    int status = archive_read_next_header (archive, &entry);
    if (status == ARCHIVE_EOF)
      return TRUE;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      return office_fail (fault, CHN_ERROR_SYNTAX, "the file is damaged: %s", archive_error_string (archive));
    const char *name = archive_entry_pathname_utf8 (entry);
    if (n == MOST_FILES)
      return office_fail (fault, CHN_ERROR_LIMIT, "more than %d files are packed in it", MOST_FILES);
    if (!name || (is_wanted && !is_wanted (name)))
      continue;
    g_autoptr (GByteArray) out = g_byte_array_new ();
    if (!read_data (archive, out, &left, fault))
      return FALSE;
    g_hash_table_replace (parts->files, g_strdup (name), g_byte_array_free_to_bytes (g_steal_pointer (&out)));
  }
}

gboolean
office_parts_read (OfficeParts *parts, const char *bytes, gsize length, gsize most, OfficeWantFunc is_wanted,
                   ChnOfficeFault *fault)
{
  parts->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive *archive = open_archive (bytes, length, FALSE);
  if (!archive)
    return office_fail (fault, CHN_ERROR_SYNTAX, "the file is damaged: it cannot be unpacked");
  gboolean is_read =
      read_parts (parts, archive, find_bound (length, MIN (most, (gsize) G_MAXUINT - 1)), is_wanted, fault);
  archive_read_free (archive);
  return is_read;
}

void
office_parts_clear (OfficeParts *parts)
{
  g_clear_pointer (&parts->files, g_hash_table_unref);
}

GBytes *
office_parts_get (const OfficeParts *parts, const char *name)
{
  return g_hash_table_lookup (parts->files, name);
}

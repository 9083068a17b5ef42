/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes packages by libarchive. */
#include <archive.h>
#include <archive_entry.h>

#include "house.h"

static la_ssize_t
append (struct archive *archive, void *data, const void *bytes, size_t length)
{
  (void) archive;
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

/* Without a time of change, which libarchive would write in the zone of whoever runs it. */
static gboolean
write_part (struct archive *archive, const ChnPackagePart *part)
{
  struct archive_entry *entry = archive_entry_new ();
  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_size (entry, (la_int64_t) part->length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  gboolean ok = archive_write_header (archive, entry) == ARCHIVE_OK &&
                archive_write_data (archive, part->bytes, part->length) == (la_ssize_t) part->length;
  archive_entry_free (entry);
  return ok;
}

GBytes *
office_package_write (const ChnPackagePart *parts, guint n)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();
  gboolean ok = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
                archive_write_set_options (archive, "zip:compression=deflate,zip:!experimental") == ARCHIVE_OK &&
                archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
                archive_write_open (archive, bytes, NULL, append, NULL) == ARCHIVE_OK;
  for (guint i = 0; ok && i < n; i++)
    ok = write_part (archive, &parts[i]);
  ok = archive_write_close (archive) == ARCHIVE_OK && ok;
  archive_write_free (archive);
  GBytes *package = g_byte_array_free_to_bytes (bytes);
  if (ok)
    return package;
  g_bytes_unref (package);
  return NULL;
}

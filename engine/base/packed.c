/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that were packed by themselves, without an archive: told by their first bytes, unpacked by the plugin office.
 */
#include "base/packed.h"

#include <string.h>

#include "base/error.h"

/* Files that are packed of packed ones. */
enum { DEEPEST = 3 };

static const struct {
  const char *bytes, *ending;
} kinds[] = {
  { "\x1F\x8B", ".gz" },
  { "\x28\xB5\x2F\xFD", ".zst" },
  { "\xFD"
    "7zXZ",
    ".xz" },
  { "BZh", ".bz2" },
};

/* A zip file whose first part is a table in text, as GDELT's are: told by the name that stands in its header. */
static gboolean
is_zipped_table (const char *bytes, gsize length)
{
  static const char *const endings[] = { ".csv", ".tsv", ".txt", ".tab" };
  enum { HEADER = 30, LENGTH_AT = 26, ENDING = 4 };
  if (length < HEADER || memcmp (bytes, "PK\x03\x04", 4) != 0)
    return FALSE;
  gsize name = (gsize) (guchar) bytes[LENGTH_AT] | (gsize) (guchar) bytes[LENGTH_AT + 1] << 8;
  for (guint i = 0; name > ENDING && HEADER + name <= length && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (bytes + HEADER + name - ENDING, endings[i], ENDING) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_packed_is (const char *bytes, gsize length)
{
  if (is_zipped_table (bytes, length))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= strlen (kinds[i].bytes) && memcmp (bytes, kinds[i].bytes, strlen (kinds[i].bytes)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_packed (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  return data && chn_packed_is (data, length);
}

static void
set_error (const char *name, ChnOfficeFault *fault, GError **error)
{
  chn_error_set (error, fault->code, fault->code == CHN_ERROR_LIMIT ? "raise the bound with --max-file=N" : NULL,
                 "%s: %s", name, fault->message ? fault->message : "the file cannot be unpacked");
  g_clear_pointer (&fault->message, g_free);
}

gboolean
chn_packed_pour (GBytes *bytes, const char *name, guint64 most, ChnPieceFunc take, gpointer data, GError **error)
{
  const ChnOfficePlugin *plugin = chn_office_open (error);
  ChnOfficeFault fault = { 0 };
  gsize length = 0;
  const char *packed = g_bytes_get_data (bytes, &length);
  if (!plugin)
    return FALSE;
  if (plugin->unpack_pieces (packed, length, (gsize) MIN (most, (guint64) G_MAXSIZE), take, data, &fault))
    return TRUE;
  set_error (name, &fault, error);
  return FALSE;
}

static GBytes *
unpack (GBytes *packed, const char *name, guint64 most, GError **error)
{
  const ChnOfficePlugin *plugin = chn_office_open (error);
  ChnOfficeFault fault = { 0 };
  gsize length = 0;
  const char *data = g_bytes_get_data (packed, &length);
  GBytes *bytes = plugin ? plugin->unpack (data, length, (gsize) MIN (most, (guint64) G_MAXSIZE), &fault) : NULL;
  if (plugin && !bytes)
    set_error (name, &fault, error);
  return bytes;
}

GBytes *
chn_packed_open (GBytes *bytes, const char *name, guint64 most, GError **error)
{
  g_autoptr (GBytes) at_hand = g_bytes_ref (bytes);
  for (guint i = 0; i < DEEPEST && is_packed (at_hand); i++) {
    GBytes *inner = unpack (at_hand, name, most, error);
    if (!inner)
      return NULL;
    g_bytes_unref (at_hand);
    at_hand = inner;
  }
  if (!is_packed (at_hand))
    return g_steal_pointer (&at_hand);
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "unpack it first", "%s is packed too deep", name);
  return NULL;
}

gsize
chn_packed_measure_name (const char *name)
{
  gsize length = strlen (name);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize ending = strlen (kinds[i].ending);
    if (length > ending && g_ascii_strcasecmp (name + length - ending, kinds[i].ending) == 0)
      return length - ending;
  }
  return length;
}

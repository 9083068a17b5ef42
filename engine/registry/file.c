/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A compiled registry as a file: a header that tells whether the bytes behind it are whole and of this program. */
#include <string.h>

#include "base/checksum.h"
#include "base/error.h"
#include "base/output.h"
#include "registry/pack.h"

#define MAGIC                                                                                                        \
  "\x89"                                                                                                             \
  "CHR\r\n\x1a\n"

#define BYTE_ORDER_MARK 0x01020304u

typedef struct {
  char magic[8];
  guint32 order;    /* BYTE_ORDER_MARK, as the machine writes it */
  guint32 form;     /* of the checksum of CHN_REGISTRY_FORM */
  guint64 checksum; /* of all that follows */
} Header;

G_STATIC_ASSERT (sizeof (Header) == 24);

static const char again[] = "compile it again from its folder";

static Header
make_header (const char *bytes, gsize length)
{
  Header header = { .order = BYTE_ORDER_MARK,
                    .form = (guint32) chn_checksum (CHN_REGISTRY_FORM, sizeof CHN_REGISTRY_FORM),
                    .checksum = chn_checksum (bytes, length) };
  memcpy (header.magic, MAGIC, sizeof header.magic);
  return header;
}

gboolean
chn_registry_save (const ChnRegistry *registry, const char *path, GError **error)
{
  g_autoptr (GBytes) packed = chn_registry_pack (registry);
  gsize length = 0;
  const char *bytes = g_bytes_get_data (packed, &length);
  Header header = make_header (bytes, length);
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  return output && chn_output_write ((const char *) &header, sizeof header, output, error) &&
         chn_output_write (bytes, length, output, error) && chn_output_commit (output, error);
}

static const char *
find_fault (const char *text, gsize length)
{
  Header header = { .order = 0 };
  memcpy (&header, text, MIN (length, sizeof header));
  if (memcmp (header.magic, MAGIC, sizeof header.magic) != 0)
    return "it is no compiled registry: it begins otherwise";
  if (length < sizeof header)
    return "the compiled registry is cut short";
  const Header wanted = make_header (text + sizeof header, length - sizeof header);
  if (header.order != wanted.order || header.form != wanted.form)
    return "the registry was compiled by a program of another version or for another machine";
  return header.checksum == wanted.checksum ? NULL : "the compiled registry is damaged: its checksum is another";
}

ChnRegistry *
chn_registry_open (const char *path, GError **error)
{
  char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  g_autoptr (GBytes) file = g_bytes_new_take (text, length);
  const char *fault = find_fault (text, length);
  g_autoptr (GBytes) packed = fault ? NULL : g_bytes_new_from_bytes (file, sizeof (Header), length - sizeof (Header));
  ChnRegistry *registry = packed ? chn_registry_unpack (packed) : NULL;
  if (!registry)
    chn_error_set (error, CHN_ERROR_SYNTAX, again, "%s: %s", path,
                   fault ? fault : "the compiled registry contradicts itself");
  return registry;
}

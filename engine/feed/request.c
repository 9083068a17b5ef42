/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads the target of a request line (RFC 9112, 3.2):
 *
 *   target   := [ scheme "://" authority ] path [ "?" argument { "&" argument } ]
 *   path     := "/" [ segment { "/" segment } [ "/" ] ]   no segment is empty, "." or ".." when it is decoded
 *   argument := name [ "=" value ]
 *
 * where a byte may stand as "%" and two hexadecimal digits, but no NUL, control character or, in a path, slash.
 */
#include "feed/request.h"

#include <string.h>

/* More is nothing that a page or a client of ours asks. */
enum { ARGUMENTS_MAX = 32 };

/* The text with each byte in its own place; NULL where it has what no text of ours has. */
static char *
dup_decoded (const char *text, gsize length, gboolean is_argument)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++) {
    int byte = (guchar) text[i];
    if (byte == '%') {
      if (length - i < 3 || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2]))
        return NULL;
      byte = g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2]);
      i += 2;
      if (!is_argument && byte == '/')
        return NULL;
    } else if (byte == '+' && is_argument) {
      byte = ' ';
    }
    if (byte == 0x7f || (byte < 0x20 && !(is_argument && strchr ("\t\n\r", byte) && byte)))
      return NULL;
    g_string_append_c (out, (char) byte);
  }
  return g_utf8_validate (out->str, (gssize) out->len, NULL) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static gboolean
is_plain_path (const char *path)
{
  if (path[0] != '/' || path[1] == '\0')
    return path[0] == '/';
  g_auto (GStrv) segments = g_strsplit (path + 1, "/", -1);
  for (guint i = 0; segments[i]; i++)
    if (strcmp (segments[i], ".") == 0 || strcmp (segments[i], "..") == 0 || (!*segments[i] && segments[i + 1]))
      return FALSE;
  return TRUE;
}

static gboolean
add_argument (ChnFeedRequest *request, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  gsize name_length = equals ? (gsize) (equals - text) : length;
  g_autofree char *name = dup_decoded (text, name_length, TRUE);
  g_autofree char *value = equals ? dup_decoded (equals + 1, length - name_length - 1, TRUE) : g_strdup ("");
  if (!name || !value || request->names->len == ARGUMENTS_MAX)
    return FALSE;
  g_ptr_array_add (request->names, g_steal_pointer (&name));
  g_ptr_array_add (request->values, g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_arguments (ChnFeedRequest *request, const char *text)
{
  while (*text) {
    gsize length = strcspn (text, "&");
    if (length > 0 && !add_argument (request, text, length))
      return FALSE;
    text += length + (text[length] == '&');
  }
  return TRUE;
}

/* Behind "http://host", which proxies may write; its host is not believed. */
static const char *
skip_authority (const char *target)
{
  const char *host = g_ascii_strncasecmp (target, "http://", 7) == 0    ? target + 7
                     : g_ascii_strncasecmp (target, "https://", 8) == 0 ? target + 8
                                                                        : NULL;
  return host ? host + strcspn (host, "/?") : target;
}

gboolean
chn_feed_request_read (ChnFeedRequest *request, const char *target)
{
  const char *path = skip_authority (target);
  gsize length = strcspn (path, "?");
  *request = (ChnFeedRequest){ .path = dup_decoded (path, length, FALSE),
                               .names = g_ptr_array_new_with_free_func (g_free),
                               .values = g_ptr_array_new_with_free_func (g_free) };
  if (request->path && is_plain_path (request->path) &&
      read_arguments (request, path + length + (path[length] == '?')))
    return TRUE;
  chn_feed_request_clear (request);
  return FALSE;
}

void
chn_feed_request_clear (ChnFeedRequest *request)
{
  g_clear_pointer (&request->path, g_free);
  g_clear_pointer (&request->names, g_ptr_array_unref);
  g_clear_pointer (&request->values, g_ptr_array_unref);
}

const char *
chn_feed_request_get (const ChnFeedRequest *request, const char *name)
{
  for (guint i = 0; i < request->names->len; i++)
    if (strcmp (request->names->pdata[i], name) == 0)
      return request->values->pdata[i];
  return NULL;
}

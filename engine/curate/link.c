/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Addresses of the web as they are compared, and those of archived copies:
 *
 *   copy  := archive-host "/" [ "web/" ] stamp [ flags ] "/" page     stamp: 4 to 14 digits, YYYY[MM[DD[hhmmss]]]
 *   flags := "id_" / "if_" / "*" ...                                  letters, "_" or "*" behind the stamp
 */
#include "curate/link.h"

#include <string.h>

#include "base/uri.h"

/* Behind the scheme; the text itself where there is none. */
static const char *
skip_scheme (const char *address)
{
  static const char *const schemes[] = { "https://", "http://", "//" };
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
      return address + strlen (schemes[i]);
  return address;
}

static void
drop_end (GString *key, const char *end)
{
  if (g_str_has_suffix (key->str, end))
    g_string_truncate (key, key->len - strlen (end));
}

char *
chn_link_dup_key (const char *address)
{
  const char *rest = skip_scheme (address ? address : "");
  gsize host = strcspn (rest, "/?#");
  g_autofree char *name = g_ascii_strdown (rest, (gssize) host);
  GString *key = g_string_new (g_str_has_prefix (name, "www.") ? name + strlen ("www.") : name);
  drop_end (key, ":80");
  drop_end (key, ":443");
  g_string_append_len (key, rest + host, (gssize) strcspn (rest + host, "#"));
  drop_end (key, "/");
  char *plain = g_uri_unescape_string (key->str, NULL);
  if (plain)
    g_string_free (key, TRUE);
  return plain ? plain : g_string_free (key, FALSE);
}

static gboolean
is_archive (const char *address)
{
  static const char *const hosts[] = {
    "web.archive.org/", "archive.org/web/",     "archive.today/",      "archive.is/",
    "archive.ph/",      "archive.md/",          "archive.li/",         "archive.vn/",
    "archive.fo/",      "wayback.archive.org/", "webarchive.loc.gov/",
  };
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_has_prefix (address, hosts[i]))
      return TRUE;
  return FALSE;
}

/* "20141118123000": 2014-11-18. NULL where a day cannot be told. */
static char *
dup_day (const char *stamp, gsize n)
{
  return n >= 8 ? g_strdup_printf ("%.4s-%.2s-%.2s", stamp, stamp + 4, stamp + 6) : NULL;
}

char *
chn_link_dup_archived (const char *archive, char **taken)
{
  g_autofree char *key = chn_link_dup_key (archive);
  *taken = NULL;
  if (!archive || !is_archive (key))
    return NULL;
  for (const char *at = strchr (key, '/'); at; at = strchr (at + 1, '/')) {
    gsize n = strspn (at + 1, "0123456789");
    gsize flags = strspn (at + 1 + n, "abcdefghijklmnopqrstuvwxyz_*");
    const char *end = at + 1 + n + flags;
    if (n < 4 || n > 14 || *end != '/')
      continue;
    *taken = dup_day (at + 1, n);
    return strchr (end + 1, '.') ? g_strdup (end + 1) : NULL;
  }
  return NULL;
}

char *
chn_link_dup_doi (const char *address)
{
  const char *rest = skip_scheme (address ? address : "");
  static const char *const prefixes[] = { "doi.org/", "dx.doi.org/", "www.doi.org/", "doi:" };
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (rest, prefixes[i], strlen (prefixes[i])) == 0 &&
        g_str_has_prefix (rest + strlen (prefixes[i]), "10."))
      return g_ascii_strdown (rest + strlen (prefixes[i]), (gssize) strcspn (rest + strlen (prefixes[i]), "?#"));
  return NULL;
}

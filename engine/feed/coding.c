/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tells who takes compressed answers.
 *
 *   Accept-Encoding := [ coding { "," coding } ]
 *   coding          := ( "gzip" | "x-gzip" | "*" | other ) [ ";" "q" "=" number ]
 */
#include "feed/coding.h"

#include <string.h>

/* Programs that say that they take gzip, and then do not read calendars that come so. */
static const char *const deaf[] = { "Microsoft Office", "Microsoft Outlook", "MSOffice", "ms-office", "Outlook-" };

static gboolean
is_deaf (const char *user_agent)
{
  for (guint i = 0; user_agent && i < G_N_ELEMENTS (deaf); i++)
    if (strstr (user_agent, deaf[i]))
      return TRUE;
  return FALSE;
}

/* Whether the weight behind a coding is more than nothing: "gzip;q=0" is not wanted. */
static gboolean
has_weight (const char *parameters)
{
  const char *q = parameters + strspn (parameters, "; \t");
  if (g_ascii_tolower (q[0]) != 'q' || q[1] != '=')
    return TRUE;
  for (q += 2; g_ascii_isdigit (*q) || *q == '.'; q++)
    if (*q >= '1' && *q <= '9')
      return TRUE;
  return FALSE;
}

static gboolean
is_named (const char *at, gsize length, const char *name)
{
  return length == strlen (name) && g_ascii_strncasecmp (at, name, length) == 0;
}

gboolean
chn_feed_takes_gzip (const ChnHttpRequest *request)
{
  const char *at = request->accept_encoding;
  gboolean takes_any = FALSE;
  if (!at || is_deaf (request->user_agent))
    return FALSE;
  while (*at) {
    at += strspn (at, " \t,");
    gsize length = strcspn (at, " \t,;");
    if (is_named (at, length, "gzip") || is_named (at, length, "x-gzip"))
      return has_weight (at + length);
    if (is_named (at, length, "*"))
      takes_any = has_weight (at + length);
    at += strcspn (at, ",");
  }
  return takes_any;
}

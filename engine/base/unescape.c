/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Takes the escapes of calendars away (RFC 5545, 3.3.11):
 *
 *   text = *( TSAFE-CHAR / ":" / DQUOTE / "\\" / "\;" / "\," / "\N" / "\n" )
 */
#include "base/unescape.h"

#include <string.h>

/* A backslash before anything else stands for itself, as generators that forget to escape mean it. */
static char *
put_escaped (char *to, char escaped)
{
  if (escaped == 'n' || escaped == 'N') {
    *to++ = '\n';
    return to;
  }
  if (!escaped || !strchr ("\\;,:\"", escaped))
    *to++ = '\\';
  if (escaped)
    *to++ = escaped;
  return to;
}

char *
chn_unescape_text (char *to, const char *text, gsize length)
{
  if (length == 0) /* of nothing there need not even be a text */
    return to;
  const char *at = text, *end = text + length;
  for (const char *stop; (stop = memchr (at, '\\', (gsize) (end - at))) && stop + 1 < end; at = stop + 2) {
    memcpy (to, at, (gsize) (stop - at));
    to = put_escaped (to + (stop - at), stop[1]);
  }
  memcpy (to, at, (gsize) (end - at));
  return to + (end - at);
}

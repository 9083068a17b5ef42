/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What check passes over in an event, as its field keeps it:
 *
 *   ignore := line *( LF line )
 *   line   := code ":" SP reason      each code once
 */
#include "model/ignored.h"

#include <string.h>

#include "base/error.h"
#include "model/slug.h"

gboolean
chn_ignored_next (const char **at, ChnIgnored *ignored)
{
  const char *line = *at;
  if (!line || !*line)
    return FALSE;
  gsize length = strcspn (line, "\n"), code = strcspn (line, ":\n");
  gsize reason = code < length ? code + 1 : length;
  while (reason < length && line[reason] == ' ')
    reason++;
  *ignored = (ChnIgnored){ line, line + reason, code, length - reason };
  *at = line + length + (line[length] == '\n' ? 1 : 0);
  return TRUE;
}

static gboolean
is_of (const ChnIgnored *ignored, const char *code, gsize length)
{
  return ignored->code_length == length && memcmp (ignored->code, code, length) == 0;
}

gboolean
chn_event_ignores (const ChnEvent *event, const char *code, char **reason)
{
  ChnIgnored ignored;
  for (const char *at = chn_event_get_text (event, CHN_FIELD_IGNORE); chn_ignored_next (&at, &ignored);)
    if (is_of (&ignored, code, strlen (code))) {
      if (reason)
        *reason = g_strndup (ignored.reason, ignored.reason_length);
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_line (const ChnEvent *event, const char *code, const char *reason, GError **error)
{
  gsize offset = 0;
  if (!chn_slug_check (code, &offset)) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "chancery check --list names the rules", "\"%s\" is no rule of check",
                   code);
    return FALSE;
  }
  if (!*reason) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "say why what the rule finds is right all the same",
                   "ignoring %s needs a reason", code);
    return FALSE;
  }
  if (chn_event_ignores (event, code, NULL)) {
    chn_error_set (error, CHN_ERROR_CONFLICT, "put both reasons into one", "%s is ignored twice", code);
    return FALSE;
  }
  return TRUE;
}

gboolean
chn_event_add_ignored (ChnEvent *event, const char *code, gsize code_length, const char *reason, gsize reason_length,
                       GError **error)
{
  g_autofree char *rule = g_strndup (code, code_length);
  g_autofree char *why = g_strstrip (g_strdelimit (g_strndup (reason, reason_length), "\r\n", ' '));
  const char *before = chn_event_get_text (event, CHN_FIELD_IGNORE);
  if (!check_line (event, rule, why, error))
    return FALSE;
  g_autofree char *text =
      before ? g_strdup_printf ("%s\n%s: %s", before, rule, why) : g_strdup_printf ("%s: %s", rule, why);
  chn_event_set_text (event, CHN_FIELD_IGNORE, text, -1);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values of write options, by kind: words, numbers, durations, colours. */
#include "format/option-value.h"

#include <string.h>

#include <chancery/duration.h>

#include "base/error.h"
#include "format/canvas.h"

gboolean
chn_option_read_switch (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  (void) option, (void) value, (void) error;
  *(gboolean *) target = TRUE;
  return TRUE;
}

gboolean
chn_option_read_word (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  g_auto (GStrv) words = g_strsplit (option->metavar, "|", -1);
  for (int i = 0; words[i]; i++)
    if (value && strcmp (words[i], value) == 0) {
      *(int *) target = i;
      return TRUE;
    }
  g_autofree char *list = g_strjoinv (", ", words);
  g_autofree char *hint = g_strdup_printf ("one of: %s", list);
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "\"%s\" is no value of \"%s\"", value ? value : "", option->name);
  return FALSE;
}

static void
take_text (gpointer target, char *text)
{
  char **member = target;
  g_free (*member);
  *member = text;
}

gboolean
chn_option_read_text (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  (void) option, (void) error;
  take_text (target, g_strdup (value));
  return TRUE;
}

gboolean
chn_option_read_count (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  guint64 count = 0;
  if (!value || !g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &count, NULL)) {
    chn_error_set (error, CHN_ERROR_RANGE, "write a whole number from 1", "\"%s\" is no value of \"%s\"",
                   value ? value : "", option->name);
    return FALSE;
  }
  *(guint *) target = (guint) count;
  return TRUE;
}

/* RFC 5545, 3.3.6 knows neither years nor months. */
static gboolean
read_duration (const ChnWriteOption *option, const char *value, const char *example, ChnDuration *duration,
               GError **error)
{
  if (!chn_duration_parse (value ? value : "", -1, duration, error))
    return FALSE;
  if (duration->years == 0 && duration->months == 0)
    return TRUE;
  g_autofree char *hint = g_strdup_printf ("write weeks, days, hours or minutes, such as %s", example);
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, hint, "\"%s\" has years or months, which \"%s\" cannot", value,
                 option->name);
  return FALSE;
}

gboolean
chn_option_read_lead (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  ChnDuration lead;
  if (!read_duration (option, value, "-P14D", &lead, error))
    return FALSE;
  ChnDuration before = { 0, 0, -ABS (lead.days), -ABS (lead.seconds) };
  take_text (target, chn_duration_dup_text (&before));
  return TRUE;
}

gboolean
chn_option_read_interval (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  ChnDuration interval;
  if (!read_duration (option, value, "PT12H", &interval, error))
    return FALSE;
  if (interval.days < 0 || interval.seconds < 0 || (interval.days == 0 && interval.seconds == 0)) {
    chn_error_set (error, CHN_ERROR_RANGE, "write a time that passes, such as PT12H", "\"%s\" is no value of \"%s\"",
                   value, option->name);
    return FALSE;
  }
  take_text (target, chn_duration_dup_text (&interval));
  return TRUE;
}

gboolean
chn_option_read_lifetime (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  ChnDuration lifetime;
  if (!chn_duration_parse (value ? value : "", -1, &lifetime, error))
    return FALSE;
  if (chn_duration_add (&lifetime, 0, 1) < 0) {
    chn_error_set (error, CHN_ERROR_RANGE, "write a time that passes, such as P1Y", "\"%s\" is no value of \"%s\"",
                   value, option->name);
    return FALSE;
  }
  take_text (target, chn_duration_dup_text (&lifetime));
  return TRUE;
}

gboolean
chn_option_read_colour (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  g_autofree char *name = g_ascii_strdown (value ? value : "", -1);
  if (name[0] == '\0' || strspn (name, "abcdefghijklmnopqrstuvwxyz") != strlen (name)) {
    chn_error_set (error, CHN_ERROR_RANGE, "write a name of CSS, such as steelblue", "\"%s\" is no value of \"%s\"",
                   value ? value : "", option->name);
    return FALSE;
  }
  take_text (target, g_steal_pointer (&name));
  return TRUE;
}

gboolean
chn_option_read_size (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  (void) option;
  ChnCanvas canvas;
  if (!chn_canvas_find (value, &canvas, error))
    return FALSE;
  take_text (target, g_strdup (value));
  return TRUE;
}

gboolean
chn_option_read_path (const ChnWriteOption *option, const char *value, gpointer target, GError **error)
{
  (void) value, (void) target;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "\"%s\" takes what is in a file, not its name", option->name);
  return FALSE;
}

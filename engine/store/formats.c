/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The format table: which formats there are, and how a name or a file name finds one. */
#include <string.h>

#include "base/error.h"
#include "format/renderers.h"
#include "store/snapshot.h"

static gboolean
begins (const char *text, gsize length)
{
  return length >= strlen (CHN_SNAPSHOT_MAGIC) && memcmp (text, CHN_SNAPSHOT_MAGIC, strlen (CHN_SNAPSHOT_MAGIC)) == 0;
}

static const char *const snapshot_extensions[] = { ".chn", NULL };

static const ChnFormat snapshot = {
  .name = "chn",
  .carries_all = TRUE,
  .note = "snapshot: the timeline as it lies in memory, opened in no time at any size",
  .extensions = snapshot_extensions,
  .read = chn_snapshot_read,
  .begins = begins,
  .write = chn_snapshot_write,
  .is_binary = TRUE,
};

static const ChnFormat *const formats[] = {
  &chn_format_text,   &chn_format_markdown, &chn_format_html, &chn_format_docx,       &chn_format_pdf,
  &chn_format_svg,    &chn_format_png,      &chn_format_atom, &chn_format_timelinejs, &chn_format_ics,
  &chn_format_csv,    &chn_format_csl,      &chn_format_json, &chn_format_yaml,       &snapshot,
  &chn_format_bibtex, &chn_format_ris,      &chn_format_rolls,
};

const ChnFormat *const *
chn_format_get_all (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

static const char *
get_name (gconstpointer table, guint index)
{
  (void) table;
  return index < G_N_ELEMENTS (formats) ? formats[index]->name : NULL;
}

const ChnFormat *
chn_format_find (const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i]->name, name) == 0)
      return formats[i];
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "unknown format \"%s\"", name);
  chn_error_suggest (error, &(ChnNameTable){ get_name, NULL, NULL }, name, -1);
  return NULL;
}

static gboolean
ends_with (const char *text, const char *end)
{
  gsize n_text = strlen (text), n_end = strlen (end);
  return n_text > n_end && g_ascii_strcasecmp (text + n_text - n_end, end) == 0;
}

const ChnFormat *
chn_format_find_for_file (const char *file, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (const char *const *extension = formats[i]->extensions; *extension; extension++)
      if (ends_with (file, *extension))
        return formats[i];
  chn_error_set (error, CHN_ERROR_UNKNOWN, "name the format with --format",
                 "no format is known for the file name \"%s\"", file);
  return NULL;
}

const char *
chn_format_get_name (const ChnFormat *format)
{
  return format->name;
}

const char *
chn_format_get_note (const ChnFormat *format)
{
  return format->note;
}

const char *const *
chn_format_get_extensions (const ChnFormat *format)
{
  return format->extensions;
}

gboolean
chn_format_can_read (const ChnFormat *format)
{
  return format->read != NULL;
}

gboolean
chn_format_can_write (const ChnFormat *format)
{
  return format->write || format->render;
}

gboolean
chn_format_shows_since (const ChnFormat *format)
{
  return format->shows_since;
}

gboolean
chn_format_carries_all (const ChnFormat *format)
{
  return format->carries_all;
}

gboolean
chn_format_carries_names (const ChnFormat *format)
{
  return (format->carries_all && !format->is_flat) || format->carries_header;
}

gboolean
chn_format_omits (const ChnFormat *format, ChnStatus status)
{
  return (status == CHN_STATUS_CANCELLED && format->omits_cancelled) ||
         (status == CHN_STATUS_NOT_HELD && format->omits_not_held);
}

gboolean
chn_format_writes_briefing (const ChnFormat *format, const ChnWriteOptions *options)
{
  return format->render && !format->has_one_style && chn_format_is_prose (format, options);
}

gboolean
chn_format_is_binary (const ChnFormat *format)
{
  return format->is_binary;
}

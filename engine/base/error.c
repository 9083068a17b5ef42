/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The error domain: a GError that also knows where in the text it lies and what to do about it. */
#include "base/error.h"

typedef struct {
  gboolean placed;
  gsize offset;
  gsize length;
  char *hint;
} ChnErrorPrivate;

static void
chn_error_private_init (ChnErrorPrivate *private)
{
  (void) private;
}

static void
chn_error_private_copy (const ChnErrorPrivate *source, ChnErrorPrivate *target)
{
  *target = *source;
  target->hint = g_strdup (source->hint);
}

static void
chn_error_private_clear (ChnErrorPrivate *private)
{
  g_free (private->hint);
}

static ChnErrorPrivate *chn_error_get_private (const GError *error);

G_DEFINE_EXTENDED_ERROR (ChnError, chn_error)

G_GNUC_PRINTF (4, 0)
static void
set_error (GError **error, ChnError code, const ChnErrorPrivate *facts, const char *format, va_list arguments)
{
  if (!error)
    return;
  GError *made = g_error_new_valist (CHN_ERROR, (int) code, format, arguments);
  ChnErrorPrivate *private = chn_error_get_private (made);
  *private = *facts;
  private->hint = g_strdup (facts->hint);
  g_propagate_error (error, made);
}

void
chn_error_set_at (GError **error, ChnError code, gsize offset, gsize length, const char *hint, const char *format,
                  ...)
{
  ChnErrorPrivate facts = { TRUE, offset, length, (char *) (guintptr) hint };
  va_list arguments;
  va_start (arguments, format);
  set_error (error, code, &facts, format, arguments);
  va_end (arguments);
}

void
chn_error_set (GError **error, ChnError code, const char *hint, const char *format, ...)
{
  ChnErrorPrivate facts = { FALSE, 0, 0, (char *) (guintptr) hint };
  va_list arguments;
  va_start (arguments, format);
  set_error (error, code, &facts, format, arguments);
  va_end (arguments);
}

void
chn_error_shift (GError *error, gsize bytes)
{
  if (error && error->domain == CHN_ERROR)
    chn_error_get_private (error)->offset += bytes;
}

gboolean
chn_error_get_place (const GError *error, gsize *offset, gsize *length)
{
  if (!error || error->domain != CHN_ERROR)
    return FALSE;
  const ChnErrorPrivate *private = chn_error_get_private (error);
  if (!private->placed)
    return FALSE;
  if (offset)
    *offset = private->offset;
  if (length)
    *length = private->length;
  return TRUE;
}

const char *
chn_error_get_hint (const GError *error)
{
  if (!error || error->domain != CHN_ERROR)
    return NULL;
  return chn_error_get_private (error)->hint;
}

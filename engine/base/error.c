/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The error domain: a GError that also knows where in the text it lies and what to do about it. */
#include "base/error.h"

#include "base/brief.h"

typedef struct {
  gboolean placed;
  gsize offset;
  gsize length;
  ChnHint *hint;
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
  target->hint = chn_hint_ref (source->hint);
}

static void
chn_error_private_clear (ChnErrorPrivate *private)
{
  chn_hint_unref (private->hint);
}

static ChnErrorPrivate *chn_error_get_private (const GError *error);

G_DEFINE_EXTENDED_ERROR (ChnError, chn_error)

G_GNUC_PRINTF (5, 0)
static void
set_error (GError **error, ChnError code, const ChnErrorPrivate *facts, const char *hint, const char *format,
           va_list arguments)
{
  if (!error)
    return;
  GError *made = g_error_new_valist (CHN_ERROR, (int) code, format, arguments);
  char *brief = chn_brief_dup (made->message);
  if (brief) {
    g_free (made->message);
    made->message = brief;
  }
  ChnErrorPrivate *private = chn_error_get_private (made);
  *private = *facts;
  private->hint = chn_hint_new (hint);
  g_propagate_error (error, made);
}

void
chn_error_set_at (GError **error, ChnError code, gsize offset, gsize length, const char *hint, const char *format,
                  ...)
{
  ChnErrorPrivate facts = { TRUE, offset, length, NULL };
  va_list arguments;
  va_start (arguments, format);
  set_error (error, code, &facts, hint, format, arguments);
  va_end (arguments);
}

void
chn_error_set (GError **error, ChnError code, const char *hint, const char *format, ...)
{
  ChnErrorPrivate facts = { FALSE, 0, 0, NULL };
  va_list arguments;
  va_start (arguments, format);
  set_error (error, code, &facts, hint, format, arguments);
  va_end (arguments);
}

void
chn_error_reword (GError **error, const GError *inner, const char *format, ...)
{
  ChnErrorPrivate facts = { FALSE, 0, 0, NULL };
  va_list arguments;
  va_start (arguments, format);
  set_error (error, (ChnError) inner->code, &facts, NULL, format, arguments);
  va_end (arguments);
  if (error)
    chn_error_take_hint (*error, chn_hint_ref (chn_error_peek_hint (inner)));
}

void
chn_error_take_hint (GError *error, ChnHint *hint)
{
  if (!error || error->domain != CHN_ERROR) {
    chn_hint_unref (hint);
    return;
  }
  ChnErrorPrivate *private = chn_error_get_private (error);
  chn_hint_unref (private->hint);
  private->hint = hint;
}

void
chn_error_suggest (GError **error, const ChnNameTable *candidates, const char *wanted, gssize length)
{
  if (error)
    chn_error_take_hint (*error, chn_hint_new_among (candidates, wanted, length));
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

ChnHint *
chn_error_peek_hint (const GError *error)
{
  return error && error->domain == CHN_ERROR ? chn_error_get_private (error)->hint : NULL;
}

const char *
chn_error_get_hint (const GError *error)
{
  return chn_hint_get_text (chn_error_peek_hint (error));
}

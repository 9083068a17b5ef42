/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A timeline as it comes back from its snapshot. */
#pragma once

#include <chancery/chancery.h>

#include "base/image.h"
#include "store/snapshot.h"
#include "suite.h"

static inline gboolean
reopen_append (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

/* The timeline, which then has an index of words itself, written and opened again; the image must outlive it. */
static inline ChnTimeline *
reopen (const ChnTimeline *timeline, GString *image)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  CU_ASSERT_TRUE_FATAL (
      chn_format_write (chn_format_find ("chn", NULL), timeline, &rows, NULL, NULL, reopen_append, image, &error));
  ChnTimeline *again = chn_snapshot_open_image (chn_image_new (image->str, image->len), &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (again);
  return again;
}

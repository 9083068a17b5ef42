/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#include "base/picture.h"

/* A plugin for tests, in whose font every character is half as wide as it is high, and bold ones a little more. */

static ChnTypesetter *
even_type_open (const char *font)
{
  return (ChnTypesetter *) g_strdup (font);
}

static void
even_type_close (ChnTypesetter *typesetter)
{
  g_free (typesetter);
}

static double
even_type_measure (ChnTypesetter *typesetter, const char *text, gsize length, gboolean is_bold)
{
  (void) typesetter;
  return (double) g_utf8_strlen (text, (gssize) length) * (is_bold ? 0.6 : 0.5);
}

static const ChnPicturePlugin even_type = {
  .version = CHN_PICTURE_VERSION, .open = even_type_open, .close = even_type_close, .measure = even_type_measure
};

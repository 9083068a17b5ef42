/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/sink.h>

#include "base/pages.h"
#include "base/scene.h"

/* Pictures, which the plugin "picture" knows: how wide text is, scenes in pixels, text on pages (by pango and cairo).
 */

/* Measures text of one font. */
typedef struct _ChnTypesetter ChnTypesetter;

/* Rises with each change of the table and of base/scene.h and base/pages.h. */
enum { CHN_PICTURE_VERSION = 2 };

typedef struct {
  guint version;
  /* Of families as ChnScene.font has them; never NULL. */
  ChnTypesetter *(*open) (const char *font);
  void (*close) (ChnTypesetter *typesetter);
  /* How wide a text is, in heights of the font: neither hinted nor rounded, so that it is right at any size. */
  double (*measure) (ChnTypesetter *typesetter, const char *text, gsize length, gboolean is_bold);
  /* Writes a scene as PNG into a sink. */
  gboolean (*write_png) (const ChnScene *scene, ChnSink sink, gpointer data, GError **error);
  /* Sets a text as PDF; adds to `stand_ins` (ChnStandIn) the faces that characters were taken from which the font
   * lacks, and gives the family of the font that was found. NULL with an error. */
  char *(*write_pdf) (const ChnPages *pages, GString *out, GArray *stand_ins, GError **error);
} ChnPicturePlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnPicturePlugin *chn_picture_open (GError **error);

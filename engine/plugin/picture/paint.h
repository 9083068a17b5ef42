/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/typesetter.h"

/* Draws a scene, whose units are the context's; FALSE where a font could not be opened. */
gboolean chn_paint_scene (cairo_t *cairo, const ChnScene *scene);

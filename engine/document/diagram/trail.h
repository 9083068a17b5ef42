/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/picture.h"
#include "document/drawing.h"
#include "document/picture/options.h"

#include <chancery/diagram.h>

/* The scene of a paper trail: time downwards, a stop once, arrows with their relation. `scale`, which may be NULL,
 * says how large its text is for the sheet, where 1 is usual. */
ChnScene *chn_trail_scene_new (const ChnTrailDiagram *trail, const ChnPictureOptions *options,
                               const ChnPicturePlugin *plugin, double *scale);

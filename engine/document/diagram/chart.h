/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diagram.h>

#include "base/picture.h"
#include "document/drawing.h"
#include "document/picture/options.h"

/* The scene of a count: bars of names, columns of years, a heat map of two keys; sums of ballots upon each other. */
ChnScene *chn_chart_scene_new (const ChnChart *chart, const ChnPictureOptions *options,
                               const ChnPicturePlugin *plugin);
